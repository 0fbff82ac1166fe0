import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import type { Actor, DisclosureRequest } from './events.js';
import { eventsFor, nextState } from './next-state.js';
import { resumeTarget } from './resume-target.js';
import { refusalFor, type Refusal } from './refusal.js';
import { checkedSession, clearAssessments, readySnapshot } from './sample-snapshot.js';
import { bareSnapshot, type DisclosureSnapshot } from './snapshot.js';

const lead: Actor = { id: 'lead', roles: ['LEAD', 'T_RP'] };
const system: Actor = { id: 'system', roles: ['SYSTEM'] };
const now = new Date('2025-03-21T15:00:00Z');
const session = new Date('2025-03-28T15:00:00Z');

function ask(snapshot: DisclosureSnapshot, request: DisclosureRequest, actor = lead, at = now): string {
  const result = nextState(snapshot, request, actor, at);
  return result.ok ? result.value.state : result.refusal.code;
}

function refusalOf(
  snapshot: DisclosureSnapshot,
  request: DisclosureRequest,
  actor = lead,
  at = now,
): Refusal {
  const result = nextState(snapshot, request, actor, at);
  if (result.ok) throw new Error(`Was allowed: ${result.value.state}`);
  return result.refusal;
}

const gaps = (refusal: Refusal): string[] =>
  refusal.unmet.map(({ guardId, item }) => (item ? `${guardId} ${item}` : guardId));

describe('the first steps', () => {
  const started = {
    ...bareSnapshot('NOT_STARTED'),
    enrolled: { RP: true, BP: true },
    policySignedBy: { RP: true, BP: true },
  };

  it('opens with both enrolled and the policy signed, and says what is missing otherwise', () => {
    expect(ask(started, { event: 'open_ftd' })).toBe('CONSIDERING');
    expect(gaps(refusalOf(bareSnapshot('NOT_STARTED'), { event: 'open_ftd' }))).toEqual([
      'both_enrolled RP', 'both_enrolled BP', 'policy_signed RP', 'policy_signed BP',
    ]); // prettier-ignore
  });

  it('goes on to screening with two fresh consents', () => {
    const given = (at: string) => ({ given: true, at: new Date(at), ownSignIn: true, textVersion: 'v1' });
    const considering = {
      ...started,
      state: 'CONSIDERING' as const,
      consents: { RP: given('2025-03-01T12:00:00Z'), BP: given('2024-12-22T12:00:00Z') },
    };
    expect(ask(considering, { event: 'both_consent' }, system)).toBe('SCREENING');
    const old = { ...considering, consents: { ...considering.consents, BP: given('2024-12-21T12:00:00Z') } };
    expect(refusalOf(old, { event: 'both_consent' }, system).unmet).toMatchObject([
      { guardId: 'consents_given', item: 'BP', rule: 'FTD-05.2', actors: ['BP'], evidence: { ageDays: 90 } },
    ]);
  });

  it('prepares only when each person was found without a hard contraindication in 14 days', () => {
    const screening = {
      ...started,
      state: 'SCREENING' as const,
      releasesSigned: true,
      policy: 'LIMITED' as const,
    };
    const fresh = clearAssessments(asLocalDate('2025-03-07'));
    expect(ask({ ...screening, assessments: fresh }, { event: 'screen_passed' })).toBe('PREPARING');
    const stale = clearAssessments(asLocalDate('2025-03-06'));
    expect(gaps(refusalOf({ ...screening, assessments: stale }, { event: 'screen_passed' }))).toHaveLength(2);
    const found = {
      track: 'BP',
      id: 'violence_or_fear',
      present: true,
      on: asLocalDate('2025-03-07'),
      assessorId: 'tbp',
    } as const;
    const refusal = refusalOf({ ...screening, assessments: [...fresh, found] }, { event: 'screen_passed' });
    expect(refusal.unmet).toMatchObject([{ item: 'BP', side: 'BP', evidence: { open: 'violence_or_fear' } }]);
    expect(refusalFor(refusal, ['RP']).unmet).toMatchObject([{ item: 'BP', evidence: {} }]);
    expect(JSON.stringify(refusalFor(refusal, ['RP', 'JOINT']))).not.toContain('violence');
  });

  it.each(['RP', 'BP', 'T_C'] as const)('lets %s decline without a reason', (role) => {
    expect(ask(bareSnapshot('SCREENING'), { event: 'decline' }, { id: 'x', roles: [role] })).toBe('DECLINED');
  });
});

