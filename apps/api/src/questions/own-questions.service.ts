import { Injectable } from '@nestjs/common';
import type {
  ChangeQuestionRequest,
  InformationWishView,
  QuestionSavedView,
  QuestionsReleasedView,
  WriteQuestionRequest,
} from '@trellis/contracts';
import { isUuid, mayEditQuestion, questionCategories, releaseQuestions } from '@trellis/domain';
import type { PersonGrant } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { OwnQuestionRepository } from './own-question.repository.js';
import { QuestionAsker } from './question-asker.js';
import { factsOf, type FullQuestionRow } from './question-row.js';
import { QuestionWords } from './question-words.js';

/** The partner writes their questions and lets them go, all at once. Nobody is told before that. */
@Injectable()
export class OwnQuestionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asker: QuestionAsker,
    private readonly questions: OwnQuestionRepository,
    private readonly words: QuestionWords,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found, questions_refused once the list has gone or is full, version_stale when the id is taken. */
  async add({ id, ...request }: WriteQuestionRequest): Promise<QuestionSavedView> {
    return this.work.run(async () => {
      const own = await this.asker.require('BP');
      await this.questions.alone(own);
      if ((await this.questions.list(own)) !== null) throw refused('already_released');
      const now = this.clock.now();
      const added = await this.questions.add(own, id, await this.sealed(own, id, request, 'draft', now));
      if (!added) return this.savedBefore(own, id, 1, request);
      await this.asker.record('questions.write', own, id);
      return saved(id, 'draft', 1, now);
    });
  }

  /**
   * Changes a question at `version`. One that was gone through with the therapist is a draft again; a released one
   * stays released and needs the therapist's word before (FTD-59).
   * @throws AppError not_found, questions_refused, version_stale.
   */
  async change(id: string, version: number, request: ChangeQuestionRequest): Promise<QuestionSavedView> {
    return this.work.run(async () => {
      const own = await this.asker.require('BP');
      const question = await this.found(own, id);
      if (!mayEditQuestion(question.status, 'BP', question.edit_open))
        return this.savedBefore(own, id, version + 1, request);
      const now = this.clock.now();
      const status = question.status === 'released' ? 'released' : 'draft';
      const change = await this.sealed(own, id, request, status, now);
      if (!(await this.questions.change(own, id, version, change)))
        return this.savedBefore(own, id, version + 1, request);
      await this.asker.record('questions.change', own, id);
      return saved(id, status, version + 1, now);
    });
  }

  /** Takes a question out of the list; it is not asked. @throws AppError as change. */
  async withdraw(id: string, version: number): Promise<QuestionSavedView> {
    return this.work.run(async () => {
      const own = await this.asker.require('BP');
      const question = await this.found(own, id);
      if (!mayEditQuestion(question.status, 'BP', question.edit_open)) throw refused('own_therapist_needed');
      const now = this.clock.now();
      if (!(await this.questions.withdraw(own, id, version, now))) throw new AppError('version_stale');
      await this.asker.record('questions.withdraw', own, id);
      return saved(id, 'withdrawn', version + 1, now);
    });
  }

  /** A wish holds from now on, also for what was released before. @throws AppError not_found, version_stale. */
  async wish(
    category: string,
    version: number,
    wish: 'tell_me' | 'do_not_tell_me' | null,
  ): Promise<InformationWishView> {
    return this.work.run(async () => {
      const own = await this.asker.require('BP');
      if (!questionCategories.some((one) => one === category)) throw notFound();
      if (!(await this.questions.wish(own, category, version, wish, this.clock.now())))
        throw new AppError('version_stale');
      await this.asker.record('questions.wish', own);
      return { category, wish, version: version + 1 };
    });
  }

  /** Lets the whole list go to the other therapist (FTD-58). @throws AppError not_found, questions_refused. */
  async release(): Promise<QuestionsReleasedView> {
    return this.work.run(async () => {
      const own = await this.asker.require('BP');
      await this.questions.alone(own);
      const before = await this.questions.held(own);
      const next = releaseQuestions(before.map(factsOf), 'BP');
      if (!next.ok) throw refused(next.refusal);
      const going = next.value.filter(({ status }) => status === 'released').map(({ id }) => id);
      const now = this.clock.now();
      if (!(await this.questions.release(own, going, now))) throw refused('already_released');
      await this.asker.record('questions.release', own);
      return { releasedAt: now.toISOString(), questions: going.length };
    });
  }

  private async found(own: PersonGrant, id: string): Promise<FullQuestionRow> {
    const question = isUuid(id) ? await this.questions.byId(own, id) : null;
    if (question === null) throw notFound();
    return question;
  }

  private async sealed(
    own: PersonGrant,
    id: string,
    request: ChangeQuestionRequest,
    status: 'draft' | 'released',
    at: Date,
  ): Promise<Parameters<OwnQuestionRepository['change']>[3]> {
    const sealed = await this.words.seal(own.clinicId, own.personId, id, request);
    return { ...sealed, category: request.category ?? null, detail: request.detail ?? null, status, at };
  }

  /** The answer got lost on the way and the same was sent again: it is there already. */
  private async savedBefore(
    own: PersonGrant,
    id: string,
    version: number,
    request: ChangeQuestionRequest,
  ): Promise<QuestionSavedView> {
    const present = await this.questions.byId(own, id);
    if (present === null) throw refused('list_full');
    const { reason, fear } = await this.words.why(own.clinicId, present);
    const same =
      present.version === version &&
      present.category === (request.category ?? null) &&
      present.detail === (request.detail ?? null) &&
      (await this.words.question(own.clinicId, present)) === request.question &&
      reason === request.reason &&
      fear === request.fear;
    if (same) return saved(id, present.status, version, present.changed_at);
    if (!mayEditQuestion(present.status, 'BP', present.edit_open)) throw refused('own_therapist_needed');
    throw new AppError('version_stale');
  }
}

function saved(
  id: string,
  status: QuestionSavedView['status'],
  version: number,
  at: Date,
): QuestionSavedView {
  return { id, status, version, savedAt: at.toISOString() };
}

function refused(reason: string): AppError {
  return new AppError('questions_refused', { reason });
}
