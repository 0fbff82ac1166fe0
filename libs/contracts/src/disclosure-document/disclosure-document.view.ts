import type { InventoryEntry } from './disclosure-document.request.js';

export type DocumentSectionLetter = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i';
export type DocumentSectionStanding = 'not_written' | 'open' | 'changes_requested' | 'approved';
/** Why a section may not be written now; null when it may. */
export type DocumentWritingBlock = 'ask_legal_question' | 'talk_first' | 'stop_and_call' | null;

/** Answer to a write. It holds no word, because answers of writes are kept to be repeated. */
export class DocumentSavedView {
  /** What the next If-Match must carry. */
  readonly version!: number;
  readonly savedAt!: string;
}

export class DocumentHandedInView {
  readonly number!: number;
  readonly at!: string;
}

export class DocumentVersionRowView {
  readonly number!: number;
  readonly at!: string;
  /** Sections in it, in order. */
  readonly sections!: DocumentSectionLetter[];
}

export class DocumentCommentView {
  readonly id!: string;
  readonly number!: number;
  readonly section!: DocumentSectionLetter;
  readonly start!: number;
  readonly length!: number;
  readonly text!: string;
  readonly authorName!: string;
  readonly writtenAt!: string;
  /** When the author of the document marked it as seen to; null while it is open. */
  readonly settledAt!: string | null;
  readonly version!: number;
  /** Whether the reader wrote it. */
  readonly mine!: boolean;
}

/** One section for its author. */
export class OwnDocumentSectionView {
  readonly section!: DocumentSectionLetter;
  readonly text!: string;
  /** 0 before the first word was saved. */
  readonly version!: number;
  readonly savedAt!: string | null;
  readonly standing!: DocumentSectionStanding;
  readonly block!: DocumentWritingBlock;
  /** Saved words differ from the newest version. */
  readonly changed!: boolean;
}

/** The author's own page. */
export class OwnDocumentView {
  /**
   * `writing`: it can be written. `stands`: nothing can be changed at the moment. `not_yet`: its time has not come.
   * `over`: the process has ended. `destroyed`: it is gone.
   */
  readonly stage!: 'not_yet' | 'writing' | 'stands' | 'over' | 'destroyed';
  readonly sections!: OwnDocumentSectionView[];
  /** Newest last. */
  readonly versions!: DocumentVersionRowView[];
  /** On the newest version, in reading order; at most 500. */
  readonly comments!: DocumentCommentView[];
  readonly legal!: { readonly exposurePossible: boolean | null; readonly minorOrCrime: boolean };
  /** What the next answer to the legal question must carry in If-Match. */
  readonly version!: number;
  readonly therapistName!: string | null;
  /** Given names of the two people: hints do not mark them. */
  readonly ownNames!: string[];
  readonly destroyedAt!: string | null;
}

export class DocumentTextView {
  readonly section!: DocumentSectionLetter;
  readonly text!: string;
}

export class DocumentVersionView {
  readonly number!: number;
  readonly at!: string;
  readonly sections!: DocumentTextView[];
  readonly comments!: DocumentCommentView[];
}

export class InventoryView {
  readonly entries!: InventoryEntry[];
  readonly version!: number;
  readonly savedAt!: string | null;
}

/** The own therapist's page: where it stands, no word of it. */
export class DocumentReviewView {
  /** False while nothing was begun. */
  readonly begun!: boolean;
  readonly state!: string;
  /** Version of the process, which the steps of the document carry in If-Match. */
  readonly processVersion!: number;
  /** Whether sections can still be decided on. */
  readonly open!: boolean;
  readonly sections!: {
    readonly section: DocumentSectionLetter;
    readonly standing: DocumentSectionStanding;
  }[];
  readonly versions!: DocumentVersionRowView[];
  readonly rounds!: number;
  readonly roundsNeeded!: number;
  /** Since when a version waits for an answer, and until when one is due; null when none waits. */
  readonly awaitingSince!: string | null;
  readonly answerDueOn!: string | null;
  /** Ids of the questions that the document leaves open. */
  readonly gaps!: string[];
  readonly inventoryEntries!: number | null;
  readonly legal!: { readonly exposurePossible: boolean | null; readonly minorOrCrime: boolean };
  /** Version of the document, which the legal answer carries in If-Match. */
  readonly version!: number;
  readonly people!: { readonly author: string; readonly partner: string | null };
  readonly laterReading!: DocumentLaterReadingView | null;
}

/** A later reading by the partner's therapist, asked for or agreed. */
export class DocumentLaterReadingView {
  readonly id!: string;
  readonly askedAt!: string;
  readonly until!: string | null;
}

/** The partner's therapist reads the newest version, for a time. */
export class DocumentReadingView {
  readonly number!: number;
  readonly handedInAt!: string;
  readonly until!: string;
  readonly mode!: 'review' | 'session';
  readonly sections!: DocumentTextView[];
  readonly gaps!: string[];
  readonly state!: string;
  readonly processVersion!: number;
  /** Stands over every page. */
  readonly watermark!: { readonly reader: string; readonly at: string };
}

/** How long the document is kept, and who has agreed that it goes. No word of it. */
export class DocumentCustodyView {
  readonly versions!: number;
  /** Day on which both therapists are asked; null while the process runs. */
  readonly askedOn!: string | null;
  readonly hold!: boolean | null;
  readonly holdCheckedAt!: string | null;
  readonly signatures!: { readonly side: 'RP' | 'BP'; readonly name: string; readonly at: string }[];
  /** What is missing before it can be destroyed. */
  readonly missing!: ('process_running' | 'T_RP_signature' | 'T_BP_signature' | 'legal_hold')[];
  readonly destroyedAt!: string | null;
  readonly version!: number;
  readonly mySides!: ('RP' | 'BP')[];
  readonly laterReading!: DocumentLaterReadingView | null;
  /** True where the reader holds the partner's side, the session has begun and no request waits. */
  readonly mayAskLater!: boolean;
}
