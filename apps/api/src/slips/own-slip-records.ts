import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PersonGrant } from '../access/person-access.js';
import { AftercareAlerts } from '../aftercare/aftercare-alerts.service.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { SlipLog } from './slip-log.js';
import type { NewSlip } from './slip.repository.js';

/** What a person's own logging leaves behind. */
@Injectable()
export class OwnSlipRecords {
  constructor(
    private readonly slips: SlipLog,
    private readonly alerts: AftercareAlerts,
    private readonly audit: AuditWriter,
  ) {}

  async add(own: PersonGrant, slip: Omit<NewSlip, 'sealed'>, words: string | null, at: Date): Promise<void> {
    await this.slips.add(own, slip, words, at);
  }

  /** Nothing is written down but that a call is needed. */
  async stop(own: PersonGrant, at: Date): Promise<void> {
    const about = randomUUID();
    await this.alerts.raise(own, { side: 'RP', kind: 'slip_stop_and_call', about }, at);
    await this.audit.record({
      ...{ action: 'safety.raised', resource: 'slip', resourceId: about },
      ...{ personId: own.personId, decision: 'allowed' },
    });
  }
}
