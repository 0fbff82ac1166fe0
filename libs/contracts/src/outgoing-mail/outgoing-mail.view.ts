/** What a letter is about, as far as the office may know: never to whom it goes. */
export type LetterGroup = 'reminder' | 'account' | 'export' | 'notice';
/** Why it was not sent. */
export type LetterFault = 'unreachable' | 'refused' | 'sign_in' | 'not_set_up' | 'other';

/** Letters of one group: those of the last seven days, and all that still wait or were given up within thirty. */
export class LetterCountView {
  readonly group!: LetterGroup;
  readonly sent!: number;
  readonly waiting!: number;
  readonly failed!: number;
}

/** A letter that was given up. */
export class FailedLetterView {
  readonly id!: string;
  readonly group!: LetterGroup;
  readonly fault!: LetterFault;
  readonly orderedAt!: string;
  readonly failedAt!: string;
}

/** Outgoing mail in numbers and days; given up ones newest first, 100 at most. */
export class OutgoingMailView {
  readonly counts!: LetterCountView[];
  readonly failed!: FailedLetterView[];
}
