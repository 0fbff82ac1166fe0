/** The form of a note: a standard one by its name, or one of the clinic as it was when the note was begun. */
export class ProgressNoteFormOfView {
  /** SOAP, DAP, BIRP, or the id of a form of the clinic. */
  readonly form!: string;
  /** The clinic's name for it; null for a standard form. */
  readonly name!: string | null;
  /** Headings in order: words of the clinic, or the names of standard parts. */
  readonly parts!: string[];
  /** Index of the part that says what is planned; null where there is none. */
  readonly planPart!: number | null;
}

/** A note as its readers find it in a list: no word of it. */
export class ProgressNoteRowView {
  readonly id!: string;
  /** Null once the session was taken out of the calendar. */
  readonly appointmentId!: string | null;
  readonly sessionKind!: string;
  readonly sessionAt!: string;
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly state!: 'draft' | 'waiting' | 'returned' | 'signed';
  readonly byId!: string;
  readonly byName!: string;
  readonly coSignerName!: string | null;
  readonly changedAt!: string;
  readonly signedAt!: string | null;
  readonly amendments!: number;
  /** What the next If-Match must carry. */
  readonly version!: number;
}

/** A session after which the asker may begin a note. */
export class NotableSessionView {
  readonly appointmentId!: string;
  readonly kind!: string;
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly startsAt!: string;
}

export class ProgressNotesView {
  /** Latest session first. */
  readonly notes!: ProgressNoteRowView[];
  readonly nextCursor!: string | null;
  /** False for an emergency reading. */
  readonly mayWrite!: boolean;
  /** Sides in whose record the asker may write. */
  readonly mySides!: string[];
  /** Sessions that have begun, latest first, at most 30; none where the asker may not write. */
  readonly sessions!: NotableSessionView[];
  readonly timeZone!: string;
}

export class ProgressNoteAmendmentView {
  readonly id!: string;
  readonly byName!: string;
  readonly at!: string;
  readonly reason!: string;
  readonly text!: string;
}

export class ProgressNoteRemarkView {
  readonly byName!: string;
  readonly at!: string;
  readonly text!: string;
}

export class CoSignerView {
  readonly id!: string;
  readonly name!: string;
}

export class ProgressNoteView extends ProgressNoteRowView {
  readonly form!: ProgressNoteFormOfView;
  /** One text for each part. */
  readonly texts!: string[];
  readonly amended!: ProgressNoteAmendmentView[];
  /** What colleagues said on giving it back; for its author and for them. */
  readonly remarks!: ProgressNoteRemarkView[];
  /** Whom its author may ask to sign after them; empty for everybody else. */
  readonly coSigners!: CoSignerView[];
  readonly isAuthor!: boolean;
  readonly mayAmend!: boolean;
}

/** Answer to a write. It holds no word, because answers of writes are kept to be repeated. */
export class ProgressNoteSavedView {
  readonly id!: string;
  readonly state!: 'draft' | 'waiting' | 'returned' | 'signed';
  readonly version!: number;
  readonly savedAt!: string;
}

/** A session to which somebody came and whose note nobody has signed. */
export class DueNoteView {
  readonly appointmentId!: string;
  readonly coupleId!: string;
  readonly coupleName!: string;
  readonly kind!: string;
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly endedAt!: string;
  readonly lateFrom!: string;
  readonly late!: boolean;
  /** The asker's own note of it; null before it is begun. */
  readonly noteId!: string | null;
  readonly state!: string | null;
  readonly timeZone!: string;
}

export class DueNotesView {
  /** Oldest session first, at most 100. */
  readonly due!: DueNoteView[];
  readonly lateAfterDays!: number;
}

export class NoteCoSignRowView {
  readonly id!: string;
  readonly coupleName!: string;
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly sessionKind!: string;
  readonly sessionAt!: string;
  readonly byName!: string;
  readonly at!: string;
  readonly version!: number;
}

export class NoteCoSignListView {
  /** Longest waiting first, at most 100. */
  readonly requests!: NoteCoSignRowView[];
}

export class NoteCoSignView extends NoteCoSignRowView {
  readonly form!: ProgressNoteFormOfView;
  readonly texts!: string[];
  readonly remarks!: ProgressNoteRemarkView[];
}
