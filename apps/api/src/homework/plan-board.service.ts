import { Injectable } from '@nestjs/common';
import {
  addDays,
  causesShownTo,
  disclosureWeekOf,
  homeworkSettingValues,
  homeworkTemplates,
  localDateOf,
  lockOf,
  type LockFacts,
} from '@trellis/domain';
import type { ClosedExerciseView, PlanBoardView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { LockFactsReader } from '../stage-gates/lock-facts.service.js';
import { CaseHomeworkRepository } from './case-homework.repository.js';
import { jointAhead, loadFor, mondayOf } from './plan-load.js';
import { toPlan, toRest, toSharedHalves } from './plan.mapper.js';
import type { PlannedPerson } from './plan-row.js';
import { PlansRepository } from './plans.repository.js';

/** Days for which a plan that is over stays on the board. */
const daysShown = 28;

/** The plan of a couple as one of its therapists works with it every week. */
@Injectable()
export class PlanBoard {
  constructor(
    private readonly plans: PlansRepository,
    private readonly homework: CaseHomeworkRepository,
    private readonly locks: LockFactsReader,
    private readonly clock: Clock,
  ) {}

  /** Plans of the last 28 days and ahead, rests, closed exercises with their causes, and what each person has to do. */
  async of(grant: CaseGrant): Promise<PlanBoardView> {
    const now = this.clock.now();
    const today = localDateOf(now, grant.timeZone);
    const shown = addDays(today, -daysShown);
    const plans = await this.plans.plans(grant, shown);
    const since = plans.map(({ starts_on: day }) => day).reduce((a, b) => (a < b ? a : b), shown);
    const rests = await this.plans.rests(grant, since);
    const places = await this.plans.places(
      grant,
      plans.map(({ id }) => id),
    );
    const sessionOn = await this.homework.sessionOn(grant);
    const week = sessionOn === null ? null : disclosureWeekOf(sessionOn);
    const people = await this.plans.people(grant);
    const joint = await this.plans.jointPlaces(grant, mondayOf(today));
    const settings = homeworkSettingValues();
    return {
      localDate: today,
      stage: grant.stage,
      sessionWeek: week === null || week.to < today ? null : week,
      plans: plans.map((plan) => toPlan(plan, { places, rests, sessionOn, today, now })),
      rests: rests.filter(({ to_on: to }) => to === null || to >= today).map(toRest),
      joint: jointAhead(joint, today),
      halves: toSharedHalves(await this.plans.halves(grant, shown), { rests, sessionOn, now, today }),
      closed: closedFor(grant, people, await this.locks.of(grant)),
      loads: people.map((person) => loadFor(person, { plans, places, joint, sessionOn, today })),
      mostActive: settings.mostActivePerPerson,
      mostMinutes: settings.mostMinutesPerDay,
    };
  }
}

/** Exercises that cannot be given now, with every cause that the viewer may read. */
function closedFor(
  grant: CaseGrant,
  people: readonly PlannedPerson[],
  facts: LockFacts,
): ClosedExerciseView[] {
  return homeworkTemplates.flatMap((template) => {
    const person = people.find(({ side }) => template.track === 'C' || side.startsWith(template.track));
    if (person === undefined) return [];
    const causes = causesShownTo(grant.mySides, lockOf(template, facts, person.side));
    return causes.length === 0
      ? []
      : [{ templateCode: template.code, causes: causes.map(({ reason, side }) => ({ reason, side })) }];
  });
}
