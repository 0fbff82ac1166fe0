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

/** What a clinic admin is shown: every pause reads the same, without its reason (FTD-14). */
export function stateForAdmin(state: DisclosureState): DisclosureState | 'PAUSED' {
  return state === 'ON_HOLD' ? 'PAUSED' : state;
}
