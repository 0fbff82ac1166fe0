import { describe, expect, it } from '@jest/globals';
import { changeStatements } from './reliable-change.js';
import { canBeShownInWords, isUnderWay, peopleInSession, type PlannedSession } from './shown-in-session.js';

const planned = (side: PlannedSession['side'], from = '10:00', to = '10:50'): PlannedSession => ({
  side,
  startsAt: new Date(`2025-03-03T${from}:00Z`),
  endsAt: new Date(`2025-03-03T${to}:00Z`),
});
const at = (time: string): Date => new Date(`2025-03-03T${time}Z`);

describe('what a therapist shows in session', () => {
  it.each([
    ['09:44:59', false],
    ['09:45:00', true],
    ['10:20:00', true],
    ['11:50:00', true],
    ['11:50:01', false],
  ])('counts %s as under way: %s', (time, expected) => {
    expect(isUnderWay(planned('JOINT'), at(time))).toBe(expected);
  });

  it('goes to those who sit in the session and to nobody else', () => {
    const now = at('10:20:00');
    expect(peopleInSession([], now)).toEqual([]);
    expect(peopleInSession([planned('JOINT')], now)).toEqual(['RP', 'BP']);
    expect(peopleInSession([planned('BP')], now)).toEqual(['BP']);
    expect(peopleInSession([planned('BP'), planned('RP', '14:00', '14:50')], now)).toEqual(['BP']);
  });

  it('is a statement of change, never that nothing is known yet', () => {
    expect(changeStatements.filter(canBeShownInWords)).toEqual([
      'improved_beyond_noise',
      'within_noise',
      'worse_beyond_noise',
    ]);
  });
});
