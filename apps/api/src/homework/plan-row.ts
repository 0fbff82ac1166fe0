import type {
  Cadence,
  Compartment,
  CoupleId,
  ExceptionKind,
  HomeworkTemplate,
  LocalDate,
  PersonId,
  Rest,
  TaskState,
  Track,
} from '@trellis/domain';

/** What was agreed, before it has an id and a history. */
export interface NewPlan {
  readonly id: string;
  readonly person_id: PersonId;
  readonly compartment: Compartment;
  readonly template_code: string;
  readonly template_version: number;
  /** There for an exercise of the clinic's own. */
  readonly own_exercise?: HomeworkTemplate;
  readonly cadence: Cadence;
  readonly weekdays: readonly number[];
  readonly wall_time: string;
  readonly starts_on: LocalDate;
  readonly last_on: LocalDate;
  readonly confirmed: readonly string[];
}

export interface PlanRow extends NewPlan {
  readonly couple_id: CoupleId;
  readonly person_name: string;
  readonly ended_at: Date | null;
  readonly version: number;
}

export interface RestRow {
  readonly id: string;
  readonly person_id: PersonId;
  readonly plan_id: string | null;
  readonly kind: ExceptionKind;
  readonly from_on: LocalDate;
  readonly to_on: LocalDate | null;
  readonly version: number;
}

/** A place of a plan: days and state only. */
export interface PlaceRow {
  readonly id: string;
  readonly plan_id: string;
  readonly state: TaskState;
  readonly opens_on: LocalDate;
  readonly due_on: LocalDate;
  readonly due_at: Date;
  readonly occurrence: number;
  readonly submitted_at: Date | null;
  readonly version: number;
}

/** A place of an exercise of two people: days only. */
export interface JointPlaceRow {
  readonly template_code: string;
  readonly template_version: number;
  readonly opens_on: LocalDate;
  readonly due_on: LocalDate;
}

/** One person's half of a place of an exercise of two people: days and state only. */
export interface HalfRow extends JointPlaceRow {
  readonly person_id: PersonId;
  readonly state: TaskState;
  readonly due_at: Date;
  readonly submitted_at: Date | null;
}

/** A person of the couple whose side the viewer holds. */
export interface PlannedPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly side: Track;
}

/** The rests that concern a plan: its own, and those of all that its person does. */
export function restsOf(plan: Pick<PlanRow, 'id' | 'person_id'>, rests: readonly RestRow[]): Rest[] {
  return rests
    .filter((rest) => rest.person_id === plan.person_id && (rest.plan_id ?? plan.id) === plan.id)
    .map(({ from_on: from, to_on: to }) => ({ from, to }));
}
