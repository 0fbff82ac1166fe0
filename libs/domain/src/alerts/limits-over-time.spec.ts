import { describe, expect, it } from '@jest/globals';
import { addDays } from '../shared/local-date.js';
import { alertLimits, type AlertLimits } from './alert-settings.js';
import { clinicAlertSettings, findingsOverTime, limitsFrom, standardLimits } from './limits-over-time.js';
import { offTrackFindings } from './off-track.js';
import { level, sampleHistory, sampleReadings, sampleSunday as sunday } from './sample-history.js';

/** Sixteen points down from the third reading on: more than a loose limit, less than the standard. */
const rows = [level(60), level(60), ...Array.from({ length: 6 }, () => level(44))];
const history = sampleHistory({ readings: sampleReadings('CT', rows) });
const from = (version: number, on: ReturnType<typeof sunday>, own: Partial<AlertLimits>) => ({
  ...{ version, from: on, limits: alertLimits(own) },
});
const worsening = (changes: Parameters<typeof findingsOverTime>[1]) =>
  findingsOverTime(history, changes)
    .filter(({ alert }) => alert.rule === 'OT-1')
    .map(({ alert, under }) => [alert.on, under.version]);

describe('limits that change', () => {
  it('are the standard where nothing was changed', () => {
    const all = findingsOverTime(history, []);
    expect(all.map(({ alert }) => alert)).toEqual(offTrackFindings(history).raised);
    expect(all.every(({ under }) => under === standardLimits)).toBe(true);
    expect(worsening([])).toEqual([]);
  });

  it('hold from their day on and add nothing before it', () => {
    const loose = from(1, sunday(6), { worseningDrop: 15 });
    expect(worsening([loose])).toEqual([
      [sunday(6), 1],
      [sunday(7), 1],
      [sunday(8), 1],
    ]);
    expect(worsening([from(1, addDays(sunday(7), 1), { worseningDrop: 15 })])).toEqual([[sunday(8), 1]]);
  });

  it('take nothing from the days under the ones before', () => {
    const loose = from(1, sunday(5), { worseningDrop: 15 });
    const strict = from(2, sunday(7), { worseningDrop: 25 });
    expect(worsening([loose, strict])).toEqual([
      [sunday(5), 1],
      [sunday(6), 1],
    ]);
    expect(worsening([loose, from(2, sunday(5), { worseningDrop: 25 })])).toEqual([]);
  });
});

describe('what a clinic sets', () => {
  it('lies over the standard', () => {
    expect(limitsFrom({ viewGap: 40 })).toEqual(alertLimits({ viewGap: 40 }));
    expect(limitsFrom({})).toEqual(alertLimits());
  });

  it.each<[string, Record<string, unknown>]>([
    ['an unknown name', { other: 1 }],
    ['a name of every object', { constructor: 1 }],
    ['a setting that other pages read too', { disclosureTurbulence: 21 }],
    ['the agreed time of telling', { tellingHours: 24 }],
    ['a text', { viewGap: '40' }],
    ['no number', { viewGap: Number.NaN }],
    ['nothing', { viewGap: null }],
    ['a value outside the range', { viewGap: 24 }],
    ['half a reading', { viewGapReadings: 2.5 }],
  ])('is refused with %s', (_, own) => {
    expect(() => limitsFrom(own)).toThrow(RangeError);
  });

  it('may be every setting but the two that are read elsewhere', () => {
    expect(clinicAlertSettings).toHaveLength(Object.keys(alertLimits()).length - 2);
  });
});
