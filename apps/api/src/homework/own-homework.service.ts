import { Injectable } from '@nestjs/common';
import {
  addDays,
  asLocalDate,
  instantOf,
  isPaused,
  lateHours,
  localDateOf,
  lockOf,
  restsOn,
  type LocalDate,
} from '@trellis/domain';
import type { OwnRecordView, TodayView } from '@trellis/contracts';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { exerciseIn } from '../platform/exercises/exercise-in.js';
import { OwnRatingsService } from '../predictors/own-ratings.service.js';
import { toCard } from './homework.mapper.js';
import { LockFactsReader } from '../stage-gates/lock-facts.service.js';
import { OwnTaskRepository } from './own-task.repository.js';
import { pageOf, placeOf } from './page-place.js';
import type { TaskRow } from './task-row.js';

/** Days for which an open task stays on Today after the day it was due: as long as it still counts as late. */
const daysKept = lateHours / 24;
const recentDays = 7;
const pageSize = 50;

/** What is asked of the signed-in person, and the list of what they handed in. */
@Injectable()
export class OwnHomeworkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly tasks: OwnTaskRepository,
    private readonly ratings: OwnRatingsService,
    private readonly locks: LockFactsReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Today in the couple's zone: open tasks, what was due today, the rating if one is open and unanswered. What rests in
   * the week of a disclosure session is not among them, and neither is joint work while it is paused.
   */
  async today(): Promise<TodayView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const today = localDateOf(this.clock.now(), own.timeZone);
      const rating = await this.ratings.openWindow(own);
      const sessionOn = await this.tasks.sessionOn(own);
      const around = await this.tasks.around(own, addDays(today, -daysKept), today);
      const asked = around.filter(
        ({ template_code: code, due_on: dueOn }) =>
          !restsOn(code, asLocalDate(dueOn), sessionOn) && !restsOn(code, today, sessionOn),
      );
      const tasks = await this.withoutPaused(own, asked);
      return {
        localDate: today,
        tasks: tasks.map(toCard),
        rating:
          rating === null || rating.answered
            ? null
            : { windowEndsOn: rating.windowEndsOn, closesAt: rating.closesAt },
        resting: restingOf(await this.tasks.restsOn(own, today), around.length > tasks.length),
        recentlyDone: await this.tasks.doneSince(own, startOf(addDays(today, 1 - recentDays), own)),
      };
    });
  }

  /** Exercises of two people are asked of neither while a pause closes them, whatever its cause. */
  private async withoutPaused(own: PersonGrant, tasks: readonly TaskRow[]): Promise<TaskRow[]> {
    const joint = tasks.map(exerciseIn).filter(({ track }) => track === 'C');
    if (joint.length === 0) return [...tasks];
    const facts = await this.locks.of(own);
    const paused = joint.filter((exercise) => isPaused(lockOf(exercise, facts, own.side)));
    return tasks.filter(({ template_code: code }) => paused.every((exercise) => exercise.code !== code));
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
}

/** The latest last day; open where one has none, or where the week of a session lets things rest. */
function restingOf(until: readonly (LocalDate | null)[], inSessionWeek: boolean): TodayView['resting'] {
  if (inSessionWeek || until.includes(null)) return { until: null };
  return until.length === 0 ? null : { until: until.at(-1) ?? null };
}

function startOf(day: LocalDate, own: PersonGrant): Date {
  return instantOf(day, '00:00', own.timeZone);
}
