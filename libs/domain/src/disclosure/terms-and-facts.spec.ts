import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import { effectsOfAssessments } from './assessment-effects.js';
import { clockEvents } from './clock-events.js';
import { dayCheckParts, openDayParts } from './day-check.js';
import { factOf } from './readiness-facts.js';
import { refusalFor, type Refusal } from './refusal.js';
import { checkedSession, clearAssessments, goodDayCheck, readySnapshot } from './sample-snapshot.js';
import { disclosureSettings, settingValues, type DisclosureSettingName } from './settings.js';
import { withSlip } from './slip.js';
import { soloNoticeShown } from './solo-practice.js';
import { inTurbulence, turbulenceAfter } from './turbulence.js';

const now = new Date('2025-03-21T15:00:00Z');
const start = new Date('2025-03-28T15:00:00Z');

describe('settings', () => {
  const names = Object.keys(disclosureSettings) as DisclosureSettingName[];

  it('have these defaults, ranges and units', () => {
    const lines = Object.values(disclosureSettings).map(
      ({ key, standard, from, to, unit }) => `${key} ${standard} ${from}-${to} ${unit}`,
    );
    expect(lines).toEqual([
      'ftd.min_rp_treatment_weeks 8 0-26 weeks',
      'ftd.min_days_since_last_slip 28 14-90 days',
      'ftd.draft_review_rounds_min 2 1-10 rounds',
      'ftd.draft_review_rounds_typical_max 5 1-10 rounds',
      'ftd.review_sla_days 7 1-21 days',
      'ftd.questions_due_before_session_days 28 7-60 days',
      'ftd.partner_therapist_review_due_before_days 10 3-30 days',
      'ftd.readiness_valid_days 14 3-30 days',
      'ftd.risk_screen_valid_days 7 1-14 days',
      'ftd.session_length_min 180 90-480 minutes',
      'ftd.no_work_hours_after 48 24-96 hours',
      'ftd.impact_letter_earliest_days 14 7-365 days',
      'ftd.restitution_earliest_days_after_impact 14 7-365 days',
      'ftd.turbulence_window_days 21 7-60 days',
      'ftd.process_stall_days 21 7-60 days',
    ]);
    expect(Object.values(settingValues())).toEqual(names.map((name) => disclosureSettings[name].standard));
  });

  it.each(names)('%s is a whole number from its first to its last value', (name) => {
    const { key, from, to } = disclosureSettings[name];
    const set = (value: number) => () => settingValues({ [name]: value })[name];
    expect([set(from)(), set(to)()]).toEqual([from, to]);
    for (const value of [from - 1, to + 1, from + 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(set(value)).toThrow(RangeError);
      expect(set(value)).toThrow(`${key} is ${from} to ${to}`);
    }
  });
});

describe('turbulence', () => {
  const on = asLocalDate('2025-03-28');
  it('lasts 21 days after a session as the clinic set it, and always 14 after a letter', () => {
    expect(turbulenceAfter('session', on, settingValues())).toEqual({ from: on, through: '2025-04-18' });
    const short = settingValues({ turbulenceWindowDays: 7 });
    expect(turbulenceAfter('session', on, short)).toEqual({ from: on, through: '2025-04-04' });
    expect(turbulenceAfter('letter', on, short)).toEqual({ from: on, through: '2025-04-11' });
  });

  it.each([
    ['2025-03-27', false],
    ['2025-03-28', true],
    ['2025-04-10', true],
    ['2025-04-18', true],
    ['2025-04-19', false],
    ['2025-05-01', true],
    ['2025-05-02', false],
  ])('on %s: %s, both ends included, in any of the windows', (day, expected) => {
    const one = { from: asLocalDate('2025-05-01'), through: asLocalDate('2025-05-01') };
    expect(inTurbulence(asLocalDate(day), [turbulenceAfter('session', on, settingValues()), one])).toBe(
      expected,
    );
    expect(inTurbulence(asLocalDate(day), [])).toBe(false);
  });
});

describe('reminders', () => {
  const base = readySnapshot({ state: 'PREPARING', lastEventAt: new Date('2025-03-10T12:00:00Z') });

  it('of a draft go to the recovering person’s therapist, and to nobody where none waits', () => {
    const at = new Date('2025-03-18T05:00:00Z');
    const waiting = { ...base.drafts!, awaitingReviewSince: new Date('2025-03-10T12:00:00Z') };
    expect(clockEvents({ ...base, drafts: waiting }, at)).toEqual([
      { kind: 'nudge', nudge: 'draft_review_overdue', to: ['T_RP'] },
    ]);
    expect(clockEvents(base, at)).toEqual([]);
    expect(clockEvents({ ...base, drafts: null }, at)).toEqual([]);
  });

  it('of the acute time come at once where its beginning is not known', () => {
    const nudged = [{ kind: 'nudge', nudge: 'acute_contacts_overdue', to: ['T_RP', 'T_BP', 'LEAD'] }];
    const acute = readySnapshot({ state: 'AFTERCARE_ACUTE' });
    expect(clockEvents({ ...acute, session: null }, now)).toEqual(nudged);
    expect(clockEvents({ ...acute, session: checkedSession(start, start) }, now)).toEqual(nudged);
  });
});

describe('findings', () => {
  it.each([
    ['legal_exposure', 3],
    ['separation_decided', 1],
    ['life_event', 1],
    ['no_separate_support', 1],
  ] as const)('%s asks for no step in any open state, and for %d things', (id, count) => {
    const assessments = [
      ...clearAssessments(asLocalDate('2025-03-01')),
      { track: 'RP', id, present: true, on: asLocalDate('2025-03-20'), assessorId: 'x' } as const,
    ];
    for (const state of ['NOT_STARTED', 'PREPARING', 'DAY_OF_CHECK', 'AFTERCARE'] as const) {
      const { asks, needs } = effectsOfAssessments(readySnapshot({ state, assessments }), now);
      expect(asks).toStrictEqual([]);
      expect(needs).toHaveLength(count);
    }
  });

  it('count from the day of the newest one', () => {
    const found = (on: string, present = true) => ({
      track: 'RP' as const,
      id: 'slip_or_concealment' as const,
      present,
      on: asLocalDate(on),
      assessorId: 'x',
    });
    const asks = (...assessments: readonly ReturnType<typeof found>[]) =>
      effectsOfAssessments(readySnapshot({ assessments }), now).asks.map(({ clockFrom, side }) => [
        side,
        clockFrom,
      ]);
    expect(asks(found('2025-03-18'), found('2025-03-20'), found('2025-03-19'))).toEqual([
      ['RP', '2025-03-20'],
    ]);
    expect(asks(found('2025-03-18'), found('2025-03-19', false))).toStrictEqual([]);
    expect(asks()).toStrictEqual([]);
  });
});

describe('a slip', () => {
  it('at the moment of the last one says anew whether it was told', () => {
    const at = new Date('2025-02-20T04:40:00Z');
    expect(withSlip(readySnapshot(), { at, toldByProtocol: false })).toMatchObject({
      lastSlipAt: at,
      slipTold: false,
    });
    const before = new Date(at.getTime() - 1);
    expect(withSlip(readySnapshot(), { at: before, toldByProtocol: false })).toMatchObject({
      lastSlipAt: at,
      slipTold: true,
    });
    const after = new Date(at.getTime() + 1);
    expect(withSlip(readySnapshot(), { at: after, toldByProtocol: null })).toMatchObject({
      lastSlipAt: after,
      slipTold: null,
    });
  });

  it.each([null, undefined])('that is the first, after %s, starts the clock', (lastSlipAt) => {
    const after = withSlip(readySnapshot({ lastSlipAt, slipTold: true }), { at: now, toldByProtocol: false });
    expect([after.lastSlipAt, after.slipTold]).toEqual([now, false]);
    expect(after.readiness.R3).toEqual({
      status: 'not_met',
      markedBy: 'system',
      coSigner: null,
      reasonRecorded: false,
    });
    expect(after.readiness.R2?.status).toBe('met');
  });
});

describe('what is not known', () => {
  it('leaves every part of a same-day check open', () => {
    const check = goodDayCheck(start);
    expect(openDayParts(check, start, start, 'America/Chicago')).toEqual([]);
    expect(openDayParts(null, start, start, 'America/Chicago')).toEqual(dayCheckParts);
    expect(openDayParts(check, null, start, 'America/Chicago')).toEqual(dayCheckParts);
    expect(openDayParts(null, null, start, 'America/Chicago')).toEqual(dayCheckParts);
    const epoch = goodDayCheck(new Date(0));
    expect(openDayParts(epoch, null, start, 'UTC')).toEqual(dayCheckParts);
  });

  it('is no fact about consent, and a consent is one that is given', () => {
    const { consents } = readySnapshot();
    const fact = (RP: typeof consents.RP) =>
      factOf('R1', readySnapshot({ consents: { ...consents, RP } }), now);
    expect([fact(consents.RP), fact({ ...consents.RP!, given: false }), fact(null)]).toEqual([
      true,
      false,
      null,
    ]);
  });

  it('shows no notice of one clinician for both sides where one of two signed', () => {
    const signed = { by: 'trp', at: now };
    const shown = (
      RP: typeof signed | null,
      BP: typeof signed | null,
      singleClinician: boolean | null = false,
    ) => soloNoticeShown(readySnapshot({ singleClinician, readinessSigned: { RP, BP, JOINT: null } }));
    expect([shown(signed, null), shown(null, signed), shown(null, null, null)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([shown(signed, signed), shown(signed, { ...signed, by: 'tbp' })]).toEqual([true, false]);
  });
});

describe('a refusal', () => {
  const gap = (side: 'RP' | 'BP' | 'JOINT') =>
    ({
      guardId: 'no_hard_risk',
      item: side,
      rule: 'FTD-05.14',
      metBy: 'disclosure.guard.no_hard_risk.metBy',
      actors: ['LEAD'],
      side,
      evidence: { count: 1 },
    }) as const;
  const refusal: Refusal = {
    code: 'unmet_guards',
    event: 'go',
    from: 'DAY_OF_CHECK',
    unmet: [gap('RP'), gap('BP'), gap('JOINT')],
  };
  const bare = (side: 'RP' | 'BP') => ({ ...gap(side), evidence: {} });

  it.each([
    [['RP'], [gap('RP'), bare('BP'), gap('JOINT')]],
    [['BP'], [bare('RP'), gap('BP'), gap('JOINT')]],
    [
      ['RP', 'BP'],
      [gap('RP'), gap('BP'), gap('JOINT')],
    ],
    [[], [bare('RP'), bare('BP'), gap('JOINT')]],
    [{ client: 'RP' }, [bare('RP'), gap('JOINT')]],
    [{ client: 'BP' }, [bare('BP'), gap('JOINT')]],
    ['admin', []],
  ] as const)('shows %j its evidence of that side and the joint one', (reader, unmet) => {
    expect(refusalFor(refusal, reader)).toStrictEqual({ ...refusal, unmet });
  });
});
