import { describe, expect, it } from '@jest/globals';
import { asStaffId } from '../shared/ids.js';
import type { AccessAction, AccessDecision } from './access-decision.js';
import type { ItemResource } from './access-resource.js';
import { decide } from './decide.js';
import { actors, assigned, bp, item, live, now, otherCouple, staffIds } from './sample-access.js';

type Name = keyof typeof actors;
const names = Object.keys(actors) as Name[];
const read = (name: Name, resource: ItemResource): string => {
  const { allow, sight, reason } = decide(actors[name], 'read', resource, now);
  return `${allow ? 'yes' : 'no'} ${sight} ${reason}`;
};
const readAll = (resource: ItemResource): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, read(name, resource)]));
const outside = {
  former: 'no nothing no_relation', supervisor: 'no nothing no_relation', admin: 'no nothing no_relation',
  owner: 'no nothing no_relation',
}; // prettier-ignore
const act = (action: AccessAction, resource: ItemResource, name: Name): string => {
  const { allow, reason, obligations } = decide(actors[name], action, resource, now);
  return [allow ? 'yes' : 'no', reason, ...obligations].join(' ');
};
const freshRp = { ...actors.rp, stepUpAt: now };
const asRp = (action: AccessAction, resource: ItemResource, actor = freshRp): AccessDecision =>
  decide(actor, action, resource, now);

