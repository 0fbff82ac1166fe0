import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, asLocalDate, isUuid, localDateOf, type LocalDate } from '@trellis/domain';
import type { AddRestRequest, AssignPlansRequest, PlanRhythmRequest } from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { PlanGiver } from './plan-giver.service.js';
import { PlanLayout } from './plan-layout.service.js';
import type { PlannedPerson, PlanRow } from './plan-row.js';
import { PlansRepository } from './plans.repository.js';

const trackOf = { RP: 'R', BP: 'B' } as const;
/** A rest further ahead, or longer, is a slip of the keyboard. */
const furthestDays = 366;

/** The acts on plans, each inside the act of whoever asks. */
@Injectable()
export class PlansService {
  constructor(
    private readonly cases: CaseAccess,
    private readonly plans: PlansRepository,
    private readonly giver: PlanGiver,
    private readonly layout: PlanLayout,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives every exercise of the list, or none.
   * @throws AppError not_found for a person of a side that the viewer does not hold; as PlanGiver.give.
   */
  async assign(request: AssignPlansRequest): Promise<CaseGrant> {
    const grant = await this.cases.require('homework.assign', request.coupleId);
    const people = await this.plans.people(grant);
    for (const item of request.items) {
      const person = people.find(({ id }) => id === item.personId);
      if (person === undefined) throw notFound();
      const template = await this.plans.exerciseToGive(item.templateCode);
      if (template?.track !== trackOf[person.side])
        throw new AppError('homework_template_unknown', { templateCode: item.templateCode });
      await this.giver.give(grant, person, template, item);
    }
    return grant;
  }

  /** Ends a plan: what is not begun and not over is taken back. @throws AppError not_found, version_stale. */
  async end(id: string, version: number): Promise<CaseGrant> {
    const { grant, plan } = await this.load(id);
    await this.endOn(grant, plan, version, addDays(this.today(grant), -1));
    await this.record('homework_plan.end', grant, plan.person_id);
    return grant;
  }

  /**
   * Another rhythm from a day on: the plan ends on the day before, and one like it begins.
   * @throws AppError as PlanGiver.give and end.
   */
  async changeRhythm(id: string, version: number, rhythm: PlanRhythmRequest): Promise<CaseGrant> {
    const { grant, plan } = await this.load(id);
    const person = (await this.plans.people(grant)).find((one) => one.id === plan.person_id);
    const template = await this.plans.exerciseToGive(plan.template_code);
    if (person === undefined || template === null) throw notFound();
    await this.endOn(grant, plan, version, addDays(asLocalDate(rhythm.startsOn), -1));
    await this.giver.give(grant, person, template, { ...rhythm, confirmed: confirmedOf(plan) });
    return grant;
  }

  /** One exercise, or everything of these people, rests. @throws AppError not_found, invalid_request for the days. */
  async rest(request: AddRestRequest): Promise<CaseGrant> {
    const grant = await this.cases.require('homework.assign', request.coupleId);
    const people = await this.plans.people(grant);
    const resting = request.personIds.map((id) => people.find((person) => person.id === id) ?? null);
    this.demandDays(grant, request);
    for (const person of resting) {
      if (person === null) throw notFound();
      await this.restOne(grant, person, request);
    }
    return grant;
  }

  /** Goes on from today. @throws AppError not_found, version_stale. */
  async endRest(id: string, version: number): Promise<CaseGrant> {
    const rest = isUuid(id) ? await this.plans.rest(id) : null;
    if (rest === null || rest.cancelled) throw notFound();
    const grant = await this.cases.require('homework.assign', rest.couple_id);
    if (!grant.mySides.includes(rest.compartment)) throw notFound();
    const yesterday = addDays(this.today(grant), -1);
    const lastOn = rest.to_on !== null && rest.to_on < yesterday ? rest.to_on : yesterday;
    if (!(await this.plans.endRest(id, version, lastOn))) throw new AppError('version_stale');
    await this.layAgain(grant, rest.person_id, rest.plan_id);
    await this.record('homework_plan.go_on', grant, rest.person_id);
    return grant;
  }

  private async restOne(grant: CaseGrant, person: PlannedPerson, request: AddRestRequest): Promise<void> {
    const planId = request.planId ?? null;
    const lastOn = request.to ?? null;
    const running = await this.plans.running(grant, person.id, planId);
    if (planId !== null && running.length === 0) throw notFound();
    const rest = {
      id: randomUUID(),
      person_id: person.id,
      plan_id: planId,
      kind: request.kind,
      from_on: asLocalDate(request.from),
      to_on: lastOn === null ? null : asLocalDate(lastOn),
    };
    await this.plans.addRest(grant, person.side, rest, this.clock.now());
    await this.layAgain(grant, person.id, planId);
    await this.record('homework_plan.rest', grant, person.id);
  }

  private async layAgain(grant: CaseGrant, personId: string, planId: string | null): Promise<void> {
    const running = await this.plans.running(grant, personId, planId);
    const since = running
      .map(({ starts_on: day }) => day)
      .reduce((a, b) => (a < b ? a : b), this.today(grant));
    const rests = await this.plans.rests(grant, since);
    for (const plan of running) await this.layout.again(grant, plan, rests);
  }

  private async endOn(grant: CaseGrant, plan: PlanRow, version: number, lastOn: LocalDate): Promise<void> {
    const now = this.clock.now();
    if (!(await this.plans.end(plan.id, version, lastOn, now))) throw new AppError('version_stale');
    await this.plans.endRestsOf(plan.id, lastOn);
    const since = plan.starts_on < lastOn ? plan.starts_on : lastOn;
    const rests = await this.plans.rests(grant, since);
    await this.layout.again(grant, { ...plan, last_on: lastOn, ended_at: now }, rests);
  }

  private async load(id: string): Promise<{ grant: CaseGrant; plan: PlanRow }> {
    const plan = isUuid(id) ? await this.plans.plan(id) : null;
    const grant = await this.cases.require('homework.assign', plan?.couple_id ?? '');
    if (plan === null || !grant.mySides.includes(plan.compartment)) throw notFound();
    return { grant, plan };
  }

  private demandDays(grant: CaseGrant, { from, to }: AddRestRequest): void {
    const today = this.today(grant);
    const last = to ?? from;
    if (last < from || last < today) throw wrongDays('to', 'isNotBefore');
    if (from < addDays(today, -furthestDays) || last > addDays(today, furthestDays))
      throw wrongDays('from', 'isWithinAYear');
  }

  private today({ timeZone }: CaseGrant): LocalDate {
    return localDateOf(this.clock.now(), timeZone);
  }

  private async record(action: string, { coupleId }: CaseGrant, personId: string): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'couple', resourceId: coupleId, personId },
      decision: 'allowed',
    });
  }
}

function confirmedOf({ confirmed }: PlanRow): NonNullable<AssignPlansRequest['items'][number]['confirmed']> {
  return confirmed.filter(
    (one) => one === 'acute_risk' || one === 'no_support_that_evening' || one === 'legal_question_open',
  );
}

function wrongDays(field: string, rule: string): AppError {
  return new AppError('invalid_request', { fields: [{ field, rules: [rule] }] });
}
