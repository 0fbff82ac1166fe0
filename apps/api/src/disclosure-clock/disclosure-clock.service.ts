import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  asClinicId,
  clockEvents,
  type Compartment,
  type DisclosureSnapshot,
  type Nudge,
} from '@trellis/domain';
import { AftercareAlerts, type NewAlert } from '../aftercare/aftercare-alerts.service.js';
import { Clock } from '../platform/clock.js';
import { withContext, type Actor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { DisclosureScope } from '../disclosure/disclosure-parts.service.js';
import { DisclosureSteps, type DisclosureStanding } from '../disclosure/disclosure-steps.service.js';
import { ClockRepository, type ClaimedCouple } from './clock.repository.js';
import { ClockWatches } from './clock-watches.js';
import { momentsOf, nextLook, nextNight } from './moments.js';

/** A step may open the way for another: no chain of the table is longer than this. */
const mostSteps = 4;
const sidesOf: Readonly<Record<Nudge, readonly Compartment[]>> = {
  process_stalled: ['JOINT'],
  draft_review_overdue: ['RP'],
  acute_contacts_overdue: ['RP', 'BP', 'JOINT'],
};

/**
 * What time alone brings about in one couple: steps of the system, reminders, escalations. One transaction holds the
 * couple's clock, does all of it and sets the clock anew; whoever dies in between leaves nothing done, and the couple
 * is claimed again.
 */
@Injectable()
export class DisclosureClock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly clocks: ClockRepository,
    private readonly steps: DisclosureSteps,
    private readonly alerts: AftercareAlerts,
    private readonly watches: ClockWatches,
  ) {}

  /** Looks at one couple as the system of its clinic. 'skipped' when another worker was there first. */
  async look({ clinic_id, couple_id: coupleId }: ClaimedCouple): Promise<'done' | 'skipped'> {
    const clinicId = asClinicId(clinic_id);
    const actor: Actor = { clinicId, id: clinicId, role: 'system' };
    // By the door of requests: a step that time takes is carried out by the very code that a person's step runs.
    return withContext({ correlationId: randomUUID(), surface: 'job', actor }, () =>
      this.work.run(() => this.lookNow(clinicId, coupleId), actor, 'api'),
    );
  }

  private async lookNow(clinicId: string, coupleId: string): Promise<'done' | 'skipped'> {
    const now = this.clock.now();
    if (!(await this.clocks.hold(coupleId, now))) return 'skipped';
    const timeZone = await this.clocks.timeZone(coupleId);
    if (timeZone === null) throw new Error('the clock of a couple that there is not');
    const scope = { clinicId, coupleId, timeZone };
    const standing = await this.takeSteps(scope, now);
    const snapshot = standing?.snapshot ?? null;
    const watched = await this.watches.look(scope, snapshot, now);
    const nudges = snapshot === null ? [] : nudgesOf(snapshot, now);
    for (const alert of [...nudges, ...watched.alerts]) await this.alerts.raise(scope, alert, now);
    const moments = [
      nextNight(now, timeZone),
      ...watched.moments,
      ...(snapshot === null ? [] : momentsOf(snapshot)),
    ];
    await this.clocks.set(coupleId, nextLook(moments, snapshot, now));
    return 'done';
  }

  private async takeSteps(scope: DisclosureScope, now: Date): Promise<DisclosureStanding | null> {
    let standing = await this.steps.standing(scope);
    for (let taken = 0; standing !== null && taken < mostSteps; taken += 1) {
      const due = clockEvents(standing.snapshot, now).find(({ kind }) => kind === 'step');
      if (due?.kind !== 'step') return standing;
      const after = await this.steps.bySystem(scope, { event: due.event });
      if (after === null) return standing;
      standing = after;
    }
    return standing;
  }
}

/** Reminders, each about what it reminds of, so that it is raised once for that. */
function nudgesOf(snapshot: DisclosureSnapshot, now: Date): NewAlert[] {
  return clockEvents(snapshot, now).flatMap((event) => {
    if (event.kind !== 'nudge') return [];
    const about = aboutOf(event.nudge, snapshot)?.toISOString() ?? 'unknown';
    return sidesOf[event.nudge].map((side) => ({ side, kind: event.nudge, about }));
  });
}

function aboutOf(nudge: Nudge, { lastEventAt, drafts, session }: DisclosureSnapshot): Date | null {
  const since: Readonly<Record<Nudge, Date | null>> = {
    process_stalled: lastEventAt,
    draft_review_overdue: drafts?.awaitingReviewSince ?? null,
    acute_contacts_overdue: session?.endedAt ?? null,
  };
  return since[nudge];
}
