import { describe, expect, it } from '@jest/globals';
import type { AccessActor } from './access-actor.js';
import type { AccessResource } from './access-resource.js';
import { absent, actors, all, answers, assigned, clinic, couple, minutes, otherCouple, reads, readsStatus, rp, type Answers } from './sample-access.js'; // prettier-ignore

const base = { clinicId: clinic, coupleId: couple } as const;
const unlisted = all('no words not_listed');
const audited = ' record_in_audit';
type Row = readonly [string, AccessActor, AccessResource, Answers];
const stepped = { ...actors.admin, stepUpAt: minutes(-5) };
const late = { ...actors.admin, stepUpAt: minutes(-5.001) };

const noteOf = (name: 'tRp' | 'former'): AccessResource => ({
  kind: 'psychotherapy_note', authorId: actors[name].staffId, ...base,
}); // prettier-ignore
const note = noteOf('tRp');
const noteRows: readonly Row[] = [
  ['its author', actors.tRp, note, {
    ...unlisted, ...reads('words author'), write: 'yes words author', export: 'no words never_exported',
  }],
  ['its author after the last assignment', actors.former, noteOf('former'), {
    ...unlisted, ...reads('words author'), write: 'no words no_relation', export: 'no words never_exported',
  }],
  ['its author who is a therapist no longer', { ...actors.tRp, roles: ['clinic_admin', 'owner'] }, note, absent],
  ['a colleague of the same side', actors.solo, note, absent],
  ['the owner', actors.owner, note, absent],
  ['a client', actors.rp, note, absent],
]; // prettier-ignore

const alert: AccessResource = {
  kind: 'alert', sides: ['RP'], cover: true, coveredBy: [actors.former.staffId, actors.admin.staffId], ...base,
}; // prettier-ignore
const hears = (why: string): Answers => ({
  ...unlisted, ...reads(`words ${why}`, audited), review: `yes words ${why} record_in_audit`,
}); // prettier-ignore
const alertRows: readonly Row[] = [
  ['its side', actors.tRp, alert, hears('own_side')],
  ['its side, covering too', actors.tRp, { ...alert, coveredBy: [actors.tRp.staffId] }, hears('own_side')],
  ['who covers', actors.former, alert, hears('cover_rota')],
  ['who covers where cover hears of nothing', actors.former, { ...alert, cover: false }, absent],
  ['the other side', actors.tBp, alert, absent],
  ['no therapist, though on the rota', actors.admin, alert, absent],
  ['a client', actors.rp, alert, absent],
]; // prettier-ignore

const card: AccessResource = { kind: 'couple', ...base };
const sets = 'clinic_office notify_care_team record_in_audit';
const both = { ...actors.tRp, roles: ['therapist', 'clinic_admin'] } as const;
const coupleRows: readonly Row[] = [
  ['the care team', actors.tC, card, {
    ...unlisted, ...reads('words care_team'), manage: 'yes words care_team',
  }],
  ['the lead therapist', { ...actors.tRp, assignments: [{ ...assigned('RP'), lead: true }] }, card, {
    ...unlisted, ...reads('words care_team'), manage: 'yes words care_team',
    assign: 'yes words care_team notify_care_team record_in_audit',
  }],
  ['who led until now', {
    ...actors.tC, assignments: [assigned('JOINT'), { ...assigned('RP', -10, 0), lead: true }],
  }, card, { ...unlisted, ...reads('words care_team'), manage: 'yes words care_team' }],
  ['a lead of another couple', {
    ...actors.tC, assignments: [assigned('JOINT'), { ...assigned('RP'), coupleId: otherCouple, lead: true }],
  }, card, { ...unlisted, ...reads('words care_team'), manage: 'yes words care_team' }],
  ['a supervisor with the mark of a lead', {
    ...actors.supervisor, assignments: [{ ...assigned('RP'), lead: true }],
  }, card, absent],
  ['the office', actors.admin, card, {
    ...all('no status not_listed'), ...readsStatus('clinic_office'), assign: `yes status ${sets}`,
  }],
  ['the owner', actors.owner, card, {
    ...all('no status not_listed'), ...readsStatus('clinic_office'), assign: `yes status ${sets}`,
  }],
  ['a therapist who runs the office too', both, card, {
    ...unlisted, ...reads('words care_team'), manage: 'yes words care_team', assign: `yes words ${sets}`,
  }],
  ['a supervisor', actors.supervisor, card, absent],
  ['a therapist whose assignment ended', actors.former, card, absent],
  ['a client', actors.bp, card, absent],
]; // prettier-ignore

