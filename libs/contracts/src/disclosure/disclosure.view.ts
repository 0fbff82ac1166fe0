/** The disclosure process of a couple as an active therapist sees it: states, dates and items, no words. */
export class DisclosureView {
  readonly id!: string | null;
  readonly state!: string;
  readonly version!: number;
  readonly openedAt!: string | null;
  readonly sessionAt!: string | null;
  /** Steps that were taken, oldest first; refused ones are on record and not shown here. */
  readonly events!: {
    readonly event: string;
    readonly from: string;
    readonly to: string;
    readonly at: string;
    /** Null where it is not for this reader to know whose step it was. */
    readonly byName: string | null;
  }[];
  readonly readiness!: ReadinessItemView[];
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
