/** One of the author's own questions. */
export class OwnQuestionView {
  readonly id!: string;
  readonly category!: string | null;
  readonly detail!: string | null;
  readonly status!: 'draft' | 'reviewed' | 'released' | 'withdrawn';
  /** Released, and opened by the author's therapist for one change. */
  readonly editOpen!: boolean;
  readonly question!: string;
  readonly reason!: string;
  readonly fear!: string;
  /** What the author's therapist says to it; null while they have said nothing. */
  readonly advice!: string | null;
  readonly changedAt!: string;
  readonly version!: number;
}

export class InformationWishView {
  readonly category!: string;
  readonly wish!: 'tell_me' | 'do_not_tell_me' | null;
  /** What the next If-Match must carry; 0 before the first wish. */
  readonly version!: number;
}

/** What the author asked for an earlier disclosure: theirs to read. */
export class EarlierQuestionView {
  readonly id!: string;
  readonly category!: string | null;
  readonly question!: string;
}

export class OwnQuestionsView {
  /** In the order they were written, at most 200. */
  readonly questions!: OwnQuestionView[];
  /** Of disclosures before this one, at most 200. */
  readonly earlier!: EarlierQuestionView[];
  readonly wishes!: InformationWishView[];
  readonly releasedAt!: string | null;
  /** Why the list cannot be released yet; null when it can. */
  readonly notYet!: 'nothing_to_release' | 'already_released' | 'not_reviewed' | 'no_detail_level' | null;
  /** Late in the evening on the person's own clock: grounding is offered, writing stays possible. */
  readonly lateEvening!: boolean;
}

/** Answer to a write. It holds no word, because answers of writes are kept to be repeated. */
export class QuestionSavedView {
  readonly id!: string;
  readonly status!: 'draft' | 'reviewed' | 'released' | 'withdrawn';
  readonly version!: number;
  readonly savedAt!: string;
}

export class QuestionsReleasedView {
  readonly releasedAt!: string;
  readonly questions!: number;
}

/** A question as the recovering person gets it from their own therapist: the question, and how much is wanted. */
export class ReceivedQuestionView {
  readonly id!: string;
  readonly category!: string | null;
  readonly detail!: string | null;
  readonly question!: string;
  readonly outcome!: 'answered' | 'declined' | null;
}

export class ReceivedQuestionsView {
  /** Empty until the own therapist passes the list on. */
  readonly questions!: ReceivedQuestionView[];
  readonly passedOnAt!: string | null;
}

/** A question as a therapist reads it; advice only on the author's side, how it was closed only on the other. */
export class CaseQuestionView {
  readonly id!: string;
  readonly category!: string | null;
  readonly detail!: string | null;
  readonly status!: 'draft' | 'reviewed' | 'released' | 'withdrawn';
  readonly editOpen!: boolean;
  readonly question!: string;
  readonly reason!: string;
  readonly fear!: string;
  readonly advice!: string | null;
  /** Its author does not want to hear an answer, by its level of detail or by a wish for its kind. */
  readonly silenced!: boolean;
  readonly outcome!: 'answered' | 'declined' | null;
  readonly reasonDiscussed!: boolean;
  readonly version!: number;
  /** What the next If-Match of closing it must carry; 0 before the first time. */
  readonly answerVersion!: number;
}

export class CaseQuestionsView {
  /** The sides that the reader holds and that see questions. */
  readonly sides!: ('RP' | 'BP')[];
  readonly questions!: CaseQuestionView[];
  readonly wishes!: InformationWishView[];
  readonly releasedAt!: string | null;
  readonly passedOnAt!: string | null;
  /** What the If-Match of passing the list on must carry. */
  readonly listVersion!: number;
  /** Released questions that nothing closes yet, for the side that answers them. */
  readonly unanswered!: string[];
}

/** Answer to what a therapist did with a question; without a word of it. */
export class CaseQuestionSavedView {
  readonly id!: string;
  readonly version!: number;
  readonly savedAt!: string;
}

export class QuestionsPassedOnView {
  readonly passedOnAt!: string;
}
