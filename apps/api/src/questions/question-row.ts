import type { DetailLevel, DisclosureQuestion, InformationWish, QuestionStatus } from '@trellis/domain';

/** A question as the database has it. */
export interface QuestionRow {
  readonly id: string;
  readonly person_id: string;
  readonly category: string | null;
  readonly detail: DetailLevel | null;
  readonly status: QuestionStatus;
  readonly words_sealed: Buffer;
  readonly edit_open: boolean;
  readonly changed_at: Date;
  readonly version: number;
}

/** One that was put away as another disclosure opened. */
export type EarlierRow = Pick<QuestionRow, 'id' | 'person_id' | 'words_sealed' | 'category' | 'changed_at'>;

/** As its author and therapists get it; the recovering person does not. */
export interface FullQuestionRow extends QuestionRow {
  readonly why_sealed: Buffer;
}

export interface WishRow {
  readonly category: string;
  readonly wish: InformationWish['wish'] | null;
  readonly version: number;
}

export interface ListRow {
  readonly released_at: Date;
  readonly passed_on_at: Date | null;
  readonly version: number;
}

export interface AnswerRow {
  readonly question_id: string;
  readonly outcome: 'answered' | 'declined';
  readonly reason_discussed: boolean;
  readonly version: number;
}

export interface AdviceRow {
  readonly question_id: string;
  readonly person_id: string;
  readonly sealed: Buffer;
}

/** Everything a person may write about a question. */
export interface QuestionWordsIn {
  readonly category: string | null;
  readonly detail: DetailLevel | null;
  readonly question: string;
  readonly reason: string;
  readonly fear: string;
}

/** How many questions and wishes a list shows, and how many one person may write. */
export const mostQuestions = 200;

export const questionColumns =
  'id, person_id, category, detail, status, words_sealed, edit_open, changed_at, version';

export function factsOf({ id, category, detail, status }: QuestionRow): DisclosureQuestion {
  return { id, category, detail, status };
}

/** A wish that was taken back is none. */
export function wishesOf(rows: readonly WishRow[]): InformationWish[] {
  return rows.flatMap(({ category, wish }) => (wish === null ? [] : [{ category, wish }]));
}
