import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fieldsShown } from './access-fields.js';
import { accessActions, type AccessAction } from './access-decision.js';
import type { AccessResource, DocumentResource, ReportResource } from './access-resource.js';
import { decide } from './decide.js';
import { actors, bp, clinic, couple, document, item, live, minutes, now, otherClinic, otherCouple, report, rp, score } from './sample-access.js'; // prettier-ignore
import type { AccessActor } from './access-actor.js';

type Name = keyof typeof actors;
const names = Object.keys(actors) as Name[];
const who = (action: AccessAction, resource: AccessResource): readonly Name[] =>
  names.filter((name) => decide(actors[name], action, resource, now).allow);
const why = (actor: AccessActor, action: AccessAction, resource: AccessResource): string =>
  decide(actor, action, resource, now).reason;
const sights = (resource: AccessResource): readonly string[] =>
  names.map((name) => decide(actors[name], 'list', resource, now).sight[0]!);
const base = { clinicId: clinic, coupleId: couple } as const;
const note: AccessResource = { kind: 'psychotherapy_note', authorId: actors.tRp.staffId, ...base };
const alert = (rest: object = {}): AccessResource => ({
  kind: 'alert', sides: ['RP'], cover: true, coveredBy: [], ...base, ...rest,
}); // prettier-ignore
const reason = (side: 'RP' | 'JOINT', safety: boolean | null): AccessResource => ({
  kind: 'hold_reason', side, personId: rp, safety, ...base,
}); // prettier-ignore
const words = (compartment: 'RP' | 'JOINT', authorisedBy: readonly ('RP' | 'BP')[]): ReportResource =>
  report({
    scope: { content: 'words', coupleId: couple, compartment, authorisedBy }, people: 1,
    requestedBy: actors.solo.staffId, approvedBy: actors.owner.staffId,
  }); // prettier-ignore
const stepped = <A extends AccessActor>(actor: A): A => ({ ...actor, stepUpAt: minutes(-5) });

