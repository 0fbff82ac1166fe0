import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instrumentForm } from '@trellis/fixtures';
import type { ClinicInstrumentView, InstrumentsView } from '@trellis/contracts';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

type Json = Record<string, unknown>;
const nobody = '99999999-9999-4999-8999-999999999999';
const [group] = instrumentForm('PHQ-9')['item'] as [{ item: Json[] }];
const withItems = (item: unknown) => instrumentForm('PHQ-9', { item });
const deep = (levels: number): Json =>
  levels === 0
    ? { linkId: 'end', type: 'group' }
    : { linkId: `l${levels}`, type: 'group', item: [deep(levels - 1)] };

describe('the clinic’s instruments', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let admin: TestClient;
  let owner: TestClient;
  let supervisor: TestClient;
  let stranger: TestClient;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    const as = async (role: 'owner' | 'clinic_admin' | 'supervisor', name: string) =>
      signedIn(app, ours.clinicId, await arrangeStaff(app, ours.clinicId, role, name), role);
    admin = await as('clinic_admin', 'Ada Field');
    owner = await as('owner', 'Olga Pine');
    supervisor = await as('supervisor', 'Sol Reyes');
    const elsewhere = await arrangeClinic(app, 'South Pier');
    const id = await arrangeStaff(app, elsewhere, 'therapist', 'Ola Brandt');
    stranger = await signedIn(app, elsewhere, id, 'therapist');
  });
  afterAll(async () => app.close());

  const bring = (code: string, changes: object = {}, by = admin) => {
    const body = { code, questionnaire: instrumentForm(code), attested: true, licenceReference: 'letter 7' };
    const sent: Json = { ...body, ...changes };
    const file = sent['questionnaire'];
    const questionnaire = typeof file === 'object' ? JSON.stringify(file) : file;
    return by.call('post', 'instruments/imports', { body: { ...sent, questionnaire } });
  };
  const listed = async (by: TestClient) =>
    ((await by.call('get', 'instruments')).body as InstrumentsView).instruments;
  const draw = (code: string, version: number, body: object, by = admin) =>
    by.call('put', `instruments/${code}/thresholds`, {
      body: { cut: null, change: null, ...body },
      version,
    });

  it('are brought with an attestation, shown with their copyright, renewed and retired', async () => {
    const brought = await bring('PHQ-9', { licenceReference: undefined });
    expect(brought.status).toBe(201);
    const [form] = (brought.body as ClinicInstrumentView).forms;
    expect(form).toMatchObject({
      ...{ number: 1, language: 'en', title: 'Sample of PHQ-9', copyright: 'Kept by the practice' },
      ...{ attestedByName: 'Ada Field', licenceReference: null, retiredAt: null, version: 1 },
    });
    const words = await ours.mina.call('get', `instruments/forms/${form!.id}`);
    expect(words.body).toMatchObject({ copyright: 'Kept by the practice', code: 'PHQ-9' });
    const kinds = (words.body.parts as { kind: string; text: { en: string } }[]).map(({ kind }) => kind);
    expect(kinds).toEqual(['words', ...Array.from({ length: 9 }, () => 'choice')]);

    const inSpanish = instrumentForm('PHQ-9', { language: 'es', title: 'Muestra' });
    await bring('PHQ-9', { questionnaire: inSpanish }, ours.mina);
    const renewed = (await bring('PHQ-9', {}, owner)).body as ClinicInstrumentView;
    const state = renewed.forms.map(({ number, language, retiredAt }) => [
      number,
      language,
      retiredAt !== null,
    ]);
    expect(state.sort()).toEqual([
      [1, 'en', true],
      [2, 'es', false],
      [3, 'en', false],
    ]);
    const newest = renewed.forms.find(({ number }) => number === 3)!;
    const retire = (version: number) =>
      admin.call('post', `instruments/forms/${newest.id}/retire`, { version });
    expect((await retire(7)).status).toBe(412);
    expect((await retire(1)).status).toBe(200);
    expect((await retire(2)).body.code).toBe('instrument_form_retired');
    const acts = await app.db.sql<{ action: string }>(
      `SELECT action FROM audit_event WHERE clinic_id = $1 AND action LIKE 'instruments.%' ORDER BY action`,
      [ours.clinicId],
    );
    expect(acts.map(({ action }) => action)).toEqual([
      ...['instruments.import', 'instruments.import', 'instruments.import', 'instruments.retire'],
    ]);
  });

  it.each<[string, string, object, string[]]>([
    ['a code that is not in the list', 'PHQ-9', { code: 'XYZ' }, ['unknown_instrument']],
    [
      'a file of another kind',
      'PHQ-9',
      { questionnaire: { resourceType: 'Patient' } },
      ['not_a_questionnaire'],
    ],
    ['nobody’s word', 'PHQ-9', { attested: false }, ['attestation_missing']],
    [
      'a restricted one without copyright text',
      'SAST-R',
      { questionnaire: instrumentForm('SAST-R', { copyright: '' }) },
      ['copyright_missing'],
    ],
    [
      'one that is not free without a reference',
      'HITS',
      { licenceReference: undefined },
      ['licence_reference_missing'],
    ],
    ['too few items', 'PHQ-9', { questionnaire: withItems(group.item.slice(0, 8)) }, ['wrong_item_count']],
    [
      'an item without linkId',
      'PHQ-9',
      { questionnaire: withItems([{ type: 'choice' }]) },
      ['link_id_missing'],
    ],
    ['no items', 'PHQ-9', { questionnaire: withItems([]) }, ['not_a_questionnaire']],
    ['items that are no list', 'PHQ-9', { questionnaire: withItems('i1') }, ['not_a_questionnaire']],
    ['too many levels', 'PHQ-9', { questionnaire: withItems([deep(12)]) }, ['too_large']],
    [
      'more than any form holds',
      'PHQ-9',
      { questionnaire: { ...instrumentForm('PHQ-9'), more: Array.from({ length: 20_001 }, () => 0) } },
      ['too_large'],
    ],
    [
      'a copyright without end',
      'PHQ-9',
      { questionnaire: instrumentForm('PHQ-9', { copyright: 'c'.repeat(4001) }) },
      ['too_large'],
    ],
    [
      'a sign that no text has',
      'PHQ-9',
      { questionnaire: instrumentForm('PHQ-9', { title: 'a\u0000b' }) },
      ['too_large'],
    ],
    ['a file that is no JSON', 'PHQ-9', { questionnaire: '{' }, ['not_a_questionnaire']],
    ['a file that is a list', 'PHQ-9', { questionnaire: '[]' }, ['not_a_questionnaire']],
    [
      'nesting without end',
      'PHQ-9',
      { questionnaire: '{"a":'.repeat(5000) + '0' + '}'.repeat(5000) },
      ['too_large'],
    ],
    ['a mapping of another shape', 'PHQ-9', { mapping: { items: [7] } }, ['mapping_does_not_fit']],
    ['a mapping of lists', 'PHQ-9', { mapping: { scales: [['i1']] } }, ['mapping_does_not_fit']],
    ['a mapping with more in it', 'PHQ-9', { mapping: { other: null } }, ['mapping_does_not_fit']],
    ['items that are not there', 'PHQ-9', { mapping: { items: ['z'] } }, ['mapping_does_not_fit']],
    ['no scales where they are asked', 'TCRS', {}, ['mapping_needed']],
  ])('refuses %s with a reason for each problem', async (_, code, changes, codes) => {
    const before = await listed(admin);
    const refused = await bring(code, changes);
    expect([refused.status, refused.body.code]).toEqual([400, 'questionnaire_refused']);
    const problems = refused.body.facts.problems as { code: string }[];
    expect([...new Set(problems.map((one) => one.code))]).toEqual(codes);
    expect(await listed(admin)).toEqual(before);
  });

  it.each<[string, object]>([
    ['a file that is a number', { questionnaire: 7 }],
    ['a file without end', { questionnaire: 'a'.repeat(200_001) }],
    ['a file left out', { questionnaire: undefined }],
    ['a code without end', { code: 'A'.repeat(41) }],
    ['a mapping that is a list', { mapping: [] }],
    ['a reference without end', { licenceReference: 'a'.repeat(201) }],
  ])('refuses %s', async (_, changes) => {
    const refused = await bring('PHQ-9', changes);
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid_request']);
  });

  it('have lines that the clinic draws among those that are offered', async () => {
    expect((await draw('PCL-5', 0, { cut: '33', change: 'important_10' })).body.thresholds).toMatchObject({
      ...{ cut: '33', ownCut: null, change: 'important_10', setByName: 'Ada Field', version: 1 },
    });
    expect((await draw('PCL-5', 0, { cut: '33' })).status).toBe(412);
    const own = await draw('PCL-5', 1, { ownCut: 40, ownSd: 7.5, ownReliability: 0.9 }, ours.mina);
    expect(own.body.thresholds).toMatchObject({ cut: null, ownCut: 40, ownSd: 7.5, ownReliability: 0.9 });
    for (const wrong of [
      { cut: '99' },
      { change: 'none' },
      { ownCut: 79 },
      { cut: '33', ownCut: 40 },
      { ownSd: 7 },
      { change: 'important_10', ownSd: 7, ownReliability: 0.9 },
    ])
      expect([wrong, (await draw('PCL-5', 2, wrong)).body.code]).toEqual([
        wrong,
        'instrument_thresholds_invalid',
      ]);
    expect((await draw('PCL-5', 2, { ownSd: 1000, ownReliability: 2 })).body.code).toBe('invalid_request');
    expect((await draw('XYZ', 0, {})).status).toBe(404);
    expect((await draw('PCL-5', 2, {})).body.thresholds).toMatchObject({
      cut: null,
      ownCut: null,
      version: 3,
    });
  });

  it('are kept within the clinic, by those who may, and hold nothing of any person', async () => {
    const { forms } = (await listed(admin)).find(({ code }) => code === 'PHQ-9')!;
    expect(await listed(stranger)).toEqual([]);
    const paths = [`instruments/forms/${forms[0]!.id}`, `instruments/forms/${nobody}`, 'instruments/forms/x'];
    for (const path of paths) expect([path, (await stranger.call('get', path)).status]).toEqual([path, 404]);
    const retire = { version: 1 };
    expect((await stranger.call('post', `instruments/forms/${forms[0]!.id}/retire`, retire)).status).toBe(
      404,
    );
    expect((await listed(supervisor)).length).toBeGreaterThan(0);
    expect((await bring('GAD-7', {}, supervisor)).status).toBe(404);
    expect((await draw('GAD-7', 0, {}, supervisor)).status).toBe(404);
    for (const person of [ours.rowan, ours.iris])
      expect([403, 404]).toContain((await person.call('get', 'instruments')).status);
    const out = app.client('clinic');
    expect((await out.call('get', 'instruments')).status).toBe(401);
  });
});
