/** How one predictor changed since the first full reading, in one of the four statements. */
export class SupervisionChangeView {
  readonly predictor!: 'CT' | 'PI' | 'ED' | 'CG' | 'TS';
  readonly statement!: string;
}

/** One couple of the caseload. No score, so that nothing can be ranked. */
export class SupervisionCoupleView {
  readonly coupleId!: string;
  readonly coupleName!: string;
  /** False while a consent to measurement is missing: then nothing is said. */
  readonly measured!: boolean;
  readonly changes!: SupervisionChangeView[];
  /** Of how many of the newest readings each person's view is missing; six at most are looked at. */
  readonly readings!: number;
  readonly selfMissing!: number;
  readonly partnerMissing!: number;
  readonly openEpisodes!: number;
}

/** One's own couples in the order of their names. */
export class SupervisionView {
  readonly couples!: SupervisionCoupleView[];
  readonly nextCursor!: string | null;
}
