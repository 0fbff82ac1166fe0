import { describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate } from '../shared/local-date.js';
import { clinicalMeasure, repeatsDue } from './clinical-measure.js';
import type { ExpectedCheckIn, LoggedSlip, LostSession, OffTrackHistory } from './alert-history.js';
import { alertLimits } from './alert-settings.js';
import { engagementFall } from './engagement-fall.js';
import { offTrackFindings } from './off-track.js';
import type { OffTrackRule } from './off-track-rule.js';
import { overdueTelling } from './overdue-telling.js';
import { sampleAnchor, sampleHistory, sampleSunday as sunday } from './sample-history.js';
import { silence } from './silence.js';
import { trickle } from './trickle.js';

const day = asLocalDate;
const limits = alertLimits();
const brief = (rule: OffTrackRule, changes: Partial<OffTrackHistory>, through = sunday(12)) =>
  rule(sampleHistory(changes, through), limits).map(({ on, note, track }) => [on, track, note]);

/** `done` of each fortnight's 14 days, from the anchor. */
const checkIns = (...done: readonly number[]): readonly ExpectedCheckIn[] =>
  done.flatMap((count, fortnight) =>
    Array.from({ length: 14 }, (_, at) => ({
      on: addDays(sampleAnchor, 14 * fortnight + at),
      outcome: at < count ? ('on_time' as const) : ('missed' as const),
    })),
  );

describe('OT-3, coverage', () => {
  const fell = [[sunday(3), 'RP', 'coverage_fell']];
  it('falls below half after 70 % or more', () => {
    expect(brief(engagementFall, { checkIns: checkIns(14, 7, 6) })).toEqual(fell); // 21 of 28 is 75 %
    expect(brief(engagementFall, { checkIns: checkIns(14, 7, 7) })).toEqual([]);
    expect(brief(engagementFall, { checkIns: checkIns(12, 7, 0) })).toEqual([]);
    // Fewer than 28 days before: what was expected in them is what counts.
    expect(brief(engagementFall, { checkIns: checkIns(10, 6) })).toEqual([
      [sunday(2), 'RP', 'coverage_fell'],
    ]);
    expect(brief(engagementFall, { checkIns: checkIns(0) })).toEqual([]);
  });

  it('takes 70 % itself, and late answers as half', () => {
    const exact = checkIns(14, 14, 6).filter(({ on }) => on >= addDays(sunday(1), -5) || on > sunday(1));
    const twenty = exact.map((one, at) => (at < 6 ? { ...one, outcome: 'missed' as const } : one));
    expect(twenty.filter(({ on }) => on <= sunday(2))).toHaveLength(20);
    expect(brief(engagementFall, { checkIns: twenty })).toEqual(fell);
    const less = twenty.map((one, at) => (at === 6 ? { ...one, outcome: 'late' as const } : one));
    expect(brief(engagementFall, { checkIns: less })).toEqual([]);
  });

  it('leaves out exceptions, and answers that may still come', () => {
    const away = { from: addDays(sunday(2), 9), to: sunday(3), kind: 'travel' as const };
    expect(brief(engagementFall, { checkIns: checkIns(14, 14, 5), exceptions: [away] })).toEqual([]);
    const long = { ...away, from: addDays(sunday(2), 7) };
    expect(brief(engagementFall, { checkIns: checkIns(14, 14, 0), exceptions: [long] })).toEqual([]);
    const half = { ...away, from: addDays(sunday(2), 8) };
    expect(brief(engagementFall, { checkIns: checkIns(14, 14, 0), exceptions: [half] })).toEqual(fell);
    const pending = checkIns(14, 14, 6).map((one) =>
      one.on > addDays(sunday(3), -3) ? { ...one, outcome: 'pending' as const } : one,
    );
    expect(brief(engagementFall, { checkIns: pending })).toEqual([]);
  });

  it('is asked when a fortnight is over, not before', () => {
    expect(brief(engagementFall, { checkIns: checkIns(14, 14, 0) }, addDays(sunday(3), -1))).toEqual([]);
    expect(brief(engagementFall, { checkIns: checkIns(14, 14, 0) }, sunday(3))).toEqual(fell);
    expect(brief(engagementFall, {}, addDays(sampleAnchor, -30))).toEqual([]);
  });
});

