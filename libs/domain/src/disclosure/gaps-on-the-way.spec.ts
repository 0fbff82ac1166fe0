import { describe, expect, it } from '@jest/globals';
import type { Actor, DisclosureEvent } from './events.js';
import { needs } from './guard.js';
import { nextState } from './next-state.js';
import type { Refusal } from './refusal.js';
import { readySnapshot } from './sample-snapshot.js';
import { bareSnapshot } from './snapshot.js';
import type { DisclosureState } from './states.js';

const now = new Date('2025-03-21T15:00:00Z');
const everyRole: Actor = {
  id: 'x',
  roles: ['T_RP', 'T_BP', 'T_C', 'LEAD', 'SECOND', 'ADMIN', 'RP', 'BP', 'SYSTEM'],
};

function refused(state: DisclosureState, event: DisclosureEvent, actor = everyRole): Refusal {
  const result = nextState(bareSnapshot(state, 'America/Chicago'), { event }, actor, now);
  if (result.ok) throw new Error(`Was allowed: ${result.value.state}`);
  return result.refusal;
}

describe('a step of someone else', () => {
  it('names those who may take it, and nothing of the couple', () => {
    expect(refused('READY', 'schedule', { id: 'sam', roles: ['BP'] })).toStrictEqual({
      code: 'not_yours',
      event: 'schedule',
      from: 'READY',
      unmet: [
        {
          guardId: 'may_act',
          item: null,
          rule: 'FTD-05.0',
          metBy: 'disclosure.guard.may_act.metBy',
          actors: ['LEAD', 'ADMIN', 'LEAD', 'ADMIN'],
          side: 'JOINT',
          evidence: {},
        },
      ],
    });
    expect(refused('READY', 'stop', { id: 'desk', roles: ['ADMIN'] }).unmet[0]?.actors).toStrictEqual([
      'RP',
      'BP',
      'LEAD',
    ]);
  });
});

describe('a step asked for too early', () => {
  const asked = (state: DisclosureState, event: DisclosureEvent) => refused(state, event).unmet[0]?.evidence;

  it.each([
    // The nearest place from which the step can be taken ends the way.
    ['NOT_STARTED', 'decline', 'CONSIDERING SCREENING PREPARING', 'open_ftd decline'],
    ['NOT_STARTED', 'screen_passed', 'SCREENING', 'open_ftd both_consent screen_passed'],
    ['PREPARING', 'schedule', 'READY', 'release_for_review readiness_huddle_signed schedule'],
    ['READY', 'end', 'IN_SESSION SESSION_PAUSED', 'schedule day_before_reached go end'],
    ['SCHEDULED', 'go', 'DAY_OF_CHECK', 'day_before_reached go'],
    [
      'AFTERCARE',
      'close',
      'RESTITUTION_DELIVERED',
      'open_impact deliver_impact open_restitution deliver_restitution close',
    ],
    [
      'PARTNER_THERAPIST_REVIEW',
      'slip_logged',
      'READY VERIFYING SCHEDULED DAY_OF_CHECK',
      'readiness_huddle_signed slip_logged',
    ],
  ] as const)('in %s, %s needs %s and the steps %s', (state, event, needed, steps) => {
    expect(refused(state, event)).toMatchObject({ code: 'wrong_state', event, from: state });
    expect(asked(state, event)).toStrictEqual({ state, needed, steps });
  });

  it.each([
    ['AFTERCARE', 'decline', 'CONSIDERING SCREENING PREPARING'],
    ['AFTERCARE', 'go', 'DAY_OF_CHECK'],
    ['COMPLETED', 'open_ftd', 'NOT_STARTED'],
    ['CONSIDERING', 'continue_session', 'SESSION_PAUSED'],
    ['CONSIDERING', 'resume', 'ON_HOLD'],
    ['ON_HOLD', 'schedule', 'READY'],
  ] as const)(
    'or where no way leads there, in %s, %s names no steps and no other gap',
    (state, event, needed) => {
      expect(refused(state, event).unmet).toStrictEqual([
        {
          guardId: 'state_reached',
          item: null,
          rule: 'FTD-05.0',
          metBy: 'disclosure.guard.state_reached.metBy',
          actors: ['LEAD'],
          side: 'JOINT',
          evidence: { state, needed, steps: '' },
        },
      ]);
    },
  );

  it('lists the gaps of each step in the order of the way, each once', () => {
    const gaps = refused('NOT_STARTED', 'screen_passed').unmet.map(
      ({ guardId, item }) => `${guardId} ${item}`,
    );
    expect(gaps).toStrictEqual([
      'state_reached null',
      'both_enrolled RP',
      'both_enrolled BP',
      'policy_signed RP',
      'policy_signed BP',
      'consents_given RP',
      'consents_given BP',
      'contraindications_absent RP',
      'contraindications_absent BP',
      'releases_signed null',
      'policy_fits null',
    ]);
    const all = refused('NOT_STARTED', 'close').unmet.map(({ guardId, item }) => `${guardId} ${item}`);
    expect(new Set(all).size).toBe(all.length);
    const asked = (guard: string) => all.filter((gap) => gap.startsWith(`${guard} `));
    // What an earlier step asks for already is not asked again by a later guard under another name.
    expect(asked('review_items_met').map((gap) => gap.split(' ')[1])).toStrictEqual([
      'R4',
      'R5',
      'R6',
      'R7',
      'R10',
    ]);
    expect(asked('readiness_met').map((gap) => gap.split(' ')[1])).toStrictEqual([
      ...['R1', 'R2', 'R3', 'R8', 'R9', 'R11', 'R12'],
      ...['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9', 'B10', 'B11'],
      ...['S1', 'S2', 'S3', 'S4', 'S5'],
    ]);
    expect([asked('contraindications_absent').length, asked('no_hard_risk').length]).toStrictEqual([2, 0]);
  });
});

describe('a guard with one gap', () => {
  const question = { snapshot: readySnapshot(), request: { event: 'go' }, actor: everyRole, now } as const;
  it('shows its evidence, or none', () => {
    expect(
      needs(
        () => true,
        () => ({ days: 1 }),
      )(question),
    ).toStrictEqual([]);
    expect(needs(() => false)(question)).toStrictEqual([{}]);
    expect(
      needs(
        () => false,
        () => ({ days: 1 }),
      )(question),
    ).toStrictEqual([{ evidence: { days: 1 } }]);
    expect(
      needs(
        () => false,
        () => undefined,
      )(question),
    ).toStrictEqual([{}]);
  });
});
