/** The word of both people about the end of a letter; null while one has not agreed. */
export class LetterAgreementView {
  readonly RP!: string | null;
  readonly BP!: string | null;
}

/** A letter without its words. */
export class LetterRowView {
  readonly id!: string;
  readonly kind!: 'impact' | 'restitution';
  readonly deliveredAt!: string | null;
  /** Local day from which on both are asked whether it may go; null before it was read. */
  readonly retentionOn!: string | null;
  readonly destroyedAt!: string | null;
  readonly agreedAt!: LetterAgreementView;
}

/** One's own letter in the list. */
export class OwnLetterRowView extends LetterRowView {
  /** Counts the texts that were laid down for the therapist; 0 before the first. */
  readonly revision!: number;
  /** The newest text is open to the other therapist. */
  readonly released!: boolean;
  readonly changedAt!: string;
  readonly sealedAt!: string | null;
  readonly mayWrite!: boolean;
  readonly version!: number;
}

export class OwnLettersView {
  readonly own!: OwnLetterRowView[];
  /** Letters of the partner's that were read aloud to the person: that there are these, and no word of them. */
  readonly heard!: LetterRowView[];
  readonly mayBegin!: ('impact' | 'restitution')[];
  /** A session in which a letter is read aloud runs now. */
  readonly reading!: { readonly kind: 'impact' | 'restitution'; readonly part: 'author' | 'listener' } | null;
}

export class LetterRevisionView {
  readonly revision!: number;
  readonly writtenAt!: string;
  readonly characters!: number;
}

export class LetterCommentView {
  readonly id!: string;
  readonly revision!: number;
  readonly byName!: string;
  readonly text!: string;
  readonly writtenAt!: string;
}

/** Answer to a comment; without its words. */
export class LetterSaidView {
  readonly id!: string;
  readonly revision!: number;
  readonly writtenAt!: string;
}

/** One's own letter with the draft that is being written. */
export class OwnLetterView extends OwnLetterRowView {
  readonly sections!: Record<string, string>;
  readonly revisions!: LetterRevisionView[];
  readonly comments!: LetterCommentView[];
}

/** Answer to a write. It holds no word, because answers of writes are kept to be repeated. */
export class LetterSavedView {
  readonly id!: string;
  readonly version!: number;
  readonly revision!: number;
  readonly savedAt!: string;
}

/** A letter while it is read aloud to its listener. */
export class LetterReadAloudView {
  readonly kind!: 'impact' | 'restitution';
  readonly sections!: Record<string, string>;
  readonly until!: string;
}

/** A letter as a therapist finds it. */
export class CaseLetterRowView extends LetterRowView {
  readonly side!: 'RP' | 'BP';
  /** 0 where the texts are not for this reader. */
  readonly revision!: number;
  readonly released!: boolean;
  readonly sealed!: boolean;
  /** Whether this reader may open the newest text now. */
  readonly mayRead!: boolean;
  /** Whether this reader may comment: the author's own therapist. */
  readonly mayComment!: boolean;
}

export class LetterMarkView {
  readonly mark!:
    | 'impact_wanted'
    | 'impact_opted_out'
    | 'impact_approved'
    | 'listening_rehearsed'
    | 'restitution_approved'
    | 'restitution_safe';
  readonly side!: 'RP' | 'BP';
  readonly given!: boolean;
  readonly revision!: number | null;
  readonly checks!: string[];
  readonly byName!: string | null;
  readonly setAt!: string | null;
  /** What the next If-Match must carry; 0 before the first time. */
  readonly version!: number;
}

/** A condition of the process that is not met, without evidence: who can act, and on which side it lies. */
export class LetterGapView {
  readonly guardId!: string;
  readonly item!: string | null;
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly actors!: string[];
}

export class LetterStandView {
  readonly kind!: 'impact' | 'restitution';
  /** First local day on which it may be read aloud; null while what it counts from has not been. */
  readonly earliestOn!: string | null;
  readonly opening!: LetterGapView[];
  readonly delivery!: LetterGapView[];
  readonly deliveredAt!: string | null;
}

export class LetterReadingView {
  readonly id!: string;
  readonly kind!: 'impact' | 'restitution';
  readonly startedAt!: string;
  readonly until!: string;
  readonly version!: number;
}

export class CaseLettersView {
  readonly state!: string | null;
  /** Version of the process, for the steps that move it. */
  readonly processVersion!: number;
  readonly mayLead!: boolean;
  readonly letters!: CaseLetterRowView[];
  /** Marks of the sides that the reader holds, each of them, laid down or not. */
  readonly marks!: LetterMarkView[];
  readonly stands!: LetterStandView[];
  readonly reading!: LetterReadingView | null;
}

/** The words of one revision, for a therapist who may read it. */
export class CaseLetterView {
  readonly id!: string;
  readonly kind!: 'impact' | 'restitution';
  readonly revision!: number;
  readonly writtenAt!: string;
  readonly sections!: Record<string, string>;
  readonly comments!: LetterCommentView[];
  readonly revisions!: LetterRevisionView[];
}
