import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  asLocalDate,
  fraction,
  instantOf,
  predictorCodes,
  ratingWindow,
  type PredictorCode,
} from '@trellis/domain';
import { noActs, type ActFacts, type SharedFact } from './acts/act-facts.js';
import { actsOf } from './acts/act-records.js';
import { behaviourIn } from './behaviour.js';
import type { HomeworkFact, SessionFact, SlipFact } from './predictors.repository.js';

const zone = 'America/Chicago';
const window = ratingWindow(asLocalDate('2025-01-06'), zone, 1);
const later = instantOf(asLocalDate('2025-02-03'), '12:00', zone);

/** One exercise due on the n-th day of the fortnight, from 0; handed in so many hours after it was due. */
function done(code: string, day: number, lateBy: number | null, skipped = false): HomeworkFact {
  const on = addDays(window.countsFrom, day);
  const dueAt = instantOf(on, '21:00', zone);
  const submittedAt = lateBy === null ? null : new Date(dueAt.getTime() + lateBy * 3_600_000).toISOString();
  return { code, on, dueAt: dueAt.toISOString(), submittedAt, skipped };
}

const behaviour = (
  code: PredictorCode,
  homework: readonly HomeworkFact[],
  now = later,
  slips: readonly SlipFact[] = [],
  sessions: readonly SessionFact[] = [],
) => behaviourIn(code, window, zone, { homework, slips, sessions, acts: noActs }, now).score;

