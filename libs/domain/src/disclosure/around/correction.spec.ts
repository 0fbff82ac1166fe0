import { describe, expect, it } from '@jest/globals';
import { aroundValues } from './around-settings.js';
import {
  addendaCount,
  addendaShownToPartner,
  correctionDeadlines,
  correctionStanding,
  daysToAddendum,
  needsStaggeredReview,
  openAddendum,
  type Addendum,
} from './correction.js';

const zone = 'America/Chicago';
const terms = aroundValues();
const recalledAt = new Date('2025-03-08T20:00:00Z');
const told = new Date('2025-03-09T04:30:00Z'); // 8 March 22:30 local, the night of the clock change
const addendum = (over: Partial<Addendum> = {}): Addendum => ({
  recalledAt,
  toldTherapistAt: null,
  metAt: null,
  ...over,
});
const standing = (over: Partial<Addendum>, now: string): unknown =>
  correctionStanding(addendum(over), new Date(now), zone, terms);

describe('the correction protocol', () => {
  it('has 24 elapsed hours for the therapist, and seven local days for the meeting', () => {
    expect(correctionDeadlines(addendum(), zone, terms)).toEqual({
      tellTherapistBy: new Date('2025-03-09T20:00:00Z'),
      meetBy: null,
    });
    expect(correctionDeadlines(addendum({ toldTherapistAt: told }), zone, terms).meetBy).toBe('2025-03-15');
  });

  it('stands open, in time or late', () => {
    expect(standing({}, '2025-03-09T20:00:00Z')).toEqual({ tell: 'open', meet: 'waits_for_telling' });
    expect(standing({}, '2025-03-09T20:00:01Z')).toEqual({ tell: 'late', meet: 'waits_for_telling' });
    expect(standing({ toldTherapistAt: told }, '2025-03-16T04:59:59Z')).toEqual({
      tell: 'in_time',
      meet: 'open',
    });
    expect(standing({ toldTherapistAt: told }, '2025-03-16T05:00:00Z')).toEqual({
      tell: 'in_time',
      meet: 'late',
    });
    const lateTold = new Date('2025-03-09T20:00:01Z');
    const met = new Date('2025-03-12T15:00:00Z');
    expect(standing({ toldTherapistAt: lateTold, metAt: met }, '2025-05-01T00:00:00Z')).toEqual({
      tell: 'late',
      meet: 'in_time',
    });
    expect(
      standing({ toldTherapistAt: told, metAt: new Date('2025-03-16T05:00:00Z') }, '2025-05-01T00:00:00Z'),
    ).toEqual({ tell: 'in_time', meet: 'late' });
  });

  it('gathers everything in one addendum until its meeting', () => {
    expect(openAddendum([], recalledAt)).toEqual({ ok: true, value: [addendum()] });
    expect(openAddendum([addendum()], told)).toEqual({ ok: false, refusal: 'one_is_open' });
    const met = addendum({ toldTherapistAt: told, metAt: told });
    expect(openAddendum([met], told)).toEqual({ ok: true, value: [met, addendum({ recalledAt: told })] });
  });

  it('counts additions and local days', () => {
    expect(addendaCount([])).toBe(0);
    expect(addendaCount([addendum(), addendum()])).toBe(2);
    expect(daysToAddendum(addendum(), zone)).toBeNull();
    expect(daysToAddendum(addendum({ toldTherapistAt: told }), zone)).toBeNull();
    expect(daysToAddendum(addendum({ metAt: told }), zone)).toBeNull();
    expect(daysToAddendum(addendum({ toldTherapistAt: told, metAt: told }), zone)).toBe(0);
    expect(
      daysToAddendum(addendum({ toldTherapistAt: told, metAt: new Date('2025-03-09T05:00:00Z') }), zone),
    ).toBe(0);
    expect(
      daysToAddendum(addendum({ toldTherapistAt: told, metAt: new Date('2025-03-09T06:00:00Z') }), zone),
    ).toBe(1);
  });

  it('asks for a clinical review from the third on, and shows the partner nothing', () => {
    const list = [addendum(), addendum(), addendum()];
    expect(needsStaggeredReview(list.slice(0, 2), terms)).toBe(false);
    expect(needsStaggeredReview(list, terms)).toBe(true);
    expect(addendaShownToPartner(list)).toEqual([]);
  });
});
