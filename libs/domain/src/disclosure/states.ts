/** The eighteen states of a disclosure, in the order in which a full process passes through them (FTD-02). */
export const processStates = [
  'NOT_STARTED',
  'CONSIDERING',
  'SCREENING',
  'PREPARING',
  'PARTNER_THERAPIST_REVIEW',
  'READY',
  'VERIFYING',
  'SCHEDULED',
  'DAY_OF_CHECK',
  'IN_SESSION',
  'SESSION_PAUSED',
  'AFTERCARE_ACUTE',
  'AFTERCARE',
  'IMPACT_PREP',
  'IMPACT_DELIVERED',
  'RESTITUTION_PREP',
  'RESTITUTION_DELIVERED',
  'COMPLETED',
] as const;

/** A pause, and the ends that stand beside COMPLETED with equal dignity. */
export const otherStates = ['ON_HOLD', 'DECLINED', 'STOPPED', 'WAIVED'] as const;

export const disclosureStates = [...processStates, ...otherStates] as const;
export type DisclosureState = (typeof disclosureStates)[number];

export const terminalStates = ['COMPLETED', 'DECLINED', 'STOPPED', 'WAIVED'] as const;

/** True when no process step leads on from the state. */
export function isTerminal(state: DisclosureState): boolean {
  return terminalStates.some((terminal) => terminal === state);
}

/** States that rest on a readiness: a slip, new material or its end undoes them (row 12). */
export const restsOnReadiness = ['READY', 'VERIFYING', 'SCHEDULED', 'DAY_OF_CHECK'] as const;

/** The process has a place from which row 12 leads back. */
export function isOnReadiness(state: DisclosureState): boolean {
  return restsOnReadiness.some((resting) => resting === state);
}

/**
 * What a clinic admin is shown: every pause reads the same, the one within a session included, and never why
 * (FTD-14).
 */
export function stateForAdmin(state: DisclosureState): Exclude<DisclosureState, PausedState> | 'PAUSED' {
  return state === 'ON_HOLD' || state === 'SESSION_PAUSED' ? 'PAUSED' : state;
}

type PausedState = 'ON_HOLD' | 'SESSION_PAUSED';