// Order: rp, bp, tRp, tBp, tC, solo, former, supervisor, admin, owner; first letter of words, status, nothing.
describe('who sees what', () => {
  it.each<[string, AccessResource, string]>([
    ['note', note, 'n n w n n n n n n n'],
    ['process state', { kind: 'process_state', ...base }, 's s w w w w n n s s'],
    ['couple', { kind: 'couple', ...base }, 'n n w w w w n n s s'],
    ['own reason', reason('RP', false), 'w n w n n w n n n n'],
    ['safety reason', reason('RP', true), 'n n w n n w n n n n'],
    ['unknown reason', reason('RP', null), 'n n w n n w n n n n'],
    ['joint reason', reason('JOINT', false), 'n n w w w w n n n n'],
    ['alert', alert(), 'n n w n n w n n n n'],
    [
      'covered alert',
      alert({ coveredBy: [actors.former.staffId, actors.owner.staffId] }),
      'n n w n n w w n n n',
    ],
    ['uncovered alert', alert({ cover: false, coveredBy: [actors.former.staffId] }), 'n n w n n w n n n n'],
    ['rating', { kind: 'rating_items', ownerId: rp, side: 'RP', ...base }, 'w n w n n w n n n n'],
    [
      'staff rating',
      { kind: 'rating_items', ownerId: actors.tC.staffId, side: null, ...base },
      'n n n n w n n n n n',
    ],
    ['audit', { kind: 'audit', clinicId: clinic, about: rp }, 'w n n n n n n n w w'],
    ['log', { kind: 'audit', clinicId: clinic, about: null }, 'n n n n n n n n w w'],
    ['clinic', { kind: 'clinic', clinicId: clinic, part: 'staff' }, 'n n n n n n n n w w'],
    ['plan', { kind: 'homework_plan', compartment: 'RP', ...base }, 'n n w s s w n n n n'],
    ['report', report(), 'n n n n n n n n s s'],
    ['words report', words('RP', []), 'n n w n n w n n n s'],
  ])('%s', (_name, resource, expected) => {
    expect(sights(resource).join(' ')).toBe(expected);
  });

  it('scores by consent, a composite by both (ACCESS-25)', () => {
    const therapists = ['tRp', 'tBp', 'tC', 'solo'];
    const consents = (RP: boolean | null, BP: boolean | null): object => ({ consents: { RP, BP } });
    expect(who('read', score())).toEqual(['rp', ...therapists]);
    expect(who('read', score(consents(true, false)))).toEqual(['rp', ...therapists]);
    for (const gone of [false, null]) {
      expect(who('list', score(consents(gone, true)))).toEqual(['rp']);
      expect(who('read', score({ about: 'B', ownerId: bp, ...consents(true, gone) }))).toEqual(['bp']);
      const whole = { about: 'composite', ownerId: null } as const;
      expect(who('read', score({ ...whole, ...consents(gone, true) }))).toEqual([]);
      expect(who('read', score({ ...whole, ...consents(true, gone) }))).toEqual([]);
      expect(
        who('read', score({ about: 'D', ownerId: null, from: ['BP'], ...consents(true, gone) })),
      ).toEqual([]);
      expect(who('read', score({ about: 'T', ownerId: null, ...consents(gone, gone) }))).toEqual(therapists);
      expect(who('read', score({ about: 'D', ownerId: null, ...consents(gone, gone) }))).toEqual(therapists);
    }
    expect(who('read', score({ about: 'composite', ownerId: null }))).toEqual(therapists);
    expect(who('read', score({ coupleId: otherCouple }))).toEqual([]);
    expect([why(actors.rp, 'write', score()), why(actors.tC, 'read', score()), why(actors.tC, 'write', score())]).toEqual([
      'not_listed', 'consented', 'not_listed',
    ]); // prettier-ignore
    expect(why(actors.tC, 'read', score({ consents: { RP: null, BP: true } }))).toBe('not_authorised');
  });
});

describe('the disclosure document (ACCESS-32)', () => {
  const open = (
    mode: DocumentResource['windows'][number]['mode'],
    rest: Partial<DocumentResource> = {},
    until: Date | null = null,
  ): DocumentResource => document({ windows: [{ mode, until }], ...rest });

  it('opens by the window that fits the relation', () => {
    expect(who('read', open('author'))).toEqual(['rp']);
    expect(who('read', open('own_therapist'))).toEqual(['tRp', 'solo']);
    expect(who('read', open('review'))).toEqual(['tBp', 'solo']);
    expect(who('read', open('session'))).toEqual(['bp', 'tBp', 'solo']);
    expect(who('read', open('session', { coupleState: null }))).toEqual(['tBp', 'solo']);
    expect(who('read', open('session', { coupleId: otherCouple }))).toEqual([]);
    expect(who('read', open('review', { side: 'BP' }))).toEqual(['tRp', 'solo']);
    expect(sights(document()).join(' ')).toBe('n n s s s s n n n n');
    expect([minutes(0), minutes(1)].map((until) => who('read', open('review', {}, until)).length)).toEqual([
      0, 2,
    ]);
    expect(why({ ...actors.bp, signedInWith: 'pin' }, 'read', open('session'))).toBe('step_up_needed');
    expect(why(actors.bp, 'read', open('session', { coupleState: 'separated' }))).toBe('frozen');
    expect(decide(actors.bp, 'read', open('session'), now).obligations).toEqual([
      'watermark', 'no_copy', 'record_in_audit',
    ]); // prettier-ignore
    expect(decide(actors.rp, 'read', open('author'), now).obligations).toEqual(['no_copy']);
  });

  it('is written by its author under a fitting policy, and leaves by no export', () => {
    expect([who('write', open('author')), who('submit', open('author'))]).toEqual([['rp'], ['rp']]);
    expect(why(actors.rp, 'write', open('author', { editable: false }))).toBe('locked');
    for (const policy of ['NO_SECRETS', null] as const) {
      expect(why(actors.rp, 'write', open('author', { policy }))).toBe('policy_excludes_disclosure');
    }
    expect(why(actors.tRp, 'write', open('own_therapist'))).toBe('author_only');
    expect([why(actors.rp, 'export', open('author')), why(actors.bp, 'export', open('author'))]).toEqual([
      'never_exported', 'no_relation',
    ]); // prettier-ignore
    expect(why(actors.rp, 'release', open('author'))).toBe('not_listed');
  });

  it('is commented through a window and approved on its own side', () => {
    expect([who('review', open('own_therapist')), who('review', open('review'))]).toEqual([
      ['tRp', 'solo'], ['tBp', 'solo'],
    ]); // prettier-ignore
    expect([who('approve', open('own_therapist')), who('approve', open('review'))]).toEqual([
      ['tRp', 'solo'],
      [],
    ]);
    expect([why(actors.rp, 'review', open('author')), why(actors.bp, 'review', open('session')), why(actors.tC, 'review', open('review'))]).toEqual([
      'own_act', 'not_own_side', 'not_own_side',
    ]); // prettier-ignore
  });
});