describe('reading an item (ACCESS-10)', () => {
  it('of each privacy level', () => {
    const author = 'yes words author';
    const kept = 'no nothing no_relation';
    const status = 'no status status_only';
    const own = 'yes words own_side';
    expect(readAll(item({ privacy: 'P0', release: live }))).toEqual({
      ...outside, rp: author, bp: kept, tRp: status, tBp: kept, tC: kept, solo: status,
    }); // prettier-ignore
    expect(readAll(item({ privacy: 'P1', release: live }))).toEqual({
      ...outside, rp: author, bp: kept, tRp: own, tBp: status, tC: status, solo: own,
    }); // prettier-ignore
    expect(readAll(item({ privacy: 'P2', release: live }))).toEqual({
      ...outside, rp: author, bp: kept, tRp: own, tBp: 'yes words live_release', tC: status, solo: own,
    }); // prettier-ignore
    expect(readAll(item({ privacy: 'P3', release: live }))).toEqual({
      ...outside, rp: author, bp: 'yes words live_release', tRp: own, tBp: 'yes words live_release', tC: status,
      solo: own,
    }); // prettier-ignore
    const joint = { privacy: 'P4', compartment: 'JOINT' } as const;
    expect(readAll(item(joint))).toEqual({
      ...outside, rp: author, bp: kept, tRp: status, tBp: status, tC: status, solo: status,
    }); // prettier-ignore
    const open = 'yes words revealed';
    expect(readAll(item({ ...joint, revealed: true }))).toEqual({
      ...outside, rp: author, bp: open, tRp: open, tBp: open, tC: open, solo: open,
    }); // prettier-ignore
  });

  it('of one revision: an older, revoked or unapproved release opens nothing to the partner', () => {
    for (const release of [
      { ...live, revision: 2 },
      { ...live, revision: 4 },
      { ...live, state: 'revoked' as const },
      { ...live, state: 'ready' as const },
      { ...live, approvedByTherapist: false },
      { ...live, people: [] },
    ]) {
      expect(read('bp', item({ privacy: 'P3', release }))).toBe('no nothing no_relation');
    }
    expect(read('tBp', item({ privacy: 'P3', release: { ...live, revision: 2 } }))).toBe(
      'no status status_only',
    );
  });

  it('stops at a separation, both ways, and leaves each their own', () => {
    for (const coupleState of ['separated', null] as const) {
      const given = item({ privacy: 'P3', release: live }, { coupleState });
      expect(readAll(given)).toEqual({
        ...outside, rp: 'yes words author', bp: 'no nothing frozen', tRp: 'yes words own_side',
        tBp: 'no status status_only', tC: 'no status status_only', solo: 'yes words own_side',
      }); // prettier-ignore
      const joint = item({ privacy: 'P4', compartment: 'JOINT', revealed: true }, { coupleState });
      expect([read('bp', joint), read('tC', joint)]).toEqual(['no nothing frozen', 'yes words revealed']);
    }
  });

  it('keeps what is tagged for safety, or not looked at, from the partner', () => {
    for (const safetyTags of [['self_harm'], null] as const) {
      const given = item({ privacy: 'P3', release: live }, { safetyTags });
      expect(read('bp', given)).toBe('no nothing safety_exception');
      expect(read('tBp', given)).toBe('yes words live_release');
      expect(read('rp', given)).toBe('yes words author');
      const joint = item({ privacy: 'P4', compartment: 'JOINT', revealed: true }, { safetyTags });
      expect(read('bp', joint)).toBe('no nothing safety_exception');
    }
  });

  it('asks a second factor for what the partner gave, not for what is own', () => {
    const pin = { ...actors.bp, signedInWith: 'pin' } as const;
    const given = item({ privacy: 'P3', release: live });
    expect(decide(pin, 'read', given, now)).toEqual({
      allow: false, reason: 'step_up_needed', sight: 'nothing', answer: 'not_found', obligations: [],
    }); // prettier-ignore
    expect(decide(pin, 'read', item({ ownerId: bp, compartment: 'BP' }), now).reason).toBe('author');
  });

  it('shows in session only what is for the session', () => {
    const given = { privacy: 'P3', release: live } as const;
    expect(read('bp', item(given, { shownIn: 'session' }))).toBe('no nothing no_relation');
    expect(read('bp', item(given, { shownIn: 'session', inSession: true }))).toBe('yes words live_release');
    expect(read('bp', item({ privacy: 'P3' }, { shownIn: 'session', inSession: true }))).toBe(
      'no nothing no_relation',
    );
    expect(read('tBp', item(given, { shownIn: 'session' }))).toBe('yes words live_release');
  });

  it('reads a letter to its listener and both therapists in its session', () => {
    const letter = (inSession: boolean, rest: Partial<ItemResource> = {}): ItemResource =>
      item({ privacy: 'P2' }, { shownIn: 'delivery', inSession, ...rest });
    expect(readAll(letter(false))).toEqual({
      ...outside, rp: 'yes words author', bp: 'no nothing no_relation', tRp: 'yes words own_side',
      tBp: 'no status status_only', tC: 'no status status_only', solo: 'yes words own_side',
    }); // prettier-ignore
    expect(readAll(letter(true))).toEqual({
      ...outside, rp: 'yes words author', bp: 'yes words in_session', tRp: 'yes words own_side',
      tBp: 'yes words in_session', tC: 'no status status_only', solo: 'yes words own_side',
    }); // prettier-ignore
    const released = item({ privacy: 'P3', release: live }, { shownIn: 'delivery' });
    expect([read('bp', released), read('tBp', released)]).toEqual([
      'no nothing no_relation',
      'yes words live_release',
    ]);
    const apart = letter(true, { coupleState: 'separated' });
    expect([read('bp', apart), read('tBp', apart)]).toEqual(['no nothing frozen', 'no status status_only']);
    const draft = item({ privacy: 'P0' }, { shownIn: 'delivery', inSession: true });
    expect([read('bp', draft), read('tBp', draft)]).toEqual([
      'no nothing no_relation',
      'no nothing no_relation',
    ]);
    expect(read('tBp', item({ privacy: 'P2' }, { inSession: true }))).toBe('no status status_only');
  });

  it('crosses strict walls only with the release of information', () => {
    const crossing = (policy: ItemResource['policy'], informationRelease: boolean | null): string =>
      read('tBp', item({ privacy: 'P2', release: live }, { policy, informationRelease }));
    const open = 'yes words live_release';
    for (const policy of ['NO_SECRETS', 'LIMITED'] as const) expect(crossing(policy, null)).toBe(open);
    for (const policy of ['INDIVIDUAL_CONFIDENTIAL', null] as const) {
      expect([true, false, null].map((signed) => crossing(policy, signed))).toEqual([
        open, 'no status status_only', 'no status status_only',
      ]); // prettier-ignore
    }
  });

  it('never opens P1 to the couple therapist, whatever the policy', () => {
    for (const policy of ['NO_SECRETS', 'LIMITED', 'INDIVIDUAL_CONFIDENTIAL', null] as const) {
      const release = { ...live, staff: [asStaffId(staffIds.tC)] };
      expect(read('tC', item({ privacy: 'P1', release }, { policy }))).toBe('no status status_only');
    }
  });

  it('puts reading on record and asks before sharing under NO_SECRETS', () => {
    const seen = (name: Name, resource: ItemResource): readonly string[] =>
      decide(actors[name], 'read', resource, now).obligations;
    expect(seen('tRp', item({}, { policy: 'NO_SECRETS' }))).toEqual(['record_in_audit', 'pre_share_prompt']);
    expect(seen('tRp', item())).toEqual(['record_in_audit']);
    const given = item({ privacy: 'P3', release: live }, { policy: 'NO_SECRETS' });
    expect([seen('rp', given), seen('bp', given), seen('tBp', given)]).toEqual([
      [], ['record_in_audit'], ['record_in_audit'],
    ]); // prettier-ignore
    expect(seen('tBp', item())).toEqual([]);
    expect(decide(actors.tRp, 'read_status', item(), now).obligations).toEqual(['record_in_audit']);
    expect(decide(actors.tRp, 'list', item(), now)).toMatchObject({
      allow: true,
      sight: 'words',
      obligations: [],
    });
    expect(decide(actors.tBp, 'list', item(), now)).toMatchObject({ allow: true, sight: 'status' });
  });

  it('ends and begins with the assignment, the first moment included and the last not', () => {
    const at = (from: number, to: number | null): boolean =>
      decide({ ...actors.tRp, assignments: [assigned('RP', from, to)] }, 'read', item(), now).allow;
    const millisecond = 1 / 60_000;
    expect([at(0, null), at(millisecond, null), at(-9, millisecond), at(-9, 0)]).toEqual([
      true, false, true, false,
    ]); // prettier-ignore
  });
});

