import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../../shared/local-date.js';
import type { ActorRole, DisclosureEvent } from '../events.js';
import { nextState } from '../next-state.js';
import { clearAssessments, checkedSession, readySnapshot } from '../sample-snapshot.js';
import { settingValues } from '../settings.js';
import { bareLetters, bareSnapshot, type DisclosureSnapshot } from '../snapshot.js';
import { disclosureStates } from '../states.js';
import { inTurbulence, turbulenceAfter } from '../turbulence.js';
import { letterChecklist, letterChecks, letterReaders, mayReadLetter } from './letter-readers.js';
import { letterDeliveryGaps, letterEarliest, letterKinds, letterOpeningGaps } from './letters.js';

const at = (text: string): Date => new Date(text);
const letters = {
  impactWanted: true,
  impactOptedOut: false,
  impactApprovedByPartnerTherapist: true,
  listeningRehearsed: true,
  impactDeliveredAt: at('2025-04-17T19:00:00Z'),
  restitutionApproved: true,
  restitutionSafeToHear: true,
  restitutionDeliveredAt: null,
  followedUpAt: { RP: null, BP: null },
};
const session = checkedSession(at('2025-03-28T15:00:00Z'), at('2025-03-28T14:00:00Z'), {
  endedAt: at('2025-03-28T17:50:00Z'),
});
const facts = (changes: Partial<DisclosureSnapshot> = {}): DisclosureSnapshot =>
  readySnapshot({ state: 'AFTERCARE', session, letters, ...changes });
const screened = (on: string): Partial<DisclosureSnapshot> => ({
  assessments: clearAssessments(asLocalDate(on.slice(0, 10))),
  riskScreens: { RP: at(on), BP: at(on) },
});
const april3 = at('2025-04-03T15:00:00Z');
const ids = (gaps: ReturnType<typeof letterOpeningGaps>): string[] => gaps.map(({ guardId }) => guardId);

describe('the impact letter', () => {
  it('opens in aftercare when it is wanted and no risk is open', () => {
    expect(letterOpeningGaps('impact', facts(), april3)).toEqual([]);
    const unknown = facts({ letters: null, assessments: [] });
    expect(ids(letterOpeningGaps('impact', unknown, april3))).toEqual([
      'impact_wanted', 'no_hard_risk', 'no_hard_risk',
    ]); // prettier-ignore
    const optedOut = facts({ letters: { ...letters, impactOptedOut: true } });
    expect(ids(letterOpeningGaps('impact', optedOut, april3))).toEqual(['impact_wanted']);
    const early = facts({ state: 'AFTERCARE_ACUTE' });
    expect(ids(letterOpeningGaps('impact', early, april3))).toEqual([
      'state_reached', 'acute_contacts_done', 'acute_contacts_done',
    ]); // prettier-ignore
  });

  it('is read aloud 14 local days after the session', () => {
    const ready = facts({ state: 'IMPACT_PREP', ...screened('2025-04-10T15:00:00Z') });
    expect(letterEarliest('impact', ready)).toBe('2025-04-11');
    expect(letterDeliveryGaps('impact', ready, at('2025-04-11T05:00:00Z'))).toEqual([]);
    expect(ids(letterDeliveryGaps('impact', ready, at('2025-04-11T04:59:59Z')))).toEqual(['impact_earliest']);
    const bare = { ...bareSnapshot('IMPACT_PREP'), letters: bareLetters };
    expect(letterEarliest('impact', bare)).toBeNull();
    expect(ids(letterDeliveryGaps('impact', bare, at('2025-06-01T05:00:00Z')))).toEqual([
      'impact_earliest', 'impact_approved', 'listening_rehearsed', 'risk_screens_fresh', 'risk_screens_fresh',
    ]); // prettier-ignore
  });
});

describe('the restitution letter', () => {
  it('opens after the impact letter or an opt-out', () => {
    expect(letterOpeningGaps('restitution', facts({ state: 'IMPACT_DELIVERED' }), april3)).toEqual([]);
    expect(ids(letterOpeningGaps('restitution', facts(), april3))).toEqual(['opt_out_recorded']);
    const optedOut = facts({ letters: { ...bareLetters, impactOptedOut: true } });
    expect(letterOpeningGaps('restitution', optedOut, april3)).toEqual([]);
    const early = letterOpeningGaps('restitution', facts({ state: 'IMPACT_PREP' }), april3);
    expect(ids(early)[0]).toBe('state_reached');
  });

  it('is read aloud 14 local days after the impact letter: 17 April gives 1 May', () => {
    const ready = facts({ state: 'RESTITUTION_PREP' });
    expect(letterEarliest('restitution', ready)).toBe('2025-05-01');
    expect(letterDeliveryGaps('restitution', ready, at('2025-05-01T05:00:00Z'))).toEqual([]);
    expect(ids(letterDeliveryGaps('restitution', ready, at('2025-05-01T04:59:59Z')))).toEqual([
      'restitution_earliest',
    ]);
    const optedOut = facts({ letters: { ...bareLetters, impactOptedOut: true } });
    expect(letterEarliest('restitution', optedOut)).toBe('2025-04-11');
    const bare = bareSnapshot('RESTITUTION_PREP');
    expect(letterEarliest('restitution', bare)).toBeNull();
    expect(ids(letterDeliveryGaps('restitution', bare, at('2025-06-01T05:00:00Z')))).toEqual([
      'restitution_earliest', 'restitution_approved', 'restitution_safe',
    ]); // prettier-ignore
  });
});

