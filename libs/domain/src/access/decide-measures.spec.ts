import { describe, expect, it } from '@jest/globals';
import type { AccessActor } from './access-actor.js';
import type { AccessResource, RatingItemsResource } from './access-resource.js';
import { absent, actors, all, answers, clinic, couple, minutes, otherCouple, reads, report, rp, score, type Answers } from './sample-access.js'; // prettier-ignore

type Row = readonly [string, AccessActor, AccessResource, Answers];
const unlisted = all('no words not_listed');
const rating = (rest: Partial<RatingItemsResource> = {}): AccessResource => ({
  kind: 'rating_items', clinicId: clinic, coupleId: couple, ownerId: rp, side: 'RP', ...rest,
}); // prettier-ignore
const rates: Answers = {
  ...unlisted, ...reads('words author'), write: 'yes words author', submit: 'yes words author',
  review: 'no words own_act',
}; // prettier-ignore
const ofStaff = { ownerId: actors.tC.staffId, side: null } as const;
const ratingRows: readonly Row[] = [
  ['its author', actors.rp, rating(), rates],
  ['its author of another couple', { ...actors.rp, coupleId: otherCouple }, rating(), absent],
  ['the own therapist', actors.tRp, rating(), {
    ...unlisted, ...reads('words own_side', ' record_in_audit'), write: 'no words author_only',
    submit: 'no words author_only', review: 'yes words own_side record_in_audit',
  }],
  ['the other therapist', actors.tBp, rating(), absent],
  ['the partner', actors.bp, rating(), absent],
  ['the office', actors.admin, rating(), absent],
  ['staff who rated', actors.tC, rating(ofStaff), rates],
  ['staff of every side, of a colleague’s rating', actors.solo, rating(ofStaff), absent],
]; // prettier-ignore

const scoreRows: readonly Row[] = [
  ['its author', actors.rp, score({ consents: { RP: false, BP: null } }), { ...unlisted, ...reads('words author') }],
  ['its author of another couple', { ...actors.rp, coupleId: otherCouple }, score(), absent],
  ['a therapist, consented', actors.tBp, score(), { ...unlisted, ...reads('words consented') }],
  ['a therapist, not consented', actors.tRp, score({ consents: { RP: null, BP: true } }),
    all('no nothing not_authorised')],
  ['the partner', actors.bp, score(), absent],
  ['the office', actors.admin, score(), absent],
]; // prettier-ignore

const unstatused = all('no status not_listed');
const lists = { read_status: 'yes status clinic_office', list: 'yes status clinic_office' };
const leaves =
  'recheck_at_run_time record_in_audit leave_out_p0 leave_out_psychotherapy_notes leave_out_hold_reasons';
const takes = (text: string): Partial<Answers> => ({ read: text, export: text });
const stepped = <A extends AccessActor>(actor: A): A => ({ ...actor, stepUpAt: minutes(-5) });
const ofWords = report({
  scope: { content: 'words', coupleId: couple, compartment: 'RP', authorisedBy: ['RP'] }, people: 1,
  requestedBy: actors.tRp.staffId, approvedBy: actors.owner.staffId,
}); // prettier-ignore
const listsWords = { read_status: 'yes words own_side', list: 'yes words own_side' };
const needsStep = 'step_up_needed step_up';
const reportRows: readonly Row[] = [
  ['the office', stepped(actors.admin), report(), {
    ...unstatused, ...lists, ...takes(`yes status clinic_office ${leaves}`),
  }],
  ['the office, of an aggregate', stepped(actors.admin), report({ scope: { content: 'aggregate' } }), {
    ...unstatused, ...lists, ...takes(`yes status clinic_office ${leaves} suppress_small_cells`),
  }],
  ['the office without a step-up', actors.admin, report(), {
    ...unstatused, ...lists, ...takes(`no status ${needsStep}`),
  }],
  ['the office, of 501 people', stepped(actors.admin), report({ people: 501 }), {
    ...unstatused, ...lists, ...takes('no status second_person_needed'),
  }],
  ['an owner without a step-up', actors.owner, report(), {
    ...unstatused, ...lists, ...takes('no status author_only'), approve: `no status ${needsStep}`,
  }],
  ['an owner', stepped(actors.owner), report(), {
    ...unstatused, ...lists, ...takes('no status author_only'),
    approve: 'yes status clinic_office record_in_audit',
  }],
  ['an owner who asked', stepped(actors.owner), report({ requestedBy: actors.owner.staffId }), {
    ...unstatused, ...lists, ...takes(`yes status clinic_office ${leaves}`), approve: 'no status own_act',
  }],
  ['an owner, of words', stepped(actors.owner), ofWords, {
    ...unstatused, ...lists, ...takes('no status not_own_side'),
    approve: 'yes status clinic_office record_in_audit',
  }],
  ['the therapist who asked', stepped(actors.tRp), ofWords, {
    ...unlisted, ...listsWords, ...takes(`yes words own_side ${leaves}`),
  }],
  ['the therapist who asked, without a step-up', actors.tRp, ofWords, {
    ...unlisted, ...listsWords, ...takes(`no words ${needsStep}`),
  }],
  ['a therapist who did not ask', stepped(actors.solo), ofWords, {
    ...unlisted, ...listsWords, ...takes('no words author_only'),
  }],
  ['a therapist of the other side', stepped(actors.tBp), ofWords, absent],
  ['an admin, of words', stepped(actors.admin), ofWords, absent],
  ['a client', stepped(actors.rp), report(), absent],
]; // prettier-ignore

describe('each act, with its whole decision', () => {
  it.each(ratingRows)('on the answers of a rating: %s (ACCESS-24)', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
  it.each(scoreRows)('on a score: %s (ACCESS-25)', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
  it.each(reportRows)('on a report: %s (ACCESS-40, ACCESS-41)', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
});
