import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  addDays,
  asksNothingOf,
  asLocalDate,
  formFor,
  jointTemplates,
  localDateOf,
  lockOf,
  occurrencesOf,
  revealModeOf,
  standingOccurrence,
  type HomeworkTemplate,
  type LocalDate,
  type Occurrence,
  type OccurrencePlan,
  type Track,
} from '@trellis/domain';
import type { AssignJointWorkRequest, JointWorkRowView } from '@trellis/contracts';
import { CaseAccess, type CaseGrant } from '../../access/case-access.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/http/app-error.js';
import { LockFactsReader } from '../../stage-gates/lock-facts.service.js';
import { CaseJointWorkRepository, type NewPlace } from './case-joint-work.repository.js';
import { toWorkRow } from './joint-work.mapper.js';

/** Middle of a daily exercise's window: due at 21:00 on the couple's clock. */
const usualTime = '17:00';
/** A first day further ahead is a slip of the keyboard. */
const furthestDays = 366;

/** Gives an exercise of two people to both at once. Any therapist of the couple does. */
@Injectable()
export class AssignJointWorkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly rows: CaseJointWorkRepository,
    private readonly locks: LockFactsReader,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * One joint task for each place of the exercise's own rhythm, with a half for each person. A place that one of them has
   * already is left as it is. @throws AppError homework_template_unknown, homework_locked with every cause,
   * invalid_request for an unknown form or days that fit nothing, not_found.
   */
  async assign(request: AssignJointWorkRequest): Promise<JointWorkRowView[]> {
    const template = jointTemplates.find(({ code }) => code === request.templateCode);
    if (template === undefined)
      throw new AppError('homework_template_unknown', { templateCode: request.templateCode });
    return this.work.run(async () => {
      const grant = await this.cases.require('homework.assign', request.coupleId);
      await this.demandOpen(template, grant);
      const places = this.places(request, template, grant);
      await this.rows.assign(grant, places, this.clock.now());
      await this.audit.record({
        ...{
          action: 'joint_work.assign',
          resource: 'couple',
          resourceId: grant.coupleId,
          decision: 'allowed',
        },
      });
      const ids = places.map(({ id }) => id);
      return (await this.rows.byIds(grant, ids)).map(toWorkRow);
    });
  }

  private async demandOpen(template: HomeworkTemplate, grant: CaseGrant): Promise<void> {
    const lock = lockOf(template, await this.locks.of(grant), 'RP');
    if (!lock.open)
      throw new AppError('homework_locked', { causes: lock.causes.map(({ reason }) => reason) });
  }

  private places(request: AssignJointWorkRequest, template: HomeworkTemplate, grant: CaseGrant): NewPlace[] {
    const chosen = request.form ?? null;
    const form = formFor(template, chosen, grant.stage);
    if (chosen !== null && form !== chosen) throw wrong('form', 'isForm');
    const first = asLocalDate(request.startsOn);
    const today = localDateOf(this.clock.now(), grant.timeZone);
    if (first < today) throw wrong('startsOn', 'isNotPast');
    if (first > addDays(today, furthestDays)) throw wrong('startsOn', 'isWithinAYear');
    const found = jointPlacesOf(template, { startsOn: first, days: request.days ?? 1, zone: grant.timeZone });
    if (found.length === 0) throw wrong('days', 'reachesAnOccurrence');
    const taskOf = (side: Track): string | null =>
      asksNothingOf(template, side, form, grant.stage) ? null : randomUUID();
    return found.map(({ firstOn, lastOn: due, dueAt }, index) => ({
      ...{
        id: randomUUID(),
        rp: taskOf('RP'),
        bp: taskOf('BP'),
        code: template.code,
        edition: template.version,
      },
      ...{ reveal: openingOf(template), variant: form, opens: firstOn, due, due_at: dueAt.toISOString() },
      occurrence: found.slice(0, index + 1).filter((one) => one.lastOn === due).length,
    }));
  }
}

/** What is expected in the time; for what is done when it is needed, one open place. */
export function jointPlacesOf(
  template: HomeworkTemplate,
  { startsOn, days, zone }: { readonly startsOn: LocalDate; readonly days: number; readonly zone: string },
): readonly Occurrence[] {
  const plan: OccurrencePlan = { startsOn, lastOn: addDays(startsOn, days - 1), zone, time: usualTime };
  const expected = occurrencesOf(template.cadence, plan);
  const whenNeeded = template.cadence.kind === 'on_event' || template.cadence.kind === 'after';
  return expected.length === 0 && whenNeeded ? [standingOccurrence(plan)] : expected;
}

function openingOf(template: HomeworkTemplate): NewPlace['reveal'] {
  return template.sharing.kind === 'together' ? 'together' : revealModeOf(template, null).kind;
}

function wrong(field: string, rule: string): AppError {
  return new AppError('invalid_request', { fields: [{ field, rules: [rule] }] });
}
