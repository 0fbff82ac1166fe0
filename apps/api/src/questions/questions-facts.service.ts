import { Injectable } from '@nestjs/common';
import {
  silencedQuestionIds,
  unansweredQuestionIds,
  type DisclosureQuestion,
  type InformationWish,
  type QuestionAnswer,
} from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

interface Facts {
  readonly releasedAt: string | null;
  readonly questions: readonly DisclosureQuestion[];
  readonly answers: readonly QuestionAnswer[];
  readonly wishes: readonly InformationWish[];
}

export interface QuestionFacts {
  readonly received: boolean;
  /** Ids of released questions that nothing closes yet (FTD-60). */
  readonly unanswered: readonly string[];
}

/** What deciding needs to know of the questions: states and ids of both sides, never a word. */
@Injectable()
export class QuestionsFactsService {
  constructor(private readonly work: UnitOfWork) {}

  /** Inside an open unit of work. Nothing is known where the asker has nothing to do with the couple. */
  async of(coupleId: string): Promise<QuestionFacts> {
    const [row] = await this.work.rows<{ facts: Facts | null }>('SELECT app.questions_facts($1) AS facts', [
      coupleId,
    ]);
    const facts = row?.facts ?? null;
    if (facts === null) return { received: false, unanswered: [] };
    const silenced = silencedQuestionIds(facts.questions, facts.wishes);
    return {
      received: facts.releasedAt !== null,
      unanswered: unansweredQuestionIds(facts.questions, facts.answers, silenced),
    };
  }
}
