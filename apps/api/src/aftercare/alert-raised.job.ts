import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Compartment } from '@trellis/domain';
import { CoverService } from '../cover/cover.service.js';
import type { ActorRole } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { JobHandlers, type JobHandler, type JobMessage } from '../platform/jobs/job-handlers.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { alertRaisedKind, urgentKinds, type AlertKind } from './aftercare-alerts.service.js';
import { followUpWaitsKind } from './follow-up-waits.job.js';

interface Waiting {
  readonly couple_id: string;
  readonly side: Compartment;
  readonly kind: AlertKind;
}
interface JobFacts {
  readonly team: readonly { readonly staffId: string; readonly side: Compartment; readonly lead: boolean }[];
  readonly owners: readonly string[];
}

const forTheLead: ReadonlySet<AlertKind> = new Set<AlertKind>(['process_stalled']);

/**
 * Orders the letters about one alert, once: that it was told and the letters are one transaction. Where a side has
 * nobody, the owners of the practice hear of it.
 */
@Injectable()
export class AlertRaisedJob implements JobHandler, OnModuleInit {
  readonly kind = alertRaisedKind;
  readonly roles: readonly ActorRole[] = ['system'];

  constructor(
    private readonly work: UnitOfWork,
    private readonly cover: CoverService,
    private readonly outbox: Outbox,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async run({ subjectId }: JobMessage): Promise<'done' | 'skipped'> {
    return this.work.run(async () => {
      const [alert] = await this.work.rows<Waiting>(
        `SELECT couple_id, side, kind FROM aftercare_alert
          WHERE clinic_id = app.clinic() AND id = $1 AND told_at IS NULL FOR UPDATE`,
        [subjectId],
      );
      if (alert === undefined) return 'skipped';
      for (const staffId of await this.recipients(alert)) await this.outbox.add(followUpWaitsKind, staffId);
      await this.work.change(
        'UPDATE aftercare_alert SET told_at = app.now() WHERE clinic_id = app.clinic() AND id = $1',
        [subjectId],
      );
      return 'done';
    });
  }

  private async recipients({ couple_id: coupleId, side, kind }: Waiting): Promise<readonly string[]> {
    const [row] = await this.work.rows<{ facts: JobFacts | null }>(
      'SELECT app.couple_for_jobs($1) AS facts',
      [coupleId],
    );
    const { team, owners } = row?.facts ?? { team: [], owners: [] };
    const theirs = team.filter((one) =>
      forTheLead.has(kind) ? one.lead : side === 'JOINT' || one.side === side,
    );
    const own = [...new Set(theirs.map(({ staffId }) => staffId))];
    if (own.length === 0) return owners;
    return urgentKinds.has(kind) ? (await this.cover.safetyRecipients(own)).staff : own;
  }
}
