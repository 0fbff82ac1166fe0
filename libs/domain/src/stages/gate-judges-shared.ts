import type { Track } from '../access/roles.js';
import type { GateJudge } from './gate-criterion.js';
import { withinDays } from './gate-judging.js';
import type { SharedFacts } from './gate-facts.js';

/**
 * No open concern about violence, fear or control, and a clinician's own recent statement (GATE-04). A screen
 * that came out negative is not enough, since such screens miss many; one that came out positive is too much.
 */
export const noSafetyConcern =
  (track: Track): GateJudge<SharedFacts> =>
  ({ safety }, { today, settings }) => {
    const fact = safety?.[track];
    const stated = withinDays(fact?.statedOn, settings.safetyStatementDays, today);
    const clear = fact?.concernOpen === false && fact.screen !== 'positive';
    return { met: clear && stated.met, evidence: stated.evidence };
  };

/** Nothing is known to a therapist that the partner does not know. */
export const nothingUndisclosed: GateJudge<SharedFacts> = ({ undisclosedMaterial }) => ({
  met: undisclosedMaterial === false,
  evidence: {},
});
