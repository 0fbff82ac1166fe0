import type { DisclosureView } from '@trellis/contracts';
import { type DisclosureState, disclosureStates, processStates } from '@trellis/domain';

/** States that a process may leave out; shown only where it stands in them or passed through. */
const IF_VISITED: readonly DisclosureState[] = ['VERIFYING', 'SESSION_PAUSED'];

export interface ProcessStep {
  readonly state: DisclosureState;
  /** Instant at which the state was last reached; null when it was not. */
  readonly reachedAt: string | null;
}

export interface ProcessShown {
  readonly steps: readonly ProcessStep[];
  /** Place on the way; for a pause or another end, the place from which it was left. */
  readonly current: string;
  /** True for a pause and for the ends beside the ordinary way. */
  readonly aside: boolean;
}

/** The real states of a process in their order, with the instants at which they were reached. */
export function processShown({ state, events }: Pick<DisclosureView, 'state' | 'events'>): ProcessShown {
  const onTheWay = processStates.filter((one) => one !== 'NOT_STARTED');
  const aside = !processStates.some((one) => one === state);
  const leftFrom = events.findLast(({ to }) => to === state)?.from;
  const current = aside ? (leftFrom ?? '') : state;
  const visited = (one: string): boolean => one === current || events.some(({ to }) => to === one);
  const steps = onTheWay
    .filter((one) => !IF_VISITED.includes(one) || visited(one))
    .map((one) => ({ state: one, reachedAt: events.findLast(({ to }) => to === one)?.at ?? null }));
  return { steps, current, aside };
}

/** The state as the domain knows it; before anything is loaded, none has begun. */
export function stateOf(state: string | undefined): DisclosureState {
  return disclosureStates.find((one) => one === state) ?? 'NOT_STARTED';
}

/** A session may still be given a date: everything up to its day, and a pause. */
export function beforeSession(state: DisclosureState): boolean {
  const place = processStates.findIndex((one) => one === state);
  return state === 'ON_HOLD' || (place > 0 && place < processStates.indexOf('IN_SESSION'));
}

/** How much of readiness the process shows: every criterion while it is gathered, nothing once it is behind. */
export function readinessShown(state: DisclosureState): 'all' | 'short' | 'none' {
  if (['CONSIDERING', 'SCREENING', 'PREPARING', 'PARTNER_THERAPIST_REVIEW'].includes(state)) return 'all';
  return beforeSession(state) ? 'short' : 'none';
}
