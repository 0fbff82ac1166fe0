/** One rule that was met, as far as the viewer may know of it. Codes, never words. */
export class EpisodeAlertView {
  readonly rule!: string;
  readonly predictor!: string | null;
  /** Whom it is about; null for both. */
  readonly track!: 'RP' | 'BP' | null;
  readonly metOn!: string;
  readonly on!: string;
  readonly note!: string | null;
}

/** One thing to look at: what the rules found within a fortnight, and what was done about it. */
export class EpisodeView {
  readonly id!: string;
  readonly coupleId!: string;
  readonly coupleName!: string;
  readonly kind!: 'safety' | 'off_track';
  /** immediate, red, amber or blue: the most urgent of the rules the viewer sees. */
  readonly level!: string;
  readonly openedOn!: string;
  readonly acknowledgeBy!: string;
  readonly overdue!: boolean;
  /** open, acknowledged, plan, resolved, expected or false_alarm. */
  readonly state!: string;
  readonly actedBy!: string | null;
  readonly actedOn!: string | null;
  readonly tool!: string | null;
  readonly hasPlan!: boolean;
  readonly alerts!: EpisodeAlertView[];
  readonly version!: number;
  /** The limits under which it was opened; 0 for the standard. */
  readonly limitsVersion!: number;
}

/** Episodes of the caseload that are not closed, oldest first. */
export class EpisodeListView {
  readonly episodes!: EpisodeView[];
  readonly nextCursor!: string | null;
}

/** A couple's episodes, newest first. */
export class CoupleEpisodesView {
  readonly episodes!: EpisodeView[];
}

/** The words of a plan. */
export class EpisodePlanView {
  readonly words!: string;
}
