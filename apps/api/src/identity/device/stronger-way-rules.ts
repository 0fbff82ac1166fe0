import type { StrongerWayFacts } from './device-pin.repository.js';

/** From which visit on the card is shown; the enrolment is the first one, and openings are counted after it. */
export const shownFromVisit = 3;

/** How often "not now" puts the card away for a week, before it comes back every day. */
export const weeksPutOff = 2;

/** Whether the card is shown now, and for how long "not now" would put it away. It never keeps anybody from anything. */
export function strongerWayOf(facts: StrongerWayFacts | null): { show: boolean; putOffFor: 'week' | 'day' } {
  if (facts === null) return { show: false, putOffFor: 'day' };
  const visits = facts.openings + 1;
  return {
    show: visits >= shownFromVisit && !facts.away,
    putOffFor: facts.put_off < weeksPutOff ? 'week' : 'day',
  };
}