describe('a session date', () => {
  const schedule: DisclosureRequest = { event: 'schedule', sessionAt: session };

  it('is taken when all is in place', () => {
    expect(nextState(readySnapshot(), schedule, lead, now)).toMatchObject({
      ok: true,
      value: { row: 11, state: 'SCHEDULED' },
    });
  });

  it('is refused before the 28th day after the slip, on calendar days in the zone', () => {
    const on = (text: string): string =>
      ask(
        readySnapshot(),
        { event: 'schedule', sessionAt: new Date(text) },
        lead,
        new Date('2025-03-10T12:00:00Z'),
      );
    expect(on('2025-03-19T04:59:00Z')).toBe('unmet_guards');
    expect(on('2025-03-19T05:00:00Z')).toBe('SCHEDULED');
    const refusal = refusalOf(
      readySnapshot(),
      { event: 'schedule', sessionAt: new Date('2025-03-18T15:00:00Z') },
      lead,
      new Date('2025-03-10T12:00:00Z'),
    );
    expect(refusal.unmet).toMatchObject([
      { guardId: 'slip_distance', side: 'RP', evidence: { days: 27, needed: 28, earliest: '2025-03-19' } },
    ]);
  });

  it('lists every gap of its own step', () => {
    const later = { event: 'schedule', sessionAt: new Date('2025-04-04T15:00:00Z') } as const;
    const snapshot = readySnapshot({
      hardDates: [asLocalDate('2025-04-11'), asLocalDate('2025-04-12')],
      lastSlipAt: undefined,
    });
    expect(gaps(refusalOf(snapshot, later))).toEqual([
      'date_within_readiness',
      'calendar_clear 2025-04-11',
      'slip_distance',
    ]);
    expect(ask(readySnapshot({ recheckAt: new Date('2025-04-02T15:00:00Z') }), later)).toBe('SCHEDULED');
    expect(gaps(refusalOf(readySnapshot({ hardDates: null }), { event: 'schedule' }))).toEqual([
      'session_date_given', 'date_within_readiness', 'calendar_clear',
    ]); // prettier-ignore
  });

  it('in CONSIDERING lists everything on the way', () => {
    const early = { ...bareSnapshot('CONSIDERING', 'America/Chicago'), lastSlipAt: null };
    const refusal = refusalOf(early, schedule);
    const [first, ...rest] = refusal.unmet;
    expect(refusal.code).toBe('wrong_state');
    expect(first?.evidence).toEqual({
      state: 'CONSIDERING', needed: 'READY',
      steps: 'both_consent screen_passed release_for_review readiness_huddle_signed schedule',
    }); // prettier-ignore
    expect(new Set(rest.map(({ guardId }) => guardId))).toEqual(new Set([
      'consents_given', 'contraindications_absent', 'releases_signed', 'policy_fits', 'review_rounds', 'sections_approved', 'questions_received',
      'review_items_met', 'readiness_met', 'soft_conditions', 'solo_consultation', 'risk_screens_fresh', 'readiness_signed', 'date_within_readiness', 'calendar_clear',
    ])); // prettier-ignore
    const items = rest.filter(({ item }) => /^[RBS]\d/.test(item ?? ''));
    // With no slip on record R3 is met by the fact itself.
    expect(items).toHaveLength(27);
    for (const gap of rest) expect(gap.actors.length).toBeGreaterThan(0);
    expect(refusalFor(refusal, 'admin').unmet).toEqual([]);
  });

  it('needs the order of the lead when an admin asks', () => {
    const admin: Actor = { id: 'desk', roles: ['ADMIN'] };
    expect(gaps(refusalOf(readySnapshot(), schedule, admin))).toEqual(['lead_ordered']);
    expect(ask(readySnapshot(), { ...schedule, orderedByLead: true }, admin)).toBe('SCHEDULED');
    expect(eventsFor('READY', ['ADMIN'])).toEqual(['schedule']);
  });

  it('says the same to everyone whose step it is not', () => {
    const partner: Actor = { id: 'bp', roles: ['BP'] };
    const [bare, ready] = [
      refusalOf(bareSnapshot('READY'), schedule, partner),
      refusalOf(readySnapshot(), schedule, partner),
    ];
    expect(bare).toEqual(ready);
    expect(bare.code).toBe('not_yours');
  });
});

