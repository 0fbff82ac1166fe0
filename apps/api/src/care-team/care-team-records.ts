import { Injectable } from '@nestjs/common';
import type { TeamRow } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { careTeamChangedKind } from './care-team-changed.job.js';

/** What a change of a team leaves behind: its audit row, and a letter to everybody on the team. */
@Injectable()
export class CareTeamRecords {
  constructor(
    private readonly audit: AuditWriter,
    private readonly outbox: Outbox,
  ) {}

  /** `team` names who is told: all whose row was not over, whoever acts apart. Needs an open unit of work. */
  async changed(action: string, rowId: string, team: readonly TeamRow[]): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'care_assignment', resourceId: rowId, decision: 'allowed' },
    });
    const { clinicId, id } = currentActor();
    const clinic = { clinicId, id: clinicId, role: 'system' } as const;
    const told = new Set(team.filter(({ to }) => to === null).map(({ staffId }) => staffId));
    for (const staffId of told) {
      if (staffId !== id) await this.outbox.addFor(clinic, careTeamChangedKind, staffId);
    }
  }
}
