import { Injectable } from '@nestjs/common';
import type { OwnQuestionsView, ReceivedQuestionsView } from '@trellis/contracts';
import { aroundValues, isLateEvening, releaseQuestions } from '@trellis/domain';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { OwnQuestionRepository } from './own-question.repository.js';
import { QuestionAsker } from './question-asker.js';
import { factsOf } from './question-row.js';
import { QuestionWords } from './question-words.js';
import { toOwnQuestion, toReceivedQuestion } from './question.mapper.js';

/** Each person reads their side: the partner their own list, the recovering person what was passed on to them. */
@Injectable()
export class OwnQuestionReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asker: QuestionAsker,
    private readonly questions: OwnQuestionRepository,
    private readonly words: QuestionWords,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found for anybody but the betrayed partner. */
  async own(): Promise<OwnQuestionsView> {
    return this.work.run(async () => {
      const own = await this.asker.require('BP');
      const rows = await this.questions.questions(own);
      const advice = new Map<string, string>();
      for (const row of await this.questions.advice(own))
        advice.set(row.question_id, await this.words.advice(own.clinicId, row));
      const views = [];
      for (const row of rows) {
        const question = await this.words.question(own.clinicId, row);
        const why = await this.words.why(own.clinicId, row);
        views.push(toOwnQuestion(row, { question, ...why, advice: advice.get(row.id) ?? null }));
      }
      const earlier = [];
      for (const row of await this.questions.earlier(own))
        earlier.push({
          id: row.id,
          category: row.category,
          question: await this.words.question(own.clinicId, row),
        });
      const list = await this.questions.list(own);
      const next = releaseQuestions(rows.map(factsOf), 'BP');
      const wishes = await this.questions.wishes(own);
      return {
        questions: views,
        earlier,
        wishes: wishes.map(({ category, wish, version }) => ({ category, wish, version })),
        releasedAt: list?.released_at.toISOString() ?? null,
        notYet: next.ok || next.refusal === 'not_the_author' ? null : next.refusal,
        lateEvening: isLateEvening(this.clock.now(), own.timeZone, aroundValues()),
      };
    });
  }

  /** @throws AppError not_found for anybody but the recovering person. */
  async received(): Promise<ReceivedQuestionsView> {
    return this.work.run(async () => {
      const own = await this.asker.require('RP');
      const list = await this.questions.list(own);
      const found = await this.questions.received(own);
      // Row-level security has said it already; the rule is said once more.
      const rows = list?.passed_on_at == null ? [] : found;
      const outcomes = new Map((await this.questions.outcomes(own)).map((row) => [row.question_id, row]));
      const views = [];
      for (const row of rows) {
        const question = await this.words.question(own.clinicId, row);
        views.push(toReceivedQuestion(row, question, outcomes.get(row.id) ?? null));
      }
      return { questions: views, passedOnAt: list?.passed_on_at?.toISOString() ?? null };
    });
  }
}