describe('behaviour from what is on record', () => {
  it('does not apply without records: neither 0 nor 100', () => {
    expect(predictorCodes.map((code) => behaviour(code, []))).toEqual(predictorCodes.map(() => null));
  });

  it('counts sessions as the records of the calendar say, of each person and of both', () => {
    const of = (
      side: SessionFact['side'],
      day: number,
      places: SessionFact['places'],
      movedTo: SessionFact['movedTo'] = null,
    ): SessionFact => ({
      ...{ kind: side === 'JOINT' ? 'couple' : 'individual', side, on: addDays(window.countsFrom, day) },
      ...{ places, movedTo },
    });
    const sessions: SessionFact[] = [
      of('RP', 1, { RP: 'attended' }),
      of('RP', 8, { RP: 'client_moved' }, addDays(window.countsFrom, 12)),
      of('BP', 2, { BP: 'attended' }),
      of('BP', 9, { BP: 'late_cancel' }),
      of('JOINT', 3, { RP: 'attended', BP: 'attended' }),
      of('JOINT', 10, { RP: 'partner_pause', BP: 'partner_pause' }),
      of('JOINT', 11, { RP: 'clinic_cancelled', BP: 'clinic_cancelled' }),
      of('JOINT', 12, { RP: 'attended', BP: 'expected' }),
      { ...of('JOINT', 13, { RP: 'no_show', BP: 'no_show' }), kind: 'disclosure' },
      of('RP', 14, { RP: 'no_show' }),
    ];
    const counts = (code: PredictorCode) =>
      behaviourIn(code, window, zone, { homework: [], slips: [], sessions, acts: noActs }, later).counts;
    // The pause leaves p1 and counts 0 in t3; what is not marked, cancelled by the clinic or out of the window is not there.
    expect(counts('PI')).toMatchObject({ p1: { done: fraction(1), expected: 1 } });
    expect(counts('TS')).toMatchObject({
      ...{ t1: { done: fraction(2), expected: 2 }, t2: { done: fraction(1), expected: 2 } },
      t3: { done: fraction(1), expected: 2 },
    });
    expect(Object.values(counts('CT')).filter((count) => count !== null)).toEqual([]);
  });

  it('is not shown from check-ins alone, which are 35 of 100', () => {
    expect(behaviour('CT', [done('R01', 0, 0), done('R01', 1, null)])).toBeNull();
  });

  it('counts on time whole, late half, skipped not at all, and the weeks with an honesty log', () => {
    // c1 = (1 + 1/2) / 3, weight 35; c4 = 1 of 2 weeks, weight 15: (35 * 50 + 15 * 50) / 50.
    const checkIns = [done('R01', 0, 0), done('R01', 1, 5), done('R01', 2, null), done('R01', 3, null, true)];
    const logs = [done('R03', 1, 0), done('R03', 8, null)];
    expect(behaviour('CT', [...checkIns, ...logs])).toEqual(fraction(50));
  });

  it('leaves out what is not yet due, and counts what was handed in before', () => {
    const now = instantOf(window.countsFrom, '12:00', zone);
    const logs = [done('R03', 0, -10), done('R03', 8, null)];
    expect(behaviour('CT', [done('R01', 0, -10), done('R01', 1, null), ...logs], now)).toEqual(fraction(100));
  });

  it('counts every other exercise of the person for growth, whichever it was', () => {
    // g1 = 2 of 3, the goals among them, weight 40; g2 = 1 of 1 week, weight 20: (40 * 200/3 + 20 * 100) / 60.
    expect(behaviour('CG', [done('R', 1, 0), done('R', 5, null), done('R15', 6, 0)])).toEqual(
      fraction(700, 9),
    );
  });

  describe('of a slip', () => {
    const at = instantOf(addDays(window.countsFrom, 3), '22:00', zone);
    const after = (hours: number): string => new Date(at.getTime() + hours * 3_600_000).toISOString();
    const whole = [...Array(14).keys()].map((day) => done('R01', day, 0));
    const logs = [done('R03', 1, 0), done('R03', 8, 0)];
    /** c1 and c4 in full; c3 as the slip was told: (35 + 15 + 30 * c3) / 80. */
    const score = (
      partner: SlipFact['partner'],
      hours: number,
      now = later,
      agreed: SlipFact['agreed'] = null,
    ) =>
      behaviour('CT', [...whole, ...logs], now, [
        { at: at.toISOString(), partner, partnerAt: after(hours), agreed },
      ]);

    it('keeps all of it when it was told in time, and less the later it was told', () => {
      expect(score('told', 20)).toEqual(fraction(100));
      // c3 = (168 - 100) / (168 - 24) = 17/36.
      expect(score('told', 100)).toEqual(fraction(1925, 24));
      expect(score('partner_found_out', 20)).toEqual(fraction(125, 2));
    });

    it('is judged by what the couple had agreed on', () => {
      const within = (partnerHours: number | null, tellPartner = true) =>
        ({ therapistHours: null, tellPartner, partnerHours }) as const;
      expect(score('told', 100, later, within(120))).toEqual(fraction(100));
      // c3 = (168 - 20) / (168 - 10) = 74/79: (35 + 15 + 30 * c3) / 80.
      expect(score('told', 20, later, within(10))).toEqual(fraction(617_000, 6320));
      expect(score('told', 100, later, within(null))).toEqual(score('told', 100));
      // Nobody expected it to be told: c1 and c4 alone.
      expect(score('partner_found_out', 20, later, within(null, false))).toEqual(fraction(100));
    });

    it('is counted nowhere before the partner knows of it', () => {
      expect(score('told', 20, new Date(at.getTime() + 3_600_000))).toEqual(
        behaviour('CT', [...whole, ...logs], new Date(at.getTime() + 3_600_000)),
      );
    });
  });
});

