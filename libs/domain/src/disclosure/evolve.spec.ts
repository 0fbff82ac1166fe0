import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import type { Actor, DisclosureRequest } from './events.js';
import { evolve } from './evolve.js';
import { nextState } from './next-state.js';
import { checkedSession, clearAssessments, readySnapshot } from './sample-snapshot.js';
import { eventsOfNewMaterial, eventsOfSlip, withSlip } from './slip.js';
import { bareLetters, bareSession, bareSnapshot, type DisclosureSnapshot } from './snapshot.js';
import { disclosureStates } from './states.js';
import { withdrawConsent } from './withdraw-consent.js';

const lead: Actor = { id: 'lead', roles: ['LEAD', 'T_RP'] };
const system: Actor = { id: 'system', roles: ['SYSTEM'] };
const tBp: Actor = { id: 'tbp', roles: ['T_BP'] };
const now = new Date('2025-03-21T15:00:00Z');
const sessionAt = new Date('2025-03-28T15:00:00Z');

function take(
  snapshot: DisclosureSnapshot,
  request: DisclosureRequest,
  actor = lead,
  at = now,
): DisclosureSnapshot {
  const move = nextState(snapshot, request, actor, at);
  if (!move.ok) throw new Error(JSON.stringify(move.refusal.unmet));
  return evolve(snapshot, move.value, request, actor, at);
}

