import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FeedbackWordsView, GiveFeedbackRequest, TaskFeedbackView } from '@trellis/contracts';
import { asStaffId, isHandedIn, mayTalkAbout } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { FeedbackAccess } from './feedback-access.js';
import { FeedbackRepository } from './feedback.repository.js';
import type { FollowChange, FollowRow } from './feedback-row.js';
import { FeedbackWords } from './feedback-words.js';

interface Followed {
  readonly grant: CaseGrant;
  readonly task: FollowRow;
}

/** A therapist of the author's side answers what was handed in, and notes what became of it. */
@Injectable()
export class CaseFeedbackService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: FeedbackAccess,
    private readonly feedback: FeedbackRepository,
    private readonly words: FeedbackWords,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** What followed one handing in, with the words that were written. Opened words leave an audit row. @throws AppError not_found. */
  async one(taskId: string): Promise<TaskFeedbackView> {
    return this.work.run(async () => {
      const followed = await this.tasks.require(taskId);
      const rows = await this.feedback.ofTask(followed.task);
      if (rows.length > 0) await this.record('feedback.read', followed.task);
      return this.view(followed);
    });
  }

  /**
   * Writes to the author. Whoever answers has read it, so it counts as read from now on.
   * @throws AppError not_found, version_stale, homework_not_open for what is not handed in.
   */
  async give(taskId: string, version: number, request: GiveFeedbackRequest): Promise<TaskFeedbackView> {
    return this.work.run(async () => {
      const { grant, task } = await this.tasks.require(taskId);
      if (!isHandedIn(task.state)) throw new AppError('homework_not_open', { state: task.state });
      const reviewed = task.state === 'submitted';
      await this.move({ grant, task }, version, { reviewed, askAgain: request.askAgain });
      const id = randomUUID();
      const sealed = await this.words.seal(grant.clinicId, task.person_id, id, request.words);
      await this.feedback.add(task, grant.clinicId, {
        ...{ id, by: currentActor().id, sealed, at: this.clock.now() },
      });
      if (reviewed) await this.record('homework.review', task);
      await this.record('feedback.give', task);
      return this.view({ grant, task });
    });
  }

  /** Notes that it was talked about. @throws AppError not_found, version_stale, homework_not_open before it was read. */
  async talked(taskId: string, version: number): Promise<TaskFeedbackView> {
    return this.work.run(async () => {
      const followed = await this.tasks.require(taskId);
      if (!mayTalkAbout(followed.task.state))
        throw new AppError('homework_not_open', { state: followed.task.state });
      await this.move(followed, version, { talked: true });
      await this.record('feedback.talked', followed.task);
      return this.view(followed);
    });
  }

  /** Notes that a choice to put it aside was seen. @throws AppError not_found, version_stale, homework_not_open. */
  async seen(taskId: string, version: number): Promise<TaskFeedbackView> {
    return this.work.run(async () => {
      const followed = await this.tasks.require(taskId);
      const { state } = followed.task;
      if (state !== 'skipped') throw new AppError('homework_not_open', { state });
      await this.move(followed, version, { seen: true });
      await this.record('feedback.seen', followed.task);
      return this.view(followed);
    });
  }

  private async move(
    { grant, task }: Followed,
    version: number,
    change: Partial<FollowChange>,
  ): Promise<void> {
    const whole: FollowChange = {
      ...{ reviewed: false, talked: false, askAgain: false, seen: false },
      ...{ by: asStaffId(currentActor().id), at: this.clock.now(), ...change },
    };
    if (!(await this.feedback.change(grant, task.id, version, whole))) throw new AppError('version_stale');
  }

  private async view({ grant, task: { id } }: Followed): Promise<TaskFeedbackView> {
    const task = await this.feedback.ofCase(grant, id);
    if (task === null) throw notFound();
    const feedback: FeedbackWordsView[] = [];
    for (const row of await this.feedback.ofTask(task))
      feedback.push({
        ...{ id: row.id, byName: row.by_name, givenAt: row.given_at.toISOString() },
        words: await this.words.open(grant.clinicId, row),
      });
    return {
      ...{ taskId: task.id, state: task.state, version: task.version, feedback },
      talkedAt: task.talked_at?.toISOString() ?? null,
      askedAgainAt: task.revision_asked_at?.toISOString() ?? null,
      seenAt: task.seen_at?.toISOString() ?? null,
    };
  }

  private async record(action: string, task: FollowRow): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'homework_task', resourceId: task.id, personId: task.person_id },
      decision: 'allowed',
    });
  }
}
