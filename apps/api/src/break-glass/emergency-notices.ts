import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/context/request-context.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { recordOpenedKind } from './record-opened.job.js';

/** Leaves one letter for each colleague who is to be told. Needs an open unit of work. */
@Injectable()
export class EmergencyNotices {
  constructor(private readonly outbox: Outbox) {}

  async tell(staffIds: readonly string[]): Promise<void> {
    const { clinicId } = currentActor();
    const clinic = { clinicId, id: clinicId, role: 'system' } as const;
    for (const staffId of staffIds) await this.outbox.addFor(clinic, recordOpenedKind, staffId);
  }
}