describe('the facts after a step', () => {
  it('count drafts, approvals and answers in preparing', () => {
    const preparing = readySnapshot({ state: 'PREPARING' });
    const rp: Actor = { id: 'rp', roles: ['RP'] };
    const sent = take(preparing, { event: 'submit_draft', draftVersion: 4 }, rp);
    expect(sent.drafts).toEqual({
      ...preparing.drafts,
      version: 4,
      rounds: 4,
      sectionsApproved: 0,
      awaitingReviewSince: now,
    });
    expect(sent.lastEventAt).toBe(now);
    const approved = take(sent, { event: 'approve_section', draftVersion: 4 });
    expect([approved.drafts?.sectionsApproved, approved.drafts?.awaitingReviewSince]).toEqual([1, null]);
    const changes = take(sent, { event: 'request_changes', draftVersion: 4 });
    expect([changes.drafts?.sectionsApproved, changes.drafts?.awaitingReviewSince]).toEqual([0, null]);
    const all = take(preparing, { event: 'approve_section', draftVersion: 3 });
    expect(all.drafts?.sectionsApproved).toBe(6);
  });

  it('let only the next version be submitted and only the newest be answered', () => {
    const preparing = readySnapshot({ state: 'PREPARING' });
    const asked = (request: DisclosureRequest) =>
      nextState(preparing, request, { id: 'x', roles: ['RP', 'T_RP'] }, now).ok;
    expect([3, 4, 5].map((draftVersion) => asked({ event: 'submit_draft', draftVersion }))).toEqual([
      false,
      true,
      false,
    ]);
    expect([2, 3, 4].map((draftVersion) => asked({ event: 'approve_section', draftVersion }))).toEqual([
      false,
      true,
      false,
    ]);
    expect(asked({ event: 'submit_draft' })).toBe(false);
  });

  it('end readiness fourteen local days on at the same wall time, over the clock change', () => {
    const review = readySnapshot({
      state: 'PARTNER_THERAPIST_REVIEW',
      readyUntil: null,
      riskScreens: { RP: new Date('2025-03-03T12:00:00Z'), BP: new Date('2025-03-03T12:00:00Z') },
      assessments: clearAssessments(asLocalDate('2025-03-03')),
      readinessSigned: {
        RP: { by: 'trp', at: new Date('2025-03-03T12:00:00Z') },
        BP: { by: 'tbp', at: new Date('2025-03-03T12:00:00Z') },
        JOINT: { by: 'tc', at: new Date('2025-03-03T12:00:00Z') },
      },
    });
    const at = new Date('2025-03-03T16:00:05Z');
    const ready = take(review, { event: 'readiness_huddle_signed' }, lead, at);
    expect(ready.state).toBe('READY');
    expect(ready.readyUntil?.toISOString()).toBe('2025-03-17T15:00:05.000Z');
    expect(ready.drafts?.latestIsOpen).toBe(false);
  });

  it('date, postpone and date again', () => {
    const recheckAt = new Date('2025-04-02T15:00:00Z');
    const dated = take(readySnapshot(), { event: 'schedule', sessionAt });
    expect(dated.session).toEqual({ ...bareSession, startsAt: sessionAt });
    const day = {
      ...dated,
      state: 'DAY_OF_CHECK' as const,
      session: checkedSession(sessionAt, now),
      recheckAt,
    };
    const postponed = take(day, { event: 'no_go_postpone' }, { id: 'bp', roles: ['BP'] });
    expect([postponed.state, postponed.session?.startsAt, postponed.recheckAt]).toEqual([
      'SCHEDULED',
      null,
      null,
    ]);
    expect(postponed.session?.dayChecks).toEqual({ RP: null, BP: null });
    expect(nextState(postponed, { event: 'day_before_reached' }, system, sessionAt).ok).toBe(false);
    const april4 = new Date('2025-04-04T15:00:00Z');
    const again = take(postponed, { event: 'schedule', sessionAt: april4, recheckAt });
    expect([again.state, again.session?.startsAt, again.recheckAt]).toEqual(['SCHEDULED', april4, recheckAt]);
  });

  it('open the turbulence of the session and of each letter, the longest counting', () => {
    const ended = take(
      readySnapshot({ state: 'IN_SESSION', session: checkedSession(sessionAt, sessionAt) }),
      { event: 'end' },
      lead,
      new Date('2025-03-28T17:50:00Z'),
    );
    expect([ended.state, ended.completion, ended.turbulenceUntil]).toEqual([
      'AFTERCARE_ACUTE',
      'full',
      '2025-04-18',
    ]);
    expect(ended.session?.endedAt?.toISOString()).toBe('2025-03-28T17:50:00.000Z');
    const letters = {
      impactWanted: true,
      impactOptedOut: false,
      impactApprovedByPartnerTherapist: true,
      listeningRehearsed: true,
      impactDeliveredAt: null,
      restitutionApproved: true,
      restitutionSafeToHear: true,
      restitutionDeliveredAt: null,
      followedUpAt: { RP: null, BP: null },
    };
    const april17 = new Date('2025-04-17T19:00:00Z');
    const prep = {
      ...ended,
      state: 'IMPACT_PREP' as const,
      letters,
      riskScreens: { RP: april17, BP: april17 },
    };
    const impact = take(prep, { event: 'deliver_impact' }, lead, april17);
    expect([impact.turbulenceUntil, impact.letters?.impactDeliveredAt]).toEqual(['2025-05-01', april17]);
    const restitution = { ...impact, state: 'RESTITUTION_PREP' as const };
    const deliver = (at: string) =>
      nextState(restitution, { event: 'deliver_restitution' }, lead, new Date(at));
    expect([deliver('2025-05-01T04:59:00Z').ok, deliver('2025-05-01T05:00:00Z').ok]).toEqual([false, true]);
    const may1 = new Date('2025-05-01T20:00:00Z');
    const read = take(restitution, { event: 'deliver_restitution' }, lead, may1);
    expect(read.letters).toEqual({ ...impact.letters, restitutionDeliveredAt: may1 });
    expect([read.state, read.turbulenceUntil]).toEqual(['RESTITUTION_DELIVERED', '2025-05-15']);
    const longer = { ...prep, turbulenceUntil: asLocalDate('2025-06-01') };
    expect(take(longer, { event: 'deliver_impact' }, lead, april17).turbulenceUntil).toBe('2025-06-01');
  });

  it('mark an early end as partial, and count what is repeated', () => {
    const inSession = readySnapshot({
      state: 'SESSION_PAUSED',
      session: checkedSession(sessionAt, sessionAt),
    });
    const early = take(inSession, { event: 'end_early' }, lead, sessionAt);
    expect(early.completion).toBe('partial');
    const again = take({ ...early, state: 'AFTERCARE' }, { event: 'partial_or_omission' });
    expect([again.state, again.addenda, again.session?.startsAt, again.session?.endedAt]).toEqual([
      'PREPARING',
      1,
      null,
      null,
    ]);
    expect([again.readinessSigned, again.readyUntil, again.drafts?.latestIsOpen]).toEqual([
      { RP: null, BP: null, JOINT: null },
      null,
      true,
    ]);
  });
});

