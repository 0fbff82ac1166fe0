import { describe, expect, it } from '@jest/globals';
import { viewerOf, type AccessActor } from './access-actor.js';
import { allowed, decideReading } from './access-decision.js';
import type { ItemResource } from './access-resource.js';
import { actors, all, absent, answers, assigned, couple, item, live, now, otherCouple, reads, readsStatus, type Answers } from './sample-access.js'; // prettier-ignore

type Row = readonly [string, AccessActor, ItemResource, Answers];
const rp = { ...actors.rp, stepUpAt: now };
const bp = { ...actors.bp, stepUpAt: now };
const given = item({ privacy: 'P3', release: live });
const waits = item({ privacy: 'P3', release: { ...live, state: 'ready', approvedByTherapist: false } });
const taken = 'yes words author remove_from_indexes tell_what_may_have_been_read';
const authored: Answers = {
  ...all('no words not_listed'), ...reads('words author'), write: 'yes words author', submit: 'yes words author',
  release: 'yes words author therapist_approval', revoke: taken, approve: 'no words own_act',
  review: 'no words own_act', export: 'yes words author recheck_at_run_time',
}; // prettier-ignore
const others = (sight: 'words' | 'status'): Answers => {
  const text = `no ${sight} author_only`;
  const rest = { write: text, submit: text, release: text, revoke: text, export: text };
  const approval = `no ${sight} not_own_side`;
  return { ...all(`no ${sight} not_listed`), ...rest, approve: approval, review: approval };
};
const noted = ' record_in_audit';
const stranger = { ...actors.tRp, stepUpAt: now };

const rows: readonly Row[] = [
  ['its author', rp, given, authored],
  ['its author without a step-up', actors.rp, given, {
    ...authored, release: 'no words step_up_needed step_up', export: 'no words step_up_needed step_up',
  }],
  ['its author, of P1', rp, item(), {
    ...authored, release: 'no words not_releasable', revoke: 'no words nothing_to_take_back',
  }],
  ['its author, in a separation', rp, item({ privacy: 'P3', release: live }, { coupleState: 'separated' }), {
    ...authored, release: 'no words frozen',
  }],
  ['its author, for safety and sensitive', rp,
    item({ privacy: 'P3', release: live }, { safetyTags: null, sensitive: true }), {
      ...authored, release: 'yes words author cooling_off therapist_approval hold_for_therapist',
    }],
  ['the partner to whom it was given', bp, given, { ...others('words'), ...reads('words live_release', noted) }],
  ['the partner before the approval', bp, waits, absent],
  ['the own therapist, of what waits', actors.tRp, waits, {
    ...others('words'), ...reads('words own_side', noted), approve: 'yes words own_side record_in_audit',
    review: 'yes words own_side record_in_audit',
  }],
  ['the own therapist, of what is not handed in', actors.tRp, item({}, { handedIn: false }), {
    ...others('words'), ...reads('words own_side', noted), approve: 'no words nothing_to_approve',
    review: 'no words not_handed_in',
  }],
  ['the own therapist, of P0', actors.tRp, item({ privacy: 'P0' }), {
    ...others('status'), ...readsStatus('care_team'),
  }],
  ['the other therapist', actors.tBp, item({}, { policy: 'NO_SECRETS' }), {
    ...others('status'), ...readsStatus('care_team'),
  }],
  ['the other therapist by release', actors.tBp, given, {
    ...others('words'), ...reads('words live_release', noted),
  }],
  ['staff who wrote it', stranger, item({ privacy: 'P3', ownerId: stranger.staffId, release: live }), {
    ...authored, release: 'no words author_only', revoke: 'no words author_only',
    export: 'no words author_only',
  }],
  ['another couple’s author', { ...rp, coupleId: otherCouple }, given, absent],
]; // prettier-ignore

describe('each act on an item, with its whole decision (ACCESS-10 to ACCESS-19)', () => {
  it.each(rows)('%s', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
});

describe('the parts of a decision', () => {
  it('asks `canSee` with the assignments of now (ACCESS-09)', () => {
    const { staffId } = actors.tRp;
    const over = { ...actors.tRp, assignments: [assigned('BP', -5, 0), assigned('RP')] };
    expect(viewerOf(over, couple, now)).toEqual({
      kind: 'staff', staffId, roles: ['therapist'], assignments: [{ coupleId: couple, side: 'RP' }],
    }); // prettier-ignore
    expect(viewerOf(rp, couple, now)).toEqual({ kind: 'person', personId: rp.personId, coupleId: couple });
  });

  it('carries no obligation that nobody named (ACCESS-08)', () => {
    expect(allowed('words', 'author').obligations).toEqual([]);
    expect(decideReading('read', 'words', 'author')?.obligations).toEqual([]);
    expect(decideReading('read', 'status', 'care_team')).toEqual({
      allow: false, reason: 'status_only', sight: 'status', answer: 'refused', obligations: [],
    }); // prettier-ignore
    expect(decideReading('write', 'words', 'author')).toBeNull();
  });
});
