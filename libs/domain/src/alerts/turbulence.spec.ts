import { describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate } from '../shared/local-date.js';
import type { LoggedSlip, OffTrackHistory } from './alert-history.js';
import { alertLimits } from './alert-settings.js';
import { offTrackFindings } from './off-track.js';
import {
  level,
  sampleHistory,
  sampleReadings,
  sampleSunday as sunday,
  type SampleScores,
} from './sample-history.js';
import { inTurbulence } from '../disclosure/turbulence.js';
import { calmFrom, turbulenceWindows } from './turbulence.js';

const day = asLocalDate;
const limits = alertLimits();
const noEvents = { disclosureOn: null, lettersOn: [], triggerDates: [] };
const toldOn = (on: string | null): LoggedSlip => ({
  at: new Date('2025-02-20T04:40:00Z'),
  loggedAt: new Date('2025-02-20T15:10:00Z'),
  agreedHours: 24,
  toldOn: on === null ? null : day(on),
  outcomeAt: new Date('2025-02-21T00:00:00Z'),
});

describe('turbulence windows', () => {
  it('run over local days, ends included', () => {
    const windows = turbulenceWindows(
      {
        slips: [toldOn('2025-02-20'), toldOn(null)],
        events: {
          disclosureOn: day('2025-03-28'),
          lettersOn: [day('2025-04-17'), day('2025-05-01')],
          triggerDates: [day('2025-11-18')],
        },
      },
      limits,
    );
    expect(windows).toEqual([
      { cause: 'slip_told', from: '2025-02-20', through: '2025-03-06' },
      { cause: 'disclosure', from: '2025-03-28', through: '2025-04-18' },
      { cause: 'letter', from: '2025-04-17', through: '2025-05-01' },
      { cause: 'letter', from: '2025-05-01', through: '2025-05-15' },
      { cause: 'trigger_date', from: '2025-11-16', through: '2025-11-20' },
    ]);
    const calm = (on: string) => calmFrom(windows, day(on));
    expect(['2025-02-19', '2025-02-20', '2025-03-06', '2025-03-07'].map(calm)).toEqual([
      '2025-02-19',
      '2025-03-07',
      '2025-03-07',
      '2025-03-07',
    ]);
    expect(calm('2025-03-28')).toBe('2025-05-16');
    expect(windows.map(({ from, through }) => inTurbulence(addDays(through, 1), [{ from, through }]))).toEqual([
      false, false, false, false, false,
    ]); // prettier-ignore
    expect(turbulenceWindows({ slips: [], events: noEvents }, limits)).toEqual([]);
  });

  it('that touch are one time', () => {
    const window = (from: string, through: string) => ({
      cause: 'letter' as const,
      from: day(from),
      through: day(through),
    });
    expect(calmFrom([window('2025-01-05', '2025-01-08'), window('2025-01-01', '2025-01-04')], day('2025-01-02'))).toBe('2025-01-09'); // prettier-ignore
    expect(calmFrom([window('2025-01-01', '2025-01-04'), window('2025-01-06', '2025-01-08')], day('2025-01-02'))).toBe('2025-01-05'); // prettier-ignore
  });
});

const asked = (rows: readonly SampleScores[], through: string, changes: Partial<OffTrackHistory>) => {
  const history = sampleHistory({ readings: sampleReadings('CT', rows), ...changes }, day(through));
  const { raised, held } = offTrackFindings(history);
  const scored = raised.filter(({ rule }) => rule === 'OT-1' || rule === 'OT-2' || rule === 'OT-4');
  return {
    raised: scored.map(({ rule, metOn, on }) => [rule, metOn, on]),
    held: held.map(({ alert, askedAgainOn }) => [alert.rule, alert.metOn, askedAgainOn]),
  };
};

describe('a hold', () => {
  const letter = { events: { ...noEvents, lettersOn: [addDays(sunday(3), -1)] } };
  const calm = addDays(sunday(3), 14);
  const worse = [level(60), level(40), level(40)];

  it('keeps OT-1 until the first calm day and raises it then', () => {
    const dayBefore = addDays(calm, -1);
    expect(asked(worse, sunday(3), letter)).toEqual({ raised: [], held: [['OT-1', sunday(3), calm]] });
    expect(asked(worse, dayBefore, letter).held).toHaveLength(1);
    expect(asked(worse, calm, letter)).toEqual({ raised: [['OT-1', sunday(3), calm]], held: [] });
  });

  it('lets OT-1 go when the newest full reading has recovered, and only then', () => {
    expect(calm).toBe(sunday(4));
    expect(asked([...worse, level(40.7)], calm, letter)).toEqual({ raised: [], held: [] });
    // The reading of that day meets the rule by itself too: one alert, not two.
    expect(asked([...worse, level(40.6)], calm, letter).raised).toEqual([['OT-1', sunday(3), calm]]);
    const partial = { R: 90, B: null, T: 90, D: 90 };
    expect(asked([...worse, partial], calm, letter).raised).toEqual([['OT-1', sunday(3), calm]]);
    expect(asked([...worse, level(40), level(60)], sunday(5), letter).raised[0]).toEqual([
      'OT-1',
      sunday(3),
      calm,
    ]);
  });

  it('keeps OT-2 against the reference from which the drop was counted', () => {
    const steady = { R: 50, B: 60, T: 50, D: 80 };
    const rows = (...then: readonly SampleScores[]) => [steady, steady, steady, ...then];
    const fallen = { R: 50, B: 40, T: 50, D: 55 };
    const slip = { slips: [toldOn(sunday(4))] };
    const release = addDays(sunday(4), 15);
    expect(asked(rows(fallen), sunday(4), slip)).toEqual({
      raised: [],
      held: [['OT-2', sunday(4), release]],
    });
    expect(asked(rows(fallen), release, slip).raised).toEqual([['OT-2', sunday(4), release]]);
    expect(asked(rows(fallen, fallen), release, slip).raised).toEqual([['OT-2', sunday(4), release]]);
    const withoutBehaviour = { ...fallen, D: null };
    expect(asked(rows(fallen, withoutBehaviour), release, slip).raised).toHaveLength(1);
    expect(asked(rows(fallen, { ...fallen, B: 40.1 }), release, slip)).toEqual({ raised: [], held: [] });
    expect(asked(rows(fallen, { ...fallen, D: 55.1 }), release, slip)).toEqual({ raised: [], held: [] });
  });

  it('touches no other rule, and least of all safety', () => {
    const gap = { R: 90, B: 50, T: 50, D: 50 };
    expect(asked([gap, gap, gap], sunday(3), letter)).toEqual({
      raised: [['OT-4', sunday(3), sunday(3)]],
      held: [],
    });
    const at = new Date(`${sunday(3)}T18:00:00Z`);
    const history = sampleHistory(
      { ...letter, safety: [{ track: 'BP', at, kind: 'violence_note' }] },
      sunday(3),
    );
    expect(offTrackFindings(history).raised.filter(({ rule }) => rule === 'SAFE-1')).toEqual([
      { rule: 'SAFE-1', predictor: null, track: 'BP', metOn: sunday(3), on: sunday(3), note: null },
    ]);
  });
});
