import { describe, expect, it } from '@jest/globals';
import { alertLimits } from '../alert-settings.js';
import { simulatedRate, type SimulatedRule } from '../false-alarm-rates.js';
import { drawStableCouples, liveRate } from './live-rate.js';

describe('the rate beside the slider', () => {
  const couples = drawStableCouples(4000, 20250106);
  const rules: readonly SimulatedRule[] = ['OT-1', 'OT-2', 'OT-4'];

  it('is that of the large table where the table has the setting, within the error of 4,000 couples', () => {
    for (const rule of rules) {
      const table = simulatedRate(rule, alertLimits()) ?? 100;
      expect(Math.abs(liveRate(rule, alertLimits(), couples) - table)).toBeLessThan(2);
    }
  });

  it('falls as a limit grows, by every setting of the rule', () => {
    const rate = (rule: SimulatedRule, own: Parameters<typeof alertLimits>[0]): number =>
      liveRate(rule, alertLimits(own), couples);
    expect(rate('OT-1', { worseningDrop: 15 })).toBeGreaterThan(rate('OT-1', { worseningDrop: 21.3 }));
    expect(rate('OT-1', { worseningReadings: 1 })).toBeGreaterThan(rate('OT-1', { worseningReadings: 3 }));
    expect(rate('OT-2', { partnerDrop: 12 })).toBeGreaterThan(rate('OT-2', { partnerDrop: 27 }));
    expect(rate('OT-2', { behaviourDrop: 12 })).toBeGreaterThan(rate('OT-2', { behaviourDrop: 33 }));
    expect(rate('OT-4', { viewGap: 27 })).toBeGreaterThan(rate('OT-4', { viewGap: 33 }));
    expect(rate('OT-4', { viewGapReadings: 2 })).toBeGreaterThan(rate('OT-4', { viewGapReadings: 4 }));
  });

  it('repeats with its seed, and is nothing of nobody', () => {
    expect(liveRate('OT-4', alertLimits(), drawStableCouples(50, 1))).toBe(
      liveRate('OT-4', alertLimits(), drawStableCouples(50, 1)),
    );
    expect(liveRate('OT-1', alertLimits(), [])).toBe(0);
  });
});
