import {
  addDays,
  homeworkSettingValues,
  loadOf,
  restsOn,
  weekday,
  type ActiveExercise,
  type Fraction,
  type LocalDate,
} from '@trellis/domain';
import type { JointPlanView, LoadView, LoadWeekView } from '@trellis/contracts';
import { exerciseIn } from '../platform/exercises/exercise-in.js';
import type { JointPlaceRow, PlaceRow, PlannedPerson, PlanRow } from './plan-row.js';

/** This week and the next three. */
const weeksShown = 4;

/** What the load of a person is taken from. */
export interface LoadAround {
  readonly plans: readonly PlanRow[];
  readonly places: readonly PlaceRow[];
  readonly joint: readonly JointPlaceRow[];
  readonly sessionOn: LocalDate | null;
  readonly today: LocalDate;
}

/** The Monday of the week in which the day lies. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekday(day));
}

/** What is agreed with a person from today on, and what each week asks (HW-23). */
export function loadFor({ id }: PlannedPerson, around: LoadAround): LoadView {
  const { plans, joint, today } = around;
  const agreed = plans.filter(
    (plan) => plan.person_id === id && plan.ended_at === null && plan.last_on >= today,
  );
  const first = mondayOf(today);
  return {
    personId: id,
    ...measured([...agreed, ...joint.filter(({ due_on: due }) => due >= today)]),
    weeks: Array.from({ length: weeksShown }, (_, index) => weekFor(id, around, addDays(first, index * 7))),
  };
}

function weekFor(id: string, { plans, places, joint, sessionOn }: LoadAround, from: LocalDate): LoadWeekView {
  const to = addDays(from, 6);
  const falls = (place: { opens_on: LocalDate; due_on: LocalDate }): boolean =>
    place.opens_on <= to && place.due_on >= from;
  const asking = new Set(
    places.filter((place) => place.state !== 'skipped' && falls(place)).map((place) => place.plan_id),
  );
  const asked = [
    ...plans.filter((plan) => plan.person_id === id && asking.has(plan.id)),
    ...joint.filter(falls),
  ];
  return { from, to, ...measured(asked.filter((one) => !restsOn(one.template_code, from, sessionOn))) };
}

/** One exercise counts once, however often it is agreed. */
function measured(
  agreed: readonly (PlanRow | JointPlaceRow)[],
): Pick<LoadView, 'active' | 'minutesPerDay' | 'overActive' | 'overMinutes'> {
  const once = new Map(
    agreed.map((one): [string, ActiveExercise] => [one.template_code, exerciseOfRow(one)]),
  );
  const load = loadOf([...once.values()], homeworkSettingValues());
  return {
    active: load.active,
    minutesPerDay: tenths(load.minutesPerDay),
    overActive: load.overActive,
    overMinutes: load.overMinutes,
  };
}

function exerciseOfRow(row: PlanRow | JointPlaceRow): ActiveExercise {
  const { minutes, cadence } = exerciseIn(row);
  return { code: row.template_code, cadence: 'cadence' in row ? row.cadence : cadence, minutes };
}

function tenths({ n, d }: Fraction): number {
  return Math.round(Number((n * 10n) / d)) / 10;
}

/** Exercises of two people that are ahead, each once, in the order in which they are due. */
export function jointAhead(rows: readonly JointPlaceRow[], today: LocalDate): JointPlanView[] {
  const ahead = rows.filter(({ due_on: due }) => due >= today);
  const codes = [...new Set(ahead.map((row) => row.template_code))];
  return codes.flatMap((code) => {
    const places = ahead.filter((row) => row.template_code === code);
    const [next, last] = [places[0], places.at(-1)];
    if (next === undefined || last === undefined) return [];
    const { title, minutes, cadence } = exerciseIn(next);
    return [
      {
        ...{ templateCode: code, title, minutes, cadence },
        ...{ places: places.length, nextDueOn: next.due_on, lastOn: last.due_on },
      },
    ];
  });
}
