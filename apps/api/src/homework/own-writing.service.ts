import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  nextTask,
  noticesOf,
  riskRaised,
  safetyOfAnswers,
  safetyWords,
  validateAnswers,
  type CleanAnswers,
  type HomeworkTemplate,
  type TaskEvent,
  type TaskProgress,
} from '@trellis/domain';
import type { SavedView } from '@trellis/contracts';
import type { PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { AnswerWords } from './answer-words.js';
import { answersInvalid, toSaved } from './homework.mapper.js';
import { OwnTaskDesk } from './own-task-desk.js';
import { OwnTaskRepository } from './own-task.repository.js';
import { progressOf, type TaskRow } from './task-row.js';

/** The person's own writing: saved while it is written, handed in, or put aside. */
@Injectable()
export class OwnWritingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: OwnTaskDesk,
    private readonly tasks: OwnTaskRepository,
    private readonly words: AnswerWords,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a draft. `version` is the one the writer last saw; what another device saved since is never replaced.
   * The same words sent again, because the first answer got lost on the way, get the first answer.
   * @throws AppError not_found, homework_answers_invalid, homework_not_open, version_stale.
   */
  async saveDraft(id: string, version: number, answers: unknown): Promise<SavedView> {
    return this.work.run(async () => {
      const { own, task, template } = await this.desk.require(id);
      const next = progressAfter(taken(task), 'save_draft');
      const clean = checked(template, answers, 'draft');
      const now = this.clock.now();
      const change = { ...unchanged, state: next.state, openedAt: now };
      if (!(await this.tasks.change(own, task.id, version, change)))
        return this.savedBefore(own, task, version, clean);
      await this.words.saveDraft(own.clinicId, task, clean, now);
      return toSaved(version + 1, now, next.state);
    });
  }

  /**
   * Hands a task in: its words are sealed once per privacy level and the draft goes, all or nothing. An exercise that is
   * done whenever it is needed gets its next place at once.
   * @throws AppError as saveDraft; homework_not_open for a task that was handed in before.
   */
  async submit(id: string, version: number, answers: unknown): Promise<SavedView> {
    return this.work.run(async () => {
      const { own, task, template } = await this.desk.require(id);
      const next = progressAfter(taken(task), 'submit');
      const clean = checked(template, answers, 'submit');
      const now = this.clock.now();
      const judged = judgedBy(template, clean);
      const change = { ...unchanged, state: next.state, openedAt: now, submittedAt: now, ...judged };
      await this.move(own, task, version, change);
      await this.words.submit(own.clinicId, task, template, clean, now);
      await this.record('homework.submit', task);
      if (judged.riskRaised) await this.raise(own, task, now);
      await this.desk.handedIn({ own, task, template }, clean, now);
      return toSaved(version + 1, now, next.state);
    });
  }

  /**
   * Hands in a new revision of what was handed in before. What the author's therapists read is the newest one.
   * @throws AppError as submit; homework_not_open for a task that was not handed in.
   */
  async revise(id: string, version: number, answers: unknown): Promise<SavedView> {
    return this.work.run(async () => {
      const { own, task, template } = await this.desk.require(id);
      // Two halves are exchanged once: after that nothing in them changes, and before it a half is taken up again.
      if (template.track === 'C') throw new AppError('homework_not_open', { state: task.state });
      const next = progressAfter(progressOf(task), 'revise');
      const clean = checked(template, answers, 'submit');
      const now = this.clock.now();
      const judged = judgedBy(template, clean);
      if (!(await this.tasks.revise(own, task.id, version, judged))) throw new AppError('version_stale');
      await this.words.submit(own.clinicId, task, template, clean, now);
      await this.desk.revised({ own, task, template }, clean);
      await this.record('homework.revise', task);
      if (judged.riskRaised) await this.raise(own, task, now);
      return toSaved(version + 1, now, next.state);
    });
  }

  /**
   * Puts a task aside, as too hard or for this week; a draft stays and can be taken up again.
   * @throws AppError not_found, homework_not_open once it is handed in, version_stale under a race.
   */
  async setAside(id: string, tooHard: boolean): Promise<SavedView> {
    return this.work.run(async () => {
      const { own, task } = await this.desk.require(id);
      const next = progressAfter(progressOf(task), tooHard ? 'too_hard' : 'not_this_week');
      const now = this.clock.now();
      await this.move(own, task, task.version, {
        ...unchanged,
        state: next.state,
        tooHardAt: tooHard ? now : null,
      });
      return toSaved(task.version + 1, now, next.state);
    });
  }

  /** The own therapists hear of it at once; what was written stays where it is. */
  private async raise(own: PersonGrant, task: TaskRow, now: Date): Promise<void> {
    await this.record('safety.raised', task);
    await this.tasks.wind(own, now);
  }

  private async savedBefore(
    own: PersonGrant,
    stale: TaskRow,
    version: number,
    answers: CleanAnswers,
  ): Promise<SavedView> {
    const task = await this.tasks.byId(own, stale.id);
    const draft = task?.version === version + 1 ? await this.words.openDraft(own.clinicId, task) : null;
    if (task?.state !== 'draft' || draft === null || !isDeepStrictEqual(draft.answers, { ...answers })) {
      throw new AppError('version_stale');
    }
    return toSaved(task.version, draft.savedAt, task.state);
  }

  private async move(
    own: PersonGrant,
    task: TaskRow,
    version: number,
    change: typeof unchanged & { state: TaskRow['state'] },
  ): Promise<void> {
    if (!(await this.tasks.change(own, task.id, version, change))) throw new AppError('version_stale');
  }

  private async record(action: string, task: TaskRow): Promise<void> {
    await this.audit.record({
      action,
      resource: 'homework_task',
      resourceId: task.id,
      personId: task.person_id,
      decision: 'allowed',
    });
  }
}

const unchanged: Readonly<{
  openedAt: Date | null;
  submittedAt: Date | null;
  tooHardAt: Date | null;
  riskRaised: boolean;
  noticed: boolean;
}> = {
  openedAt: null,
  submittedAt: null,
  tooHardAt: null,
  riskRaised: false,
  noticed: false,
};

/** Made ready once; a clinic's own phrases are not kept yet. */
const phrases = safetyWords();

/**
 * What the author's own therapists are told: an answer about safety or words that may speak of danger at once, and
 * without alarm what they asked to hear of.
 */
function judgedBy(
  template: HomeworkTemplate,
  answers: CleanAnswers,
): { readonly riskRaised: boolean; readonly noticed: boolean } {
  return {
    riskRaised: riskRaised(template, answers) || safetyOfAnswers(template, answers, phrases).alert,
    noticed: noticesOf(template, answers).length > 0,
  };
}

/** Writing in a task that was put aside takes it up again; asking first would only be in the way. */
function taken(task: TaskRow): TaskProgress {
  return task.state === 'skipped' ? progressAfter(progressOf(task), 'take_up_again') : progressOf(task);
}

function progressAfter(progress: TaskProgress, event: TaskEvent): TaskProgress {
  const next = nextTask(progress, event);
  if (!next.ok) throw new AppError('homework_not_open', { state: next.refusal.from });
  return next.value;
}

function checked(template: HomeworkTemplate, answers: unknown, mode: 'draft' | 'submit'): CleanAnswers {
  const result = validateAnswers(template, answers, mode);
  if (!result.ok) throw answersInvalid(result.refusal);
  return result.value;
}
