/** One change of the limits, newest first in a list. */
export class LimitsChangeView {
  readonly version!: number;
  readonly changedBy!: string;
  readonly changedAt!: string;
  /** Values that differ from the standard, by name. */
  readonly own!: Record<string, number>;
}

/** How often a rule was useful; null numbers while fewer than five of its episodes are closed. */
export class RulePrecisionView {
  readonly rule!: string;
  readonly useful!: number | null;
  readonly of!: number | null;
}

/** The limits that hold, the changes before, and what became of what the rules found. */
export class OffTrackLimitsView {
  /** 0 while the clinic has changed nothing. */
  readonly version!: number;
  readonly own!: Record<string, number>;
  readonly changes!: LimitsChangeView[];
  readonly precision!: RulePrecisionView[];
}
