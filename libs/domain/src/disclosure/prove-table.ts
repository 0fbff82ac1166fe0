import type { DisclosureEvent } from './events.js';
import { disclosureStates, isTerminal, type DisclosureState } from './states.js';
import { transitionTable, type Target, type Transition } from './transition-table.js';

/** What is wrong with a table; empty lists when nothing is. */
export type TableFaults = Readonly<{
  unreachable: readonly DisclosureState[];
  deadEnds: readonly DisclosureState[];
  /** Steps that IN_SESSION can be reached without, although none may be. */
  bypassed: readonly DisclosureEvent[];
  /** Two lines for one event in one state. */
  ambiguous: readonly string[];
}>;

const neverBypassed = ['both_consent', 'screen_passed', 'readiness_huddle_signed', 'schedule', 'go'] as const;

/**
 * Proves the table at boot (FTD-09): every state can be reached, every state that is not an end has a way on, no
 * way into the session leaves out consent, screening, both signatures, the date or the same-day check.
 */
export function proveTable(table: readonly Transition[] = transitionTable): TableFaults {
  const reached = reachable(table);
  return {
    unreachable: disclosureStates.filter((state) => !reached.has(state)),
    deadEnds: disclosureStates.filter((state) => !isTerminal(state) && !leadsOn(table, state)),
    bypassed: neverBypassed.filter((event) =>
      reachable(table.filter((line) => line.event !== event)).has('IN_SESSION'),
    ),
    ambiguous: disclosureStates.flatMap((state) => doubled(table, state)),
  };
}

/** True when the table has no fault. */
export function isSound(faults: TableFaults): boolean {
  return Object.values(faults).every((list) => list.length === 0);
}

function reachable(table: readonly Transition[]): ReadonlySet<Target> {
  // A pause goes back to where it began, or earlier: 'RESUME_TO' is in the set and no step begins there.
  const reached = new Set<Target>(['NOT_STARTED']);
  for (const state of reached) {
    for (const { from, to } of table) if (from.some((start) => start === state)) reached.add(to);
  }
  return reached;
}

/** A pause comes back to where it began, and a stop is always open: neither is a way on. */
function leadsOn(table: readonly Transition[], state: DisclosureState): boolean {
  return table.some(
    ({ from, to, event }) => from.includes(state) && to !== 'SAME' && event !== 'hold' && event !== 'stop',
  );
}

function doubled(table: readonly Transition[], state: DisclosureState): string[] {
  const events = table.filter(({ from }) => from.includes(state)).map(({ event }) => event);
  return events.filter((event, index) => events.indexOf(event) !== index).map((event) => `${state} ${event}`);
}