describe('OT-3, sessions', () => {
  const lost = (on: string, more: Partial<LostSession> = {}): LostSession => ({
    on: day(on),
    reason: 'no_show',
    by: 'RP',
    ...more,
  });
  const found = (...lostSessions: LostSession[]) => brief(engagementFall, { lostSessions });
  const missed = [['2025-03-28', 'RP', 'sessions_missed']];

  it('takes two of the recovering person within 28 days, over the clock change', () => {
    expect(found(lost('2025-03-28'), lost('2025-03-01', { reason: 'late_cancel' }))).toEqual(missed);
    expect(found(lost('2025-03-28'), lost('2025-02-28'))).toEqual([]);
    expect(found(lost('2025-03-28'))).toEqual([]);
    expect(found(lost('2025-03-28'), lost('2025-03-28'))).toEqual(missed);
  });

  it('counts no other absence', () => {
    const more: readonly Partial<LostSession>[] = [
      { by: 'BP' },
      { by: null },
      { reason: 'clinic' },
      { reason: 'moved' },
      { reason: 'elected_pause' },
    ];
    for (const other of more) expect(found(lost('2025-03-28'), lost('2025-03-20', other))).toEqual([]);
    const ill = { from: day('2025-03-20'), to: day('2025-03-20'), kind: 'illness' as const };
    const both = [lost('2025-03-28'), lost('2025-03-20')];
    expect(brief(engagementFall, { lostSessions: both, exceptions: [ill] })).toEqual([]);
    expect(brief(engagementFall, { lostSessions: both }, day('2025-03-27'))).toEqual([]);
  });
});

describe('OT-6, silence', () => {
  const heard = (RP: readonly string[], BP: readonly string[]) => ({
    sheetsOn: { RP: RP.map(day), BP: BP.map(day) },
  });

  it('speaks when 28 days are over without a sheet, once', () => {
    const sheets = heard(['2025-01-19', '2025-02-02'], ['2025-01-19', '2025-02-16']);
    expect(brief(silence, sheets, day('2025-03-01'))).toEqual([]);
    expect(brief(silence, sheets, day('2025-03-02'))).toEqual([['2025-03-02', 'RP', null]]);
    expect(brief(silence, sheets, day('2025-05-30'))).toEqual([
      ['2025-03-02', 'RP', null],
      ['2025-03-16', 'BP', null],
    ]);
  });

  it('counts from enrolment, and again after a sheet', () => {
    expect(brief(silence, heard([], ['2025-02-03']), day('2025-02-10'))).toEqual([
      ['2025-02-03', 'RP', null],
    ]);
    expect(brief(silence, heard(['2025-02-02', '2025-03-03'], ['2025-02-02', '2025-03-02']), day('2025-03-10'))).toEqual([
      ['2025-03-02', 'RP', null],
    ]); // prettier-ignore
    const alone = { ...heard([], []), enrolledOn: { RP: sampleAnchor, BP: null } };
    expect(brief(silence, alone)).toEqual([['2025-02-03', 'RP', null]]);
  });
});

