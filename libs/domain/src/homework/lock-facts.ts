import type { Track } from '../access/roles.js';
import type { DisclosureState } from '../disclosure/states.js';
import type { Stage } from '../stages/stage.js';

/**
 * Every fact on which a lock rests. Null means that nobody knows, and then the lock that needs it stays closed
 * (HW-24).
 */
export type LockFacts = Readonly<{
  stage: Stage | null;
  /** Gate 2 -> 3 stands open and valid. */
  gateToThreeValid: boolean | null;
  /** A hold of any kind, by the side whose concern it is; JOINT for one that is about nobody, such as travel. */
  holds: readonly ('RP' | 'BP' | 'JOINT')[] | null;
  fearFlag: Readonly<Record<Track, boolean | null>>;
  acuteRisk: Readonly<Record<Track, boolean | null>>;
  supportThisEvening: boolean | null;
  legalQuestionOpen: boolean | null;
  disclosure: DisclosureState | null;
  touchSuspended: boolean | null;
}>;

/** Facts of which none is known. */
export const unknownLockFacts: LockFacts = {
  stage: null,
  gateToThreeValid: null,
  holds: null,
  fearFlag: { RP: null, BP: null },
  acuteRisk: { RP: null, BP: null },
  supportThisEvening: null,
  legalQuestionOpen: null,
  disclosure: null,
  touchSuspended: null,
};
