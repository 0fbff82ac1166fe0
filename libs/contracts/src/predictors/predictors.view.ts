/** The five charts of one couple. Scores are 0-100, rounded to one decimal for display. */
export class CouplePredictorsView {
  readonly predictors!: PredictorChartView[];
  /** What took place on the time axis, oldest first. Of slips those that the partner knows of. */
  readonly marks!: ChartMarkView[];
  /** Times in which scores move more than they mean, both days included; they may overlap. */
  readonly turbulence!: TurbulenceView[];
  /** Window the therapist may rate now, or null when no rating is due. */
  readonly therapistRatingDue!: { readonly windowEndsOn: string } | null;
  readonly weightsVersion!: string;
  readonly itemSetVersion!: string;
}

export class ChartMarkView {
  readonly kind!: 'session' | 'slip' | 'disclosure' | 'letter' | 'trigger_date';
  readonly on!: string;
}

export class TurbulenceView {
  readonly cause!: 'slip_told' | 'disclosure' | 'letter' | 'trigger_date';
  readonly from!: string;
  readonly through!: string;
}

export class PredictorChartView {
  readonly predictor!: 'CT' | 'PI' | 'ED' | 'CG' | 'TS';
  readonly readings!: PredictorReadingView[];
  /** Change since baseline: improved_beyond_noise, within_noise, worse_beyond_noise, not_enough_data. */
  readonly statement!: string;
  readonly baselineOn!: string | null;
  /** Newest full reading minus the first, over the sources both have; null with not_enough_data. */
  readonly change!: number | null;
  /** Points from which a change lies beyond noise. */
  readonly threshold!: number;
  /** Points in four weeks; null with fewer than four full readings over six weeks. */
  readonly trend!: number | null;
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

/** The sum behind one reading: "why is this 44.1?". Rounded for display alone; nothing is rounded before. */
export class PredictorSumView {
  readonly predictor!: 'CT' | 'PI' | 'ED' | 'CG' | 'TS';
  readonly readOn!: string;
  /** First of the fourteen days that are counted; the reading is the last. */
  readonly countedFrom!: string;
  readonly composite!: number | null;
  readonly partial!: boolean;
  /** Weight of the sources that took part, of 100; null while a consent hides the composite. */
  readonly weightUsed!: number | null;
  readonly sources!: PredictorSumSourceView[];
  readonly indicators!: PredictorSumIndicatorView[];
  /** What the same reading said before a fact came late or changed, newest first. */
  readonly earlier!: PredictorEarlierView[];
  readonly weightsVersion!: string;
  readonly itemSetVersion!: string;
}

/** One source: the recovering person, the partner, the therapist, or behaviour. */
export class PredictorSumSourceView {
  readonly source!: 'R' | 'B' | 'T' | 'D';
  readonly score!: number | null;
  readonly weight!: number;
  /** What it brings to the composite, in points of it. */
  readonly points!: number | null;
  /** Sum of the answered items, 0 to 4 each; null for behaviour. */
  readonly itemSum!: number | null;
  readonly answered!: number | null;
  /** The reading that a therapist's rating was given for, where it still counts. */
  readonly carriedFrom!: string | null;
}

/** Done of expected; null where the indicator does not apply. */
export class PredictorSumIndicatorView {
  readonly key!: string;
  readonly weight!: number;
  readonly done!: number | null;
  readonly expected!: number | null;
  readonly score!: number | null;
}

/** `weightsVersion` and `itemSetVersion` are those under which it was computed. */
export class PredictorEarlierView {
  readonly composite!: number | null;
  readonly computedAt!: string;
  readonly weightsVersion!: string;
  readonly itemSetVersion!: string;
}

export class RatingWindowView {
  readonly windowEndsOn!: string;
  readonly opensAt!: string;
  readonly closesAt!: string;
  readonly answered!: boolean;
}
