import { Injectable } from '@nestjs/common';
import type { CaseQuestionSavedView, CloseQuestionRequest, QuestionsPassedOnView } from '@trellis/contracts';
import { isUuid, type Track } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { CaseQuestionRepository } from './case-question.repository.js';
import { sidesOf } from './case-question-reading.service.js';
import type { FullQuestionRow } from './question-row.js';
import { QuestionWords } from './question-words.js';

/** What therapists do with a list: the author's own goes through it with them, the other one closes each question. */
@Injectable()
export class CaseQuestionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly questions: CaseQuestionRepository,
    private readonly words: QuestionWords,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** Says something to a question, or nothing, and lays down that it was gone through. @throws AppError not_found, version_stale. */
  async lookThrough(
    coupleId: string,
    questionId: string,
    version: number,
    advice: string,
  ): Promise<CaseQuestionSavedView> {
    return this.work.run(async () => {
      const { grant, question } = await this.found('BP', coupleId, questionId);
      if (question.status === 'withdrawn') throw refused('withdrawn');
      if (!(await this.questions.lookThrough(grant, question.id, version)))
        throw new AppError('version_stale');
      const at = this.clock.now();
      const sealed = await this.words.sealAdvice(grant.clinicId, question.person_id, question.id, advice);
      await this.questions.advise(grant, question, { sealed, by: currentActor().id, at });
      await this.record('questions.look_through', grant, question);
      return { id: question.id, version: version + 1, savedAt: at.toISOString() };
    });
  }

  /** Lets the author change a released question once (FTD-59). @throws AppError not_found, questions_refused, version_stale. */
  async openForChange(coupleId: string, questionId: string, version: number): Promise<CaseQuestionSavedView> {
    return this.work.run(async () => {
      const { grant, question } = await this.found('BP', coupleId, questionId);
      if (question.status !== 'released') throw refused('not_released');
      if (!(await this.questions.openForChange(grant, question.id, version)))
        throw new AppError('version_stale');
      await this.record('questions.open', grant, question);
      return { id: question.id, version: version + 1, savedAt: this.clock.now().toISOString() };
    });
  }

  /** Lays down how a released question is closed (FTD-60). @throws AppError not_found, version_stale. */
  async close(
    coupleId: string,
    questionId: string,
    version: number,
    { outcome, reasonDiscussed }: CloseQuestionRequest,
  ): Promise<CaseQuestionSavedView> {
    return this.work.run(async () => {
      const { grant, question } = await this.found('RP', coupleId, questionId);
      if (question.status !== 'released') throw refused('not_released');
      const at = this.clock.now();
      const answer = { outcome, reasonDiscussed: outcome === 'declined' && reasonDiscussed };
      const by = currentActor().id;
      if (!(await this.questions.close(grant, question.id, version, { ...answer, by, at })))
        throw new AppError('version_stale');
      await this.record('questions.close', grant, question);
      return { id: question.id, version: version + 1, savedAt: at.toISOString() };
    });
  }

  /** From now on the recovering person finds the list in their own sign-in. @throws AppError not_found, questions_refused, version_stale. */
  async passOn(coupleId: string, version: number): Promise<QuestionsPassedOnView> {
    return this.work.run(async () => {
      const grant = await this.mine('RP', coupleId);
      const list = await this.questions.list(grant);
      if (list === null) throw refused('not_released');
      if (list.passed_on_at !== null) throw refused('already_passed_on');
      const at = this.clock.now();
      if (!(await this.questions.passOn(grant, version, currentActor().id, at)))
        throw new AppError('version_stale');
      await this.audit.record({
        ...{ action: 'questions.pass_on', resource: 'couple', resourceId: grant.coupleId },
        decision: 'allowed',
      });
      return { passedOnAt: at.toISOString() };
    });
  }

  /** A therapist of the other side meets what an unknown couple gives. */
  private async mine(side: Track, coupleId: string): Promise<CaseGrant> {
    const grant = await this.access.require('disclosure.record', coupleId);
    if (!sidesOf(grant).includes(side)) throw notFound();
    return grant;
  }

  private async found(
    side: Track,
    coupleId: string,
    questionId: string,
  ): Promise<{ grant: CaseGrant; question: FullQuestionRow }> {
    const grant = await this.mine(side, coupleId);
    const question = isUuid(questionId) ? await this.questions.byId(grant, questionId) : null;
    if (question === null) throw notFound();
    return { grant, question };
  }

  private async record(action: string, grant: CaseGrant, question: FullQuestionRow): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'disclosure_question', resourceId: question.id, personId: question.person_id },
      decision: 'allowed',
    });
  }
}

function refused(reason: string): AppError {
  return new AppError('questions_refused', { reason });
}
