import type { OwnDisclosureView } from '@trellis/contracts';
import type { DisclosureState } from '@trellis/domain';
import type { CoreRow } from './core-facts.js';

type Phase = OwnDisclosureView['phase'];

/**
 * What the two people are told of the state, the same for both. A document that was handed on, a fall back, a letter
 * that is being written belong to one of them, and all read as the time around them.
 */
const phaseOf: Readonly<Record<DisclosureState, Phase>> = {
  NOT_STARTED: 'none',
  CONSIDERING: 'considering',
  SCREENING: 'talking',
  PREPARING: 'preparing',
  PARTNER_THERAPIST_REVIEW: 'preparing',
  READY: 'preparing',
  VERIFYING: 'preparing',
  SCHEDULED: 'scheduled',
  DAY_OF_CHECK: 'scheduled',
  IN_SESSION: 'session',
  SESSION_PAUSED: 'session',
  AFTERCARE_ACUTE: 'after',
  AFTERCARE: 'after',
  IMPACT_PREP: 'after',
  IMPACT_DELIVERED: 'after',
  RESTITUTION_PREP: 'after',
  RESTITUTION_DELIVERED: 'after',
  COMPLETED: 'completed',
  ON_HOLD: 'paused',
  DECLINED: 'not_now',
  STOPPED: 'not_now',
  WAIVED: 'not_now',
};

export interface OwnPhase {
  readonly phase: Phase;
  readonly sessionAt: Date | null;
  /** The state that is shown; another than the true one while the person is still to be told of an end. */
  readonly state: DisclosureState;
}

/**
 * The phase and the date that one person sees. Until a therapist has told them that it will not go ahead, an end reads
 * as the state before it. A date that was taken back reads as a pause.
 */
export function ownPhase({ process, fact }: CoreRow, told: boolean): OwnPhase {
  if (process === null) return { phase: 'none', sessionAt: null, state: 'NOT_STARTED' };
  const untold = phaseOf[process.state] === 'not_now' && !told && fact?.endedFrom != null;
  const state = untold ? fact.endedFrom : process.state;
  const sessionAt = untold ? fact.endedSessionAt : process.sessionAt;
  const phase = phaseOf[state];
  if (phase !== 'scheduled' && phase !== 'session') return { phase, sessionAt: null, state };
  return sessionAt === null ? { phase: 'paused', sessionAt, state } : { phase, sessionAt, state };
}
