import { Inject, Injectable } from '@nestjs/common';
import type { ErasureView } from '@trellis/contracts';
import { CONFIG, type Config } from '../platform/config/env.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { MASTER_KEY } from '../platform/sealing/master-key.js';
import { Vault } from '../platform/sealing/vault.js';
import { ErasureLedger } from './erasure-ledger.js';
import { erasureView, stepOf } from './erasure.mapper.js';
import { ErasureRepository } from './erasure.repository.js';
import { ErasureTrace } from './erasure-trace.js';

/** Carries an erasure out: keys destroyed, rows scrubbed, and a line in the ledger, or none of it. */
@Injectable()
export class ErasingService {
  private readonly ledger: ErasureLedger;

  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: ErasureRepository,
    private readonly vault: Vault,
    private readonly trace: ErasureTrace,
    @Inject(CONFIG) config: Config,
    @Inject(MASTER_KEY) keyRoot: Buffer,
  ) {
    this.ledger = new ErasureLedger(config.erasureLedger, keyRoot);
  }

  /**
   * Rule and database both have to find it due. The line is on the disk before the transaction ends: if that then
   * fails, the ledger knows of an erasure that the database does not, and the next start says so.
   * @throws AppError not_found; erasure_not_due with what is missing.
   */
  async complete(id: string): Promise<ErasureView> {
    return this.work.run(async () => {
      const { clinicId, id: myId } = currentActor();
      await this.rows.claimLedger();
      const row = await this.rows.find(id);
      if (row === null || row.withdrawn_at !== null || row.erased_at !== null) throw notFound();
      const { step } = stepOf(row, await this.rows.approvals([id]));
      const keys = await this.rows.keysOf(row.person_id);
      const team = await this.rows.teamOf(row.person_id);
      if (step !== 'due' || !(await this.rows.erase(id))) throw new AppError('erasure_not_due', { step });
      await this.trace.leave(row.person_id, team);
      const erased = await this.rows.find(id);
      if (erased === null) throw notFound();
      const view = erasureView(erased, await this.rows.approvals([id]), myId);
      this.ledger.append([{ clinic: clinicId, person: row.person_id, at: row.now.toISOString() }]);
      this.work.afterCommit(() => {
        this.vault.forget(clinicId, keys);
      });
      return view;
    });
  }
}
