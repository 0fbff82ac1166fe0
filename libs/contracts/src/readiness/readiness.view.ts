/** One criterion. Of the other side a therapist sees how it stands and nothing more. */
export class ReadinessRowView {
  readonly id!: string;
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly status!: 'met' | 'not_met' | 'not_applicable' | 'clinician_override';
  /** Whether it counts as met: an override without its second signature does not, nor a mark against the facts. */
  readonly met!: boolean;
  /** What facts on record say by themselves; null where the item rests on its mark, or is not this reader's to know. */
  readonly fact!: boolean | null;
  /** 0 before the first mark, and for a reader of another side. */
  readonly version!: number;
  readonly markedAt!: string | null;
  readonly markedByName!: string | null;
  readonly coSignerName!: string | null;
  readonly coSign!: 'none' | 'asked' | 'signed' | 'refused';
  readonly hasWords!: boolean;
  /** The reader may mark it now. */
  readonly mine!: boolean;
  /** An exception can be made: not applicable, or overridden by two. */
  readonly excusable!: boolean;
}

export class AssessmentRowView {
  readonly condition!: string;
  readonly level!: string;
  /** Null while nobody has judged it. */
  readonly present!: boolean | null;
  readonly on!: string | null;
  readonly byName!: string | null;
  /** Last local day on which the finding counts for the start of preparing; null where it does not end. */
  readonly validUntil!: string | null;
  readonly expired!: boolean;
}

export class ReadinessFactView {
  readonly kind!: string;
  readonly outcome!: string | null;
  readonly on!: string;
  readonly byName!: string;
  readonly validUntil!: string | null;
  readonly expired!: boolean;
}

/** What is on record about one person, for the therapists of their side. */
export class ReadinessSideView {
  readonly side!: 'RP' | 'BP';
  readonly consent!: {
    readonly answer: 'yes' | 'not_now' | 'no';
    readonly at: string;
    readonly textVersion: string;
    readonly takenBackAt: string | null;
    readonly validUntil: string | null;
    readonly expired: boolean;
  } | null;
  readonly assessments!: AssessmentRowView[];
  readonly facts!: ReadinessFactView[];
  /** Entries of the last 14 days that count, and whether they are enough; the partner's side only. */
  readonly grounding!: {
    readonly entries: number;
    readonly skills: number;
    readonly enough: boolean;
  } | null;
  /** Whether sealed notes, reasons or evidence of this side can be read. */
  readonly hasWords!: boolean;
  /** Steps that a finding asks a therapist for. */
  readonly asks!: { readonly event: string; readonly by: string[]; readonly condition: string }[];
  /** What is held back until it is dealt with. */
  readonly needs!: { readonly kind: string; readonly condition: string }[];
}

export class InformationReleaseView {
  readonly id!: string;
  readonly side!: 'RP' | 'BP';
  readonly scopes!: string[];
  readonly therapists!: string[];
  readonly validUntil!: string;
  readonly askedAt!: string;
  readonly signedAt!: string | null;
  readonly revokedAt!: string | null;
  readonly expired!: boolean;
  readonly version!: number;
}

/** Readiness of a couple as one member of the care team may see it. */
export class ReadinessOfCoupleView {
  readonly processId!: string | null;
  readonly state!: string;
  readonly items!: ReadinessRowView[];
  /** Only the sides that the reader holds. */
  readonly sides!: ReadinessSideView[];
  readonly releases!: InformationReleaseView[];
  readonly releasesSigned!: boolean;
  readonly solo!: {
    /** The sentence shown permanently where one clinician holds both sides; null where nobody does. */
    readonly notice: { readonly en: string; readonly es: string } | null;
    readonly consultationOn: string | null;
  };
  /** Colleagues who may be asked for a second signature on something of the reader's sides. */
  readonly coSigners!: { readonly id: string; readonly name: string; readonly sides: string[] }[];
  readonly iLead!: boolean;
}

/** Words behind the wall of one side, newest first, at most 100. */
export class ReadinessWordsView {
  readonly words!: {
    readonly id: string;
    readonly kind: 'note' | 'reason' | 'evidence';
    /** Kind of the record, condition or criterion it belongs to. */
    readonly about: string;
    readonly at: string;
    readonly byName: string;
    readonly text: string;
  }[];
}

/** Answer to a mark, without a word: answers of writes are kept to be repeated. */
export class ReadinessMarkedView {
  readonly item!: string;
  readonly status!: string;
  readonly version!: number;
}

export class ReadinessRecordedView {
  /** The state of the process after what was found. */
  readonly state!: string;
}

export class OfficeItemView {
  readonly item!: string;
  readonly status!: 'met' | 'not_met';
  readonly version!: number;
  readonly markedAt!: string | null;
}

export class OfficeItemsView {
  readonly items!: OfficeItemView[];
}

/** What waits for one's own second signature. */
export class CosignRowView {
  readonly id!: string;
  readonly coupleName!: string;
  readonly item!: string;
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly byName!: string;
  readonly at!: string;
}

export class CosignListView {
  readonly requests!: CosignRowView[];
}

export class CosignDetailView extends CosignRowView {
  readonly reason!: string;
}

/** The own part of readiness. It says nothing of the other person but what the state itself tells. */
export class OwnReadinessPartView {
  /** `none` before there is a disclosure and after it ended, `asked` while it waits for an answer. */
  readonly stage!: 'none' | 'asked' | 'under_way';
  readonly consent!: {
    readonly answer: 'yes' | 'not_now' | 'no';
    readonly at: string;
    readonly takenBack: boolean;
    readonly validUntil: string | null;
    readonly expired: boolean;
  } | null;
  readonly items!: { readonly id: string; readonly met: boolean; readonly version: number }[];
  readonly grounding!: {
    readonly entries: number;
    readonly skills: number;
    readonly enough: boolean;
    readonly log: { readonly on: string; readonly skill: string; readonly recoveryNoted: boolean }[];
  } | null;
  readonly releases!: InformationReleaseView[];
}
