/** The disclosure process of a couple as an active therapist sees it: states, dates and items, no words. */
export class DisclosureView {
  readonly id!: string | null;
  readonly state!: string;
  readonly version!: number;
  readonly openedAt!: string | null;
  /** Since when it is in this state. */
  readonly stateSince!: string | null;
  readonly sessionAt!: string | null;
  readonly readyUntil!: string | null;
  /** Steps that were taken, oldest first; refused ones are on record and not shown here. */
  readonly events!: DisclosureStepView[];
  readonly readiness!: ReadinessItemView[];
  /** One clinician holds both sides. */
  readonly soloNotice!: boolean;
  readonly jointWorkFrozen!: boolean;
  readonly hold!: { readonly since: string; readonly reasonClass: string | null } | null;
  readonly signatures!: DisclosureSignatureView[];
  readonly order!: DisclosureOrderView | null;
  /** The reader is the lead, whose acts some are. */
  readonly leads!: boolean;
  /** Whether a verification is offered and agreed to in writing by both; null for the office. */
  readonly verification!: { readonly enabled: boolean; readonly agreed: boolean } | null;
  /** The short check that carries a date beyond readiness: planned for, and made; null for the office. */
  readonly recheck!: { readonly at: string | null; readonly doneAt: string | null } | null;
  /** What one of the two people is still to be told, on the sides of the reader. */
  readonly notices!: DisclosureNoticeView[];
  readonly coSignatures!: {
    readonly id: string;
    readonly event: string;
    readonly coSignerName: string;
    readonly signedAt: string | null;
    readonly mine: boolean;
  }[];
  /** Therapists and supervisors whom the reader may ask to sign with them. */
  readonly coSigners!: { readonly id: string; readonly name: string }[];
  /** What the reader may ask for in this state, each with what still stands in its way. */
  readonly acts!: { readonly event: string; readonly gates: UnmetGateView[] }[];
}

export class DisclosureStepView {
  readonly id!: string;
  readonly event!: string;
  readonly from!: string;
  readonly to!: string;
  readonly at!: string;
  /** Null where it is not for this reader to know whose step it was, and for one of the system. */
  readonly byName!: string | null;
  readonly reasonClass!: string | null;
  /** Words lie behind it that this reader may open. */
  readonly hasWords!: boolean;
}

/** Why a step was taken, in the words of who took it. */
export class DisclosureWordsView {
  readonly eventId!: string;
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly words!: string;
}

export class DisclosureSignatureView {
  readonly purpose!: 'readiness' | 'resume';
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly byName!: string;
  readonly at!: string;
  readonly mine!: boolean;
}

export class DisclosureOrderView {
  readonly startsAt!: string;
  readonly recheckAt!: string | null;
  readonly byName!: string;
  readonly version!: number;
}

export class DisclosureNoticeView {
  readonly id!: string;
  readonly side!: 'RP' | 'BP';
  readonly words!: string;
  readonly madeAt!: string;
}

/** What a colleague is asked to sign with somebody else. The couple's name only where they are on its care team. */
export class CoSignatureView {
  readonly id!: string;
  readonly event!: string;
  readonly askedByName!: string;
  readonly askedAt!: string;
  readonly coupleName!: string | null;
}

/** A couple's process for the office: where it stands and for how many days, and a date to enter. */
export class DisclosurePipelineItemView {
  readonly coupleId!: string;
  readonly coupleName!: string;
  readonly state!: string;
  readonly daysInState!: number;
  readonly order!: { readonly startsAt: string; readonly version: number } | null;
}

export class DisclosurePipelineView {
  readonly items!: DisclosurePipelineItemView[];
  readonly nextCursor!: string | null;
}

export class ReadinessItemView {
  readonly id!: string;
  readonly side!: 'RP' | 'BP' | 'SYSTEM';
  readonly status!: 'met' | 'not_met' | 'not_applicable' | 'clinician_override';
  readonly assessedAt!: string | null;
}

/** Facts of a `disclosure_refused` error: every failing guard at once. */
export class UnmetGateView {
  readonly guardId!: string;
  /** Readiness item, person or date, where one guard asks about several. */
  readonly item!: string | null;
  readonly rule!: string;
  /** Whose side has the gap; evidence of the other side is empty for a therapist who does not hold it. */
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly actors!: string[];
  readonly evidence!: Readonly<Record<string, string | number | boolean>>;
}

/** Where a disclosure stands for one of the two people. The same for both, and no more than both may know. */
export class OwnDisclosureView {
  readonly phase!:
    | 'none'
    | 'considering'
    | 'talking'
    | 'preparing'
    | 'scheduled'
    | 'session'
    | 'after'
    | 'completed'
    | 'paused'
    | 'not_now';
  readonly sessionAt!: string | null;
  readonly soloNotice!: boolean;
  /** Newest first; the words themselves are the app's. */
  readonly notices!: { readonly id: string; readonly words: string; readonly at: string }[];
  readonly cards!: {
    readonly area: string;
    readonly kind: string;
    readonly dueAt: string | null;
    readonly done: boolean;
  }[];
  /** Acts that are the person's own to take now. */
  readonly mayStop!: boolean;
  readonly mayPause!: boolean;
  readonly maySayNoGo!: boolean;
}
