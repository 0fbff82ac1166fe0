import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  addDays,
  asLocalDate,
  asPersonId,
  localDateOf,
  occurrencesOf,
  templateOf,
  type HomeworkTemplate,
  type Track,
} from '@trellis/domain';
import type { AssignHomeworkRequest, TaskRowView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { CaseHomeworkRepository, type NewOccurrences } from './case-homework.repository.js';
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
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Assigns one exercise for `days` consecutive local days. Answers with the tasks that are new; a day that has
   * the exercise already is left as it is.
   * @throws AppError homework_template_unknown, invalid_request for a first day in the past or more than
   * 366 days ahead, not_found.
   */
  async assign(request: AssignHomeworkRequest): Promise<TaskRowView[]> {
    const { template, side } = templateFor(request.templateCode);
    return this.work.run(async () => {
      const grant = await this.sides.requirePerson('homework.assign', asPersonId(request.personId), side);
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
    return {
      personId: asPersonId(request.personId),
      side,
      template,
      assignedBy: currentActor().id,
      assignedAt: now,
      days: occurrencesOf(template.cadence, {
        startsOn: first,
        lastOn: addDays(first, (request.days ?? 1) - 1),
        zone: grant.timeZone,
        time: usualTime,
      }).map(({ lastOn, dueAt }) => ({ id: randomUUID(), dueOn: lastOn, dueAt })),
    };
  }
}

function templateFor(code: string): { template: HomeworkTemplate; side: Track } {
  const template = templateOf(code);
  if (template === null || template.track === 'C')
    throw new AppError('homework_template_unknown', { templateCode: code });
  return { template, side: sideOfTrack[template.track] };
}
