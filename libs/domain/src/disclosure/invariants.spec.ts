import { describe, expect, it } from '@jest/globals';
import { actorRoles } from './events.js';
import { guardEntries } from './guard-entries.js';
import { guards, type TableGuardId } from './guards.js';
import { nextState } from './next-state.js';
import { isSound, proveTable } from './prove-table.js';
import { readinessItems } from './readiness.js';
import { isMet, readinessItemIds } from './readiness-item.js';
import { bareSnapshot } from './snapshot.js';
import { disclosureSettings, settingValues } from './settings.js';
import { disclosureStates, processStates, stateForAdmin } from './states.js';
import { transitionTable } from './transition-table.js';

describe('the table', () => {
  it('has all 27 rows, 18 process states and no fault', () => {
    expect([...new Set(transitionTable.map(({ row }) => row))]).toEqual(
      Array.from({ length: 27 }, (_, i) => i + 1),
    );
    expect(processStates).toHaveLength(18);
    expect(proveTable()).toEqual({ unreachable: [], deadEnds: [], bypassed: [], ambiguous: [] });
  });

  it('is found faulty when a row is lost or a short cut added', () => {
    const without = proveTable(transitionTable.filter(({ row }) => row !== 4));
    expect(without.unreachable).toContain('PREPARING');
    expect(without.deadEnds).toEqual([]);
    const [first] = transitionTable;
    if (!first) throw new Error('The table is empty');
    const shortCut = {
      ...first,
      from: ['SCREENING'] as const,
      event: 'go' as const,
      to: 'SCHEDULED' as const,
    };
    expect(proveTable([...transitionTable, shortCut]).bypassed).toEqual([
      'screen_passed',
      'readiness_huddle_signed',
      'schedule',
    ]);
    expect(isSound(proveTable([...transitionTable, shortCut]))).toBe(false);
  });

  it('lets an admin trigger row 11 only', () => {
    const rows = transitionTable.filter(({ who }) => who.includes('ADMIN')).map(({ row }) => row);
    expect([...new Set(rows)]).toEqual([11]);
  });

  it('never starts a session of which nothing is known, whoever asks', () => {
    const now = new Date('2025-03-28T15:00:00Z');
    for (const state of disclosureStates) {
      for (const { event, to } of transitionTable.filter(
        (line) => line.from.includes(state) && line.guards.length > 0,
      )) {
        const result = nextState(bareSnapshot(state), { event }, { id: 'x', roles: actorRoles }, now);
        expect([state, event, to, result.ok]).toEqual([state, event, to, false]);
      }
    }
  });
});

describe('guards', () => {
  const now = new Date('2025-03-28T15:00:00Z');
  const question = {
    snapshot: bareSnapshot('READY'),
    request: { event: 'go' },
    actor: { id: 'x', roles: [] },
    now,
  } as const;
  it.each(Object.keys(guards) as TableGuardId[])('%s finds a gap where nothing is known', (id) => {
    expect(guards[id](question).length).toBeGreaterThan(0);
  });

  it('have words in both languages and a rule', () => {
    for (const { title, metBy, rule } of Object.values(guardEntries)) {
      expect([title.en, title.es, metBy.en, metBy.es]).not.toContain('');
      expect(rule).toMatch(/^FTD-05\.\d+$/);
    }
  });
});

describe('readiness', () => {
  it('has every item once, with words and someone who can act', () => {
    expect(readinessItems.map(({ id }) => id)).toEqual(readinessItemIds);
    for (const { title, metBy, actors } of readinessItems) {
      expect(
        Math.min(title.en.length, title.es.length, metBy.en.length, metBy.es.length, actors.length),
      ).toBeGreaterThan(0);
    }
  });

  it('takes an override only with a co-signer and a reason', () => {
    expect(isMet(undefined)).toBe(false);
    const override = (markedBy: string | null, coSigner: string | null, reasonRecorded: boolean): boolean =>
      isMet({ status: 'clinician_override', markedBy, coSigner, reasonRecorded });
    expect(isMet({ status: 'met', markedBy: null, coSigner: null, reasonRecorded: false })).toBe(true);
    expect(isMet({ status: 'not_met', markedBy: 'a', coSigner: 'b', reasonRecorded: true })).toBe(false);
    expect(override('a', null, true)).toBe(false);
    expect(override('a', '', true)).toBe(false);
    expect(override('a', 'b', false)).toBe(false);
    expect(override('a', 'a', true)).toBe(false);
    expect(override(null, 'b', true)).toBe(false);
    expect(override('a', 'b', true)).toBe(true);
    const notApplicable = { status: 'not_applicable', markedBy: 'a', coSigner: null } as const;
    expect(isMet({ ...notApplicable, reasonRecorded: false })).toBe(false);
    expect(isMet({ ...notApplicable, reasonRecorded: true })).toBe(true);
  });
});

it('holds settings to their ranges', () => {
  for (const { standard, from, to } of Object.values(disclosureSettings))
    expect(standard >= from && standard <= to).toBe(true);
  expect(settingValues({ readinessValidDays: 30 }).readinessValidDays).toBe(30);
  expect(() => settingValues({ readinessValidDays: 31 })).toThrow('ftd.readiness_valid_days');
});

it('shows an admin every pause alike', () => {
  expect(disclosureStates.filter((state) => stateForAdmin(state) === 'PAUSED')).toEqual([
    'SESSION_PAUSED',
    'ON_HOLD',
  ]);
  expect(stateForAdmin('DECLINED')).toBe('DECLINED');
});
