/** One row of the caseload. Composites are for active therapists only; an admin's row has none. */
export class CaseloadRowView {
  readonly id!: string;
  readonly name!: string;
  readonly people!: PersonBadgeView[];
  readonly stage!: 1 | 2 | 3;
  readonly weekInStage!: number;
  readonly status!: 'intake' | 'active' | 'paused' | 'closed' | 'separated';
  readonly disclosureState!: string;
  /** Latest composites per predictor, oldest first, 0-100; null where a reading is not complete. Empty for admins. */
  readonly sparklines!: SparklineView[];
  readonly mySides!: ('RP' | 'BP' | 'JOINT')[];
}

export class PersonBadgeView {
  readonly id!: string;
  readonly name!: string;
  readonly side!: 'RP' | 'BP';
  readonly enrolled!: boolean;
}

export class SparklineView {
  readonly predictor!: 'CT' | 'PI' | 'ED' | 'CG' | 'TS';
  readonly points!: { readonly readOn: string; readonly value: number | null; readonly partial: boolean }[];
}

export class CaseloadPageView {
  readonly couples!: CaseloadRowView[];
  readonly nextCursor!: string | null;
  readonly total!: number;
}

/** Header of the couple workspace. */
export class CoupleView {
  readonly id!: string;
  readonly version!: number;
  readonly name!: string;
  readonly status!: 'intake' | 'active' | 'paused' | 'closed' | 'separated';
  readonly stage!: 1 | 2 | 3;
  readonly weekInStage!: number;
  readonly timeZone!: string;
  readonly secretsPolicy!: 'NO_SECRETS' | 'LIMITED' | 'INDIVIDUAL_CONFIDENTIAL';
  readonly disclosureState!: string;
  readonly people!: CouplePersonView[];
  readonly careTeam!: CareTeamEntryView[];
  /** Sides the viewer holds; decides what this viewer may do. */
  readonly mySides!: ('RP' | 'BP' | 'JOINT')[];
  /** When the viewer's emergency reading of this couple is over; null without one. It opens all sides, for reading. */
  readonly emergencyUntil!: string | null;
}

export class CouplePersonView {
  readonly id!: string;
  readonly name!: string;
  readonly pronouns!: string;
  readonly side!: 'RP' | 'BP';
  readonly enrolled!: boolean;
  readonly invitation!: 'none' | 'open' | 'locked' | 'expired' | 'used';
  /** Somebody else uses this person's device. For therapists of the person's own side; null for everybody else. */
  readonly sharedDevice!: boolean | null;
  /** The person asks for a new link, to come in by more than a PIN. As above. */
  readonly linkWanted!: boolean | null;
}

export class CareTeamEntryView {
  readonly staffId!: string;
  readonly name!: string;
  readonly credentials!: string;
  readonly side!: 'RP' | 'BP' | 'JOINT';
  readonly lead!: boolean;
}

/** Staff who can be put on a care team. */
export class ColleagueView {
  readonly id!: string;
  readonly name!: string;
  readonly credentials!: string;
}
