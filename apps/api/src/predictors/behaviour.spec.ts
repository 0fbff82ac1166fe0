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
import type { HomeworkFact } from './predictors.repository.js';

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

const behaviour = (code: PredictorCode, homework: readonly HomeworkFact[], now = later) =>
  behaviourIn(code, window, zone, homework, now);

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
});
