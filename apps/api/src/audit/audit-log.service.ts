import { Injectable } from '@nestjs/common';
import type { AuditFiltersView, AuditLogRequest, AuditLogView, OpeningsView } from '@trellis/contracts';
import { addDays, asLocalDate, instantOf } from '@trellis/domain';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { pageOf, positionOf } from '../platform/http/time-cursor.js';
import { actView, openingView } from './audit-log.mapper.js';
import { AuditLogRepository, type ActFilter } from './audit-log.repository.js';
import { AuditWriter } from './audit-writer.js';

const pageSize = 50;
const openingsPageSize = 20;

/** The audit record as it may be read: by administrators, and by each person as far as it is about themselves. */
@Injectable()
export class AuditLogService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AuditLogRepository,
    private readonly audit: AuditWriter,
  ) {}

  /** One page of acts, newest first. Reading is an act too. @throws AppError invalid_request for a broken cursor. */
  async page(request: AuditLogRequest): Promise<AuditLogView> {
    const after = positionOf(request.cursor);
    return this.work.run(async () => {
      const rows = await this.log.acts(await this.filterOf(request), after, pageSize + 1);
      await this.audit.record({ action: 'audit.read', resource: 'audit_event', decision: 'allowed' });
      const page = pageOf(rows, pageSize);
      return { acts: page.rows.map(actView), nextCursor: page.nextCursor };
    });
  }

  async filters(): Promise<AuditFiltersView> {
    return this.work.run(async () => ({
      staff: [...(await this.log.staff(currentActor().clinicId))],
      actions: await this.log.actions(),
    }));
  }

  /** Who of the staff read the signed-in person's own words. @throws AppError invalid_request for a broken cursor. */
  async openings(cursor: string | undefined): Promise<OpeningsView> {
    const after = positionOf(cursor);
    return this.work.run(async () => {
      const rows = await this.log.openings(after, openingsPageSize + 1);
      const { id: personId } = currentActor();
      await this.audit.record({
        action: 'record.openings',
        resource: 'audit_event',
        personId,
        decision: 'allowed',
      });
      const page = pageOf(rows, openingsPageSize);
      return { openings: page.rows.map(openingView), nextCursor: page.nextCursor };
    });
  }

  /** Days become instants in the clinic's zone; a day that is 23 or 25 hours long is whole all the same. */
  private async filterOf({ from, until, actorId, action }: AuditLogRequest): Promise<ActFilter> {
    const zone = await this.log.timeZone(currentActor().clinicId);
    return {
      actorId: actorId ?? null,
      action: action ?? null,
      from: from === undefined ? null : instantOf(asLocalDate(from), '00:00', zone),
      until: until === undefined ? null : instantOf(addDays(asLocalDate(until), 1), '00:00', zone),
    };
  }
}