describe('one effect alone', () => {
  type Effect = Parameters<typeof evolve>[1]['effects'][number];
  const after = (facts: Partial<DisclosureSnapshot>, effect: Effect, actor = lead): DisclosureSnapshot =>
    evolve(readySnapshot(facts), { state: 'PREPARING', effects: [effect] }, { event: 'hold' }, actor, now);

  it('opens the document again, where there is one', () => {
    const drafts = { ...readySnapshot().drafts!, latestIsOpen: false };
    expect(after({ drafts }, { kind: 'reopen_document' }).drafts).toEqual({ ...drafts, latestIsOpen: true });
    expect(after({ drafts: null }, { kind: 'reopen_document' }).drafts).toBeNull();
  });

  it('takes the date and what was agreed for leaving, and revokes only what was given', () => {
    const session = checkedSession(sessionAt, now);
    expect(after({ session }, { kind: 'cancel_session' }).session).toEqual({
      ...bareSession,
      telehealth: false,
    });
    const { RP } = readySnapshot().consents;
    expect(after({ consents: { RP, BP: null } }, { kind: 'revoke_consents' }).consents).toEqual({
      RP: { ...RP, given: false },
      BP: null,
    });
  });

  it('counts the turbulence from none, a shorter and a longer one', () => {
    const through = (turbulenceUntil: string | null) =>
      after(
        { turbulenceUntil: turbulenceUntil === null ? null : asLocalDate(turbulenceUntil) },
        { kind: 'open_turbulence', of: 'letter' },
      ).turbulenceUntil;
    expect([null, '2025-04-03', '2025-04-04', '2025-04-05'].map(through)).toEqual([
      '2025-04-04', '2025-04-04', '2025-04-04', '2025-04-05',
    ]); // prettier-ignore
  });

  it('records a letter of which nothing was known before', () => {
    const read = (kind: 'record_impact' | 'record_restitution') => after({ letters: null }, { kind }).letters;
    expect(read('record_impact')).toEqual({ ...bareLetters, impactDeliveredAt: now });
    expect(read('record_restitution')).toEqual({ ...bareLetters, restitutionDeliveredAt: now });
  });

  it('names the one who pauses only where that is a clinician', () => {
    const setBy = (role: Actor['roles'][number]) =>
      after({}, { kind: 'set_hold' }, { id: 'someone', roles: [role] }).hold?.setBy;
    expect((['RP', 'BP', 'SYSTEM', 'T_RP', 'LEAD'] as const).map(setBy)).toEqual([
      'client', 'client', 'system', 'someone', 'someone',
    ]); // prettier-ignore
  });
});

describe('a pause', () => {
  const hold: DisclosureRequest = { event: 'hold', holdReason: 'other' };

  it('keeps where to go on, who set it and on which side', () => {
    const held = take(readySnapshot(), hold, tBp);
    expect(held.hold).toEqual({
      reason: 'other', setBy: 'tbp', side: 'BP', since: now, resumeTo: 'READY', resumeSignedBy: [],
    }); // prettier-ignore
    expect(held.jointWorkFrozen).toBe(true);
    expect(nextState(held, hold, tBp, now)).toMatchObject({ ok: false, refusal: { code: 'wrong_state' } });
    const signed = {
      ...held,
      hold: held.hold && { ...held.hold, resumeSignedBy: ['tbp'] },
      riskScreens: { RP: now, BP: now },
    };
    const resumed = take(signed, { event: 'resume' });
    expect([resumed.state, resumed.hold, resumed.jointWorkFrozen, resumed.readyUntil]).toEqual([
      'READY',
      null,
      false,
      signed.readyUntil,
    ]);
  });

  it('by a partner names nobody, by the system takes the side it is given', () => {
    const day = readySnapshot({ state: 'DAY_OF_CHECK', session: checkedSession(sessionAt, now) });
    const byClient = take(day, { event: 'no_go_hold' }, { id: 'sam', roles: ['BP'] });
    expect(byClient.hold).toMatchObject({
      setBy: 'client',
      side: 'BP',
      reason: 'other',
      resumeTo: 'DAY_OF_CHECK',
    });
    const bySystem = take(day, { event: 'hold', holdReason: 'safety', side: 'RP' }, system);
    expect(bySystem.hold).toMatchObject({ setBy: 'system', side: 'RP', reason: 'safety' });
  });

  it('that ends earlier than it began clears what rested on readiness', () => {
    const scheduled = readySnapshot({
      state: 'ON_HOLD',
      session: checkedSession(sessionAt, now),
      riskScreens: { RP: now, BP: now },
      hold: {
        reason: 'other', setBy: 'lead', side: 'RP', since: new Date('2025-02-01T12:00:00Z'), resumeTo: 'SCHEDULED', resumeSignedBy: [],
      }, // prettier-ignore
    });
    const fallen = take(scheduled, { event: 'resume' });
    expect([fallen.state, fallen.readyUntil, fallen.readinessSigned.RP, fallen.session?.startsAt]).toEqual([
      'PREPARING',
      null,
      null,
      null,
    ]);
    const since = new Date('2025-03-20T12:00:00Z');
    const recent = { ...scheduled, hold: scheduled.hold && { ...scheduled.hold, since } };
    const passed = { ...recent, session: checkedSession(new Date('2025-03-21T14:00:00Z'), now) };
    const ready = take(passed, { event: 'resume' });
    expect([ready.state, ready.session?.startsAt, ready.readyUntil]).toEqual([
      'READY',
      null,
      passed.readyUntil,
    ]);
    const dayOf = { ...recent, hold: { ...recent.hold!, resumeTo: 'DAY_OF_CHECK' as const } };
    const checkedAgain = take(dayOf, { event: 'resume' });
    expect([checkedAgain.state, checkedAgain.session?.dayChecks.RP, checkedAgain.session?.startsAt]).toEqual([
      'DAY_OF_CHECK',
      null,
      sessionAt,
    ]);
    const exactly = take(recent, { event: 'resume' });
    expect([exactly.state, exactly.session]).toEqual(['SCHEDULED', recent.session]);
  });
});