describe('acts', () => {
  it('of therapists, office and owner', () => {
    expect([who('write', note), who('read', note), who('export', note), who('release', note)]).toEqual([
      ['tRp'], ['tRp'], [], [],
    ]); // prettier-ignore
    expect(why(actors.tRp, 'export', note)).toBe('never_exported');
    expect(who('review', alert())).toEqual(['tRp', 'solo']);
    const card: AccessResource = { kind: 'couple', ...base };
    expect([who('manage', card), who('assign', card)]).toEqual([
      ['tRp', 'tBp', 'tC', 'solo'],
      ['admin', 'owner'],
    ]);
    const plan = (compartment: 'RP' | 'JOINT'): AccessResource => ({
      kind: 'homework_plan',
      compartment,
      ...base,
    });
    expect([who('assign', plan('RP')), who('assign', plan('JOINT'))]).toEqual([
      ['tRp', 'solo'], ['tRp', 'tBp', 'tC', 'solo'],
    ]); // prettier-ignore
    const rating: AccessResource = { kind: 'rating_items', ownerId: rp, side: 'RP', ...base };
    expect([who('write', rating), who('review', rating), who('export', rating)]).toEqual([
      ['rp'],
      ['tRp', 'solo'],
      [],
    ]);
    const settings: AccessResource = { kind: 'clinic', clinicId: clinic, part: 'settings' };
    expect(who('manage', settings)).toEqual(['admin', 'owner']);
    const log: AccessResource = { kind: 'audit', clinicId: clinic, about: null };
    expect([why(actors.admin, 'export', log), why(stepped(actors.admin), 'export', log)]).toEqual([
      'step_up_needed', 'clinic_office',
    ]); // prettier-ignore
  });

  it('reports: requester, signature, second person, step-up (ACCESS-40, ACCESS-41)', () => {
    const admin = stepped(actors.admin);
    expect([why(admin, 'export', report()), why(actors.admin, 'export', report()), why(stepped(actors.owner), 'read', report())]).toEqual([
      'clinic_office', 'step_up_needed', 'author_only',
    ]); // prettier-ignore
    expect(why(admin, 'export', report({ people: 501 }))).toBe('second_person_needed');
    expect(why(admin, 'export', report({ people: 501, approvedBy: admin.staffId }))).toBe(
      'second_person_needed',
    );
    expect(why(admin, 'export', report({ people: 501, approvedBy: actors.owner.staffId }))).toBe(
      'clinic_office',
    );
    const always = ['recheck_at_run_time', 'record_in_audit', 'leave_out_p0', 'leave_out_psychotherapy_notes', 'leave_out_hold_reasons']; // prettier-ignore
    expect(decide(admin, 'export', report(), now).obligations).toEqual(always);
    expect(decide(admin, 'export', report({ scope: { content: 'aggregate' } }), now).obligations).toEqual([
      ...always, 'suppress_small_cells',
    ]); // prettier-ignore
    const solo = stepped(actors.solo);
    const answers = [
      words('RP', ['RP']), words('RP', ['BP']), words('JOINT', ['RP']), words('JOINT', ['RP', 'BP']),
      { ...words('RP', ['RP']), approvedBy: null },
    ].map((each) => why(solo, 'export', each)); // prettier-ignore
    expect(answers).toEqual([
      'own_side',
      'not_authorised',
      'not_authorised',
      'own_side',
      'second_person_needed',
    ]);
    expect(why(admin, 'export', words('RP', ['RP']))).toBe('no_relation');
    const asked = words('RP', ['RP']);
    expect([why(actors.owner, 'read', asked), why(actors.owner, 'export', asked), why(actors.tRp, 'approve', asked)]).toEqual([
      'not_own_side', 'not_own_side', 'not_listed',
    ]); // prettier-ignore
    expect(decide(stepped(actors.owner), 'approve', asked, now)).toEqual({
      allow: true, reason: 'clinic_office', sight: 'status', answer: 'allowed', obligations: ['record_in_audit'],
    }); // prettier-ignore
    expect(decide(actors.owner, 'list', asked, now)).toEqual({
      allow: true, reason: 'clinic_office', sight: 'status', answer: 'allowed', obligations: [],
    }); // prettier-ignore
    const owner = stepped(actors.owner);
    expect([why(owner, 'approve', report()), why(actors.owner, 'approve', report()), why(admin, 'approve', report()), why(owner, 'approve', report({ requestedBy: owner.staffId }))]).toEqual([
      'clinic_office', 'step_up_needed', 'not_listed', 'own_act',
    ]); // prettier-ignore
  });
});