describe('a pause', () => {
  const held = (
    reason: 'safety' | 'other',
    days: number,
    resumeTo: DisclosureSnapshot['state'],
  ): DisclosureSnapshot =>
    readySnapshot({
      state: 'ON_HOLD',
      hold: {
        reason,
        setBy: 'tbp',
        side: 'BP',
        since: new Date(now.getTime() - days * 86_400_000),
        resumeTo,
        resumeSignedBy: ['tbp'],
      },
      riskScreens: { RP: now, BP: now },
    });

  it('needs a reason class, and any therapist may set it', () => {
    expect(gaps(refusalOf(readySnapshot(), { event: 'hold' }))).toEqual(['hold_reason']);
    expect(ask(readySnapshot(), { event: 'hold', holdReason: 'other' }, { id: 'tbp', roles: ['T_BP'] })).toBe(
      'ON_HOLD',
    );
    expect(ask(readySnapshot({ state: 'COMPLETED' }), { event: 'hold', holdReason: 'other' })).toBe(
      'wrong_state',
    );
  });

  it.each([
    ['other', 30, 'READY', 'READY'],
    ['other', 31, 'READY', 'PREPARING'],
    ['other', 31, 'SCREENING', 'SCREENING'],
    ['safety', 1, 'SCHEDULED', 'PREPARING'],
    ['other', 1, 'IN_SESSION', 'PREPARING'],
    ['other', 1, 'AFTERCARE', 'AFTERCARE'],
  ] as const)('for %s, %d days, from %s, goes on in %s', (reason, days, from, to) => {
    const request = { event: 'resume', coSigner: 'second' } as const;
    expect(ask(held(reason, days, from), request)).toBe(to);
  });

  it('does not go back to a readiness that a slip has undone, or that ended', () => {
    const snapshot = { ...held('other', 3, 'SCHEDULED'), session: checkedSession(session, now) };
    expect(resumeTarget(snapshot, now)).toBe('SCHEDULED');
    expect(resumeTarget({ ...snapshot, lastSlipAt: new Date('2025-03-19T12:00:00Z') }, now)).toBe(
      'PREPARING',
    );
    expect(resumeTarget({ ...snapshot, readyUntil: new Date('2025-03-21T14:59:59Z') }, now)).toBe(
      'PREPARING',
    );
  });

  it('ends with both signatures, fresh screens and, for safety, a second clinician', () => {
    const snapshot = held('safety', 2, 'PREPARING');
    const unsigned = {
      ...snapshot,
      hold: snapshot.hold && { ...snapshot.hold, resumeSignedBy: [] },
      riskScreens: { RP: now, BP: null },
    };
    expect(gaps(refusalOf(unsigned, { event: 'resume' }))).toEqual([
      'resume_signed tbp',
      'risk_screens_fresh BP',
      'resume_cosigned',
    ]);
    expect(gaps(refusalOf(snapshot, { event: 'resume', coSigner: 'lead' }))).toEqual(['resume_cosigned']);
  });
});

it.each(['RP', 'BP', 'LEAD'] as const)('%s may stop at any time, at once', (role) => {
  for (const state of ['CONSIDERING', 'IN_SESSION', 'ON_HOLD', 'COMPLETED'] as const) {
    expect(ask(bareSnapshot(state), { event: 'stop' }, { id: 'x', roles: [role] })).toBe('STOPPED');
  }
});

it.each(['READY', 'VERIFYING', 'SCHEDULED', 'DAY_OF_CHECK'] as const)(
  'a slip in %s goes back to preparing',
  (state) => {
    const result = nextState(readySnapshot({ state }), { event: 'slip_logged' }, system, now);
    expect(result).toMatchObject({
      ok: true,
      value: {
        row: 12,
        state: 'PREPARING',
        effects: [{ kind: 'clear_signatures' }, { kind: 'reopen_document' }, { kind: 'notify_therapists' }],
      },
    });
  },
);
