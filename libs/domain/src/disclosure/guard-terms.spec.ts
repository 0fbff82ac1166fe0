import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import type { DisclosureRequest } from './events.js';
import { guards, type TableGuardId } from './guards.js';
import { checkedSession, readySnapshot } from './sample-snapshot.js';
import { bareLetters, type DisclosureSnapshot } from './snapshot.js';
import { transitionTable } from './transition-table.js';

const now = new Date('2025-03-21T15:00:00Z');

function open(
  id: TableGuardId,
  changes: Partial<DisclosureSnapshot>,
  request: Partial<DisclosureRequest> = {},
  at = now,
): number {
  const actor = { id: 'lead', roles: ['LEAD', 'T_RP'] } as const;
  return guards[id]({
    snapshot: readySnapshot(changes),
    request: { event: 'schedule', ...request },
    actor,
    now: at,
  }).length;
}

describe('terms, on both sides of their ends', () => {
  it('a re-check is booked 24 to 72 elapsed hours before a date beyond readiness', () => {
    const sessionAt = new Date('2025-04-05T15:00:00Z');
    const booked = (recheckAt: string) =>
      open('date_within_readiness', {}, { sessionAt, recheckAt: new Date(recheckAt) });
    expect([booked('2025-04-04T15:00:00Z'), booked('2025-04-04T15:00:01Z')]).toEqual([0, 1]);
    expect([booked('2025-04-02T15:00:00Z'), booked('2025-04-02T14:59:59Z')]).toEqual([0, 1]);
    const within = (at: string) => open('date_within_readiness', {}, { sessionAt: new Date(at) });
    expect([within('2025-04-03T15:00:00Z'), within('2025-04-03T15:00:01Z')]).toEqual([0, 1]);
  });

  it('a hard date lies more than seven days away, before and after', () => {
    const sessionAt = new Date('2025-03-28T15:00:00Z');
    const on = (day: string) => open('calendar_clear', { hardDates: [asLocalDate(day)] }, { sessionAt });
    expect([on('2025-03-20'), on('2025-03-21'), on('2025-04-04'), on('2025-04-05')]).toEqual([0, 1, 1, 0]);
  });

  it('a risk screen counts for seven days, and not before it was made', () => {
    const screened = (at: string) =>
      open('risk_screens_fresh', { riskScreens: { RP: new Date(at), BP: now } });
    expect([screened('2025-03-14T05:00:00Z'), screened('2025-03-14T04:59:00Z')]).toEqual([0, 1]);
    expect(screened('2025-03-22T15:00:00Z')).toBe(1);
  });

  it('a consent counts only when given in the own sign-in', () => {
    const { consents } = readySnapshot();
    const RP = { ...consents.RP!, ownSignIn: false };
    expect([open('consents_given', {}), open('consents_given', { consents: { ...consents, RP } })]).toEqual([
      0, 1,
    ]);
  });

  it('a policy without secrets does not fit', () => {
    const of = (policy: DisclosureSnapshot['policy']) => open('policy_fits', { policy });
    expect([of('LIMITED'), of('INDIVIDUAL_CONFIDENTIAL'), of('NO_SECRETS'), of(null)]).toEqual([0, 0, 1, 1]);
  });

  it('a waiver has a reason class and words on record, and a second clinician', () => {
    const reason = (request: Partial<DisclosureRequest>) => open('waiver_reason', {}, request);
    expect(reason({ waiverReason: 'legal', reasonRecorded: true })).toBe(0);
    expect([reason({ waiverReason: 'legal' }), reason({ reasonRecorded: true })]).toEqual([1, 1]);
    const second = (coSigner: string) => open('second_clinician', {}, { coSigner });
    expect([second('x'), second('lead'), second(''), second('system')]).toEqual([0, 1, 1, 1]);
  });

  it('the impact letter waits 14 local days, and every contact is made with both', () => {
    const session = checkedSession(now, now, {
      endedAt: new Date('2025-03-28T17:50:00Z'),
      contactsDone: { RP: ['h24'], BP: ['h24', 'h72', 'd14'] },
    });
    const letter = (at: string) => open('impact_earliest', { session }, {}, new Date(at));
    expect([letter('2025-04-11T04:59:00Z'), letter('2025-04-11T05:00:00Z')]).toEqual([1, 0]);
    expect([open('acute_contacts_done', { session }), open('follow_up_done', { session })]).toEqual([1, 2]);
    const optedOut = { session, letters: { ...bareLetters, impactOptedOut: true } };
    const restitution = (at: string) => open('restitution_earliest', optedOut, {}, new Date(at));
    expect([restitution('2025-04-11T04:59:00Z'), restitution('2025-04-11T05:00:00Z')]).toEqual([1, 0]);
  });

  it('a session begins with nothing left out', () => {
    const asked = (event: string): readonly string[] =>
      transitionTable.filter((line) => line.event === event).flatMap((line) => line.guards);
    expect(asked('go')).toEqual([
      'session_day',
      'day_checks_done',
      'consents_given',
      'readiness_signed',
      'readiness_current',
      'no_hard_risk',
      'slip_distance',
      'emergency_checked',
    ]);
    expect(asked('readiness_huddle_signed')).toEqual([
      'readiness_met',
      'no_hard_risk',
      'soft_conditions',
      'solo_consultation',
      'risk_screens_fresh',
      'readiness_signed',
    ]);
    expect(asked('stop')).toEqual([]);
  });
});