const plan = (compartment: 'RP' | 'JOINT'): AccessResource => ({
  kind: 'homework_plan',
  compartment,
  ...base,
});
const assigns: Answers = { ...unlisted, ...reads('words care_team'), assign: 'yes words own_side' };
const planRows: readonly Row[] = [
  ['its side', actors.tRp, plan('RP'), assigns],
  ['the other side', actors.tBp, plan('RP'), {
    ...all('no status not_listed'), ...readsStatus('care_team'), assign: 'no status not_own_side',
  }],
  ['the joint side', actors.tC, plan('RP'), {
    ...all('no status not_listed'), ...readsStatus('care_team'), assign: 'no status not_own_side',
  }],
  ['any side of joint work', actors.tBp, plan('JOINT'), assigns],
  ['the office', actors.admin, plan('JOINT'), absent],
  ['a client', actors.rp, plan('JOINT'), absent],
]; // prettier-ignore

const log = (about: typeof rp | null): AccessResource => ({ kind: 'audit', clinicId: clinic, about });
const office: Answers = { ...unlisted, ...reads('words clinic_office') };
const auditRows: readonly Row[] = [
  ['a person of their own record', actors.rp, log(rp), { ...unlisted, ...reads('words own_record') }],
  ['a person of the partner’s record', actors.bp, log(rp), absent],
  ['a person of the clinic’s log', actors.rp, log(null), absent],
  ['the office without a step-up', actors.admin, log(null), {
    ...office, export: 'no words step_up_needed step_up',
  }],
  ['the office with an old step-up', late, log(rp), { ...office, export: 'no words step_up_needed step_up' }],
  ['the office with a step-up', stepped, log(rp), {
    ...office, export: 'yes words clinic_office recheck_at_run_time record_in_audit',
  }],
  ['a therapist', actors.tRp, log(rp), absent],
]; // prettier-ignore

const settings: AccessResource = { kind: 'clinic', clinicId: clinic, part: 'settings' };
const clinicRows: readonly Row[] = [
  ['the office', actors.admin, settings, { ...office, manage: 'yes words clinic_office record_in_audit' }],
  ['the owner', actors.owner, settings, { ...office, manage: 'yes words clinic_office record_in_audit' }],
  ['a therapist', actors.solo, settings, absent],
  ['a client', actors.rp, settings, absent],
];

const review = (openedBy: 'former' | 'owner', soloPractice: boolean): AccessResource => ({
  kind: 'break_glass_review', clinicId: clinic, openedBy: actors[openedBy].staffId, soloPractice,
}); // prettier-ignore
const reviews: Answers = { ...office, review: 'yes words clinic_office record_in_audit' };
const glassRows: readonly Row[] = [
  ['an owner', actors.owner, review('former', false), reviews],
  ['an owner of their own opening', actors.owner, review('owner', false), {
    ...office, review: 'no words own_act',
  }],
  ['an owner who practises alone', actors.owner, review('owner', true), reviews],
  ['an admin', actors.admin, review('former', true), absent],
  ['who opened it', actors.former, review('former', true), absent],
  ['a client', actors.rp, review('former', true), absent],
]; // prettier-ignore

describe('each act, with its whole decision', () => {
  it.each(noteRows)('on a psychotherapy note: %s (ACCESS-35)', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
  it.each(alertRows)('on an alert: %s (ACCESS-36)', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
  it.each(coupleRows)('on the couple’s card: %s (ACCESS-37)', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
  it.each(planRows)('on a homework plan: %s (ACCESS-38)', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
  it.each(auditRows)('on the log: %s (ACCESS-39)', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
  it.each(clinicRows)('on the clinic: %s (ACCESS-39)', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
  it.each(glassRows)('on the review of an emergency: %s (ACCESS-30)', (_who, actor, resource, expected) => {
    expect(answers(actor, resource)).toEqual(expected);
  });
});
