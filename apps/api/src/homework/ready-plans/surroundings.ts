import { Injectable } from '@nestjs/common';
import { addDays, asLocalDate, localDateOf, type LocalDate, type LockFacts } from '@trellis/domain';
import type { PlanWeekView, ReadyPlanItemView } from '@trellis/contracts';
import type { CaseGrant } from '../../access/case-access.js';
import { Clock } from '../../platform/clock.js';
import { LockFactsReader } from '../../stage-gates/lock-facts.service.js';
import { demandNear } from '../plan-giver.service.js';
import { mondayOf } from '../plan-load.js';
import type { JointPlaceRow, PlannedPerson, PlanRow, RestRow } from '../plan-row.js';
import { PlansRepository } from '../plans.repository.js';

/** What a look at the plans rests on. */
export interface Around {
  readonly people: readonly PlannedPerson[];
  readonly plans: readonly PlanRow[];
  readonly joint: readonly JointPlaceRow[];
  readonly rests: readonly RestRow[];
  readonly facts: LockFacts;
  /** Today on the couple's clock. */
  readonly localDate: LocalDate;
  readonly startsOn: LocalDate;
  readonly days: number;
  readonly weeks: readonly PlanWeekView[];
  /** What was looked at already; plans share exercises. */
  readonly seen: Map<string, ReadyPlanItemView>;
}

/** Gathers what a look at the plans rests on, once for all of them. */
@Injectable()
export class Surroundings {
  constructor(
    private readonly plans: PlansRepository,
    private readonly locks: LockFactsReader,
    private readonly clock: Clock,
  ) {}

  /**
   * From `first`, today where none is given, for `days`.
   * @throws AppError invalid_request for a first day in the past or more than 366 days ahead.
   */
  async of(grant: CaseGrant, first: string | undefined, days: number): Promise<Around> {
    const localDate = localDateOf(this.clock.now(), grant.timeZone);
    const startsOn = first === undefined ? localDate : asLocalDate(first);
    demandNear(startsOn, localDate);
    return {
      people: await this.plans.people(grant),
      plans: await this.plans.plans(grant, startsOn),
      joint: await this.plans.jointPlaces(grant, startsOn),
      rests: await this.plans.rests(grant, startsOn),
      facts: await this.locks.of(grant),
      ...{ localDate, startsOn, days, weeks: weeksOf(startsOn, days), seen: new Map() },
    };
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