const resources: readonly AccessResource[] = [
  item(), item({ privacy: 'P0' }), item({ privacy: 'P3', release: live }), score(), document(), report(), note,
  alert(), reason('RP', false), { kind: 'couple', ...base }, { kind: 'process_state', ...base },
]; // prettier-ignore

describe('every decision', () => {
  const any = fc.record({
    actor: fc.constantFrom(...Object.values(actors)),
    action: fc.constantFrom(...accessActions),
    resource: fc.constantFrom(...resources),
  });

  it('looks like absence when nothing is in sight, and lets nothing through a clinic’s wall', () => {
    fc.assert(
      fc.property(any, ({ actor, action, resource }) => {
        const { allow, sight, answer, obligations } = decide(actor, action, resource, now);
        expect(answer === 'allowed').toBe(allow);
        expect(answer === 'not_found').toBe(sight === 'nothing');
        if (sight === 'nothing') expect([allow, obligations]).toEqual([false, []]);
        expect(decide({ ...actor, clinicId: otherClinic }, action, resource, now)).toEqual({
          allow: false, reason: 'other_clinic', sight: 'nothing', answer: 'not_found', obligations: [],
        }); // prettier-ignore
      }),
      { numRuns: 2000 },
    );
  });

  it('opens named fields only (ACCESS-42)', () => {
    expect(fieldsShown('item', 'nothing')).toEqual([]);
    expect(fieldsShown('item', 'words')).toEqual(['words', 'state', 'dates']);
    expect(fieldsShown('item', 'status')).toEqual(['state', 'dates']);
    expect(fieldsShown('couple', 'metadata')).toEqual(['record_id', 'record_size', 'technical_times']);
    expect(fieldsShown('process_state', 'status')).toEqual(['state_with_neutral_pause', 'dates']);
    expect(fieldsShown('hold_reason', 'status')).toEqual([]);
  });
});
