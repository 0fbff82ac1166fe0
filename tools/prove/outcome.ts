/** The tiers of proof, in the order in which they run. */
export const TIERS = ['lint', 'types', 'unit', 'build', 'integration', 'api', 'browser'] as const;
export type Tier = (typeof TIERS)[number];

/** What one step found: how many tests passed in which tier, and the names of those that did not. */
export interface Outcome {
  readonly tier: Tier;
  readonly passed: number;
  readonly failed: readonly string[];
}

export interface TierTotal {
  readonly tier: Tier;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

/** An outcome together with the time its step took, in seconds. */
export interface TimedOutcome extends Outcome {
  readonly seconds: number;
}

/** @returns one line per tier that had a step, in the order of TIERS */
export function totalsByTier(outcomes: readonly TimedOutcome[]): TierTotal[] {
  return TIERS.flatMap((tier) => {
    const own = outcomes.filter((outcome) => outcome.tier === tier);
    if (own.length === 0) return [];
    const sum = (of: (outcome: TimedOutcome) => number): number => own.reduce((all, one) => all + of(one), 0);
    return [
      {
        tier,
        passed: sum((one) => one.passed),
        failed: sum((one) => one.failed.length),
        seconds: Math.round(sum((one) => one.seconds) * 10) / 10,
      },
    ];
  });
}

/** A step that ran no test has proved nothing: it counts as one failure. */
export function emptyIsFailure(outcome: Outcome, step: string): Outcome {
  const ran = outcome.passed + outcome.failed.length;
  return ran > 0 ? outcome : { ...outcome, failed: [`${step}: no test ran`] };
}
