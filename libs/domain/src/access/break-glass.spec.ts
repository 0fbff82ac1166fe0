import { describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate } from '../shared/local-date.js';
import type { StaffActor } from './access-actor.js';
import { accessActions } from './access-decision.js';
import type { AccessResource } from './access-resource.js';
import { accessSettings, isSteppedUp } from './access-settings.js';
import { breakGlassReview, isBreakGlassLive, openBreakGlass, type BreakGlass } from './break-glass.js';
import { decide } from './decide.js';
import {
  absent, actors, all, answers, clinic, couple, document, item, minutes, now, otherClinic, otherCouple, report, score,
  support, type Answers,
} from './sample-access.js'; // prettier-ignore
import { allowsDisclosure, policyHint, policyTask, underminingTags } from './secrets-policy.js';
import { isSupportGrantLive } from './support-grant.js';

const glass: BreakGlass = {
  openedBy: actors.former.staffId, clinicId: clinic, coupleId: couple, openedAt: now, endedAt: null,
  ownerMayKnow: true,
}; // prettier-ignore
const holder = (rest: Partial<BreakGlass> = {}, actor: Partial<StaffActor> = {}): StaffActor => ({
  ...actors.former,
  assignments: [],
  breakGlass: { ...glass, ...rest },
  ...actor,
});
const opens = (actor: StaffActor, resource: AccessResource = item(), at = now): boolean =>
  decide(actor, 'read', resource, at).allow;
const always = [
  'show_banner', 'notify_assigned_therapist', 'notify_privacy_officer', 'review_within_72_hours', 'record_in_audit',
]; // prettier-ignore