describe('behaviour from facts of answers and from ticks', () => {
  const day = (n: number) => addDays(window.countsFrom, n);
  const counts = (code: PredictorCode, acts: Partial<ActFacts>, now = later) =>
    behaviourIn(
      code,
      window,
      zone,
      { homework: [], slips: [], sessions: [], acts: { ...noActs, ...acts } },
      now,
    ).counts;
  const shared = (on: number, halves: Partial<SharedFact> = {}): SharedFact => {
    const dueAt = instantOf(day(on), '21:00', zone).toISOString();
    const whole = { rpAt: dueAt, bpAt: dueAt, rpAside: false, bpAside: false };
    return { code: 'C01', on: day(on), dueAt, ...whole, ...halves };
  };
  const of = (done: number, expected: number) => ({ done: fraction(done), expected });

  it.each([
    ['both halves', [shared(3), shared(10, { bpAt: null })], of(1, 2)],
    ['one that the partner put aside', [shared(3), shared(10, { bpAt: null, bpAside: true })], of(1, 1)],
    [
      'one that the recovering person put aside',
      [shared(3), shared(10, { rpAt: null, rpAside: true })],
      of(1, 1),
    ],
    ['all put aside', [shared(3, { bpAt: null, bpAside: true })], null],
    ['none', [], null],
  ] as const)('p2: %s', (_what, facts, expected) => {
    expect(counts('PI', { shared: facts })['p2']).toEqual(expected);
  });

  it('does not expect a half before its time has come', () => {
    const facts = [shared(3), shared(10, { bpAt: null })];
    expect(counts('PI', { shared: facts }, instantOf(day(9), '12:00', zone))['p2']).toEqual(of(1, 1));
  });

  it.each([
    ['without an agreement or a tick', {}, null],
    ['an agreement', { agreements: [{ from: day(10), to: null }] }, of(0, 4)],
    ['one that ended before', { agreements: [{ from: day(-20), to: day(-1) }] }, null],
    ['one that came later', { agreements: [{ from: day(14), to: null }] }, null],
    ['ticks alone', { days: [{ kind: 'update', side: 'RP', on: day(2) }] }, of(1, 4)],
    ['ticks of another fortnight', { days: [{ kind: 'update', side: 'RP', on: day(15) }] }, null],
  ] as const)('p3: %s', (_what, acts, expected) => {
    expect(counts('PI', acts)['p3']).toEqual(expected);
  });

  it('counts dialogues, days of the plan, and weeks with somebody', () => {
    expect(
      counts('ED', { dialogues: [3, 2, null, 4].map((felt, n) => ({ on: day(n), felt })) })['e2'],
    ).toEqual(of(2, 4));
    const planned = [1, 3, 5].map((n) => ({ kind: 'plan', side: 'RP', on: day(n) }) as const);
    const active = [3, 4].map((n) => ({ kind: 'activity', side: 'RP', on: day(n) }) as const);
    expect(counts('CG', { days: [...planned, ...active] })['g3']).toEqual(of(2, 3));
    expect(counts('CG', { days: active })['g3']).toBeNull();
  });

  it('takes into account only people who were asked in the fortnight', () => {
    const days = [{ kind: 'contact', side: 'RP', on: day(6) }] as const;
    const enrolled = ['RP', 'BP'] as const;
    const asked = [{ side: 'RP', on: day(6) }, { side: 'BP', on: day(13) }] as const; // prettier-ignore
    expect(counts('TS', { days, enrolled, asked })['t4']).toEqual(of(1, 4));
    expect(counts('TS', { days, enrolled, asked: asked.slice(0, 1) })['t4']).toEqual(of(1, 2));
    expect(counts('TS', { days, enrolled: ['BP'], asked })['t4']).toEqual(of(0, 2));
    expect(counts('TS', { days, enrolled })['t4']).toBeNull();
  });

  it('has nothing of the work together while it is put off or on hold', () => {
    const facts = { shared: [shared(3)], agreements: [{ from: day(0), to: null }] };
    const none = { p1: null, p2: null, p3: null };
    expect(counts('PI', { ...facts, disclosuresOn: [day(11)] })).toEqual(none);
    expect(counts('PI', { ...facts, holds: [{ from: `${day(5)}T12:00:00Z`, to: null }] })).toEqual(none);
    expect(counts('PI', facts)).toMatchObject({ p2: of(1, 1), p3: of(0, 4) });
  });

  it('forgets whoever hides their measurements, and what only both together show', () => {
    const on = day(1);
    const both: ActFacts = {
      ...noActs,
      ...{ shared: [shared(1)], dialogues: [{ on, felt: 3 }], enrolled: ['RP', 'BP'] },
      days: [{ kind: 'contact', side: 'RP', on }, { kind: 'contact', side: 'BP', on }],
      asked: [{ side: 'RP', on }, { side: 'BP', on }],
    }; // prettier-ignore
    expect(actsOf(both, ['RP', 'BP'])).toEqual(both);
    expect(actsOf(both, ['RP'])).toEqual({
      ...noActs,
      ...{ enrolled: ['RP'], days: [both.days[0]], asked: [both.asked[0]] },
    });
  });
});
