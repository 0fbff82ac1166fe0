import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  addDays,
  asLocalDate,
  asPersonId,
  localDateOf,
  lockOf,
  occurrencesOf,
  standingOccurrence,
  templateOf,
  type HomeworkTemplate,
  type LockFacts,
  type Occurrence,
  type OccurrencePlan,
  type Track,
} from '@trellis/domain';
import type { AssignHomeworkRequest, TaskRowView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import {
  CaseHomeworkRepository,
  type NewOccurrence,
  type NewOccurrences,
} from './case-homework.repository.js';
import { LockFactsReader } from '../stage-gates/lock-facts.service.js';
import { toTaskRow } from './homework.mapper.js';
import { SideAccess } from './side-access.js';

/** Middle of a daily exercise's window when nobody chose another time: due at 21:00 on the couple's clock. */
const usualTime = '17:00';
/** A first day further ahead is a slip of the keyboard. */
const furthestDays = 366;
const sideOfTrack: Readonly<Record<'R' | 'B', Track>> = { R: 'RP', B: 'BP' };

/** Gives exercises to a person. Only a therapist of that person's side does. */
@Injectable()
export class AssigningService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sides: SideAccess,
    private readonly homework: CaseHomeworkRepository,
    private readonly locks: LockFactsReader,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Assigns one exercise in its own rhythm for `days` consecutive local days. Answers with the tasks that are new; a
   * place that the person has already is left as it is.
   * @throws AppError homework_template_unknown, homework_locked with every cause, invalid_request for a first day in
   * the past, one more than 366 days ahead, or so few days that none falls into them, not_found.
   */
  async assign(request: AssignHomeworkRequest): Promise<TaskRowView[]> {
    const { template, side } = templateFor(request.templateCode);
    return this.work.run(async () => {
      const grant = await this.sides.requirePerson('homework.assign', asPersonId(request.personId), side);
      demandOpen(template, side, await this.locks.of(grant));
      const occurrences = this.occurrences(request, template, side, grant);
      await this.homework.add(grant, occurrences);
      const added = await this.homework.byIds(
        grant,
        occurrences.days.map((day) => day.id),
      );
      await this.audit.record({
        action: 'homework.assign',
        resource: 'couple',
        resourceId: grant.coupleId,
        personId: occurrences.personId,
        decision: 'allowed',
      });
      return added.map((row) => toTaskRow(row, this.clock.now()));
    });
  }

  private occurrences(
    request: AssignHomeworkRequest,
    template: HomeworkTemplate,
    side: Track,
    grant: CaseGrant,
  ): NewOccurrences {
    const now = this.clock.now();
    const first = asLocalDate(request.startsOn);
    if (first < localDateOf(now, grant.timeZone)) {
      throw new AppError('invalid_request', { fields: [{ field: 'startsOn', rules: ['isNotPast'] }] });
    }
    if (first > addDays(localDateOf(now, grant.timeZone), furthestDays)) {
      throw new AppError('invalid_request', { fields: [{ field: 'startsOn', rules: ['isWithinAYear'] }] });
    }
    const plan = {
      startsOn: first,
      lastOn: addDays(first, (request.days ?? 1) - 1),
      zone: grant.timeZone,
      time: usualTime,
      ...(template.mostPerWeek === undefined ? {} : { mostPerWeek: template.mostPerWeek }),
    };
    const days = numbered(placesOf(template, plan));
    if (days.length === 0) {
      throw new AppError('invalid_request', { fields: [{ field: 'days', rules: ['reachesAnOccurrence'] }] });
    }
    return {
      personId: asPersonId(request.personId),
      side,
      template,
      assignedBy: currentActor().id,
      assignedAt: now,
      days,
    };
  }
}

/** What is expected in the time; for what is done when it is needed, one open place. */
function placesOf(template: HomeworkTemplate, plan: OccurrencePlan): readonly Occurrence[] {
  const expected = occurrencesOf(template.cadence, plan);
  return expected.length === 0 && template.cadence.kind === 'on_event'
    ? [standingOccurrence(plan)]
    : expected;
}

function numbered(places: readonly Occurrence[]): NewOccurrence[] {
  return places.map(({ firstOn, lastOn, dueAt }, index) => ({
    id: randomUUID(),
    opensOn: firstOn,
    dueOn: lastOn,
    dueAt,
    occurrence: places.slice(0, index + 1).filter((one) => one.lastOn === lastOn).length,
  }));
}

/** Facts that no feature records yet are not known, and what needs them stays closed. */
function demandOpen(template: HomeworkTemplate, side: Track, facts: LockFacts): void {
  const lock = lockOf(template, facts, side);
  if (!lock.open) throw new AppError('homework_locked', { causes: lock.causes.map(({ reason }) => reason) });
}

function templateFor(code: string): { template: HomeworkTemplate; side: Track } {
  const template = templateOf(code);
  if (template === null || template.track === 'C')
    throw new AppError('homework_template_unknown', { templateCode: code });
  return { template, side: sideOfTrack[template.track] };
}