describe('acts on an item', () => {
  it('writing is for the author, and joint work stops at the reveal and at a separation', () => {
    const joint = { privacy: 'P4', compartment: 'JOINT' } as const;
    for (const action of ['write', 'submit'] as const) {
      expect(names.map((name) => act(action, item(), name)).filter((text) => text.startsWith('yes'))).toEqual(
        ['yes author'],
      );
      expect(act(action, item(), 'tRp')).toBe('no author_only');
      expect(act(action, item(joint), 'rp')).toBe('yes author');
      expect(act(action, item({ ...joint, revealed: true }), 'rp')).toBe('no already_revealed');
      expect(act(action, item(joint, { coupleState: 'separated' }), 'rp')).toBe('no frozen');
      expect(act(action, item({ revealed: true }, { coupleState: null }), 'rp')).toBe('yes author');
    }
  });

  it('releasing is for the author alone, of P2 and P3, with a fresh step-up', () => {
    const p3 = item({ privacy: 'P3' });
    expect(names.filter((name) => decide(actors[name], 'release', p3, now).allow)).toEqual([]);
    expect(act('release', p3, 'tRp')).toBe('no author_only');
    expect(act('release', p3, 'rp')).toBe('no step_up_needed step_up');
    const aged = (ms: number): boolean =>
      asRp('release', p3, { ...freshRp, stepUpAt: new Date(now.getTime() - ms) }).allow;
    expect([0, 300_000, 300_001, -1].map(aged)).toEqual([true, true, false, false]);
    const reasons = (['P0', 'P1', 'P2', 'P3', 'P4'] as const).map(
      (privacy) => asRp('release', item({ privacy })).reason,
    );
    expect(reasons).toEqual(['not_releasable', 'not_releasable', 'author', 'author', 'not_releasable']);
    expect(asRp('release', item({ privacy: 'P3' }, { coupleState: 'separated' })).reason).toBe('frozen');
    const note = item({ privacy: 'P2', ownerId: actors.tRp.staffId });
    expect(decide({ ...actors.tRp, stepUpAt: now }, 'release', note, now).reason).toBe('author_only');
  });

  it('a release names what has still to come', () => {
    const needs = (privacy: 'P2' | 'P3', rest: Partial<ItemResource>): readonly string[] =>
      asRp('release', item({ privacy }, rest)).obligations;
    expect(needs('P2', {})).toEqual([]);
    expect(needs('P2', { sensitive: true, safetyTags: null })).toEqual(['cooling_off']);
    expect(needs('P3', {})).toEqual(['therapist_approval']);
    expect(needs('P3', { sensitive: true, safetyTags: ['partner_violence'] })).toEqual([
      'cooling_off', 'therapist_approval', 'hold_for_therapist',
    ]); // prettier-ignore
  });

  it('taking back is for the author, at once, also while frozen', () => {
    const yes = 'yes author remove_from_indexes tell_what_may_have_been_read';
    const given = item({ privacy: 'P3', release: live }, { coupleState: 'separated' });
    expect([act('revoke', given, 'rp'), act('revoke', given, 'tRp')]).toEqual([yes, 'no author_only']);
    expect(act('revoke', item({ privacy: 'P3', release: live }), 'bp')).toBe('no author_only');
    const states = (['draft', 'ready', 'released', 'revoked'] as const).map((state) =>
      act('revoke', item({ privacy: 'P3', release: { ...live, state } }), 'rp'),
    );
    expect(states).toEqual(['no nothing_to_take_back', yes, yes, 'no nothing_to_take_back']);
    expect(act('revoke', item(), 'rp')).toBe('no nothing_to_take_back');
    const note = item({ release: live, ownerId: actors.tRp.staffId });
    expect(act('revoke', note, 'tRp')).toBe('no author_only');
  });

  it('approving is for the therapist of the author’s side, for what waits', () => {
    const ready = { ...live, state: 'ready', approvedByTherapist: false } as const;
    const asked = item({ privacy: 'P3', release: ready });
    expect(names.filter((name) => decide(actors[name], 'approve', asked, now).allow)).toEqual([
      'tRp',
      'solo',
    ]);
    expect(act('approve', asked, 'tRp')).toBe('yes own_side record_in_audit');
    expect(act('approve', asked, 'rp')).toBe('no own_act');
    expect(act('approve', asked, 'tBp')).toBe('no not_own_side');
    expect(act('approve', item({ privacy: 'P3', release: live }), 'tBp')).toBe('no not_own_side');
    for (const release of [null, live, { ...ready, revision: 2 }, { ...ready, people: [] }]) {
      expect(act('approve', item({ privacy: 'P3', release }), 'tRp')).toBe('no nothing_to_approve');
    }
    expect(act('approve', item({ privacy: 'P2', release: ready }), 'tRp')).toBe('no nothing_to_approve');
    const waits = { privacy: 'P3', release: ready } as const;
    expect(act('approve', item(waits, { safetyTags: null }), 'tRp')).toBe('no safety_exception');
    expect(act('approve', item(waits, { coupleState: null }), 'tRp')).toBe('no frozen');
    expect(act('approve', item({ privacy: 'P0', release: ready }), 'tRp')).toBe('no not_own_side');
  });

  it('reviewing is for the own side, for the team after a reveal, and for co-sign', () => {
    expect([act('review', item(), 'tRp'), act('review', item({}, { handedIn: false }), 'tRp')]).toEqual([
      'yes own_side record_in_audit',
      'no not_handed_in',
    ]);
    expect(act('review', item(), 'tBp')).toBe('no not_own_side');
    expect(act('review', item(), 'rp')).toBe('no own_act');
    expect(act('review', item({ privacy: 'P2', release: live }), 'tBp')).toBe('no not_own_side');
    const joint = item({ privacy: 'P4', compartment: 'JOINT', revealed: true });
    expect([act('review', joint, 'tC'), act('review', joint, 'bp')]).toEqual([
      'yes revealed record_in_audit',
      'no not_own_side',
    ]);
    const coSigned = item({ coSignBy: [asStaffId(staffIds.supervisor)] });
    expect(act('review', coSigned, 'supervisor')).toBe('yes co_sign record_in_audit');
    expect(act('review', item(), 'supervisor')).toBe('no no_relation');
  });

  it('names the relation by which staff read', () => {
    const asked = { coSignBy: [asStaffId(staffIds.tBp)] };
    const both = { ...actors.tBp, roles: ['therapist', 'supervisor'] } as const;
    const why = (resource: ItemResource, actor: typeof both | typeof actors.tRp = both): string =>
      decide(actor, 'read', resource, now).reason;
    expect(why(item({ ...asked, revealed: true }))).toBe('co_sign');
    expect(why(item({ ...asked, compartment: 'JOINT' }))).toBe('co_sign');
    expect(why(item({ ...asked, compartment: 'JOINT', revealed: true }))).toBe('revealed');
    expect(why(item({ ...asked, compartment: 'BP' }))).toBe('own_side');
    expect(why(item({ ownerId: actors.tRp.staffId }), actors.tRp)).toBe('author');
    const joint = { ...both, assignments: [assigned('JOINT')] };
    expect(why(item({ ...asked, compartment: 'JOINT' }), joint)).toBe('co_sign');
    expect(why(item({ ...asked, compartment: 'JOINT', revealed: true }), { ...both, assignments: [] })).toBe(
      'co_sign',
    );
  });

  it('one’s own words may be taken out with a step-up, and nothing else may', () => {
    expect(asRp('export', item({ privacy: 'P0' }))).toMatchObject({
      allow: true, reason: 'author', obligations: ['recheck_at_run_time'],
    }); // prettier-ignore
    expect(act('export', item(), 'rp')).toBe('no step_up_needed step_up');
    expect(act('export', item(), 'tRp')).toBe('no author_only');
    const note = item({ ownerId: actors.tRp.staffId });
    expect(act('export', note, 'tRp')).toBe('no author_only');
    for (const action of ['manage', 'assign'] as const)
      expect(act(action, item(), 'tRp')).toBe('no not_listed');
    expect(act('manage', item(), 'bp')).toBe('no no_relation');
  });

  it('gives nothing of another couple', () => {
    const elsewhere = item({ coupleId: otherCouple, privacy: 'P3', release: live, revealed: true });
    expect(names.map((name) => decide(actors[name], 'list', elsewhere, now).answer)).toEqual(
      names.map(() => 'not_found'),
    );
    const letter = item({ coupleId: otherCouple, privacy: 'P2' }, { shownIn: 'delivery', inSession: true });
    expect([read('bp', letter), read('rp', letter), read('tBp', letter)]).toEqual([
      'no nothing no_relation', 'no nothing no_relation', 'no nothing no_relation',
    ]); // prettier-ignore
  });
});
