import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config/env.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { MASTER_KEY } from '../platform/sealing/master-key.js';
import { ErasureLedger, type Destruction } from './erasure-ledger.js';
import { ledgerLock } from './ledger-lock.js';

/** Puts destroyed documents and letters into the ledger, so that a copy put back destroys them once more. */
@Injectable()
export class DestructionLedger {
  private readonly ledger: ErasureLedger;

  constructor(
    private readonly work: UnitOfWork,
    @Inject(CONFIG) config: Config,
    @Inject(MASTER_KEY) keyRoot: Buffer,
  ) {
    this.ledger = new ErasureLedger(config.erasureLedger, keyRoot);
  }

  /** Needs an open unit of work. The line is on the disk before the transaction ends. @throws LedgerError */
  async note(kind: Destruction['kind'], id: string, at: Date): Promise<void> {
    await this.work.rows('SELECT pg_advisory_xact_lock($1)', [ledgerLock]);
    this.ledger.append([{ clinic: currentActor().clinicId, kind, id, at: at.toISOString() }]);
  }
}