describe('a withdrawal', () => {
  it.each(disclosureStates.filter((state) => state !== 'STOPPED'))('stops at once from %s', (state) => {
    const snapshot = readySnapshot({ state, session: checkedSession(sessionAt, now) });
    const move = withdrawConsent(snapshot, 'BP', 'sam', now);
    if (!move.ok) throw new Error('refused');
    const stopped = evolve(snapshot, move.value, { event: 'stop' }, { id: 'sam', roles: ['BP'] }, now);
    expect([stopped.state, stopped.sharingFrozen, stopped.hold]).toEqual(['STOPPED', true, null]);
    expect([stopped.consents.RP?.given, stopped.consents.BP?.given]).toEqual([false, false]);
    expect(stopped.session?.startsAt).toBeNull();
  });

  it('says nothing about what is over, and needs no facts at all', () => {
    const kinds = (snapshot: DisclosureSnapshot): string[] => {
      const move = withdrawConsent(snapshot, 'RP', 'rowan', now);
      return move.ok ? move.value.effects.map(({ kind }) => kind) : [];
    };
    expect(kinds(bareSnapshot('IN_SESSION'))).toEqual([
      'revoke_consents',
      'freeze_sharing',
      'notify_neutrally',
    ]);
    expect(kinds(bareSnapshot('COMPLETED'))).toEqual(['revoke_consents', 'freeze_sharing']);
    expect(kinds(bareSnapshot('STOPPED'))).toEqual([]);
    const over = readySnapshot({
      state: 'AFTERCARE',
      session: checkedSession(sessionAt, now, { endedAt: now }),
    });
    expect(kinds(over)).toEqual(['revoke_consents', 'freeze_sharing']);
  });
});

describe('a slip', () => {
  it('asks for row 12 where the process rests on readiness, and nowhere else', () => {
    const resting = ['READY', 'VERIFYING', 'SCHEDULED', 'DAY_OF_CHECK'];
    for (const state of disclosureStates) {
      expect([state, eventsOfSlip(state)]).toEqual([state, resting.includes(state) ? ['slip_logged'] : []]);
      expect(eventsOfNewMaterial(state)).toEqual(resting.includes(state) ? ['new_material'] : []);
    }
  });

  it('of the worked example cancels the session with neutral words and restarts the clock', () => {
    const logged = new Date('2025-02-20T15:10:00Z');
    const february = readySnapshot({
      state: 'SCHEDULED',
      lastSlipAt: null,
      session: checkedSession(new Date('2025-02-28T16:00:00Z'), logged),
    });
    const slipped = withSlip(february, { at: new Date('2025-02-20T04:40:00Z'), toldByProtocol: null });
    const move = nextState(slipped, { event: 'slip_logged' }, system, logged);
    expect(move).toMatchObject({ ok: true, value: { row: 12, state: 'PREPARING' } });
    expect(move.ok && move.value.effects).toEqual([
      { kind: 'clear_signatures' },
      { kind: 'reopen_document' },
      { kind: 'cancel_session' },
      { kind: 'notify_therapists' },
      { kind: 'notify_neutrally', words: 'session_cancelled', timing: 'at_once' },
    ]);
    const after = take(slipped, { event: 'slip_logged' }, system, logged);
    expect([after.session?.startsAt, after.readinessSigned.BP, after.readiness.R3?.status]).toEqual([
      null,
      null,
      'not_met',
    ]);
  });

  it('in review or behind a pause takes the signatures with it, and an older one leaves the clock', () => {
    const held = withSlip(readySnapshot({ state: 'ON_HOLD' }), { at: now, toldByProtocol: true });
    expect([held.state, held.readyUntil, held.readinessSigned.RP, held.lastSlipAt, held.slipTold]).toEqual([
      'ON_HOLD', null, null, now, true,
    ]); // prettier-ignore
    const older = withSlip(readySnapshot(), { at: new Date('2025-02-01T12:00:00Z'), toldByProtocol: false });
    expect(older.lastSlipAt?.toISOString()).toBe('2025-02-20T04:40:00.000Z');
    expect([older.slipTold, older.readyUntil]).toEqual([true, null]);
  });
});
