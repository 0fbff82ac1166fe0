import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../../shared/local-date.js';
import { settingValues } from '../settings.js';
import { letterChecklist, letterChecks, letterReaders, mayReadLetter } from './letter-readers.js';
import {
  inTurbulence,
  letterDeliveryGaps,
  letterEarliest,
  letterKinds,
  letterOpeningGaps,
  turbulenceWindow,
  type LetterQuestion,
} from './letters.js';

const zone = 'America/Chicago';
const settings = settingValues();
const letters: LetterQuestion['letters'] = {
  impactWanted: true,
  impactOptedOut: false,
  impactApprovedByPartnerTherapist: true,
  listeningRehearsed: true,
  impactDeliveredAt: new Date('2025-04-17T19:00:00Z'),
  restitutionApproved: true,
  restitutionSafeToHear: true,
};
const nothing: LetterQuestion['letters'] = {
  impactWanted: false,
  impactOptedOut: false,
  impactApprovedByPartnerTherapist: false,
  listeningRehearsed: false,
  impactDeliveredAt: null,
  restitutionApproved: false,
  restitutionSafeToHear: false,
};
const question = (over: Partial<LetterQuestion> = {}): LetterQuestion => ({
  state: 'AFTERCARE',
  zone,
  letters,
  sessionEndedAt: new Date('2025-03-28T17:50:00Z'),
  riskOpen: false,
  settings,
  ...over,
});

describe('the impact letter', () => {
  it('opens in aftercare when it is wanted and no risk is open', () => {
    expect(letterOpeningGaps('impact', question())).toEqual([]);
    expect(letterOpeningGaps('impact', question({ state: 'AFTERCARE_ACUTE', letters: nothing, riskOpen: null }))).toEqual([
      'state_reached', 'impact_wanted', 'no_hard_risk',
    ]); // prettier-ignore
    expect(letterOpeningGaps('impact', question({ letters: { ...letters, impactOptedOut: true }, riskOpen: true }))).toEqual([
      'impact_wanted', 'no_hard_risk',
    ]); // prettier-ignore
  });

  it('is read aloud from the 14th local day on', () => {
    const ready = question({ state: 'IMPACT_PREP' });
    expect(letterEarliest('impact', ready)).toBe('2025-04-11');
    expect(letterDeliveryGaps('impact', ready, new Date('2025-04-11T05:00:00Z'))).toEqual([]);
    expect(letterDeliveryGaps('impact', ready, new Date('2025-04-11T04:59:59Z'))).toEqual([
      'impact_earliest',
    ]);
    const bare = question({ letters: nothing, sessionEndedAt: null, riskOpen: null });
    expect(letterEarliest('impact', bare)).toBeNull();
    expect(letterDeliveryGaps('impact', bare, new Date('2025-06-01T05:00:00Z'))).toEqual([
      'state_reached', 'impact_earliest', 'impact_approved', 'listening_rehearsed', 'no_hard_risk',
    ]); // prettier-ignore
  });
});

describe('the restitution letter', () => {
  it('opens after the impact letter or an opt-out', () => {
    expect(letterOpeningGaps('restitution', question({ state: 'IMPACT_DELIVERED' }))).toEqual([]);
    expect(letterOpeningGaps('restitution', question())).toEqual(['opt_out_recorded']);
    const optedOut = { ...nothing, impactOptedOut: true };
    expect(letterOpeningGaps('restitution', question({ letters: optedOut }))).toEqual([]);
    expect(letterOpeningGaps('restitution', question({ state: 'IMPACT_PREP' }))).toEqual(['state_reached']);
  });

  it('is read aloud 14 local days after the impact letter: 17 April gives 1 May', () => {
    const ready = question({ state: 'RESTITUTION_PREP' });
    expect(letterEarliest('restitution', ready)).toBe('2025-05-01');
    expect(letterDeliveryGaps('restitution', ready, new Date('2025-05-01T05:00:00Z'))).toEqual([]);
    expect(letterDeliveryGaps('restitution', ready, new Date('2025-05-01T04:59:59Z'))).toEqual([
      'restitution_earliest',
    ]);
    const optedOut = question({ state: 'RESTITUTION_PREP', letters: { ...nothing, impactOptedOut: true } });
    expect(letterEarliest('restitution', optedOut)).toBe('2025-04-11');
    const bare = question({ letters: nothing });
    expect(letterEarliest('restitution', bare)).toBeNull();
    expect(letterDeliveryGaps('restitution', bare, new Date('2025-06-01T05:00:00Z'))).toEqual([
      'state_reached', 'restitution_earliest', 'restitution_approved', 'restitution_safe',
    ]); // prettier-ignore
  });
});

it('each letter has its own number of days', () => {
  const own = settingValues({ impactLetterEarliestDays: 10, restitutionEarliestDaysAfterImpact: 20 });
  expect(letterEarliest('impact', question({ settings: own }))).toBe('2025-04-07');
  expect(letterEarliest('restitution', question({ settings: own }))).toBe('2025-05-07');
});

describe('turbulence', () => {
  const values = settingValues();
  it.each([
    ['session', '2025-03-28T17:50:00Z', '2025-03-28', '2025-04-18'],
    ['impact', '2025-04-17T19:00:00Z', '2025-04-17', '2025-05-01'],
    ['restitution', '2025-05-01T20:00:00Z', '2025-05-01', '2025-05-15'],
  ] as const)('after %s', (of, at, from, to) => {
    expect(turbulenceWindow(of, new Date(at), zone, values)).toEqual({ of, from, to });
  });

  it('holds both its first and its last day', () => {
    const windows = [turbulenceWindow('impact', new Date('2025-04-17T19:00:00Z'), zone, values)];
    const days = ['2025-04-16', '2025-04-17', '2025-05-01', '2025-05-02'].map(asLocalDate);
    expect(days.map((day) => inTurbulence(day, windows))).toEqual([false, true, true, false]);
    expect(inTurbulence(asLocalDate('2025-04-17'), [])).toBe(false);
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
