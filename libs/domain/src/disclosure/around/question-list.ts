import { ok, refuse, type Result } from '../../shared/result.js';

/** How much the partner wants to hear in answer to a question (FTD-58, clinical brief 1.7). */
export const detailLevels = ['yes_no', 'number_or_range', 'summary', 'do_not_tell_me'] as const;
export type DetailLevel = (typeof detailLevels)[number];

/** What a question, or a wish about information, is about; the options of exercise B08 (FTD-58). */
export const questionCategories = [
  'what_happened',
  'when',
  'people',
  'money',
  'health',
  'hiding',
  'us',
  'now',
  'other',
] as const;
export type QuestionCategory = (typeof questionCategories)[number];

export const questionStatuses = ['draft', 'reviewed', 'released', 'withdrawn'] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

/** One question. Its words, reason and fear are sealed elsewhere. */
export type DisclosureQuestion = Readonly<{
  id: string;
  category: string | null;
  detail: DetailLevel | null;
  status: QuestionStatus;
}>;

/** What the recovering person did with a question in section g. */
export type QuestionAnswer = Readonly<{
  questionId: string;
  outcome: 'answered' | 'declined';
  /** For a declined one: the reason was talked about with the therapist. */
  reasonDiscussed: boolean;
}>;

export type QuestionReleaseRefusal =
  'not_the_author' | 'nothing_to_release' | 'already_released' | 'not_reviewed' | 'no_detail_level';

/**
 * Releases the whole list to the other therapist in one batch (FTD-58). The partner releases it, after their own
 * therapist has been through every question with them.
 */
export function releaseQuestions(
  questions: readonly DisclosureQuestion[],
  by: string,
): Result<readonly DisclosureQuestion[], QuestionReleaseRefusal> {
  if (by !== 'BP') return refuse('not_the_author');
  if (questions.some(({ status }) => status === 'released')) return refuse('already_released');
  const going = questions.filter(({ status }) => status !== 'withdrawn');
  if (going.length === 0) return refuse('nothing_to_release');
  if (going.some(({ status }) => status === 'draft')) return refuse('not_reviewed');
  if (going.some(({ detail }) => detail === null)) return refuse('no_detail_level');
  return ok(questions.map((q) => (q.status === 'withdrawn' ? q : { ...q, status: 'released' as const })));
}

/** Before the release the partner edits alone; after it an edit needs their own therapist's word (FTD-59). */
export function mayEditQuestion(
  status: QuestionStatus,
  by: string,
  partnerTherapistAgrees: boolean,
): boolean {
  if (by !== 'BP' || status === 'withdrawn') return false;
  return status !== 'released' || partnerTherapistAgrees;
}

/** Whether an answer closes its question: answered, or declined with the reason talked about (FTD-60). */
export function closesQuestion(answer: QuestionAnswer): boolean {
  return answer.outcome === 'answered' || answer.reasonDiscussed;
}

/**
 * Ids of released questions that the document does not close, in the order of the list (FTD-60). A question that
 * the partner has silenced needs no answer.
 */
export function unansweredQuestionIds(
  questions: readonly DisclosureQuestion[],
  answers: readonly QuestionAnswer[],
  silenced: readonly string[] = [],
): readonly string[] {
  const closed = new Set(answers.filter(closesQuestion).map(({ questionId }) => questionId));
  return questions
    .filter(({ status }) => status === 'released')
    .filter(({ id, detail }) => detail !== 'do_not_tell_me' && !silenced.includes(id))
    .filter(({ id }) => !closed.has(id))
    .map(({ id }) => id);
}
