import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import { monthlyProcess, type CoupleOnReport } from './monthly-process.js';
import { isInMonth, isInMonthAt, reportMonth } from './report-month.js';
import { reportSettings, reportSettingValues } from './report-settings.js';
import { hiddenBelow, printedMonth } from './small-cells.js';

const day = asLocalDate;
const may = reportMonth('2025-05');
const terms = { followUpGraceHours: 4 };
const plain: CoupleOnReport = {
  active: true,
  zone: 'America/Chicago',
  stage: 1,
  disclosure: 'PREPARING',
  episodes: [],
  followUps: [],
};
const of = (...couples: Partial<CoupleOnReport>[]) =>
  monthlyProcess(couples.map((couple) => ({ ...plain, ...couple })), may, terms); // prettier-ignore

describe('the month of a report (REPORT-01)', () => {
  it('holds its first and its last local day', () => {
    const days = ['2025-04-30', '2025-05-01', '2025-05-31', '2025-06-01'].map(day);
    expect(days.map((on) => isInMonth(may, on))).toEqual([false, true, true, false]);
    expect(isInMonth(may, null)).toBe(false);
    const instants = ['2025-05-01T04:59:59Z', '2025-05-01T05:00:00Z', '2025-06-01T04:59:59Z', '2025-06-01T05:00:00Z'];
    expect(instants.map((at) => isInMonthAt(may, new Date(at), 'America/Chicago'))).toEqual([false, true, true, false]);
    expect(may).toEqual({ month: '2025-05' });
  }); // prettier-ignore

  it.each(['2025-13', '2025-5', '2025', '2025-05-01', ''])('is not %p', (text) => {
    expect(() => reportMonth(text)).toThrow(RangeError);
    expect(() => reportMonth(text)).toThrow(`Not a calendar month: ${text}`);
  });
});

describe('monthly process measures (REPORT-02)', () => {
  it('count nothing where there is nobody', () => {
    expect(of()).toEqual({
      month: '2025-05',
      activeByStage: { 1: 0, 2: 0, 3: 0 },
      states: {},
      episodesOpened: 0,
      episodesClosed: { resolved: 0, expected: 0, false_alarm: 0 },
      followUps: { onTime: 0, due: 0 },
    });
  });

  it('count active couples by stage and state, every pause alike', () => {
    const { activeByStage, states } = of(
      {}, { stage: 2, disclosure: 'ON_HOLD' }, { stage: 2, disclosure: 'SESSION_PAUSED' }, { stage: 3, disclosure: 'DECLINED' },
      { stage: null, disclosure: 'NOT_STARTED' }, { active: false, stage: 3, disclosure: 'COMPLETED' },
    ); // prettier-ignore
    expect(activeByStage).toEqual({ 1: 1, 2: 2, 3: 1 });
    expect(states).toEqual({ DECLINED: 1, NOT_STARTED: 1, PAUSED: 2, PREPARING: 1 });
    expect(Object.keys(states)).toEqual(['DECLINED', 'NOT_STARTED', 'PAUSED', 'PREPARING']);
  });

  it('count episodes by the days on which they were opened and closed', () => {
    const episode = (openedOn: string, closedOn: string | null, disposition: 'resolved' | 'expected' | 'false_alarm' | null) =>
      ({ openedOn: day(openedOn), closedOn: closedOn === null ? null : day(closedOn), disposition }); // prettier-ignore
    const counted = of(
      { episodes: [episode('2025-04-30', '2025-05-01', 'resolved'), episode('2025-05-01', '2025-05-31', 'expected')] },
      { active: false, episodes: [episode('2025-05-31', '2025-06-01', 'resolved'), episode('2025-05-20', null, null)] },
      { episodes: [episode('2025-04-01', '2025-05-09', 'false_alarm'), episode('2025-04-02', '2025-05-10', 'false_alarm')] },
    ); // prettier-ignore
    expect(counted.episodesOpened).toBe(3);
    expect(counted.episodesClosed).toEqual({ resolved: 1, expected: 1, false_alarm: 2 });
  });

  it('count follow-ups that fell due in the month, in time with the grace of hours', () => {
    const due = new Date('2025-05-02T17:50:00Z');
    const hours = (doneAt: string | null) =>
      ({ due: { kind: 'instant', at: due }, doneAt: doneAt === null ? null : new Date(doneAt) }) as const;
    const days = (on: string, doneAt: string) =>
      ({ due: { kind: 'local_day', on: day(on) }, doneAt: new Date(doneAt) }) as const;
    const followUps = (...records: CoupleOnReport['followUps']) => of({ followUps: records }).followUps;
    expect(followUps(hours('2025-05-02T21:50:00Z'))).toEqual({ onTime: 1, due: 1 });
    expect(followUps(hours('2025-05-02T21:50:01Z'))).toEqual({ onTime: 0, due: 1 });
    expect(followUps(hours(null))).toEqual({ onTime: 0, due: 1 });
    expect(followUps(days('2025-05-31', '2025-06-01T04:59:59Z'))).toEqual({ onTime: 1, due: 1 });
    expect(followUps(days('2025-05-31', '2025-06-01T05:00:00Z'))).toEqual({ onTime: 0, due: 1 });
    expect(followUps(days('2025-06-01', '2025-05-30T05:00:00Z'))).toEqual({ onTime: 0, due: 0 });
    const inJune = { due: { kind: 'instant', at: new Date('2025-06-01T05:00:00Z') }, doneAt: due } as const;
    expect(followUps(inJune)).toEqual({ onTime: 0, due: 0 });
  });
});

describe('small cells (REPORT-03, REPORT-04)', () => {
  it('print a number from five on', () => {
    expect([0, 1, 4, 5, 6].map((count) => hiddenBelow(count))).toEqual(['<5', '<5', '<5', '5', '6']);
    expect([9, 10].map((count) => hiddenBelow(count, reportSettingValues({ cellLeast: 10 })))).toEqual(['<10', '10']);
  }); // prettier-ignore

  it('hide episodes and outcomes, never stages, states or what is done in time', () => {
    const measures = {
      ...of({ stage: 2 }), episodesOpened: 5,
      episodesClosed: { resolved: 4, expected: 6, false_alarm: 0 }, followUps: { onTime: 2, due: 3 },
    }; // prettier-ignore
    expect(printedMonth(measures)).toEqual({
      month: '2025-05',
      activeByStage: { 1: 0, 2: 1, 3: 0 },
      states: { PREPARING: 1 },
      episodesOpened: '5',
      episodesClosed: { resolved: '<5', expected: '6', false_alarm: '<5' },
      followUpsOnTimePercent: 67,
    });
    expect(printedMonth(of()).followUpsOnTimePercent).toBeNull();
    expect(printedMonth(measures, reportSettingValues({ cellLeast: 6 }))).toMatchObject({
      episodesOpened: '<6',
      episodesClosed: { resolved: '<6', expected: '6', false_alarm: '<6' },
    });
  });

  it('may be hidden up to 20, never less than five', () => {
    expect(reportSettings.cellLeast).toEqual({ key: 'reports.cell_least', standard: 5, from: 5, to: 20, unit: 'cases' });
    expect([reportSettingValues().cellLeast, reportSettingValues({ cellLeast: 20 }).cellLeast]).toEqual([5, 20]);
    for (const cellLeast of [4, 21, 5.5])
      expect(() => reportSettingValues({ cellLeast })).toThrow('reports.cell_least is 5 to 20');
  }); // prettier-ignore
});
