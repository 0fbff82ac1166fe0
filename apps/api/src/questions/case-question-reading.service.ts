import { Injectable } from '@nestjs/common';
import type { CaseQuestionsView, CaseQuestionView } from '@trellis/contracts';
import { silencedQuestionIds, unansweredQuestionIds } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { CaseQuestionRepository } from './case-question.repository.js';
import { factsOf, wishesOf, type AnswerRow, type FullQuestionRow } from './question-row.js';
import { QuestionWords } from './question-words.js';
import { toCaseQuestion } from './question.mapper.js';

/** The list as a therapist of one side reads it. The couple therapist learns that it went, and no question. */
@Injectable()
export class CaseQuestionReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly questions: CaseQuestionRepository,
    private readonly words: QuestionWords,
    private readonly audit: AuditWriter,
  ) {}

  /** Showing words of the partner's is put on record for them. @throws AppError not_found. */
  async one(coupleId: string): Promise<CaseQuestionsView> {
    return this.work.run(async () => this.view(await this.access.require('disclosure.read', coupleId)));
  }

  async view(grant: CaseGrant): Promise<CaseQuestionsView> {
    const sides = sidesOf(grant);
    const rows = (await this.questions.questions(grant)).filter((row) => mayRead(sides, row));
    const wishes = await this.questions.wishes(grant);
    const list = await this.questions.list(grant);
    const answers = await this.questions.answers(grant);
    const silenced = silencedQuestionIds(rows.map(factsOf), wishesOf(wishes));
    const closed = answers.map((row) => ({
      ...{ questionId: row.question_id, outcome: row.outcome, reasonDiscussed: row.reason_discussed },
    }));
    return {
      sides,
      questions: await this.opened(grant, rows, silenced, answers),
      wishes: wishes.map(({ category, wish, version }) => ({ category, wish, version })),
      releasedAt: list?.released_at.toISOString() ?? null,
      // When the recovering person got it is known on their side.
      passedOnAt: sides.includes('RP') ? (list?.passed_on_at?.toISOString() ?? null) : null,
      listVersion: sides.includes('RP') ? (list?.version ?? 0) : 0,
      unanswered: sides.includes('RP') ? [...unansweredQuestionIds(rows.map(factsOf), closed, silenced)] : [],
    };
  }

  private async opened(
    grant: CaseGrant,
    rows: readonly FullQuestionRow[],
    silenced: readonly string[],
    answers: readonly AnswerRow[],
  ): Promise<CaseQuestionView[]> {
    const [first] = rows;
    if (first === undefined) return [];
    const said = new Map<string, string>();
    const advice = sidesOf(grant).includes('BP') ? await this.questions.advice(grant) : [];
    for (const row of advice) said.set(row.question_id, await this.words.advice(grant.clinicId, row));
    const closed = new Map(answers.map((row) => [row.question_id, row]));
    const views = [];
    for (const row of rows) {
      const question = await this.words.question(grant.clinicId, row);
      const why = await this.words.why(grant.clinicId, row);
      const words = { question, ...why, advice: said.get(row.id) ?? null };
      views.push(toCaseQuestion(row, words, silenced.includes(row.id), closed.get(row.id) ?? null));
    }
    await this.audit.record({
      ...{ action: 'questions.read', resource: 'disclosure_question', personId: first.person_id },
      decision: 'allowed',
    });
    return views;
  }
}

/** The author's side reads every question, the other one what was released; nobody else any. */
function mayRead(sides: readonly ('RP' | 'BP')[], { status }: FullQuestionRow): boolean {
  return sides.includes('BP') || (sides.includes('RP') && status === 'released');
}

/** Sides of real assignments that have to do with questions; an emergency reading opens none. */
export function sidesOf({ mySides, emergency }: CaseGrant): ('RP' | 'BP')[] {
  return (['RP', 'BP'] as const).filter(
    (side) => mySides.includes(side) && emergency?.sides.includes(side) !== true,
  );
}
