import { describe, expect, it } from '@jest/globals';
import { isQuiet, type QuietHours } from './quiet-hours.js';

const night: QuietHours = { from: '21:00', until: '09:00', days: [], zone: 'Europe/Madrid' };
const quiet = (when: string, of = night): boolean => isQuiet(of, new Date(when));

describe('quiet hours (REMIND-02)', () => {
  it('go over midnight, and end with the first minute that is not quiet', () => {
    expect(
      ['19:59', '20:00', '23:00', '07:59', '08:00'].map((time) => quiet(`2025-01-14T${time}:00Z`)),
    ).toEqual([false, true, true, true, false]);
  });

  it('may lie within a day, or be none', () => {
    const noon = { ...night, from: '12:00', until: '14:00' };
    expect(['10:59', '11:00', '12:59', '13:00'].map((time) => quiet(`2025-01-14T${time}:00Z`, noon))).toEqual(
      [false, true, true, false],
    );
    expect(quiet('2025-01-14T03:00:00Z', { ...night, from: '08:00', until: '08:00' })).toBe(false);
  });

  it('follow the clock of the person over its change', () => {
    expect(quiet('2025-03-29T07:30:00Z')).toBe(true);
    expect(quiet('2025-03-30T07:30:00Z')).toBe(false);
  });

  it('cover whole days of the person’s own week', () => {
    const sunday = { ...night, from: '00:00', until: '00:00', days: [7], zone: 'Pacific/Auckland' };
    expect(quiet('2025-01-11T10:59:00Z', sunday)).toBe(false);
    expect(quiet('2025-01-11T11:00:00Z', sunday)).toBe(true);
    expect(quiet('2025-01-12T11:00:00Z', sunday)).toBe(false);
  });
});
