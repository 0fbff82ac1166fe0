import {
  adherenceAt,
  isOpenTask,
  isResting,
  lateHours,
  restOf,
  type CalendarException,
  type LocalDate,
} from '@trellis/domain';
import type { PlanView, RestView, SharedHalfView } from '@trellis/contracts';
import { exerciseIn } from '../platform/exercises/exercise-in.js';
import { restsOf, type HalfRow, type PlaceRow, type PlanRow, type RestRow } from './plan-row.js';

const lateMs = lateHours * 3_600_000;

/** What a plan is seen against. */
export interface PlanSurroundings {
  readonly places: readonly PlaceRow[];
  readonly rests: readonly RestRow[];
  readonly sessionOn: LocalDate | null;
  readonly today: LocalDate;
  readonly now: Date;
}

export function toPlan(plan: PlanRow, around: PlanSurroundings): PlanView {
  const template = exerciseIn(plan);
  const places = around.places.filter((place) => place.plan_id === plan.id);
  const counts = countsOf(plan, places, around);
  const next = places.find((place) => isOpenTask(place.state) && place.due_at > around.now);
  return {
    id: plan.id,
    personId: plan.person_id,
    personName: plan.person_name,
    compartment: plan.compartment,
    templateCode: plan.template_code,
    title: template.title,
    minutes: template.minutes,
    cadence: plan.cadence,
    weekdays: [...plan.weekdays],
    time: plan.wall_time,
    startsOn: plan.starts_on,
    lastOn: plan.last_on,
    state: stateOf(plan, around, next !== undefined),
    ...counts,
    skipped: places.filter(({ state }) => state === 'skipped').length,
    next:
      next === undefined
        ? null
        : { taskId: next.id, dueAt: next.due_at.toISOString(), version: next.version },
    version: plan.version,
  };
}

/** What each person handed in of each exercise of two people, by exercise. */
export function toSharedHalves(
  halves: readonly HalfRow[],
  around: Omit<PlanSurroundings, 'places'>,
): SharedHalfView[] {
  const keys = [...new Set(halves.map((half) => `${half.person_id} ${half.template_code}`))].sort();
  return keys.flatMap((key) => {
    const own = halves.filter((half) => `${half.person_id} ${half.template_code}` === key);
    const [first] = own;
    if (first === undefined) return [];
    const { person_id: personId, template_code: templateCode } = first;
    const plan = { id: '', person_id: personId, template_code: templateCode, last_on: around.today };
    const counts = countsOf(plan, own, around);
    const skipped = own.filter(({ state }) => state === 'skipped').length;
    return [{ personId, templateCode, title: exerciseIn(first).title, ...counts, skipped }];
  });
}

export function toRest(rest: RestRow): RestView {
  return {
    id: rest.id,
    personId: rest.person_id,
    planId: rest.plan_id,
    kind: rest.kind,
    from: rest.from_on,
    to: rest.to_on,
    version: rest.version,
  };
}

function stateOf(plan: PlanRow, { rests, today }: PlanSurroundings, hasNext: boolean): PlanView['state'] {
  if (plan.ended_at !== null) return 'ended';
  if (isResting(today, restsOf(plan, rests))) return 'resting';
  if (today < plan.starts_on) return 'planned';
  return today > plan.last_on && !hasNext ? 'over' : 'running';
}

/** Done of expected so far; rests and the week of the session were never expected (HW-20, HW-22). */
function countsOf(
  plan: Pick<PlanRow, 'id' | 'person_id' | 'template_code' | 'last_on'>,
  places: readonly Pick<PlaceRow, 'opens_on' | 'due_on' | 'due_at' | 'submitted_at' | 'state'>[],
  { rests, sessionOn, now }: Omit<PlanSurroundings, 'places' | 'today'>,
): { readonly done: number; readonly expected: number } {
  const week = sessionOn === null ? null : restOf(plan.template_code, sessionOn);
  const exceptions: CalendarException[] = restsOf(plan, rests).map(({ from, to }) => ({
    ...{ kind: 'agreed_pause', from },
    to: to ?? plan.last_on,
  }));
  const { done, expected } = adherenceAt(
    places.map((place) => ({
      occurrence: {
        firstOn: place.opens_on,
        lastOn: place.due_on,
        opensAt: place.due_at,
        dueAt: place.due_at,
        lateUntil: new Date(place.due_at.getTime() + lateMs),
      },
      submittedAt: place.submitted_at,
      skipped: place.state === 'skipped',
    })),
    week === null ? exceptions : [...exceptions, week],
    now,
  );
  return { done: Number(done.n) / Number(done.d), expected };
}
