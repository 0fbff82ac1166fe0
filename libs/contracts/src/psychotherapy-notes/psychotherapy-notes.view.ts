/** A note as its author finds it in the list: dates and length, no word of it. */
export class PsychotherapyNoteRowView {
  readonly id!: string;
  /** Local date; null when the note is about no session. */
  readonly sessionOn!: string | null;
  readonly writtenAt!: string;
  readonly changedAt!: string;
  readonly characters!: number;
  /** Counts the texts: 1 for a note that was never changed. */
  readonly revision!: number;
  /** What the next If-Match must carry. */
  readonly version!: number;
  readonly removedAt!: string | null;
  /** When a removed note is destroyed; null for one that is kept. */
  readonly goneAt!: string | null;
}

export class PsychotherapyNotesView {
  readonly notes!: PsychotherapyNoteRowView[];
  readonly nextCursor!: string | null;
  /** False once the author cares for this couple no longer: then the notes are for reading only. */
  readonly mayWrite!: boolean;
}

export class PsychotherapyNoteView extends PsychotherapyNoteRowView {
  readonly text!: string;
  readonly mayWrite!: boolean;
}

/** Answer to a write. It holds no word, because answers of writes are kept to be repeated. */
export class PsychotherapyNoteSavedView {
  readonly id!: string;
  readonly version!: number;
  readonly revision!: number;
  readonly savedAt!: string;
}

/** One text of a note, the present one included. */
export class PsychotherapyNoteRevisionView {
  readonly revision!: number;
  readonly writtenAt!: string;
  readonly characters!: number;
}

export class PsychotherapyNoteRevisionsView {
  /** Newest first, at most 200. */
  readonly revisions!: PsychotherapyNoteRevisionView[];
}

export class PsychotherapyNoteTextView extends PsychotherapyNoteRevisionView {
  readonly text!: string;
}

/** A couple on which the asker keeps notes. */
export class PsychotherapyNoteFileView {
  readonly coupleId!: string;
  /** Null once the couple is out of the author's sight. */
  readonly coupleName!: string | null;
  readonly notes!: number;
  readonly lastChangedAt!: string;
}

export class PsychotherapyNoteFilesView {
  /** Latest changed first, at most 200. */
  readonly files!: PsychotherapyNoteFileView[];
}
