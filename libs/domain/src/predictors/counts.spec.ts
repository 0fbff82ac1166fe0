import { describe, expect, it } from '@jest/globals';
import { fraction, fractionOfDecimal } from '../shared/fraction.js';
import { addDays, asLocalDate, type LocalDate } from '../shared/local-date.js';
import { behaviourOfCounts, indicatorCounts, isPausedByPlan, pausedByPlan } from './behaviour-counts.js';
import type {
  BehaviourRecords,
  CountedOccurrence,
  SessionEnd,
  SharedOccurrence,
  SlipOnRecord,
} from './behaviour-records.js';
import { countOf, frameOf, isWithin, ratioOfCount, weekInFrame, weeksIn, type Count } from './count-frame.js';
import { namesPeerContact, namesSafePerson } from './count-support.js';
import type { PredictorCode } from '../homework/template.js';
import { predictors } from './predictors.js';
import { ratingWindow } from './rating-window.js';
import { predictorSettings, predictorSettingValues } from './settings.js';

const monday = asLocalDate('2025-03-03');
const zone = 'America/Chicago';
const frame = frameOf(ratingWindow(asLocalDate('2025-01-06'), zone, 5), zone);
const day = (n: number): LocalDate => addDays(monday, n);

const nothing: BehaviourRecords = {
  occurrences: [],
  slips: [],
  sessions: [],
  shared: [],
  updatesOn: [],
  dialogues: [],
  plannedOn: [],
  activeOn: [],
  contacts: [],
  people: ['RP', 'BP'],
  jointWork: 'open',
  partnerOptedOut: false,
};

const count = (done: number, expected: number): Count => ({ done: fractionOfDecimal(done), expected });
const ofCode = (code: PredictorCode, records: Partial<BehaviourRecords>): unknown =>
  indicatorCounts(code, { ...nothing, ...records }, frame);

type Outcome = CountedOccurrence['outcome'];
const done = (code: string, n: number, outcome: Outcome = 'on_time'): CountedOccurrence => ({
  code,
  on: day(n),
  outcome,
});

describe('the frame', () => {
  it('is the fourteen local days that end on the Sunday, over the clock change', () => {
    expect([frame.from, frame.to, frame.zone]).toEqual(['2025-03-03', '2025-03-16', zone]);
    expect(frame.asOf.toISOString()).toBe('2025-03-17T05:00:00.000Z');
    expect([-1, 0, 13, 14].map((n) => isWithin(frame, day(n)))).toEqual([false, true, true, false]);
    expect([0, 6, 7, 13].map((n) => weekInFrame(frame, day(n)))).toEqual([0, 0, 1, 1]);
    expect([weeksIn(frame), weeksIn({ ...frame, to: day(12) })]).toEqual([2, 1]);
  });

  it('has no count where nothing was expected, and no ratio above 1', () => {
    expect([countOf(0, 0), countOf(0, 1), countOf(fraction(1, 2), 1)]).toEqual([
      null,
      count(0, 1),
      count(0.5, 1),
    ]);
    expect([null, count(1.5, 3), count(3, 3), count(4, 3)].map(ratioOfCount)).toEqual([
      null, fraction(1, 2), fraction(1), fraction(1),
    ]); // prettier-ignore
  });
});

describe('transparency', () => {
  it('counts late as one half, leaves out what was skipped or lies outside', () => {
    const occurrences = [
      done('R01', -1), done('R01', 0), done('R01', 1, 'late'), done('R01', 2, 'missed'),
      done('R01', 3, 'skipped'), done('R01', 13, 'pending'), done('R01', 14),
      done('R05', 6, 'late'), done('R05', 13),
      done('R03', 0, 'missed'), done('R03', 6, 'late'), done('R03', 7, 'missed'), done('R03', 9, 'pending'),
    ]; // prettier-ignore
    expect(ofCode('CT', { occurrences })).toEqual({
      c1: count(1.5, 4), c2: count(1.5, 2), c3: null, c4: count(1, 2),
    }); // prettier-ignore
  });

  it('has no indicator with fewer than half of the occurrences left', () => {
    const skipped = [1, 2].map((n) => done('R01', n, 'skipped'));
    expect(ofCode('CT', { occurrences: [...skipped, done('R01', 0)] })).toMatchObject({ c1: null });
    expect(ofCode('CT', { occurrences: [...skipped, done('R01', 0), done('R01', 3)] })).toMatchObject({
      c1: count(2, 2),
    });
  });

  it('takes a week of honesty logs out when all of it was put away', () => {
    const occurrences = [done('R03', 1, 'skipped'), done('R03', 8)];
    expect(ofCode('CT', { occurrences })).toMatchObject({ c4: count(1, 1) });
    expect(ofCode('CT', { occurrences: [done('R03', 1, 'skipped')] })).toMatchObject({ c4: null });
  });
});

