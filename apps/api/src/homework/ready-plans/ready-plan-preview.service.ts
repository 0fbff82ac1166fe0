import { Injectable } from '@nestjs/common';
import {
  beginsOn,
  clinicCodeForm,
  daysBetween,
  libraryTemplateOf,
  templateOf,
  type ExercisePlan,
  type HomeworkTemplate,
  type LocalDate,
  type PlannedExercise,
} from '@trellis/domain';
import type { ReadyPlanItemView, ReadyPlansView } from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../../access/case-access.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { jointPlacesOf } from '../joint/assign-joint-work.service.js';
import { planOf } from '../plan-giver.service.js';
import { PlanLayout } from '../plan-layout.service.js';
import type { PlannedPerson } from '../plan-row.js';
import { PlanShelf } from './plan-shelf.js';
import { standingOf } from './standing-of.js';
import { Surroundings, type Around } from './surroundings.js';

const usualDays = 28;
const sides = ['RP', 'BP', 'JOINT'] as const;
type Side = (typeof sides)[number];

/** What each default plan would give, week by week, with what stays out and why. */
@Injectable()
export class ReadyPlanPreview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly shelf: PlanShelf,
    private readonly layout: PlanLayout,
    private readonly surroundings: Surroundings,
  ) {}

  /**
   * From `first`, today where none is given, for `days`, four weeks where none are given.
   * @throws AppError not_found; invalid_request for a first day in the past or more than 366 days ahead.
   */
  async of(coupleId: string, first: string | undefined, days = usualDays): Promise<ReadyPlansView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('homework.assign', coupleId);
      const around = await this.surroundings.of(grant, first, days);
      const { localDate, startsOn } = around;
      const plans: ReadyPlansView['plans'] = [];
      for (const { plan, version } of await this.shelf.all())
        plans.push({
          ...{ key: plan.key, title: plan.title, stage: plan.stage, version },
          items: await this.items(grant, plan, around),
        });
      return { localDate, stage: grant.stage, startsOn, days, weeks: [...around.weeks], plans };
    });
  }

  private async items(grant: CaseGrant, plan: ExercisePlan, around: Around): Promise<ReadyPlanItemView[]> {
    const items: ReadyPlanItemView[] = [];
    for (const side of sides)
      for (const planned of plan.exercises[side]) {
        const key = `${planned.code} ${String(planned.then)}`;
        const item = around.seen.get(key) ?? (await this.looked(grant, side, planned, around));
        around.seen.set(key, item);
        items.push(item);
      }
    return items;
  }

  private async looked(
    grant: CaseGrant,
    side: Side,
    planned: PlannedExercise,
    around: Around,
  ): Promise<ReadyPlanItemView> {
    const { code } = planned;
    const template = libraryTemplateOf(code) ?? (await this.shelf.exerciseToGive(code));
    return template === null
      ? notGiven(code, side, around)
      : this.item(grant, { side, planned, template }, around);
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
    if (!clinicCodeForm.test(templateCode) && templateOf(templateCode) === null)
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

/** An exercise of the clinic that was retired since it was packed: its code is all that is said of it. */
function notGiven(code: string, side: Side, { startsOn }: Around): ReadyPlanItemView {
  return {
    ...{ templateCode: code, title: { en: code, es: code }, minutes: 0, cadence: { kind: 'once' }, side },
    ...{ startsOn, personId: null, state: 'not_given', causes: [], settles: [], perWeek: [] },
  };
}