describe('emergency reading', () => {
  it('is opened with role, reason and a step-up of five minutes at most (ACCESS-26)', () => {
    const request = {
      staffId: actors.former.staffId, clinicId: clinic, coupleClinicId: clinic, coupleId: couple, reason: 'call',
      roles: ['therapist'], stepUpAt: minutes(-5), ownerMayKnow: true,
    } as const; // prettier-ignore
    const answer = (rest: object): unknown => openBreakGlass({ ...request, ...rest }, now);
    expect(answer({})).toEqual({ ok: true, value: glass });
    expect(answer({ roles: ['supervisor'] })).toMatchObject({ ok: true });
    const refusals = [
      { coupleClinicId: otherClinic }, { roles: ['clinic_admin', 'owner'] }, { reason: ' ' }, { stepUpAt: null },
      { stepUpAt: new Date(minutes(-5).getTime() - 1) }, { stepUpAt: minutes(1) },
    ].map(answer); // prettier-ignore
    expect(refusals.map((refused) => (refused as { refusal: string }).refusal)).toEqual([
      'other_clinic', 'role', 'no_reason', 'step_up_needed', 'step_up_needed', 'step_up_needed',
    ]); // prettier-ignore
    expect([isSteppedUp(now, now), isSteppedUp(minutes(-5), now), isSteppedUp(null, now)]).toEqual([
      true, true, false,
    ]); // prettier-ignore
  });

  it('lasts less than sixty minutes (ACCESS-27)', () => {
    const at = (ms: number): boolean => opens(holder(), item(), new Date(now.getTime() + ms));
    expect([-1, 0, 3_599_999, 3_600_000].map(at)).toEqual([false, true, true, false]);
    expect([minutes(0), minutes(1)].map((endedAt) => opens(holder({ endedAt })))).toEqual([false, true]);
  });

  it('counts for its opener, clinic and couple, and never for an admin', () => {
    expect(opens(holder({ openedBy: actors.tC.staffId }))).toBe(false);
    expect(opens(holder({ clinicId: otherClinic }))).toBe(false);
    expect(opens(holder({ coupleId: otherCouple }))).toBe(false);
    expect(opens(holder({}, { roles: ['clinic_admin', 'owner'] }))).toBe(false);
    expect(opens(holder({}, { roles: ['supervisor'] }))).toBe(true);
    expect(opens(holder({}, { clinicId: otherClinic }))).toBe(false);
  });

  it('reads and changes nothing, and brings its duties (ACCESS-28)', () => {
    const done = accessActions.filter((action) => decide(holder(), action, item(), now).allow);
    expect(done).toEqual(['read', 'read_status', 'list']);
    expect(decide(holder(), 'read', item(), now)).toEqual({
      allow: true, reason: 'break_glass', sight: 'words', answer: 'allowed',
      obligations: [...always, 'notify_record_owner'],
    }); // prettier-ignore
    for (const ownerMayKnow of [false, null]) {
      expect(decide(holder({ ownerMayKnow }), 'read', item(), now).obligations).toEqual(always);
    }
  });

  it('opens neither P0 nor notes, documents, letters, hidden halves or a withdrawn score', () => {
    const base = { clinicId: clinic, coupleId: couple } as const;
    const windows = [{ mode: 'own_therapist', until: null }] as const;
    const hidden: readonly AccessResource[] = [
      item({ privacy: 'P0' }),
      item({ privacy: 'P2' }, { shownIn: 'delivery', inSession: true }),
      { kind: 'psychotherapy_note', authorId: actors.tRp.staffId, ...base },
      document({ windows }),
      score({ consents: { RP: false, BP: true } }),
      { kind: 'audit', clinicId: clinic, about: null },
      { kind: 'homework_plan', compartment: 'RP', ...base },
      { kind: 'alert', sides: [], cover: true, coveredBy: [], ...base },
    ];
    expect(hidden.map((resource) => decide(holder(), 'read_status', resource, now).answer)).toEqual(
      hidden.map(() => 'not_found'),
    );
    expect(decide(holder(), 'read', item({ privacy: 'P4', compartment: 'JOINT' }), now)).toEqual({
      allow: false, reason: 'status_only', sight: 'status', answer: 'refused', obligations: [],
    }); // prettier-ignore
    const open: readonly AccessResource[] = [
      score(), item({ privacy: 'P4', compartment: 'JOINT', revealed: true }),
      { kind: 'rating_items', ownerId: actors.rp.personId, side: 'RP', ...base },
      { kind: 'process_state', ...base },
      { kind: 'hold_reason', side: 'BP', personId: null, safety: true, ...base },
      { kind: 'alert', sides: ['RP'], cover: false, coveredBy: [], ...base },
      { kind: 'couple', ...base },
    ]; // prettier-ignore
    expect(open.map((resource) => decide(holder(), 'read', resource, now).reason)).toEqual(
      open.map(() => 'break_glass'),
    );
  });

  it('leaves the reason of the ordinary decision where it opens nothing', () => {
    const withdrawn = score({ consents: { RP: false, BP: true } });
    expect(decide(holder(), 'read', withdrawn, now).reason).toBe('no_relation');
    const covered: AccessResource = {
      kind: 'alert', clinicId: clinic, coupleId: couple, sides: [], cover: false, coveredBy: [],
    }; // prettier-ignore
    expect(decide(holder(), 'list', covered, now)).toEqual({
      allow: false, reason: 'no_relation', sight: 'nothing', answer: 'not_found', obligations: [],
    }); // prettier-ignore
  });

  it('never counts for what belongs to no couple', () => {
    expect(isBreakGlassLive(glass, holder(), couple, now)).toBe(true);
    expect(isBreakGlassLive(glass, holder(), null, now)).toBe(false);
    expect(isBreakGlassLive(null, holder(), couple, now)).toBe(false);
  });

  it('leaves alone what its holder may see anyway', () => {
    const own = { ...actors.tRp, breakGlass: { ...glass, openedBy: actors.tRp.staffId } };
    expect(decide(own, 'read', item(), now).reason).toBe('own_side');
    expect(decide(own, 'read', item({ compartment: 'BP' }), now).reason).toBe('break_glass');
  });

  it('is reviewed within seventy-two hours (ACCESS-29)', () => {
    const due = minutes(72 * 60);
    const after = new Date(due.getTime() + 1);
    expect(breakGlassReview(now, null, due)).toEqual({ dueAt: due, state: 'open' });
    const states = [breakGlassReview(now, null, after), breakGlassReview(now, due, after), breakGlassReview(now, after, after)]; // prettier-ignore
    expect(states.map(({ state }) => state)).toEqual(['overdue', 'in_time', 'late']);
  });

  it('by an owner, who is not its opener unless alone (ACCESS-30)', () => {
    const review = (actor: StaffActor, openedBy: StaffActor, soloPractice: boolean): string =>
      decide(
        actor,
        'review',
        { kind: 'break_glass_review', clinicId: clinic, openedBy: openedBy.staffId, soloPractice },
        now,
      ).reason;
    expect([
      review(actors.owner, actors.former, false), review(actors.owner, actors.owner, false),
      review(actors.owner, actors.owner, true), review(actors.admin, actors.former, true),
    ]).toEqual(['clinic_office', 'own_act', 'clinic_office', 'no_relation']); // prettier-ignore
  });
});

const metadataOpen = 'yes metadata support_grant show_banner record_in_audit';
const supports = { read_status: metadataOpen, list: metadataOpen };

