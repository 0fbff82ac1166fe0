import { expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import { stageNames, stages, weekOf } from './stage.js';

it('counts weeks from the start day, over a clock change', () => {
  const start = asLocalDate('2025-01-06');
  const weeks = ['2025-01-05', '2025-01-06', '2025-01-12', '2025-01-13', '2025-03-10', '2025-06-22'].map(
    (day) => weekOf(start, asLocalDate(day)),
  );
  expect(weeks).toEqual([0, 1, 1, 2, 10, 24]);
});

it('names each stage in both languages', () => {
  for (const stage of stages)
    expect(Object.values(stageNames[stage]).every((name) => name.length > 3)).toBe(true);
});
