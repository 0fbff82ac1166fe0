import type { Outcome, Tier } from './outcome.ts';

/** One thing that is run by itself and found good or not. */
export interface Step {
  readonly name: string;
  /** The tier that chooses it; its outcomes may belong to others as well. */
  readonly tier: Tier;
  prove(): Promise<readonly Outcome[]>;
}