it('each letter has its own number of days', () => {
  const own = settingValues({ impactLetterEarliestDays: 10, restitutionEarliestDaysAfterImpact: 20 });
  expect(letterEarliest('impact', facts({ settings: own }))).toBe('2025-04-07');
  expect(letterEarliest('restitution', facts({ settings: own }))).toBe('2025-05-07');
});

describe('letters and the process say the same', () => {
  const now = at('2025-05-01T12:00:00Z');
  const asked = (snapshot: DisclosureSnapshot, event: DisclosureEvent, role: ActorRole): unknown => {
    const move = nextState(snapshot, { event }, { id: 'someone', roles: [role] }, now);
    return move.ok ? [] : move.refusal.unmet;
  };

  it.each(disclosureStates)('in %s', (state) => {
    for (const known of [letters, bareLetters, { ...bareLetters, impactOptedOut: true }, null]) {
      const snapshot = facts({ state, letters: known });
      const opened = state === 'AFTERCARE'
        ? asked(snapshot, 'impact_opt_out', 'T_BP')
        : asked(snapshot, 'open_restitution', 'T_RP'); // prettier-ignore
      expect(letterOpeningGaps('impact', snapshot, now)).toEqual(asked(snapshot, 'open_impact', 'T_BP'));
      expect(letterOpeningGaps('restitution', snapshot, now)).toEqual(opened);
      for (const kind of letterKinds)
        expect(letterDeliveryGaps(kind, snapshot, now)).toEqual(asked(snapshot, `deliver_${kind}`, 'LEAD'));
    }
  });
});

describe('turbulence (FTD-54)', () => {
  const day = asLocalDate('2025-04-17');
  it.each([
    ['session', {}, '2025-05-08'],
    ['session', { turbulenceWindowDays: 7 }, '2025-04-24'],
    ['letter', { turbulenceWindowDays: 7 }, '2025-05-01'],
  ] as const)('after a %s with %j', (of, own, through) => {
    expect(turbulenceAfter(of, day, settingValues(own))).toEqual({ from: day, through });
  });

  it('holds both its first and its last day', () => {
    const windows = [turbulenceAfter('letter', day, settingValues())];
    const days = ['2025-04-16', '2025-04-17', '2025-05-01', '2025-05-02'].map(asLocalDate);
    expect(days.map((one) => inTurbulence(one, windows))).toEqual([false, true, true, false]);
    expect(inTurbulence(day, [])).toBe(false);
  });
});

describe('who may read a letter', () => {
  const readers = (
    kind: 'impact' | 'restitution',
    releasedToOtherTherapist: boolean,
    inDeliverySession: boolean,
  ): string[] =>
    letterReaders.filter((reader) =>
      mayReadLetter(kind, reader, { releasedToOtherTherapist, inDeliverySession }),
    );

  it('lets the listener read in the session only', () => {
    expect(letterKinds).toEqual(['impact', 'restitution']);
    expect(readers('impact', false, false)).toEqual(['BP', 'T_BP']);
    expect(readers('impact', true, false)).toEqual(['BP', 'T_RP', 'T_BP']);
    expect(readers('impact', false, true)).toEqual(['RP', 'BP', 'T_RP', 'T_BP']);
    expect(readers('restitution', false, false)).toEqual(['RP', 'T_RP']);
    expect(readers('restitution', true, false)).toEqual(['RP', 'T_RP', 'T_BP']);
    expect(readers('restitution', false, true)).toEqual(['RP', 'BP', 'T_RP', 'T_BP']);
  });

  it('opens what is sealed for good to its author alone', () => {
    const facts = { releasedToOtherTherapist: true, inDeliverySession: true, sealedForGood: true };
    const open = letterKinds.map((kind) =>
      letterReaders.filter((reader) => mayReadLetter(kind, reader, facts)),
    );
    expect(open).toEqual([['BP'], ['RP']]);
  });

  it('asks the therapist to look first', () => {
    expect(letterChecks('impact').map(({ id }) => id)).toEqual([
      'forgiveness_demand', 'deadline', 'threat', 'own_words', 'wanted',
    ]); // prettier-ignore
    expect(letterChecks('restitution').map(({ id }) => id)).toEqual([
      'forgiveness_demand', 'deadline', 'threat', 'new_facts', 'defence', 'request_for_answer', 'point_by_point',
      'observable_change',
    ]); // prettier-ignore
    for (const { ask } of letterChecklist)
      expect([ask.en.at(-1), ask.es.length > 10]).toEqual([expect.any(String), true]);
  });
});
