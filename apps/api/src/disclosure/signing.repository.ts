import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { ProcessRow } from './core-facts.js';
import type { SignaturePurpose } from './signing.service.js';

/** Signatures under a process. */
@Injectable()
export class SigningRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditWriter,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** One row for each side of the signer; a signature that stands there already is left as it is. */
  async add(grant: CaseGrant, process: ProcessRow, purpose: SignaturePurpose): Promise<void> {
    const { id: by } = currentActor();
    const sides = purpose === 'readiness' ? grant.mySides : grant.mySides.slice(0, 1);
    await this.work.asSystem('disclosure.step', async () => {
      for (const side of sides) {
        await this.work.change(
          `INSERT INTO disclosure_signature (clinic_id, id, process_id, couple_id, purpose, side, signed_by, signed_at,
              process_version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
          [
            ...[grant.clinicId, randomUUID(), process.id, grant.coupleId, purpose, side, by],
            ...[this.now(), process.version],
          ],
        );
      }
    });
    await this.audit.record({
      ...{ action: 'disclosure.sign', resource: 'disclosure_process', resourceId: process.id },
      ...{ decision: 'allowed', reasonCode: purpose },
    });
  }
}