describe('support (ACCESS-31)', () => {
  const grant = support.grant!;
  const lives = (rest: Partial<typeof grant>): boolean =>
    isSupportGrantLive({ ...grant, ...rest }, clinic, now);

  it('needs two people, the clinic and a running grant of seventy-two hours at most', () => {
    const hours72 = new Date(grant.from.getTime() + 72 * 3_600_000);
    const [one, two] = grant.approvedBy;
    expect([
      lives({}), lives({ until: hours72 }), lives({ until: new Date(hours72.getTime() + 1) }), lives({ from: now }),
      lives({ from: minutes(1) }), lives({ until: now }), lives({ approvedBy: [one!, one!] }),
      lives({ approvedBy: [two!] }), lives({ clinicId: otherClinic }), isSupportGrantLive(null, clinic, now),
    ]).toEqual([true, true, false, true, false, false, false, false, false, false]); // prettier-ignore
  });

  it('shows metadata alone', () => {
    expect(accessActions.filter((action) => decide(support, action, item(), now).allow)).toEqual([
      'read_status', 'list',
    ]); // prettier-ignore
    expect(decide(support, 'list', item(), now)).toEqual({
      allow: true, reason: 'support_grant', sight: 'metadata', answer: 'allowed',
      obligations: ['show_banner', 'record_in_audit'],
    }); // prettier-ignore
    expect(decide(support, 'read', item(), now)).toMatchObject({ reason: 'status_only', answer: 'refused' });
    expect(decide({ ...support, grant: null }, 'list', item(), now).answer).toBe('not_found');
    expect(decide(support, 'list', item({ privacy: 'P0' }), now).answer).toBe('not_found');
    const audit = { kind: 'audit', clinicId: clinic, about: null } as const;
    expect(decide(support, 'list', audit, now).answer).toBe('not_found');
  });

  const base = { clinicId: clinic, coupleId: couple } as const;
  const metadata = { ...all('no metadata status_only'), ...supports };
  it.each<[string, AccessResource, Answers]>([
    ['an item', item(), metadata],
    ['an item of P0', item({ privacy: 'P0' }), absent],
    ['a document', document(), metadata],
    ['a score', score(), metadata],
    ['the couple', { kind: 'couple', ...base }, metadata],
    ['the process', { kind: 'process_state', ...base }, metadata],
    ['the clinic', { kind: 'clinic', clinicId: clinic, part: 'staff' }, metadata],
    ['a note', { kind: 'psychotherapy_note', authorId: actors.tRp.staffId, ...base }, absent],
    ['a hold reason', { kind: 'hold_reason', side: 'RP', personId: null, safety: false, ...base }, absent],
    ['an alert', { kind: 'alert', sides: ['RP'], cover: true, coveredBy: [], ...base }, absent],
    ['the log', { kind: 'audit', clinicId: clinic, about: null }, absent],
    ['a report', report(), absent],
    [
      'a review',
      { kind: 'break_glass_review', clinicId: clinic, openedBy: actors.former.staffId, soloPractice: false },
      absent,
    ],
  ])('of %s, act by act', (_name, resource, expected) => {
    expect(answers(support, resource)).toEqual(expected);
    expect(answers({ ...support, grant: null }, resource)).toEqual(absent);
  });
});

describe('secrets policy', () => {
  const taggedOn = asLocalDate('2025-02-20');
  const secret = { tag: 'acting_out', taggedOn, resolved: false } as const;

  it('makes a task for the couple therapist, by policy (ACCESS-22, ACCESS-23)', () => {
    const dueOn = asLocalDate('2025-03-22');
    expect(policyTask('NO_SECRETS', secret, dueOn)).toEqual({ task: 'help_disclose', dueOn });
    expect(policyTask('NO_SECRETS', secret, addDays(dueOn, 1))).toEqual({
      task: 'pause_or_end_joint_work',
      dueOn,
    });
    expect(policyTask('NO_SECRETS', secret, taggedOn, 7)?.dueOn).toBe('2025-02-27');
    expect(policyTask('LIMITED', secret, dueOn)).toEqual({ task: 'help_disclose_or_refer', dueOn: null });
    const violence = { ...secret, tag: underminingTags[3] };
    expect(policyTask('LIMITED', violence, dueOn)).toEqual({ task: 'refer', dueOn: null });
    expect(policyTask('NO_SECRETS', violence, dueOn)).toEqual({ task: 'refer', dueOn: null });
    expect(policyTask('INDIVIDUAL_CONFIDENTIAL', secret, dueOn)).toBeNull();
    expect(policyTask(null, secret, dueOn)).toBeNull();
    expect(policyTask('LIMITED', { ...secret, resolved: true }, dueOn)).toBeNull();
  });

  it('allows disclosure and shows its hint (ACCESS-20, ACCESS-21)', () => {
    const policies = ['NO_SECRETS', 'LIMITED', 'INDIVIDUAL_CONFIDENTIAL', null] as const;
    expect(policies.map(allowsDisclosure)).toEqual([false, true, true, false]);
    expect(policies.map((policy) => policyHint(policy)?.en.slice(0, 21) ?? null)).toEqual([
      'Your couple therapist', null, null, null,
    ]); // prettier-ignore
    expect(accessSettings.secretWindowDays).toMatchObject({ standard: 30, from: 7, to: 90, unit: 'days' });
  });
});
