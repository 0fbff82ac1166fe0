import { minuteMs } from '../shared/durations.js';
import { addDays, daysBetween } from '../shared/local-date.js';
import { instantOf, localDateOf, localTimeOf } from '../shared/zoned-time.js';
import type { DisclosureEffect, EffectKind } from './effects.js';
import type { GuardQuestion } from './guard.js';
import type { Move } from './next-state.js';
import type { Actor, DisclosureRequest } from './events.js';
import {
  bareLetters,
  bareSession,
  type Consent,
  type DisclosureSnapshot,
  type DraftFacts,
  type SessionFacts,
} from './snapshot.js';
import { reasonSideOf } from './transition-record.js';
import { turbulenceAfter } from './turbulence.js';

type Apply<E> = (snapshot: DisclosureSnapshot, step: GuardQuestion, effect: E) => DisclosureSnapshot;
type EffectOf<K extends EffectKind> = Extract<DisclosureEffect, { kind: K }>;
type Appliers = { readonly [K in EffectKind]: Apply<EffectOf<K>> };

/**
 * The snapshot after a step (FTD-10): each effect of the move applied as a value, then the new state. Pure; what an
 * effect does outside the snapshot (tasks, notices, access) is the service's part. `request`, `actor` and `now` are
 * those with which the move was decided.
 */
export function evolve(
  snapshot: DisclosureSnapshot,
  move: Pick<Move, 'state' | 'effects'>,
  request: DisclosureRequest,
  actor: Actor,
  now: Date,
): DisclosureSnapshot {
  const step = { snapshot, request, actor, now };
  const after = move.effects.reduce((facts, effect) => applied(facts, step, effect), snapshot);
  return { ...after, state: move.state, lastEventAt: now };
}

function applied(
  facts: DisclosureSnapshot,
  step: GuardQuestion,
  effect: DisclosureEffect,
): DisclosureSnapshot {
  const apply: Apply<never> = appliers[effect.kind];
  return apply(facts, step, effect as never);
}

/** Signatures and all that follows from them. */
export function withoutReadiness(snapshot: DisclosureSnapshot): DisclosureSnapshot {
  return {
    ...snapshot,
    readinessSigned: { RP: null, BP: null, JOINT: null },
    readyUntil: null,
    recheckAt: null,
    recheckDoneAt: null,
  };
}

/** Readiness ends on the local day that many days on, at the same wall time as the signature. */
function readinessEnd({ zone, settings }: DisclosureSnapshot, now: Date): Date {
  const day = addDays(localDateOf(now, zone), settings.readinessValidDays);
  const toTheMinute = instantOf(day, localTimeOf(now, zone), zone).getTime();
  return new Date(toTheMinute + (now.getTime() % minuteMs));
}

const unchanged: Apply<DisclosureEffect> = (snapshot) => snapshot;

const appliers: Appliers = {
  create_tasks: unchanged,
  open_read_window: unchanged,
  notify_therapists: unchanged,
  notify_neutrally: unchanged,
  record_summary: unchanged,
  count_draft: (s, { now }) =>
    withDrafts(s, (d) => ({
      version: d.version + 1,
      rounds: d.rounds + 1,
      sectionsApproved: 0,
      awaitingReviewSince: now,
    })),
  answer_draft: (s) => withDrafts(s, () => ({ awaitingReviewSince: null })),
  approve_section: (s) =>
    withDrafts(s, (d) => ({ sectionsApproved: Math.min(d.sections, d.sectionsApproved + 1) })),
  reopen_document: (s) => withDrafts(s, () => ({ latestIsOpen: true })),
  lock_document: (s) => withDrafts(s, () => ({ latestIsOpen: false })),
  clear_signatures: (s) => withoutReadiness(s),
  start_readiness: (s, { now }) => ({ ...s, readyUntil: readinessEnd(s, now) }),
  set_session_date: (s, { request }) => ({
    ...withSession(s, { ...undated, startsAt: request.sessionAt ?? null }),
    recheckAt: request.recheckAt ?? s.recheckAt,
    recheckDoneAt: null,
  }),
  postpone_session: (s) => ({ ...withSession(s, undated), recheckAt: null, recheckDoneAt: null }),
  cancel_session: (s) => withSession(s, { ...undated, departurePlanConfirmed: false }),
  open_day_form: (s) => withSession(s, { dayChecks: { RP: null, BP: null }, emergencyCheckedAt: null }),
  end_session: (s, { now }) => ({ ...withSession(s, { endedAt: now }), completion: 'full' }),
  mark_partial: (s) => ({ ...s, completion: 'partial' }),
  set_hold: (s, step) => ({ ...s, hold: holdOf(step) }),
  clear_hold: (s) => ({ ...s, hold: null }),
  freeze_joint_work: (s) => ({ ...s, jointWorkFrozen: true }),
  thaw_joint_work: (s) => ({ ...s, jointWorkFrozen: false }),
  open_turbulence: (s, { now }, { of }) => {
    const { through: until } = turbulenceAfter(of, localDateOf(now, s.zone), s.settings);
    const longerBy = Math.max(0, daysBetween(until, s.turbulenceUntil ?? until));
    return { ...s, turbulenceUntil: addDays(until, longerBy) };
  },
  record_impact: (s, { now }) => ({
    ...s,
    letters: { ...(s.letters ?? bareLetters), impactDeliveredAt: now },
  }),
  record_restitution: (s, { now }) => ({
    ...s,
    letters: { ...(s.letters ?? bareLetters), restitutionDeliveredAt: now },
  }),
  count_addendum: (s) => ({ ...s, addenda: s.addenda + 1 }),
  revoke_consents: (s) => ({ ...s, consents: { RP: revoked(s.consents.RP), BP: revoked(s.consents.BP) } }),
  freeze_sharing: (s) => ({ ...s, sharingFrozen: true }),
};

/** A session without a date, and without the checks and contacts that belonged to one. */
const undated: Partial<SessionFacts> = {
  startsAt: null,
  endedAt: null,
  emergencyCheckedAt: null,
  dayChecks: bareSession.dayChecks,
  contactsDone: bareSession.contactsDone,
};

function withSession(snapshot: DisclosureSnapshot, facts: Partial<SessionFacts>): DisclosureSnapshot {
  return { ...snapshot, session: { ...(snapshot.session ?? bareSession), ...facts } };
}

function withDrafts(
  snapshot: DisclosureSnapshot,
  change: (drafts: DraftFacts) => Partial<DraftFacts>,
): DisclosureSnapshot {
  const { drafts } = snapshot;
  return drafts === null ? snapshot : { ...snapshot, drafts: { ...drafts, ...change(drafts) } };
}

function revoked(consent: Consent | null): Consent | null {
  return consent === null ? null : { ...consent, given: false };
}

/** The pause that begins. A partner gives no reason and is not named; without a class it reads "other". */
function holdOf({ snapshot, request, actor, now }: GuardQuestion): DisclosureSnapshot['hold'] {
  const client = actor.roles.includes('RP') || actor.roles.includes('BP');
  const system = actor.roles.includes('SYSTEM');
  return {
    reason: request.holdReason ?? 'other',
    setBy: system ? 'system' : client ? 'client' : actor.id,
    side: reasonSideOf(request, actor),
    since: now,
    resumeTo: snapshot.state,
    resumeSignedBy: [],
  };
}
