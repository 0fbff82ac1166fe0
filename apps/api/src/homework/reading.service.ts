import { Injectable } from '@nestjs/common';
import { keptByAuthor, nextTask } from '@trellis/domain';
import type { SubmittedAnswerView, TaskRowView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { exerciseIn } from '../platform/exercises/exercise-in.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { CaseHomeworkRepository } from './case-homework.repository.js';
import { toGivenRow, toTaskRow } from './homework.mapper.js';
import { SideAccess } from './side-access.js';
import { SubmittedReader } from './submitted-reading.service.js';
import { progressOf, type StaffTaskRow } from './task-row.js';

/** A therapist reads what was handed in, and says so. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sides: SideAccess,
    private readonly homework: CaseHomeworkRepository,
    private readonly submitted: SubmittedReader,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * The submitted words that the viewer may read, none of a draft. Every opening leaves an audit row in the same
   * transaction, so that words are never read without trace. @throws AppError not_found.
   */
  async read(taskId: string): Promise<SubmittedAnswerView> {
    return this.work.run(async () => {
      const { grant, task } = await this.sides.requireTask('homework.read', taskId);
      const { answers, opened, releaseIds, missing } = await this.submitted.open(grant, task);
      const given = !grant.mySides.includes(task.compartment);
      if (given) await this.noteRead(releaseIds);
      if (opened) await this.record(given ? 'release.read' : 'homework.read', task, grant);
      const exercise = exerciseIn(task);
      return {
        task: given ? toGivenRow(task, this.clock.now()) : toTaskRow(task, this.clock.now()),
        answers,
        // Counted from the exercise and not from what was written: whether these were answered is the author's own.
        keptByAuthor: keptByAuthor(exercise),
        exercise,
        missing,
        readers: await this.readers(grant, task),
      };
    });
  }

  /**
   * Marks a submitted task as read. @throws AppError not_found, homework_not_open unless it is submitted,
   * version_stale when somebody else changed it meanwhile.
   */
  async review(taskId: string, version: number): Promise<TaskRowView> {
    return this.work.run(async () => {
      const { grant, task } = await this.sides.requireTask('homework.review', taskId);
      if (!nextTask(progressOf(task), 'review').ok)
        throw new AppError('homework_not_open', { state: task.state });
      const now = this.clock.now();
      const changed = await this.homework.review(grant, task.id, version, currentActor().id, now);
      if (!changed) throw new AppError('version_stale');
      await this.record('homework.review', task, grant);
      return toTaskRow({ ...task, state: 'reviewed', reviewed_at: now, version: version + 1 }, now);
    });
  }

  /**
   * Leaves one place out, for a good reason that the two have talked about. It counts against nobody, and its person may
   * take it up again. @throws AppError not_found, homework_not_open once it is handed in, version_stale.
   */
  async skip(taskId: string, version: number): Promise<TaskRowView> {
    return this.work.run(async () => {
      const { grant, task } = await this.sides.requireTask('homework.assign', taskId);
      if (!nextTask(progressOf(task), 'not_this_week').ok)
        throw new AppError('homework_not_open', { state: task.state });
      const now = this.clock.now();
      if (!(await this.homework.skip(grant, task.id, version, now))) throw new AppError('version_stale');
      await this.record('homework.skip', task, grant);
      return toTaskRow({ ...task, state: 'skipped', version: version + 1 }, now);
    });
  }

  private async record(action: string, task: StaffTaskRow, grant: CaseGrant): Promise<void> {
    const byEmergency = grant.emergency?.sides.includes(task.compartment) === true;
    await this.audit.record({
      action,
      resource: 'homework_task',
      resourceId: task.id,
      personId: task.person_id,
      decision: 'allowed',
      ...(byEmergency ? { reasonCode: 'break_glass' } : {}),
    });
  }

  /** A part that was taken back between two looks is not there, as if it never had been. */
  private async noteRead(releaseIds: readonly string[]): Promise<void> {
    for (const id of releaseIds) if (!(await this.submitted.noteRead(id, this.clock.now()))) throw notFound();
  }

  /** Names of those who may read these words: the author, the therapists of the author's side, and whom they were given to. */
  private async readers(grant: CaseGrant, task: StaffTaskRow): Promise<string[]> {
    const therapists = await this.homework.therapists(grant);
    const ofSide = therapists.filter(({ side }) => side === task.compartment).map(({ name }) => name);
    return [task.person_name, ...ofSide, ...(await this.homework.givenTo(grant, task.id))];
  }
}