describe('OT-7, overdue telling', () => {
  const slip = (more: Partial<LoggedSlip> = {}): LoggedSlip => ({
    at: new Date('2025-03-09T04:00:00Z'),
    loggedAt: new Date('2025-03-09T10:00:00Z'),
    agreedHours: 24,
    toldOn: null,
    outcomeAt: null,
    ...more,
  });
  const found = (now: string, more: Partial<LoggedSlip> = {}) =>
    overdueTelling({ ...sampleHistory(), now: new Date(now), slips: [slip(more)] }, limits);

  it('counts elapsed hours over the clock change', () => {
    expect(found('2025-03-10T04:00:00.000Z')).toEqual([]);
    expect(found('2025-03-10T04:00:00.001Z').map(({ on, track, rule }) => [rule, track, on])).toEqual([
      ['OT-7', 'RP', '2025-03-09'],
    ]);
    expect(found('2025-03-10T04:00:00.001Z', { agreedHours: null })).toHaveLength(1);
    expect(found('2025-03-10T05:00:00Z', { agreedHours: 25 })).toEqual([]);
    expect(found('2025-03-10T05:00:01Z', { agreedHours: 25 })).toMatchObject([{ on: '2025-03-10' }]);
  });

  it('is quiet with an outcome in time, and stays met after a late one', () => {
    const now = '2025-03-20T00:00:00Z';
    expect(found(now, { outcomeAt: new Date('2025-03-10T04:00:00Z') })).toEqual([]);
    expect(found(now, { outcomeAt: new Date('2025-03-10T04:00:01Z') })).toHaveLength(1);
    const late = new Date('2025-03-12T12:00:00Z');
    expect(found(now, { loggedAt: late, outcomeAt: late })).toEqual([]);
    expect(found(now, { loggedAt: late })).toMatchObject([{ on: '2025-03-12' }]);
    expect(found('2025-03-12T11:59:59Z', { loggedAt: late })).toEqual([]);
    expect(found('2025-03-12T12:00:00Z', { loggedAt: late })).toHaveLength(1);
  });
});

describe('OT-8, trickle', () => {
  const events = { disclosureOn: day('2025-03-28'), lettersOn: [], triggerDates: [] };
  it('takes the second addendum after the disclosure, and each further one', () => {
    const on = (...days: string[]) => brief(trickle, { events, addendaOn: days.map(day) });
    expect(on('2025-03-28', '2025-05-27')).toEqual([['2025-05-27', null, 'addenda']]);
    expect(on('2025-03-27', '2025-05-27')).toEqual([]);
    expect(on('2025-06-01', '2025-04-01', '2025-05-01')).toEqual([
      ['2025-05-01', null, 'addenda'],
      ['2025-06-01', null, 'addenda'],
    ]);
    expect(on('2025-04-01', '2025-07-01')).toEqual([]);
    expect(brief(trickle, { addendaOn: [day('2025-04-01'), day('2025-04-02')] })).toEqual([]);
  });

  it('takes two findings within 90 days', () => {
    const on = (...days: string[]) => brief(trickle, { foundOutOn: days.map(day) });
    expect(on('2025-01-10', '2025-04-09')).toEqual([['2025-04-09', null, 'found_out']]);
    expect(on('2025-01-10', '2025-04-10')).toEqual([]);
    expect(on('2025-01-10', '2025-01-10')).toEqual([['2025-01-10', null, 'found_out']]);
    expect(on('2025-06-20', '2025-06-24')).toEqual([]);
  });
});

