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
import { behaviourIn } from './behaviour.js';
import type { HomeworkFact, SlipFact } from './predictors.repository.js';

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
) => behaviourIn(code, window, zone, { homework, slips }, now).score;

describe('behaviour from what is on record', () => {
  it('does not apply without records: neither 0 nor 100', () => {
    expect(predictorCodes.map((code) => behaviour(code, []))).toEqual(predictorCodes.map(() => null));
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
    const score = (partner: SlipFact['partner'], hours: number, now = later) =>
      behaviour('CT', [...whole, ...logs], now, [{ at: at.toISOString(), partner, partnerAt: after(hours) }]);

    it('keeps all of it when it was told in time, and less the later it was told', () => {
      expect(score('told', 20)).toEqual(fraction(100));
      // c3 = (168 - 100) / (168 - 24) = 17/36.
      expect(score('told', 100)).toEqual(fraction(1925, 24));
      expect(score('partner_found_out', 20)).toEqual(fraction(125, 2));
    });

    it('is counted nowhere before the partner knows of it', () => {
      expect(score('told', 20, new Date(at.getTime() + 3_600_000))).toEqual(
        behaviour('CT', [...whole, ...logs], new Date(at.getTime() + 3_600_000)),
      );
    });
  });
});
