import { describe, expect, it } from '@jest/globals';
import type { DisclosureEvent } from './events.js';
import { isSound, proveTable, type TableFaults } from './prove-table.js';
import { disclosureStates } from './states.js';
import { transitionTable, type Transition } from './transition-table.js';

const without = (...rows: readonly number[]): TableFaults =>
  proveTable(transitionTable.filter(({ row }) => !rows.includes(row)));
const lineOf = (event: DisclosureEvent): Transition => transitionTable.find((line) => line.event === event)!;

describe('the proof of the table', () => {
  it('finds the state that no step leads to, and the one from which none leads on', () => {
    expect(without(24)).toStrictEqual({
      unreachable: ['COMPLETED'],
      deadEnds: ['RESTITUTION_DELIVERED'],
      bypassed: [],
      ambiguous: [],
    });
    expect(without(25).unreachable).toStrictEqual([]);
    expect(without(25, 15).unreachable).toStrictEqual(['ON_HOLD']);
    expect(without(27).unreachable).toStrictEqual(['STOPPED']);
    expect(without(3, 5).unreachable).toStrictEqual(['DECLINED', 'WAIVED']);
  });

  it('takes neither a step on the spot nor a pause nor a stop for a way on', () => {
    expect(without(3, 7)).toMatchObject({ deadEnds: ['PREPARING'] });
    expect(without(7).deadEnds).toStrictEqual([]);
    expect(without(26).deadEnds).toStrictEqual(['ON_HOLD']);
    expect(without(13, 12).deadEnds).toStrictEqual(['SCHEDULED']);
    expect(without(1).deadEnds).toStrictEqual(['NOT_STARTED']);
  });

  it.each([
    ['both_consent', 'CONSIDERING', 'SCREENING', ['both_consent']],
    ['readiness_huddle_signed', 'PARTNER_THERAPIST_REVIEW', 'READY', ['readiness_huddle_signed']],
    ['schedule', 'READY', 'SCHEDULED', ['schedule']],
    ['go', 'DAY_OF_CHECK', 'IN_SESSION', ['go']],
    ['go', 'SCHEDULED', 'IN_SESSION', ['go']],
    [
      'go',
      'NOT_STARTED',
      'IN_SESSION',
      ['both_consent', 'screen_passed', 'readiness_huddle_signed', 'schedule', 'go'],
    ],
  ] as const)('finds a way around %s from %s to %s', (_, from, to, bypassed) => {
    const around: Transition = { ...lineOf('close'), from: [from], to };
    const faults = proveTable([...transitionTable, around]);
    expect(faults).toStrictEqual({ unreachable: [], deadEnds: [], bypassed, ambiguous: [] });
  });

  it('finds two lines for one event in one state, by state and event', () => {
    expect(
      proveTable([...transitionTable, lineOf('submit_draft'), lineOf('slip_logged')]).ambiguous,
    ).toStrictEqual([
      'PREPARING submit_draft',
      'READY slip_logged',
      'VERIFYING slip_logged',
      'SCHEDULED slip_logged',
      'DAY_OF_CHECK slip_logged',
    ]);
  });

  it('calls a table sound only when each list is empty', () => {
    const none: TableFaults = { unreachable: [], deadEnds: [], bypassed: [], ambiguous: [] };
    expect(isSound(none)).toBe(true);
    expect(isSound(proveTable())).toBe(true);
    expect(isSound({ ...none, unreachable: ['READY'] })).toBe(false);
    expect(isSound({ ...none, deadEnds: ['READY'] })).toBe(false);
    expect(isSound({ ...none, bypassed: ['go'] })).toBe(false);
    expect(isSound({ ...none, ambiguous: ['READY go'] })).toBe(false);
  });
});

it('the ordinary steps are one chain, each state left by one of them for a later one', () => {
  const order: readonly string[] = disclosureStates;
  const starts = transitionTable.filter(({ forward }) => forward).flatMap(({ from }) => from);
  expect(new Set(starts).size).toBe(starts.length);
  for (const { event, from, to } of transitionTable.filter(({ forward }) => forward))
    for (const start of from)
      expect([event, order.indexOf(to) > order.indexOf(start)]).toStrictEqual([event, true]);
});
