import { Injectable } from '@nestjs/common';
import type { DisclosurePipelineRequest, DisclosurePipelineView } from '@trellis/contracts';
import { daysBetween, localDateOf, stateForAdmin, type DisclosureState } from '@trellis/domain';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { pageOf, positionOf } from '../platform/http/time-cursor.js';

interface PipelineRow {
  readonly id: string;
  readonly at: Date;
  readonly couple_id: string;
  readonly couple_name: string;
  readonly time_zone: string;
  readonly state: DisclosureState;
  readonly ordered_at: Date | null;
  readonly order_version: number | null;
}

const usual = 50;

/** Processes under way as the office sees them: state and days, every pause alike, and dates to be entered. */
@Injectable()
export class PipelineService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Those that have stood still longest first. @throws AppError invalid_request for a broken cursor. */
  async page({ cursor, limit = usual }: DisclosurePipelineRequest): Promise<DisclosurePipelineView> {
    const after = positionOf(cursor);
    return this.work.run(async () => {
      const rows = await this.work.rows<PipelineRow>(
        `SELECT p.id, date_trunc('milliseconds', p.state_since) AS at, p.couple_id, c.name AS couple_name, c.time_zone,
            p.state, o.session_at AS ordered_at, o.version AS order_version
          FROM disclosure_process p
          JOIN couple c ON c.clinic_id = p.clinic_id AND c.id = p.couple_id
          LEFT JOIN disclosure_order o ON o.clinic_id = p.clinic_id AND o.process_id = p.id
          WHERE p.clinic_id = app.clinic() AND p.closed_at IS NULL
            AND ($1::timestamptz IS NULL OR (p.state_since, p.id) > ($1::timestamptz, $2::uuid))
          ORDER BY p.state_since, p.id LIMIT $3`,
        [after?.at ?? null, after?.id ?? null, limit + 1],
      );
      const page = pageOf(rows, limit);
      return { items: page.rows.map((row) => itemOf(row, this.clock.now())), nextCursor: page.nextCursor };
    });
  }
}

function itemOf(row: PipelineRow, now: Date): DisclosurePipelineView['items'][number] {
  const { ordered_at: at, order_version: version } = row;
  const since = localDateOf(row.at, row.time_zone);
  return {
    coupleId: row.couple_id,
    coupleName: row.couple_name,
    state: stateForAdmin(row.state),
    daysInState: Math.max(0, daysBetween(since, localDateOf(now, row.time_zone))),
    order: at === null || version === null ? null : { startsAt: at.toISOString(), version },
  };
}
