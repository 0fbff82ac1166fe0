/** The five charts of one couple. Scores are 0-100, rounded to one decimal for display. */
export class CouplePredictorsView {
  readonly predictors!: PredictorChartView[];
  /** Window the therapist may rate now, or null when no rating is due. */
  readonly therapistRatingDue!: { readonly windowEndsOn: string } | null;
  readonly weightsVersion!: string;
  readonly itemSetVersion!: string;
}

export class PredictorChartView {
  readonly predictor!: 'CT' | 'PI' | 'ED' | 'CG' | 'TS';
  readonly readings!: PredictorReadingView[];
  /** Change since baseline: improved_beyond_noise, within_noise, worse_beyond_noise, not_enough_data. */
  readonly statement!: string;
  readonly baselineOn!: string | null;
}

/** One fortnight. A source is null when missing; `partial` readings are drawn hollow and never compared. */
export class PredictorReadingView {
  readonly readOn!: string;
  readonly self!: number | null;
  readonly partner!: number | null;
  readonly therapist!: number | null;
  readonly therapistCarried!: boolean;
  readonly behaviour!: number | null;
  readonly composite!: number | null;
  readonly partial!: boolean;
  /** Self minus partner, -100 to 100. */
  readonly gap!: number | null;
  readonly viewsDiffer!: boolean;
}

export class RatingWindowView {
  readonly windowEndsOn!: string;
  readonly opensAt!: string;
  readonly closesAt!: string;
  readonly answered!: boolean;
}