describe('slips', () => {
  const at = new Date('2025-03-09T07:30:00Z');
  const after = (minutes: number, ms = 0): Date => new Date(at.getTime() + minutes * 60_000 + ms);
  const slip = (outcome: SlipOnRecord['outcome'], on = at): SlipOnRecord => ({
    at: on,
    agreedHours: 24,
    outcome,
  });
  const c3 = (...slips: SlipOnRecord[]): unknown => ofCode('CT', { slips });

  it.each([
    ['at the agreed time', slip({ how: 'told', at: after(1440) }), count(1, 1)],
    ['a moment later', slip({ how: 'told', at: after(1440, 1) }), { done: fraction(8639, 8640), expected: 1 }],
    ['found out', slip({ how: 'found_out' }), count(0, 1)],
    ['an addendum', slip({ how: 'addendum' }), count(0, 1)],
    ['a level that is not told', slip({ how: 'not_to_tell' }), null],
  ])('%s', (_, record, c) => {
    expect(c3(record)).toMatchObject({ c3: c });
  }); // prettier-ignore

  it('waits while the agreed time runs, and does not take silence for a telling after it', () => {
    const open = (hoursBefore: number, ms = 0): SlipOnRecord =>
      slip(null, new Date(frame.asOf.getTime() - hoursBefore * 3_600_000 - ms));
    expect(c3(open(24))).toMatchObject({ c3: null });
    expect(c3(open(24, 1))).toMatchObject({ c3: count(0, 1) });
  });

  it('belongs to the local day of the slip', () => {
    const told = (on: string): SlipOnRecord => slip({ how: 'told', at: new Date(on) }, new Date(on));
    expect(c3(told('2025-03-03T05:59:59Z'))).toMatchObject({ c3: null });
    expect(c3(told('2025-03-03T06:00:00Z'))).toMatchObject({ c3: count(1, 1) });
    expect(c3(told('2025-03-17T04:59:59Z'))).toMatchObject({ c3: count(1, 1) });
    expect(c3(told('2025-03-17T05:00:00Z'))).toMatchObject({ c3: null });
  });

  it('adds several up', () => {
    expect(c3(slip({ how: 'told', at: after(60) }), slip({ how: 'found_out' }))).toMatchObject({
      c3: count(1, 2),
    });
  });
});

