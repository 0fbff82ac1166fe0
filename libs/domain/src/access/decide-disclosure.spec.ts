import { describe, expect, it } from '@jest/globals';
import type { AccessActor } from './access-actor.js';
import type { AccessResource, DocumentResource, HoldReasonResource } from './access-resource.js';
import { absent, actors, all, answers, clinic, couple, document, otherCouple, reads, readsStatus, rp, type Answers } from './sample-access.js'; // prettier-ignore

type Row = readonly [string, AccessActor, AccessResource, Answers];
type Mode = DocumentResource['windows'][number]['mode'];
const open = (mode: Mode, rest: Partial<DocumentResource> = {}): DocumentResource =>
  document({ windows: [{ mode, until: null }], ...rest });
const unlisted = all('no words not_listed');
const marks = ' watermark no_copy record_in_audit';
const statusOnly: Answers = {
  ...all('no status not_listed'), ...readsStatus('care_team'), write: 'no status author_only',
  submit: 'no status author_only', review: 'no status not_own_side', approve: 'no status not_own_side',
  export: 'no status never_exported',
}; // prettier-ignore
const writes = (text: string): Answers => ({
  ...unlisted, ...reads('words author', ' no_copy'), write: text, submit: text, review: 'no words own_act',
  approve: 'no words own_act', export: 'no words never_exported',
}); // prettier-ignore
const comments = (why: string, review: string, approve: string): Answers => ({
  ...unlisted, ...reads(`words ${why}`, marks), write: 'no words author_only', submit: 'no words author_only',
  export: 'no words never_exported', review, approve,
}); // prettier-ignore
const noted = (why: string): string => `yes words ${why} record_in_audit`;
const otherSide = comments('read_window', noted('read_window'), 'no words not_own_side');

const documentRows: readonly Row[] = [
  ['its author', actors.rp, open('author'), writes('yes words author')],
  ['its author, once it is locked', actors.rp, open('author', { editable: false }), writes('no words locked')],
  ['its author, unsigned policy', actors.rp, open('author', { policy: null }),
    writes('no words policy_excludes_disclosure')],
  ['its author outside the window', actors.rp, open('session'), absent],
  ['its author of another couple', { ...actors.rp, coupleId: otherCouple }, open('author'), absent],
  ['the own therapist', actors.tRp, open('own_therapist'),
    comments('own_side', noted('own_side'), noted('own_side'))],
  ['the own therapist outside the window', actors.tRp, open('review'), statusOnly],
  ['the other therapist in review', actors.tBp, open('review'), otherSide],
  ['the other therapist in session', actors.tBp, open('session'), otherSide],
  ['the other therapist outside the window', actors.tBp, open('own_therapist'), statusOnly],
  ['a therapist of both sides in review', actors.solo, open('review'), otherSide],
  ['the therapist of the joint side', actors.tC, open('session'), statusOnly],
  ['the partner in session', actors.bp, open('session'),
    comments('in_session', 'no words not_own_side', 'no words not_own_side')],
  ['the partner outside the session', actors.bp, open('review'), absent],
  ['the partner with a PIN', { ...actors.bp, signedInWith: 'pin' }, open('session'),
    all('no nothing step_up_needed')],
  ['the partner in a separation', actors.bp, open('session', { coupleState: 'separated' }),
    all('no nothing frozen')],
  ['the partner, state unknown', actors.bp, open('session', { coupleState: null }), all('no nothing frozen')],
  ['the office', actors.admin, open('review'), absent],
]; // prettier-ignore

const state = (coupleId = couple): AccessResource => ({ kind: 'process_state', clinicId: clinic, coupleId });
const sees = (why: string): Answers => ({ ...all('no status not_listed'), ...readsStatus(why) });
const noState: Answers = {
  ...all('no nothing not_listed'),
  read: 'no nothing no_relation',
  read_status: 'no nothing no_relation',
  list: 'no nothing no_relation',
};
const stateRows: readonly Row[] = [
  ['the care team', actors.tC, state(), { ...unlisted, ...reads('words care_team') }],
  ['a client', actors.bp, state(), sees('own_record')],
  ['a client of another couple', actors.bp, state(otherCouple), noState],
  ['the office', actors.admin, state(), sees('clinic_office')],
  ['a therapist whose assignment ended', actors.former, state(), noState],
];

const reason = (rest: Partial<HoldReasonResource> = {}): AccessResource => ({
  kind: 'hold_reason', clinicId: clinic, coupleId: couple, side: 'RP', personId: rp, safety: false, ...rest,
}); // prettier-ignore
const own: Answers = { ...unlisted, ...reads('words own_record') };
const side: Answers = { ...unlisted, ...reads('words own_side') };
const reasonRows: readonly Row[] = [
  ['its person', actors.rp, reason(), own],
  ['its person, class safety', actors.rp, reason({ safety: true }), absent],
  ['its person, class unknown', actors.rp, reason({ safety: null }), absent],
  ['its person, of a joint one', actors.rp, reason({ side: 'JOINT' }), absent],
  ['its person, of another couple', { ...actors.rp, coupleId: otherCouple }, reason(), absent],
  ['the partner', actors.bp, reason(), absent],
  ['the partner, of one without a person', actors.bp, reason({ personId: null }), absent],
  ['the therapist of its side', actors.tRp, reason({ safety: true }), side],
  ['the therapist of the other side', actors.tBp, reason(), absent],
  ['any therapist, of a joint one', actors.tBp, reason({ side: 'JOINT', personId: null }), side],
  ['the office', actors.owner, reason(), absent],
]; // prettier-ignore

describe('each act, with its whole decision', () => {
  it.each(documentRows)('on the document: %s (ACCESS-32)', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
  it.each(stateRows)('on the process state: %s (ACCESS-33)', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
  it.each(reasonRows)('on a hold reason: %s (ACCESS-34)', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
});
