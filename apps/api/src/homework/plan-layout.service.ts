import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  disclosureWeekOf,
  isCounted,
  keptInDisclosureWeek,
  occurrencesOf,
  placesAround,
  standingOccurrence,
  type Occurrence,
  type OccurrencePlan,
  type Rest,
} from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { exerciseIn } from '../platform/exercises/exercise-in.js';
import { currentActor } from '../platform/context/request-context.js';
import { CaseHomeworkRepository, type NewOccurrence } from './case-homework.repository.js';
import { restsOf, type NewPlan, type PlaceRow, type PlanRow, type RestRow } from './plan-row.js';
import { PlansRepository } from './plans.repository.js';

/** Lays the places of a plan out over its days, and again whenever a rest or an end changes them. */
@Injectable()
export class PlanLayout {
  constructor(
    private readonly plans: PlansRepository,
    private readonly homework: CaseHomeworkRepository,
    private readonly clock: Clock,
  ) {}

  /** Whether any place falls into the days of a plan, rests aside. */
  reaches(grant: CaseGrant, plan: NewPlan): boolean {
    return placesOf(plan, spanOf(grant, plan)).length > 0;
  }

  /** Writes the places of a new plan. Answers with those that its person did not have yet. */
  async first(grant: CaseGrant, plan: NewPlan, rests: readonly RestRow[]): Promise<string[]> {
    const places = await this.wanted(grant, plan, rests);
    return this.homework.add(grant, this.occurrences(grant, plan, places));
  }

  /**
   * Brings the places that are still to come to the rests and the last day as they are now. What was handed in, skipped
   * or missed stays; what is begun is moved, never taken back. Of a plan that was ended, what is due by its last day
   * stays.
   */
  async again(grant: CaseGrant, plan: PlanRow, rests: readonly RestRow[]): Promise<void> {
    const now = this.clock.now();
    const standing = await this.plans.places(grant, [plan.id]);
    const all = await this.wanted(grant, plan, rests);
    const wanted = plan.ended_at === null ? all : all.filter(({ dueOn }) => dueOn <= plan.last_on);
    const open = standing.filter((place) => isAhead(place, now));
    if (isCounted(plan.cadence) && plan.ended_at === null) {
      await this.shift(grant, plan, standing, wanted);
      return;
    }
    const keys = new Set(wanted.map(keyOf));
    const gone = open.filter((place) => !isBegun(place) && !keys.has(keyOfRow(place)));
    await this.plans.withdraw(grant, idsOf(gone), now);
    const missing = wanted.filter(({ dueAt }) => dueAt > now);
    await this.homework.add(grant, this.occurrences(grant, plan, missing));
  }

  /** The nth place of a set number stays the nth, on its new days. */
  private async shift(
    grant: CaseGrant,
    plan: PlanRow,
    standing: readonly PlaceRow[],
    wanted: readonly NewOccurrence[],
  ): Promise<void> {
    const now = this.clock.now();
    const pairs = standing.map((place, index) => ({ place, to: wanted[index] }));
    const gone = pairs.filter(({ place, to }) => to === undefined && isAhead(place, now) && !isBegun(place));
    await this.plans.withdraw(grant, idsOf(gone.map(({ place }) => place)), now);
    const moves = pairs.flatMap(({ place, to }) =>
      to === undefined || !isAhead(place, now) || keyOfRow(place) === keyOf(to) ? [] : [{ place, to }],
    );
    // Each goes where the one before it has just left.
    const later = moves.filter(({ place, to }) => to.dueOn > place.due_on).reverse();
    const sooner = moves.filter(({ place, to }) => to.dueOn <= place.due_on);
    for (const { place, to } of [...later, ...sooner]) await this.plans.move(grant, place.id, to);
    await this.homework.add(grant, this.occurrences(grant, plan, wanted.slice(standing.length)));
  }

  /** The places of a plan around its rests and the week of the session; nothing is written. */
  async wanted(
    grant: CaseGrant,
    plan: NewPlan,
    rests: readonly RestRow[],
  ): Promise<readonly NewOccurrence[]> {
    const sessionOn = isCounted(plan.cadence) ? await this.homework.sessionOn(grant) : null;
    const goesOn = keptInDisclosureWeek.some((code) => code === plan.template_code);
    const week: Rest[] = sessionOn === null || goesOn ? [] : [disclosureWeekOf(sessionOn)];
    const span = spanOf(grant, plan);
    const places = placesAround(placesOf(plan, span), plan.cadence, [...restsOf(plan, rests), ...week], span);
    return numbered(places);
  }

  private occurrences(grant: CaseGrant, plan: NewPlan, days: readonly NewOccurrence[]) {
    return {
      personId: plan.person_id,
      side: plan.compartment,
      template: exerciseIn(plan),
      assignedBy: currentActor().id,
      assignedAt: this.clock.now(),
      planId: plan.id,
      expected: occurrencesOf(plan.cadence, spanOf(grant, plan)).length > 0,
      days,
    };
  }
}

function spanOf({ timeZone }: CaseGrant, plan: NewPlan): OccurrencePlan {
  const { mostPerWeek } = exerciseIn(plan);
  return {
    startsOn: plan.starts_on,
    lastOn: plan.last_on,
    zone: timeZone,
    time: plan.wall_time,
    ...(plan.weekdays.length === 0 ? {} : { weekdays: plan.weekdays }),
    ...(mostPerWeek === undefined ? {} : { mostPerWeek }),
  };
}

/** What is expected in the time; for what is done when it is needed, one open place. */
function placesOf({ cadence }: NewPlan, span: OccurrencePlan): readonly Occurrence[] {
  const expected = occurrencesOf(cadence, span);
  return expected.length === 0 && cadence.kind === 'on_event' ? [standingOccurrence(span)] : expected;
}

function numbered(places: readonly Occurrence[]): NewOccurrence[] {
  return places.map(({ firstOn, lastOn, dueAt }, index) => ({
    id: randomUUID(),
    opensOn: firstOn,
    dueOn: lastOn,
    dueAt,
    occurrence: places.slice(0, index + 1).filter((one) => one.lastOn === lastOn).length,
  }));
}

function keyOf({ dueOn, occurrence }: NewOccurrence): string {
  return `${dueOn} ${String(occurrence)}`;
}

function keyOfRow({ due_on: dueOn, occurrence }: PlaceRow): string {
  return `${dueOn} ${String(occurrence)}`;
}

function idsOf(places: readonly PlaceRow[]): string[] {
  return places.map(({ id }) => id);
}

/** Neither done nor put aside, and not over. */
function isAhead({ state, due_at: dueAt }: PlaceRow, now: Date): boolean {
  return (state === 'assigned' || state === 'opened' || state === 'draft') && dueAt > now;
}

function isBegun({ state }: PlaceRow): boolean {
  return state === 'draft';
}