describe('involvement', () => {
  const shared = (
    code: string,
    RP: Outcome,
    BP: Outcome,
    partnerOptedIn = true,
    n = 3,
  ): SharedOccurrence => ({ code, on: day(n), partnerOptedIn, halves: { RP, BP } });
  const session = (kind: Exclude<SessionEnd['kind'], 'client_moved'>, n = 1) =>
    ({ with: 'JOINT', on: day(n), end: { kind } }) as const;

  it('needs both parts, as late as the later, of what the partner chose', () => {
    const p2 = (...all: SharedOccurrence[]): unknown => ofCode('PI', { shared: all });
    expect(p2(shared('C01', 'on_time', 'on_time'), shared('C02', 'on_time', 'missed'))).toMatchObject({ p2: count(1, 2) });
    expect(p2(shared('C02', 'late', 'on_time'), shared('C02', 'on_time', 'pending'))).toMatchObject({ p2: count(0.5, 2) });
    expect(p2(shared('C01', 'missed', 'skipped'), shared('C01', 'late', 'late'))).toMatchObject({ p2: count(0.5, 1) });
    expect(p2(shared('C01', 'missed', 'late'))).toMatchObject({ p2: count(0, 1) });
    expect(p2(shared('C01', 'on_time', 'missed', false), shared('C03', 'on_time', 'on_time'))).toMatchObject({ p2: null });
    expect(p2(shared('C01', 'on_time', 'on_time', true, 14))).toMatchObject({ p2: null });
  }); // prettier-ignore

  it('leaves the partner\'s pauses out of p1 and counts them 0 in t3', () => {
    const sessions = [session('attended'), session('partner_pause'), session('clinic_cancel')];
    expect(ofCode('PI', { sessions })).toMatchObject({ p1: count(1, 1) });
    expect(ofCode('TS', { sessions })).toMatchObject({ t3: count(1, 2) });
    expect(ofCode('PI', { sessions: [session('partner_pause')] })).toMatchObject({ p1: null });
  }); // prettier-ignore

  it('counts agreed updates of four, and not more than four', () => {
    const p3 = (n: number): unknown =>
      ofCode('PI', { updatesOn: [...Array.from({ length: n }, (_, at) => day(at)), day(14), day(-1)] });
    expect(p3(3)).toMatchObject({ p3: count(3, 4) });
    expect(p3(5)).toMatchObject({ p3: count(4, 4) });
  });

  it.each([
    [{ jointWork: 'open', partnerOptedOut: false }, false],
    [{ jointWork: 'open', partnerOptedOut: true }, true],
    [{ jointWork: 'paused_by_plan', partnerOptedOut: false }, true],
    [{ jointWork: 'on_hold', partnerOptedOut: false }, true],
  ] as const)('%j is paused by plan: %s', (records, paused) => {
    expect(isPausedByPlan(records)).toBe(paused);
    const counts = indicatorCounts('PI', { ...nothing, ...records, sessions: [session('attended')] }, frame);
    expect(counts).toEqual(paused ? { p1: null, p2: null, p3: null } : { p1: count(1, 1), p2: null, p3: count(0, 4) });
    expect(pausedByPlan).toEqual({ en: 'Paused by plan', es: 'En pausa según el plan' });
  }); // prettier-ignore

  it('drops couple attendance on a hold, not in a planned pause', () => {
    const sessions = [session('attended')];
    expect(ofCode('TS', { sessions, jointWork: 'paused_by_plan' })).toMatchObject({ t3: count(1, 1) });
    expect(ofCode('TS', { sessions, jointWork: 'on_hold' })).toMatchObject({ t3: null });
  });
});

describe('empathy and growth', () => {
  it('takes R10 and R13 together, and dialogues heard at 3 or more', () => {
    const occurrences = [done('R10', 0), done('R13', 1, 'late'), done('R10', 2, 'missed'), done('R12', 1)];
    const dialogues = [2, 3, 4, null].map((partnerFeltHeard) => ({ on: day(2), partnerFeltHeard }));
    expect(ofCode('ED', { occurrences, dialogues: [...dialogues, { on: day(14), partnerFeltHeard: 4 }] })).toEqual({
      e1: count(1.5, 3), e2: count(2, 4),
    });
    expect(ofCode('ED', {})).toEqual({ e1: null, e2: null });
  }); // prettier-ignore

  it('takes the other exercises of the recovering person, goal weeks and activity days', () => {
    const occurrences = [
      ...['R01', 'R03', 'R05', 'R10', 'R13', 'B01', 'C01'].map((code) => done(code, 0)),
      done('R02', 0), done('R15', 6, 'late'), done('R15', 13, 'missed'), done('R17', 3, 'skipped'),
    ]; // prettier-ignore
    const plannedOn = [0, 2, 4, 4, 14].map(day);
    expect(ofCode('CG', { occurrences, plannedOn, activeOn: [1, 1, 2, 14].map(day) })).toEqual({
      g1: count(1.5, 3), g2: count(1, 2), g3: count(2, 3),
    }); // prettier-ignore
    expect(ofCode('CG', { plannedOn: [day(1)], activeOn: [0, 1].map(day) })).toMatchObject({
      g3: count(1, 1),
    });
    expect(ofCode('CG', { activeOn: [day(1)] })).toEqual({ g1: null, g2: null, g3: null });
  });
});

