import { Injectable } from '@nestjs/common';
import { reminderIntervals, reminderSettings, type ReminderSettingName } from '@trellis/domain';
import type { ChangeReminderSettingsRequest, ReminderSettingsView } from '@trellis/contracts';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { ReminderSettingsRepository } from './reminder-settings.repository.js';

/** When the clinic reminds: kept by the office. */
@Injectable()
export class ReminderSettingsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly settings: ReminderSettingsRepository,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<ReminderSettingsView> {
    return this.work.run(() => this.view());
  }

  /** Makes the next version. @throws AppError reminders_invalid for a name or value not offered, version_stale. */
  async change(version: number, { own }: ChangeReminderSettingsRequest): Promise<ReminderSettingsView> {
    const values = valuesOf(own);
    return this.work.run(async () => {
      const [newest] = await this.settings.changes();
      const fresh = (newest?.version ?? 0) === version;
      if (!fresh || !(await this.settings.add(version + 1, values, this.clock.now())))
        throw new AppError('version_stale');
      await this.audit.record({
        action: 'reminder_settings.change',
        resource: 'reminder_setting',
        resourceId: currentActor().clinicId,
        decision: 'allowed',
      });
      return this.view();
    });
  }

  private async view(): Promise<ReminderSettingsView> {
    const changes = await this.settings.changes();
    return {
      version: changes[0]?.version ?? 0,
      own: changes[0]?.own ?? {},
      changes: changes.map(({ version, own, changed_by, changed_at }) => ({
        ...{ version, own, changedBy: changed_by, changedAt: changed_at.toISOString() },
      })),
    };
  }
}

/** What differs from the standard. @throws AppError reminders_invalid. */
function valuesOf(own: Readonly<Record<string, unknown>>): Record<string, number> {
  const given: Partial<Record<ReminderSettingName, number>> = {};
  for (const [name, value] of Object.entries(own)) {
    if (!isName(name) || typeof value !== 'number') throw new AppError('reminders_invalid');
    if (value !== reminderSettings[name].standard) given[name] = value;
  }
  try {
    reminderIntervals(given);
  } catch (failure) {
    if (failure instanceof RangeError) throw new AppError('reminders_invalid');
    throw failure;
  }
  return given;
}

function isName(name: string): name is ReminderSettingName {
  return Object.hasOwn(reminderSettings, name);
}
