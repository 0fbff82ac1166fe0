import { instantAt } from './schedule-form';

describe('the moment asked for', () => {
  it('is read in the couple’s zone, summer and winter, wherever the therapist sits', () => {
    expect(instantAt('2025-06-28', '10:00', 'America/Chicago')).toBe('2025-06-28T15:00:00.000Z');
    expect(instantAt('2025-01-28', '10:00', 'America/Chicago')).toBe('2025-01-28T16:00:00.000Z');
    expect(instantAt('2025-06-28', '10:00', 'Europe/Madrid')).toBe('2025-06-28T08:00:00.000Z');
  });

  it('is none until day and time are both there', () => {
    expect(instantAt('', '10:00', 'Europe/Madrid')).toBeNull();
    expect(instantAt('2025-06-28', '', 'Europe/Madrid')).toBeNull();
  });
});