describe('OT-9, clinical measure', () => {
  type Taken = readonly [on: string, total: number];
  const series = (scores: readonly Taken[], more = {}) => ({
    instruments: [
      {
        code: 'PHQ-9',
        track: 'BP' as const,
        worseWhen: 'higher' as const,
        reliableChange: 6,
        scores: scores.map(([on, total]) => ({ on: day(on), total })),
        ...more,
      },
    ],
  });
  const found = (scores: readonly Taken[], more = {}, through = sunday(12)) =>
    clinicalMeasure(sampleHistory(series(scores, more), through), limits).map(({ metOn, on, note }) => [
      metOn,
      on,
      note,
    ]);

  it('is raised by a repeat within 14 days, or when the time for one is over', () => {
    const worse = [['2025-01-10', 9], ['2025-02-10', 15]] as const; // prettier-ignore
    expect(found([...worse, ['2025-02-24', 15]])).toEqual([['2025-02-10', '2025-02-24', 'repeated']]);
    expect(found([...worse, ['2025-02-24', 14]])).toEqual([]);
    expect(found([...worse, ['2025-02-25', 9]])).toEqual([['2025-02-10', '2025-02-24', 'not_repeated']]);
    expect(found(worse, {}, day('2025-02-23'))).toEqual([]);
    expect(found(worse, {}, day('2025-02-24'))).toEqual([['2025-02-10', '2025-02-24', 'not_repeated']]);
    const due = (through: string) => repeatsDue(sampleHistory(series(worse), day(through)), limits);
    expect(due('2025-02-23')).toEqual([{ code: 'PHQ-9', track: 'BP', by: '2025-02-24' }]);
    expect(due('2025-02-24')).toEqual([]);
  });

  it('needs the reliable change, in the direction that is worse, and knows which it is', () => {
    expect(found([['2025-01-10', 9], ['2025-02-10', 14]])).toEqual([]); // prettier-ignore
    expect(found([['2025-02-10', 15], ['2025-01-10', 9]])).toHaveLength(1); // prettier-ignore
    expect(found([['2025-01-10', 30], ['2025-02-10', 24]], { worseWhen: 'lower' })).toHaveLength(1); // prettier-ignore
    expect(found([['2025-01-10', 30], ['2025-02-10', 40]], { worseWhen: 'lower' })).toEqual([]); // prettier-ignore
    expect(found([['2025-01-10', 9], ['2025-02-10', 27]], { reliableChange: null })).toEqual([]); // prettier-ignore
    expect(found([])).toEqual([]);
  });

  it('marks a rise of trauma symptoms after a disclosure as expected', () => {
    const events = { disclosureOn: day('2025-03-28'), lettersOn: [], triggerDates: [] };
    const notes = (taken: string, more = {}) =>
      clinicalMeasure(
        { ...sampleHistory(series([['2025-01-10', 40], [taken, 60]], { code: 'PCL-5', reliableChange: 15, ...more })), events },
        limits,
      ).map(({ note }) => note); // prettier-ignore
    expect(notes('2025-03-28')).toEqual(['rise_expected_after_disclosure']);
    expect(notes('2025-04-18')).toEqual(['rise_expected_after_disclosure']);
    expect(notes('2025-04-19')).toEqual(['not_repeated']);
    expect(notes('2025-03-27')).toEqual(['not_repeated']);
    expect(notes('2025-04-18', { track: 'RP' })).toEqual(['not_repeated']);
    expect(notes('2025-04-18', { code: 'PHQ-9' })).toEqual(['not_repeated']);
  });

  it('counts a worsening that goes on as one until a calm fortnight lies between', () => {
    const on = (days: readonly string[]) => found([['2025-01-10', 9], ...days.map((d) => [d, 20] as const)]);
    expect(on(['2025-02-10', '2025-02-20', '2025-03-06'])).toEqual([
      ['2025-02-10', '2025-02-20', 'repeated'],
    ]);
    expect(on(['2025-02-10', '2025-02-25'])).toEqual([
      ['2025-02-10', '2025-02-24', 'not_repeated'],
      ['2025-02-25', '2025-03-11', 'not_repeated'],
    ]);
  });
});

describe('one person enrolled', () => {
  it('is asked for safety and engagement only', () => {
    const changes: Partial<OffTrackHistory> = {
      enrolledOn: { RP: sampleAnchor, BP: null },
      foundOutOn: [day('2025-02-01'), day('2025-02-02')],
      checkIns: checkIns(14, 14, 0),
      safety: [{ track: 'RP', at: new Date('2025-02-01T05:59:59Z'), kind: 'risk_item' }],
    };
    const rules = (more: Partial<OffTrackHistory>) =>
      offTrackFindings(sampleHistory({ ...changes, ...more })).raised.map(({ rule, on }) => [rule, on]);
    expect(rules({})).toEqual([['SAFE-1', '2025-01-31'], ['OT-3', sunday(3)]]); // prettier-ignore
    expect(rules({ enrolledOn: { RP: sampleAnchor, BP: sampleAnchor } })).toEqual([
      ['SAFE-1', '2025-01-31'],
      ['OT-8', '2025-02-02'],
      ['OT-6', '2025-02-03'],
      ['OT-6', '2025-02-03'],
      ['OT-3', sunday(3)],
    ]);
  });
});
