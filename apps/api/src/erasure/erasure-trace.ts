import { Injectable } from '@nestjs/common';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { recordErasedKind } from './record-erased.job.js';

/** What an erasure leaves behind: its record, and one letter for each colleague of the care team. */
@Injectable()
export class ErasureTrace {
  constructor(
    private readonly audit: AuditWriter,
    private readonly outbox: Outbox,
  ) {}

  /** Needs an open unit of work. The letters go out for the clinic, whoever has left by then. */
  async leave(personId: string, team: readonly string[]): Promise<void> {
    const { clinicId } = currentActor();
    await this.audit.record({
      ...{ action: 'erasure.complete', resource: 'person', resourceId: personId, personId },
      decision: 'allowed',
    });
    const clinic = { clinicId, id: clinicId, role: 'system' } as const;
    for (const staffId of team) await this.outbox.addFor(clinic, recordErasedKind, staffId);
  }
}
