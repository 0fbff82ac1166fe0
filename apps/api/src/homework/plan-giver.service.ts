import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  addDays,
  asLocalDate,
  causesShownTo,
  localDateOf,
  lockOf,
  rhythmsOf,
  type Cadence,
  type HomeworkTemplate,
  type LocalDate,
  type LockFacts,
  type PersonId,
  type Track,
} from '@trellis/domain';
import type { PlanItemRequest, PlanRhythmRequest } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { AppError } from '../platform/http/app-error.js';
import { LockFactsReader } from '../stage-gates/lock-facts.service.js';
import { PlanLayout } from './plan-layout.service.js';
import type { NewPlan, PlannedPerson } from './plan-row.js';
import { PlansRepository } from './plans.repository.js';

/** Middle of a daily exercise's window when nobody chose another time: due at 21:00 on the couple's clock. */
const usualTime = '17:00';
/** A first day further ahead is a slip of the keyboard. */
const furthestDays = 366;

type Item = PlanRhythmRequest & Pick<PlanItemRequest, 'confirmed'>;

/** Agrees one exercise with one person, inside the act of whoever asks. */
@Injectable()
export class PlanGiver {
  constructor(
    private readonly plans: PlansRepository,
    private readonly layout: PlanLayout,
    private readonly locks: LockFactsReader,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the plan and writes its places; answers with the ids of the new ones. Where the person has all of them already
   * there is no new plan.
   * @throws AppError homework_locked with the causes that the viewer may read; invalid_request for a first day in the
   * past or more than 366 days ahead, a rhythm that the exercise does not have, or days that reach no place.
   */
  async give(
    grant: CaseGrant,
    person: { readonly id: PersonId; readonly side: Track },
    template: HomeworkTemplate,
    item: Item,
  ): Promise<string[]> {
    const confirmed = item.confirmed ?? [];
    demandOpen(
      template,
      person.side,
      confirmedFacts(await this.locks.of(grant), person.side, confirmed),
      grant,
    );
    const plan = this.planned(grant, person, template, item);
    const rests = await this.plans.rests(grant, plan.starts_on);
    const added = await this.layout.first(grant, plan, rests);
    if (added.length > 0) await this.plans.add(grant, plan, this.clock.now());
    await this.audit.record({
      action: 'homework.assign',
      resource: 'couple',
      resourceId: grant.coupleId,
      personId: person.id,
      decision: 'allowed',
    });
    return added;
  }

  /** To whom the viewer may give: the people of the sides that the viewer holds. */
  async people(grant: CaseGrant): Promise<PlannedPerson[]> {
    return this.plans.people(grant);
  }

  private planned(
    grant: CaseGrant,
    person: { readonly id: PersonId; readonly side: Track },
    template: HomeworkTemplate,
    item: Item,
  ): NewPlan {
    demandNear(asLocalDate(item.startsOn), localDateOf(this.clock.now(), grant.timeZone));
    const plan = planOf(person, template, item);
    if (!this.layout.reaches(grant, plan)) throw wrong('days', 'reachesAnOccurrence');
    return plan;
  }
}

/**
 * What giving the exercise would keep, before anything is asked of the days.
 * @throws AppError invalid_request for a rhythm that the exercise does not have.
 */
export function planOf(
  person: { readonly id: PersonId; readonly side: Track },
  template: HomeworkTemplate,
  item: Item,
): NewPlan {
  const first = asLocalDate(item.startsOn);
  return {
    id: randomUUID(),
    person_id: person.id,
    compartment: person.side,
    template_code: template.code,
    template_version: template.version,
    own_exercise: template,
    cadence: rhythmOf(template, item),
    weekdays: item.weekdays ?? [],
    wall_time: item.time ?? usualTime,
    starts_on: first,
    last_on: addDays(first, item.days - 1),
    confirmed: item.confirmed ?? [],
  };
}

/** The exercise's own rhythm, or another of the library's. Days of the week are for rhythms of so many in a week. */
export function rhythmOf(template: HomeworkTemplate, item: Item): Cadence {
  const chosen = rhythmsOf(template)[item.cadence ?? 0];
  const weekdays = item.weekdays ?? [];
  if (chosen === undefined) throw wrong('cadence', 'isOfTheExercise');
  if (weekdays.length > 0 && chosen.kind !== 'weekly') throw wrong('weekdays', 'isForAWeek');
  return chosen;
}

/**
 * What the therapist has settled stands where nobody looked, for the person's own side. A concern that is on record
 * stays one.
 */
export function confirmedFacts(facts: LockFacts, side: Track, confirmed: readonly string[]): LockFacts {
  return {
    ...facts,
    acuteRisk: confirmed.includes('acute_risk')
      ? { ...facts.acuteRisk, [side]: facts.acuteRisk[side] ?? false }
      : facts.acuteRisk,
    supportThisEvening: confirmed.includes('no_support_that_evening') ? true : facts.supportThisEvening,
    legalQuestionOpen: confirmed.includes('legal_question_open')
      ? (facts.legalQuestionOpen ?? false)
      : facts.legalQuestionOpen,
  };
}

/** @throws AppError invalid_request for a first day in the past or more than 366 days ahead. */
export function demandNear(first: LocalDate, today: LocalDate): void {
  if (first < today) throw wrong('startsOn', 'isNotPast');
  if (first > addDays(today, furthestDays)) throw wrong('startsOn', 'isWithinAYear');
}

function demandOpen(template: HomeworkTemplate, side: Track, facts: LockFacts, grant: CaseGrant): void {
  const lock = lockOf(template, facts, side);
  if (lock.open) return;
  const causes = causesShownTo(grant.mySides, lock).map(({ reason }) => reason);
  throw new AppError('homework_locked', { causes: [...new Set(causes)] });
}

function wrong(field: string, rule: string): AppError {
  return new AppError('invalid_request', { fields: [{ field, rules: [rule] }] });
}
