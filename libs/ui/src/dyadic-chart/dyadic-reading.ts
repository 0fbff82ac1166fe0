import type { ChartEventKind } from './chart-events.js';

/**
 * One fortnight of one predictor. Scores are 0 to 100; null where a source gave nothing. `partial` readings
 * lack a source that should have been there: drawn hollow, outside line and band, never compared.
 */
export interface DyadicReading {
  /** Local date of the reading, YYYY-MM-DD. */
  readonly readOn: string;
  readonly self: number | null;
  readonly partner: number | null;
  readonly therapist: number | null;
  /** The therapist's value is an earlier one that still counts: drawn hollow. */
  readonly therapistCarried: boolean;
  readonly behaviour: number | null;
  readonly composite: number | null;
  readonly partial: boolean;
  /** Self minus partner, -100 to 100. */
  readonly gap: number | null;
  /** The two views are at least 25 points apart. */
  readonly viewsDiffer: boolean;
}

/** The words of the chart, in the reader's language. */
export interface DyadicWords {
  readonly self: string;
  readonly partner: string;
  readonly therapist: string;
  readonly composite: string;
  readonly behaviour: string;
  readonly behaviourNote: string;
  readonly baseline: string;
  readonly partial: string;
  readonly carried: string;
  /** Cell of a source without a value: "no answer". */
  readonly none: string;
  readonly viewsDiffer: string;
  /** "25 apart" */
  readonly apart: (points: number) => string;
  readonly date: string;
  readonly gap: string;
  readonly table: string;
  /** Name of the reading control: "Reading". */
  readonly reading: string;
  readonly legendBand: string;
  readonly legendGap: string;
  /** Names of what is marked on the axis, and of the row that holds them. */
  readonly events: Readonly<Record<ChartEventKind, string>>;
  readonly eventsRow: string;
  /** What a tinted time says. */
  readonly turbulence: string;
  /** Asks for the sum behind a composite, "Why is this 44.1?", or behind its absence. Without it nothing asks. */
  readonly why?: (composite: string | null) => string;
}

/** Half-width of the uncertainty band: 1.96 standard errors of measurement of 7.0 points. */
export const BAND = 13.7;
