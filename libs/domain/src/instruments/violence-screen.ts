import type { ScreeningOutcome } from './screening-range.js';

/** A screen as the gates ask for it. */
export type ViolenceScreenFact = 'negative' | 'positive' | 'not_done';

/**
 * The outcome of a screen for violence as a fact for the gates. Only a score outside of the range is negative, and a
 * negative one opens nothing without a clinician's own statement (INST-26): screens miss half of what there is.
 */
export function violenceScreenFact(outcome: ScreeningOutcome): ViolenceScreenFact {
  if (outcome === 'in_range' || outcome === 'high') return 'positive';
  return outcome === 'not_in_range' ? 'negative' : 'not_done';
}
