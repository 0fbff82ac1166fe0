import type { CaseQuestionView, OwnQuestionView, ReceivedQuestionView } from '@trellis/contracts';
import type { AnswerRow, QuestionRow } from './question-row.js';

interface OpenWords {
  readonly question: string;
  readonly reason: string;
  readonly fear: string;
  readonly advice: string | null;
}

export function toOwnQuestion(row: QuestionRow, words: OpenWords): OwnQuestionView {
  return {
    id: row.id,
    category: row.category,
    detail: row.detail,
    status: row.status,
    editOpen: row.edit_open,
    question: words.question,
    reason: words.reason,
    fear: words.fear,
    advice: words.advice,
    changedAt: row.changed_at.toISOString(),
    version: row.version,
  };
}

export function toReceivedQuestion(
  row: QuestionRow,
  question: string,
  answer: AnswerRow | null,
): ReceivedQuestionView {
  return {
    id: row.id,
    category: row.category,
    detail: row.detail,
    question,
    outcome: answer?.outcome ?? null,
  };
}

export function toCaseQuestion(
  row: QuestionRow,
  words: OpenWords,
  silenced: boolean,
  answer: AnswerRow | null,
): CaseQuestionView {
  return {
    id: row.id,
    category: row.category,
    detail: row.detail,
    status: row.status,
    editOpen: row.edit_open,
    question: words.question,
    reason: words.reason,
    fear: words.fear,
    advice: words.advice,
    silenced,
    outcome: answer?.outcome ?? null,
    reasonDiscussed: answer?.reason_discussed ?? false,
    version: row.version,
    answerVersion: answer?.version ?? 0,
  };
}
