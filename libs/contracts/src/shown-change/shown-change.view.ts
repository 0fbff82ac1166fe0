/** One change that stands on one person's phone, as their therapist sees it. */
export class ShownChangeView {
  readonly id!: string;
  readonly predictor!: 'CT' | 'PI' | 'ED' | 'CG' | 'TS';
  readonly to!: 'RP' | 'BP';
  readonly statement!: 'improved_beyond_noise' | 'within_noise' | 'worse_beyond_noise';
  readonly readOn!: string;
  readonly shownOn!: string;
  readonly version!: number;
}

/** What the asker showed or may take back, newest first, and who sits in the asker's session under way. */
export class ShownChangesView {
  readonly inSession!: ('RP' | 'BP')[];
  readonly shown!: ShownChangeView[];
}

/** A change as the person sees it: words and the day of the session, no number. */
export class OwnShownChangeView {
  readonly predictor!: 'CT' | 'PI' | 'ED' | 'CG' | 'TS';
  readonly statement!: 'improved_beyond_noise' | 'within_noise' | 'worse_beyond_noise';
  readonly shownOn!: string;
}

/** The newest of each predictor, in the order of the five. */
export class OwnShownChangesView {
  readonly changes!: OwnShownChangeView[];
}
