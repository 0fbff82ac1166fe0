import { Injectable } from '@nestjs/common';
import {
  addDays,
  asLocalDate,
  beginsOn,
  daysBetween,
  exercisePlans,
  libraryTemplateOf,
  localDateOf,
  templateOf,
  type ExercisePlan,
  type HomeworkTemplate,
  type LocalDate,
  type LockFacts,
  type PlannedExercise,
} from '@trellis/domain';
import type { ReadyPlanItemView, ReadyPlansView, PlanWeekView } from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../../access/case-access.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LockFactsReader } from '../../stage-gates/lock-facts.service.js';
import { jointPlacesOf } from '../joint/assign-joint-work.service.js';
import { demandNear, planOf } from '../plan-giver.service.js';
import { PlanLayout } from '../plan-layout.service.js';
import { mondayOf } from '../plan-load.js';
import type { JointPlaceRow, PlannedPerson, PlanRow, RestRow } from '../plan-row.js';
import { PlansRepository } from '../plans.repository.js';
import { standingOf } from './standing-of.js';

const usualDays = 28;
const sides = ['RP', 'BP', 'JOINT'] as const;
type Side = (typeof sides)[number];

/** What a look at the plans rests on. */
interface Around {
  readonly people: readonly PlannedPerson[];
  readonly plans: readonly PlanRow[];
  readonly joint: readonly JointPlaceRow[];
  readonly rests: readonly RestRow[];
  readonly facts: LockFacts;
  readonly startsOn: LocalDate;
  readonly days: number;
  readonly weeks: readonly PlanWeekView[];
}

/** What each default plan would give, week by week, with what stays out and why. */
@Injectable()
export class ReadyPlanPreview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly plans: PlansRepository,
    private readonly layout: PlanLayout,
    private readonly locks: LockFactsReader,
    private readonly clock: Clock,
  ) {}

  /**
   * From `first`, today where none is given, for `days`, four weeks where none are given.
   * @throws AppError not_found; invalid_request for a first day in the past or more than 366 days ahead.
   */
  async of(coupleId: string, first: string | undefined, days = usualDays): Promise<ReadyPlansView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('homework.assign', coupleId);
      const localDate = localDateOf(this.clock.now(), grant.timeZone);
      const startsOn = first === undefined ? localDate : asLocalDate(first);
      demandNear(startsOn, localDate);
      const around = await this.around(grant, startsOn, days);
      const plans: ReadyPlansView['plans'] = [];
      for (const plan of exercisePlans)
        plans.push({
          ...{ key: plan.key, title: plan.title, stage: plan.stage },
          items: await this.items(grant, plan, around),
        });
      return { localDate, stage: grant.stage, startsOn, days, weeks: [...around.weeks], plans };
    });
  }

  private async around(grant: CaseGrant, startsOn: LocalDate, days: number): Promise<Around> {
    return {
      people: await this.plans.people(grant),
      plans: await this.plans.plans(grant, startsOn),
      joint: await this.plans.jointPlaces(grant, startsOn),
      rests: await this.plans.rests(grant, startsOn),
      facts: await this.locks.of(grant),
      ...{ startsOn, days, weeks: weeksOf(startsOn, days) },
    };
  }

  private async items(grant: CaseGrant, plan: ExercisePlan, around: Around): Promise<ReadyPlanItemView[]> {
    const items: ReadyPlanItemView[] = [];
    for (const side of sides)
      for (const planned of plan.exercises[side]) {
        const template = libraryTemplateOf(planned.code);
        if (template !== null) items.push(await this.item(grant, { side, planned, template }, around));
      }
    return items;
  }

  private async item(
    grant: CaseGrant,
    { side, planned, template }: { side: Side; planned: PlannedExercise; template: HomeworkTemplate },
    around: Around,
  ): Promise<ReadyPlanItemView> {
    const person = around.people.find((one) => one.side === side) ?? null;
    const startsOn = beginsOn(planned, around.startsOn);
    const { code: templateCode, title, minutes, cadence } = template;
    const item = { templateCode, title, minutes, cadence, side, startsOn, personId: person?.id ?? null };
    if (side !== 'JOINT' && person === null)
      return { ...item, state: 'other_side', causes: [], settles: [], perWeek: [] };
    if (templateOf(templateCode) === null)
      return { ...item, state: 'elsewhere', causes: [], settles: [], perWeek: [] };
    const opening = await this.firstDays(grant, template, person, startsOn, around);
    const perWeek = around.weeks.map(
      ({ from, to }) => opening.filter((day) => from <= day && day <= to).length,
    );
    const has =
      person === null
        ? around.joint.some((row) => row.template_code === templateCode)
        : around.plans.some(
            (row) =>
              row.person_id === person.id && row.ended_at === null && row.template_code === templateCode,
          );
    const standing = standingOf(template, person?.side ?? null, around.facts, grant.mySides);
    const state = has
      ? 'has_already'
      : standing.state !== 'open' || opening.length > 0
        ? standing.state
        : 'no_place';
    return { ...item, ...standing, state, perWeek };
  }

  private async firstDays(
    grant: CaseGrant,
    template: HomeworkTemplate,
    person: PlannedPerson | null,
    startsOn: LocalDate,
    { startsOn: first, days: all, rests }: Around,
  ): Promise<readonly string[]> {
    const days = all - daysBetween(first, startsOn);
    if (person === null)
      return jointPlacesOf(template, { startsOn, days, zone: grant.timeZone }).map(({ firstOn }) => firstOn);
    const places = await this.layout.wanted(grant, planOf(person, template, { startsOn, days }), rests);
    return places.map(({ opensOn }) => opensOn);
  }
}

/** Calendar weeks, the first cut off at the first day and the last at the last. */
function weeksOf(startsOn: LocalDate, days: number): PlanWeekView[] {
  const lastOn = addDays(startsOn, days - 1);
  const weeks: PlanWeekView[] = [];
  for (let from = startsOn; from <= lastOn; from = addDays(mondayOf(from), 7)) {
    const sunday = addDays(mondayOf(from), 6);
    weeks.push({ from, to: sunday < lastOn ? sunday : lastOn });
  }
  return weeks;
}