describe('support', () => {
  const end = (kind: SessionEnd['kind'], movedTo: number | null = null): SessionEnd =>
    kind === 'client_moved' ? { kind, movedTo: movedTo === null ? null : day(movedTo) } : { kind };

  it.each([
    ['attended', end('attended'), count(1, 1)],
    ['moved by seven days', end('client_moved', 8), count(1, 1)],
    ['moved by eight days', end('client_moved', 9), count(0, 1)],
    ['moved to an earlier day', end('client_moved', -6), count(1, 1)],
    ['moved to no day', end('client_moved'), count(0, 1)],
    ['late cancel', end('late_cancel'), count(0, 1)],
    ['no-show', end('no_show'), count(0, 1)],
    ['clinic cancel', end('clinic_cancel'), null],
  ])('%s', (_, given, t) => {
    const of = (who: 'RP' | 'BP', n = 1) => [{ with: who, on: day(n), end: given }] as const;
    expect(ofCode('TS', { sessions: of('RP') })).toMatchObject({ t1: t, t2: null, t3: null });
    expect(ofCode('TS', { sessions: of('BP') })).toMatchObject({ t1: null, t2: t });
    expect(ofCode('TS', { sessions: of('RP', 14) })).toMatchObject({ t1: null });
  });

  it('counts person-weeks with a contact, of the people who are enrolled', () => {
    const contacts = ([['RP', 0], ['RP', 6], ['BP', 6], ['BP', 7], ['RP', 14]] as const).map(
      ([who, n]) => ({ who, on: day(n) }),
    ); // prettier-ignore
    expect(ofCode('TS', { contacts })).toMatchObject({ t4: count(3, 4) });
    expect(ofCode('TS', { contacts, people: ['RP'] })).toMatchObject({ t4: count(1, 2) });
    expect(ofCode('TS', { contacts, people: [] })).toMatchObject({ t4: null });
  });

  it('reads a contact out of R14 and B01; therapy is no peer, and silence is none', () => {
    const none = { meetings: 0, group: 0, sponsor: 0, therapy: 2, contact_when_hard: false };
    expect([{}, none, { ...none, meetings: 1 }, { ...none, group: 1 }].map(namesPeerContact)).toEqual([false, false, true, true]);
    expect([{ sponsor: 1 }, { contact_when_hard: true }, { meetings: '3' }].map(namesPeerContact)).toEqual([true, true, false]);
    expect([{}, { safe_person_reached: false }, { safe_person_reached: true }].map(namesSafePerson)).toEqual([false, false, true]);
  }); // prettier-ignore
});

describe('behaviour of counts', () => {
  it('scores what applies and sums what it was made of', () => {
    const counts = { c1: count(7, 14), c2: null, c3: null, c4: count(2, 2) };
    expect(behaviourOfCounts(counts, predictors.CT)).toEqual({
      score: fraction(65), weightUsed: 50, nDone: fraction(9), nExpected: 16,
    }); // prettier-ignore
    expect(behaviourOfCounts({ c4: count(2, 2) }, predictors.CT).score).toBeNull();
  });
});

describe('settings', () => {
  it.each(Object.entries(predictorSettings))('%s holds its range', (name, { key, standard, from, to }) => {
    for (const value of [from, to]) expect(predictorSettingValues({ [name]: value })).toMatchObject({ [name]: value });
    for (const value of [from - 1, to + 1, from + 0.5]) {
      expect(() => predictorSettingValues({ [name]: value })).toThrow(new RangeError(`${key} is ${from} to ${to}`));
    }
    expect(predictorSettingValues()).toMatchObject({ [name]: standard });
  }); // prettier-ignore

  it('has these defaults', () => {
    expect(predictorSettingValues()).toEqual({
      agreedUpdates: 4, rescheduleDays: 7, feltHeardFrom: 3, trendReadings: 4, trendDays: 42, groupLeast: 5,
    }); // prettier-ignore
  });
});
