import { Injectable } from '@nestjs/common';
import { alertSettings, limitsFrom, rulePrecision, type AlertSettingName } from '@trellis/domain';
import type { ChangeLimitsRequest, OffTrackLimitsView, RulePrecisionView } from '@trellis/contracts';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Clock } from '../../platform/clock.js';
import { currentActor } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/http/app-error.js';
import { LimitsRepository } from './limits.repository.js';

/** Fewer closed episodes than this say nothing of a rule, and might say something of a couple. */
const leastClosed = 5;

/** The limits of the off-track rules: seen by therapists and the office, changed by the office. */
@Injectable()
export class LimitsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly limits: LimitsRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<OffTrackLimitsView> {
    return this.work.run(() => this.view());
  }

  /**
   * Makes the next version, which holds from today on.
   * @throws AppError limits_invalid for a name or value that is not offered, version_stale.
   */
  async change(version: number, { own }: ChangeLimitsRequest): Promise<OffTrackLimitsView> {
    const values = valuesOf(own);
    return this.work.run(async () => {
      const [newest] = await this.limits.changes();
      if (
        (newest?.version ?? 0) !== version ||
        !(await this.limits.add(version + 1, values, this.clock.now()))
      )
        throw new AppError('version_stale');
      await this.audit.record({
        action: 'limits.change',
        resource: 'off_track_limits',
        resourceId: currentActor().clinicId,
        decision: 'allowed',
      });
      return this.view();
    });
  }

  private async view(): Promise<OffTrackLimitsView> {
    const changes = await this.limits.changes();
    return {
      version: changes[0]?.version ?? 0,
      own: changes[0]?.own ?? {},
      changes: changes.map((row) => ({
        version: row.version,
        changedBy: row.changed_by,
        changedAt: row.changed_at.toISOString(),
        own: row.own,
      })),
      precision: rulePrecision(await this.limits.closed()).map(shown),
    };
  }
}

/** What differs from the standard. @throws AppError limits_invalid. */
function valuesOf(own: Readonly<Record<string, unknown>>): Record<string, number> {
  try {
    const limits = limitsFrom(own);
    const names = Object.keys(own).map((name) => name as AlertSettingName);
    const changed = names.filter((name) => limits[name] !== alertSettings[name].standard);
    return Object.fromEntries(changed.sort().map((name) => [name, limits[name]]));
  } catch (failure) {
    if (failure instanceof RangeError) throw new AppError('limits_invalid');
    throw failure;
  }
}

function shown({ rule, useful, of }: { rule: string; useful: number; of: number }): RulePrecisionView {
  return of < leastClosed ? { rule, useful: null, of: null } : { rule, useful, of };
}
