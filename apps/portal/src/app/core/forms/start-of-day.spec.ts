import { startOfDay } from './start-of-day';

describe('the day of a date field', () => {
  const now = new Date(2025, 0, 20, 15, 30);

  it.each(['', 'x', '2025-01-19', '2025-01-20', '2025-13-01'])('%s means now', (day) => {
    expect(startOfDay(day, now)).toBeUndefined();
  });

  it('begins at its first moment', () => {
    expect(startOfDay('2025-01-21', now)).toBe(new Date(2025, 0, 21).toISOString());
  });
});
