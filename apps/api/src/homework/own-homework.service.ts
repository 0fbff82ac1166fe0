import { Injectable } from '@nestjs/common';
import { addDays, instantOf, localDateOf, nextTask, type LocalDate } from '@trellis/domain';
import type { OwnRecordView, OwnTaskView, TodayView } from '@trellis/contracts';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { personViewer } from '../access/viewers.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { OwnRatingsService } from '../predictors/own-ratings.service.js';
import { AnswerWords } from './answer-words.js';
import { toCard } from './homework.mapper.js';
import { OwnTaskRepository } from './own-task.repository.js';
import { pageOf, placeOf } from './page-place.js';
import { taskIdOf } from './side-access.js';
import { progressOf, type TaskRow } from './task-row.js';

/** Days for which an open task stays on Today after the day it was due: as long as it still counts as late. */
const daysKept = 2;
const recentDays = 7;
const pageSize = 50;

/** What is asked of the signed-in person, and what they wrote. */
@Injectable()
export class OwnHomeworkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly tasks: OwnTaskRepository,
    private readonly words: AnswerWords,
    private readonly ratings: OwnRatingsService,
    private readonly clock: Clock,
  ) {}

  /** Today in the couple's zone: open tasks, what was due today, the rating if one is open and unanswered. */
  async today(): Promise<TodayView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const today = localDateOf(this.clock.now(), own.timeZone);
      const rating = await this.ratings.openWindow(own);
      const tasks = await this.tasks.around(own, addDays(today, -daysKept), today);
      return {
        localDate: today,
        tasks: tasks.map(toCard),
        rating:
          rating === null || rating.answered
            ? null
            : { windowEndsOn: rating.windowEndsOn, closesAt: rating.closesAt },
        recentlyDone: await this.tasks.doneSince(own, startOf(addDays(today, 1 - recentDays), own)),
      };
    });
  }

  /** The person's own task with their words. A task seen for the first time becomes `opened`. */
  async task(id: string): Promise<OwnTaskView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const found = await this.tasks.byId(own, taskIdOf(id));
      if (found === null) throw notFound();
      const task = await this.opened(own, found);
      const draft = await this.words.openDraft(own.clinicId, task);
      const submitted = draft === null ? await this.words.openSubmitted(personViewer(own), own.clinicId, task) : null;
      return {
        ...toCard(task),
        answers: draft?.answers ?? submitted?.answers ?? {},
        savedAt: (draft?.savedAt ?? task.submitted_at)?.toISOString() ?? null,
        tooHard: task.too_hard_at !== null,
      };
    });
  }

  /** What the person handed in, newest first, 50 a page. @throws AppError invalid_request for a broken cursor. */
  async record(cursor: string | undefined): Promise<OwnRecordView> {
    const after = placeOf(cursor);
    return this.work.run(async () => {
      const own = await this.people.require();
      const page = pageOf(await this.tasks.record(own, after, pageSize), pageSize);
      return { tasks: page.rows.map(toCard), nextCursor: page.nextCursor };
    });
  }

  private async opened(own: PersonGrant, task: TaskRow): Promise<TaskRow> {
    if (task.state !== 'assigned') return task;
    const next = nextTask(progressOf(task), 'open');
    if (!next.ok) return task;
    const { state } = next.value;
    const change = {
      state,
      openedAt: this.clock.now(),
      submittedAt: null,
      tooHardAt: null,
      riskRaised: false,
    };
    const changed = await this.tasks.change(own, task.id, task.version, change);
    // Opened on two devices at once: what the other one did is the truth now.
    const now = changed ? { ...task, state, version: task.version + 1 } : await this.tasks.byId(own, task.id);
    if (now === null) throw new AppError('not_found');
    return now;
  }
}

function startOf(day: LocalDate, own: PersonGrant): Date {
  return instantOf(day, '00:00', own.timeZone);
}
