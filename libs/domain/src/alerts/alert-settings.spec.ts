import { describe, expect, it } from '@jest/globals';
import { alertLimits, alertSettings, type AlertSettingName } from './alert-settings.js';
import { falseAlarmRateTable, simulatedRate } from './false-alarm-rates.js';

describe('settings of the rules', () => {
  it('have these defaults', () => {
    expect(alertLimits()).toEqual({
      worseningDrop: 19.4,
      worseningReadings: 2,
      partnerDrop: 20,
      behaviourDrop: 25,
      coverageBelow: 50,
      coverageBefore: 70,
      missedSessions: 2,
      missedSessionDays: 28,
      viewGap: 35,
      viewGapReadings: 3,
      reviewFirstWeeks: 12,
      reviewEveryWeeks: 8,
      betterPredictors: 2,
      silenceDays: 28,
      tellingHours: 24,
      addenda: 2,
      foundOut: 2,
      foundOutDays: 90,
      repeatDays: 14,
      slipTurbulence: 14,
      disclosureTurbulence: 21,
      triggerTurbulence: 2,
      mergeDays: 14,
      capDays: 14,
      acknowledgeDays: 3,
    });
  });

  it.each(Object.keys(alertSettings) as AlertSettingName[])(
    '%s takes its range and nothing outside',
    (name) => {
      const { from, to, standard, key, unit } = alertSettings[name];
      const shared = name === 'disclosureTurbulence';
      expect(key.startsWith(shared ? 'ftd.turbulence_window_days' : 'alerts.')).toBe(true);
      expect(from <= standard && standard <= to).toBe(true);
      expect(alertLimits({ [name]: from })[name]).toBe(from);
      expect(alertLimits({ [name]: to })[name]).toBe(to);
      const step = unit === 'points' ? 0.1 : 1;
      for (const value of [from - step, to + step, Number.NaN])
        expect(() => alertLimits({ [name]: value })).toThrow(`${key} is ${from} to ${to}`);
    },
  );

  it('takes tenths of points, and whole numbers of anything else', () => {
    expect(alertLimits({ viewGap: 35.5 }).viewGap).toBe(35.5);
    expect(() => alertLimits({ viewGap: 35.55 })).toThrow(RangeError);
    expect(() => alertLimits({ silenceDays: 28.5 })).toThrow(RangeError);
  });
});

describe('the rate beside the slider', () => {
  const rate = (own: Parameters<typeof alertLimits>[0]) => {
    const limits = alertLimits(own);
    return [simulatedRate('OT-1', limits), simulatedRate('OT-2', limits), simulatedRate('OT-4', limits)];
  };

  it('is low as shipped, and rises where a clinic loosens', () => {
    expect(rate({})).toEqual([12.4, 4.6, 2.5]);
    expect(rate({ worseningReadings: 1, behaviourDrop: 20, viewGap: 30 })).toEqual([55.9, 11.4, 18.5]);
    expect(rate({ worseningReadings: 3, partnerDrop: 25, viewGapReadings: 4 })).toEqual([3.9, 1.7, 0.3]);
  });

  it('between two rows is that of the looser one', () => {
    expect(rate({ worseningDrop: 21.9, partnerDrop: 24.9, viewGap: 39.9 })).toEqual([12.4, 4.6, 2.5]);
    expect(rate({ worseningDrop: 30, behaviourDrop: 29.9, viewGap: 50 })).toEqual([2.1, 4.6, 0]);
    expect(simulatedRate('OT-1', { ...alertLimits(), worseningDrop: 13.9 })).toBeNull();
  });

  it('falls along every row of the table', () => {
    expect(falseAlarmRateTable).toHaveLength(60);
    for (const [rule, a, b, percent] of falseAlarmRateTable)
      for (const [other, c, d, more] of falseAlarmRateTable)
        if (rule === other && c >= a && d >= b) expect(more).toBeLessThanOrEqual(percent);
  });
});
