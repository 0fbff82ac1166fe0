import { Injectable } from '@nestjs/common';
import type { RaisedListView } from '@trellis/contracts';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { urgentKinds } from './aftercare-alerts.service.js';
import { RaisedRepository, type CoveredRow } from './raised.repository.js';

const pageSize = 100;

/** What waits for a therapist over all couples. Codes and names, never a word. */
@Injectable()
export class RaisedService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly raised: RaisedRepository,
    private readonly audit: AuditWriter,
  ) {}

  /** Of the own sides what was raised; of a colleague's whom one covers only that something waits, and that is on record. */
  async list(): Promise<RaisedListView> {
    return this.work.run(async () => {
      const rows = await this.raised.waiting(pageSize);
      const covered = await this.raised.covered();
      for (const row of covered) await this.record(row);
      return {
        items: rows.slice(0, pageSize).map((row) => ({
          ...{
            alertId: row.id,
            coupleId: row.couple_id,
            coupleName: row.couple_name,
            timeZone: row.time_zone,
          },
          ...{ side: row.side, kind: row.kind, urgent: urgentKinds.has(row.kind) },
          raisedAt: row.raised_at.toISOString(),
        })),
        more: rows.length > pageSize,
        covered: covered.map((row) => ({
          ...{ coupleName: row.couple_name, staffName: row.staff_name, timeZone: row.time_zone },
          since: row.since.toISOString(),
        })),
      };
    });
  }

  private async record({ couple_id: coupleId }: CoveredRow): Promise<void> {
    await this.audit.record({
      ...{ action: 'safety.covered_read', resource: 'couple', resourceId: coupleId, decision: 'allowed' },
    });
  }
}
