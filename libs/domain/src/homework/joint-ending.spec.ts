import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import { endsFrom } from './joint-ending.js';

describe('ending an exercise of two people (HW-84)', () => {
  it.each([
    ['2025-01-06', '2025-01-07'],
    ['2024-12-31', '2025-01-01'],
    ['2024-02-28', '2024-02-29'],
  ])('on %s takes back what opens from %s on', (today, first) => {
    expect(endsFrom(asLocalDate(today))).toBe(first);
  });
});
