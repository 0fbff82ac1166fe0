import { Injectable } from '@nestjs/common';
import type { OwnFeedbackListView, OwnFeedbackView, OwnFeedbackWordsView } from '@trellis/contracts';
import { localDateOf } from '@trellis/domain';
import { PersonAccess } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { exerciseIn } from '../platform/exercises/exercise-in.js';
import { followedId } from './feedback-access.js';
import { FeedbackRepository } from './feedback.repository.js';
import { FeedbackWords } from './feedback-words.js';

/** A person reads what their own therapist wrote about an exercise of theirs. */
@Injectable()
export class OwnFeedbackService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly feedback: FeedbackRepository,
    private readonly words: FeedbackWords,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** The exercises about which somebody wrote, without a word of it; newest first, 50 at most. */
  async list(): Promise<OwnFeedbackListView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const rows = await this.feedback.given(own);
      return {
        items: rows.map((row) => ({
          ...{ taskId: row.task_id, byName: row.by_name, unread: row.unread, askedAgain: row.asked_again },
          title: exerciseIn(row).title,
          givenOn: localDateOf(row.given_at, own.timeZone),
        })),
      };
    });
  }

  /** Everything written about one exercise, oldest first. The reading goes on record. @throws AppError not_found. */
  async one(id: string): Promise<OwnFeedbackView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const task = await this.feedback.ofPerson(own, followedId(id));
      if (task === null) throw notFound();
      const rows = await this.feedback.ofTask(task);
      const feedback: OwnFeedbackWordsView[] = [];
      for (const row of rows)
        feedback.push({
          ...{ byName: row.by_name, givenOn: localDateOf(row.given_at, own.timeZone) },
          words: await this.words.open(own.clinicId, row),
        });
      if (rows.length > 0) {
        await this.feedback.noteRead(own, task.id, this.clock.now());
        await this.audit.record({
          ...{ action: 'feedback.read_own', resource: 'homework_task', resourceId: task.id },
          ...{ personId: own.personId, decision: 'allowed' },
        });
      }
      const { title } = exerciseIn(task);
      return { taskId: task.id, title, askedAgain: task.revision_asked_at !== null, feedback };
    });
  }
}
