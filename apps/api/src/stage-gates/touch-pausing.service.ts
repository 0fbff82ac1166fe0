import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TouchSignal, Track } from '@trellis/domain';
import { AftercareAlerts } from '../aftercare/aftercare-alerts.service.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** Whose entry a signal came from. */
export interface SignalSource {
  readonly clinicId: string;
  readonly coupleId: string;
  readonly personId: string;
  readonly side: Track;
}

/**
 * Pauses the exercises of stage 3 at once, for both people, and tells the own therapist of whoever the signal came from
 * (STAGE-05). Before stage 3 there is nothing to pause, and the therapist hears of it all the same.
 */
@Injectable()
export class TouchPausing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly alerts: AftercareAlerts,
    private readonly audit: AuditWriter,
  ) {}

  /** Needs an open unit of work of the person, or for a slip of one of their therapists. No signal changes nothing. */
  async signal(source: SignalSource, signals: readonly TouchSignal[], at: Date): Promise<void> {
    if (signals.length === 0) return;
    const [row] = await this.work.rows<{ id: string | null }>('SELECT app.pause_touch($1, $2, $3) AS id', [
      ...[source.coupleId, randomUUID(), at],
    ]);
    const pauseId = row?.id ?? null;
    if (pauseId !== null) await this.record(source, signals, pauseId, at);
    if (currentActor().role === 'client') await this.tell(source, signals, at);
  }

  private async record(
    { clinicId, coupleId, personId, side }: SignalSource,
    signals: readonly TouchSignal[],
    pauseId: string,
    at: Date,
  ): Promise<void> {
    // No RETURNING: a person signals what they may not read.
    for (const { trigger, tells } of signals)
      await this.work.change(
        `INSERT INTO touch_signal (clinic_id, id, pause_id, couple_id, person_id, side, trigger, tells, at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [clinicId, randomUUID(), pauseId, coupleId, personId, side, trigger, tells, at],
      );
    await this.audit.record({
      ...{ action: 'touch.paused', resource: 'touch_pause', resourceId: pauseId },
      ...{ personId, decision: 'allowed' },
    });
  }

  /** A slip has a notice of its own; everything else is one notice for each entry, the graver kind first. */
  private async tell(source: SignalSource, signals: readonly TouchSignal[], at: Date): Promise<void> {
    const told = signals.filter(({ trigger, tells }) => trigger !== 'slip_logged' && tells !== 'nobody');
    if (told.length === 0) return;
    const kind = told.some(({ tells }) => tells === 'SAFE-1') ? 'touch_safety' : 'touch_paused';
    await this.alerts.raise(source, { side: source.side, kind, about: randomUUID() }, at);
  }
}
