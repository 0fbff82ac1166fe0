import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyClinicTemplate, type ClinicTemplate, type Field } from '@trellis/domain';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { askFor } from '../arrange-release.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const say = (en: string, es = '') => ({ en, es });
const fields: readonly Field[] = [
  { key: 'q1', kind: 'text', label: say('A kind moment', 'Un momento amable'), required: true },
  { key: 'q2', kind: 'bool', label: say('Was it hard?'), required: true },
  {
    ...{ key: 'q3', kind: 'line', label: say('What made it hard?'), required: true, privacy: 'P0' },
    askedWhen: { key: 'q2', is: [true] },
  },
];
const kind: ClinicTemplate = {
  ...emptyClinicTemplate,
  title: say('Kind moments', 'Momentos amables'),
  purpose: say('Notice one good thing.'),
  fields,
  sharing: { kind: 'partner' },
};

describe('the clinic’s own exercises', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let owner: TestClient;
  let admin: TestClient;
  let stranger: TestClient;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    const as = async (role: 'owner' | 'clinic_admin', name: string) =>
      signedIn(app, ours.clinicId, await arrangeStaff(app, ours.clinicId, role, name), role);
    owner = await as('owner', 'Olga Pine');
    admin = await as('clinic_admin', 'Ada Field');
    const elsewhere = await arrangeClinic(app, 'South Pier');
    const id = await arrangeStaff(app, elsewhere, 'therapist', 'Sol Reyes');
    stranger = await signedIn(app, elsewhere, id, 'therapist');
  });
  afterAll(async () => app.close());

  const create = (content: object = kind, by = ours.mina, track = 'R') =>
    by.call('post', 'exercises', { body: { track, content } });
  const act = (what: string, id: string, version: number, body: object, by = ours.mina) =>
    by.call('post', `exercises/${id}/${what}`, { body, version });
  const assign = (templateCode: string, by = ours.mina, personId = ours.rowanId, startsOn = '2025-01-07') =>
    by.call('post', 'homework', { body: { personId, templateCode, startsOn } });
  const published = async (content: object = kind): Promise<{ id: string; code: string }> => {
    const { body } = await create(content);
    const done = await act('publish', body.id, 1, { reason: 'first' });
    if (done.status !== 200) throw new Error(done.text);
    return { id: String(body.id), code: String(body.code) };
  };

  it('are built, published, given, answered, read, shared, renewed and retired; what was given stays as it was', async () => {
    const draft = await create();
    expect(draft.status).toBe(201);
    const { id, code } = draft.body as { id: string; code: string };
    expect([code, draft.body.state, draft.body.version]).toEqual(['RX01', 'draft', 1]);
    expect((await assign(code)).body.code).toBe('homework_template_unknown');

    const live = await act('publish', id, 1, { reason: 'first' });
    expect(live.body).toMatchObject({ state: 'published', version: 2 });
    expect(live.body.versions[0]).toMatchObject({
      number: 1,
      reason: 'first',
      publishedByName: 'Mina Castellan',
    });

    const [task] = (await assign(code)).body as { id: string; title: object }[];
    expect(task?.title).toEqual(kind.title);
    const opened = await ours.rowan.call('get', `homework/${task!.id}`);
    expect(opened.body.template).toMatchObject({ code, version: 1, track: 'R', lockedBy: [], privacy: 'P1' });
    expect(opened.body.template.purpose).toEqual({ en: kind.purpose.en, es: kind.purpose.en });
    const wrong = await ours.rowan.call('post', `homework/${task!.id}/submission`, {
      ...{ body: { answers: { q1: 'cnry-tea', q2: true } }, version: opened.body.version },
    });
    expect(wrong.body.facts.fields).toEqual([{ field: 'q3', code: 'required' }]);
    const answers = { q1: 'cnry-tea', q2: true, q3: 'cnry-alone' };
    const done = await ours.rowan.call('post', `homework/${task!.id}/submission`, {
      ...{ body: { answers }, version: opened.body.version },
    });
    expect(done.status).toBe(200);

    const read = await ours.mina.call('get', `homework/${task!.id}`);
    expect(read.body.answers).toEqual({ q1: 'cnry-tea', q2: true });
    expect(read.body).toMatchObject({ keptByAuthor: 1, exercise: { code, version: 1 } });
    expect((await ours.jo.call('get', `homework/${task!.id}`)).status).toBe(404);

    const queue = await ours.mina.call('get', 'review-queue');
    expect(queue.body.items).toContainEqual(expect.objectContaining({ taskId: task!.id, title: kind.title }));
    await askFor(ours.rowan, task!.id);
    const waiting = await ours.mina.call('get', `releases?coupleId=${ours.coupleId}`);
    const [release] = waiting.body.releases as { id: string; version: number; title: object }[];
    expect(release?.title).toEqual(kind.title);
    await ours.mina.call('post', `releases/${release!.id}/approval`, { version: release!.version });
    const shared = await ours.iris.call('get', `shared/${release!.id}`);
    expect(shared.body).toMatchObject({ title: kind.title, answers: { q1: 'cnry-tea', q2: true } });
    expect(shared.text).not.toContain('cnry-alone');

    const changed = { ...kind, title: say('Kinder moments'), fields: fields.slice(0, 1) };
    const second = await ours.jo.call('put', `exercises/${id}/draft`, {
      body: { content: changed },
      version: 2,
    });
    expect(second.body).toMatchObject({ state: 'published', version: 3 });
    const history = second.body.versions as { number: number; state: string }[];
    expect(history.map(({ number, state }) => [number, state])).toEqual([
      [2, 'draft'],
      [1, 'published'],
    ]);
    const [stillOld] = (await assign(code, ours.mina, ours.rowanId, '2025-01-20')).body as {
      templateVersion: number;
    }[];
    expect(stillOld?.templateVersion).toBe(1);
    await act('publish', id, 3, { reason: 'shorter' }, owner);
    const [next] = (await assign(code, ours.mina, ours.rowanId, '2025-02-03')).body as {
      templateVersion: number;
    }[];
    expect(next?.templateVersion).toBe(2);
    expect((await ours.rowan.call('get', `homework/${task!.id}`)).body.title).toEqual(kind.title);

    const retired = await act('retire', id, 4, { reason: 'another one is better' });
    expect(retired.body).toMatchObject({ state: 'retired', retiredByName: 'Mina Castellan' });
    expect((await assign(code, ours.mina, ours.rowanId, '2025-03-03')).body.code).toBe(
      'homework_template_unknown',
    );
    expect((await ours.rowan.call('get', 'homework/record')).body.tasks[0]).toMatchObject({
      title: kind.title,
    });
    expect((await act('publish', id, 5, { reason: 'again' })).body.code).toBe('exercise_retired');
    const acts = await app.db.sql<{ action: string }>(
      'SELECT action FROM audit_event WHERE resource_id = $1 ORDER BY at, id',
      [id],
    );
    expect(acts.map(({ action }) => action).sort()).toEqual(
      ['library.create', 'library.new_version', 'library.publish', 'library.publish', 'library.retire'],
    ); // prettier-ignore
  });

  it('are kept within their clinic and their side', async () => {
    const { id, code } = await published();
    for (const path of [`exercises/${id}`, 'exercises/99999999-9999-4999-8999-999999999999', 'exercises/x'])
      expect([path, (await stranger.call('get', path)).status]).toEqual([path, 404]);
    expect((await stranger.call('get', 'exercises')).body.exercises).toEqual([]);
    expect((await act('retire', id, 2, { reason: 'x' }, stranger)).status).toBe(404);
    expect((await assign(code, ours.jo)).status).toBe(404);
    expect((await assign(code, ours.jo, ours.irisId)).status).toBe(404);
    for (const person of [ours.rowan, ours.iris])
      expect((await person.call('get', `exercises/${id}`)).status).toBe(404);
  });

  it('are looked at by all staff and written by therapists and the owner', async () => {
    const { id } = await published();
    const supervisorId = await arrangeStaff(app, ours.clinicId, 'supervisor', 'Sue Marsh');
    const supervisor = await signedIn(app, ours.clinicId, supervisorId, 'supervisor');
    for (const reader of [supervisor, admin, owner, ours.dana]) {
      expect((await reader.call('get', `exercises/${id}`)).status).toBe(200);
    }
    for (const reader of [supervisor, admin]) {
      expect((await create(kind, reader)).status).toBe(404);
      expect((await act('retire', id, 2, { reason: 'x' }, reader)).status).toBe(404);
    }
    expect((await create(kind, owner, 'B')).body.code).toMatch(/^BX/);
  });

  it.each([
    ['an unknown part', { ...kind, lockedBy: ['hold'] }, { path: 'lockedBy', code: 'unknown_key' }],
    ['a list for a sentence', { ...kind, title: ['a'] }, { path: 'title', code: 'wrong_type' }],
    ['a list in a list', { ...kind, fields: [[fields[0]]] }, { path: 'fields.0', code: 'wrong_type' }],
    ['a wider level', { ...kind, privacy: 'P4' }, { path: 'privacy', code: 'not_an_option' }],
    ['one key twice', { ...kind, fields: [fields[0], fields[0]] }, { path: 'fields.1.key', code: 'twice' }],
    ['a long sentence', { ...kind, purpose: say('x'.repeat(801)) }, { path: 'purpose.en', code: 'too_long' }],
    ['too many', { ...kind, fields: Array(61).fill(fields[0]) }, { path: 'fields', code: 'too_many' }],
  ])('are refused with %s, by its place', async (_, content, problem) => {
    const answer = await create(content);
    expect([answer.status, answer.body.code]).toEqual([400, 'exercise_invalid']);
    expect(answer.body.facts.problems).toContainEqual(problem);
  });

  it('are published only when they can be done, and with hurtful words only expressly', async () => {
    const bare = await create({ ...kind, title: say(''), fields: [{ ...fields[0], kind: 'choice' }] });
    const refused = await act('publish', bare.body.id, 1, { reason: 'x' });
    expect([refused.status, refused.body.code]).toEqual([409, 'exercise_not_ready']);
    expect(refused.body.facts.problems).toEqual([
      { path: 'title.en', code: 'needed' },
      { path: 'fields.0.options', code: 'needed' },
    ]);
    const hurtful = await create({ ...kind, purpose: say('For every addict.') });
    expect((await act('publish', hurtful.body.id, 1, { reason: 'x' })).body).toMatchObject({
      ...{ code: 'exercise_words_pointed_out', facts: { count: 1 } },
    });
    const kept = await act('publish', hurtful.body.id, 1, { reason: 'quoted', keepsWords: true });
    expect(kept.body.versions[0]).toMatchObject({ keepsWords: true, reason: 'quoted' });
    expect((await act('publish', hurtful.body.id, 2, { reason: 'x' })).body.code).toBe('exercise_not_ready');
  });

  it('lose nothing when two write at once', async () => {
    const { body } = await create();
    const save = (title: string) =>
      ours.mina.call('put', `exercises/${String(body.id)}/draft`, {
        ...{ body: { content: { ...kind, title: say(title) } }, version: 1 },
      });
    const both = await Promise.all([save('one'), save('two')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('begin with a FHIR questionnaire, or are refused with the items that cannot be asked', async () => {
    const item = (linkId: string, type: string, more: object = {}) => ({
      linkId,
      type,
      text: `Item ${linkId}`,
      ...more,
    });
    const form = (...items: object[]) => ({
      resourceType: 'Questionnaire',
      status: 'active',
      title: 'Sleep',
      item: items,
    });
    const send = (questionnaire: object, more: object = {}) =>
      ours.mina.call('post', 'exercises/imports', { body: { track: 'B', questionnaire, ...more } });

    const good = await send(
      form(
        item('1', 'boolean'),
        item('2', 'text', { enableWhen: [{ question: '1', operator: '=', answerBoolean: true }] }),
      ),
    );
    expect(good.body.versions[0].content.fields).toMatchObject([
      { key: 'q1', kind: 'bool' },
      { key: 'q2', kind: 'text', askedWhen: { key: 'q1', is: [true] } },
    ]);
    const bad = await send(form(item('1', 'attachment'), item('2', 'reference')));
    expect([bad.status, bad.body.code]).toEqual([400, 'questionnaire_refused']);
    expect(bad.body.facts.problems).toEqual([
      { code: 'type_not_supported', linkId: '1' },
      { code: 'type_not_supported', linkId: '2' },
    ]);
    const owned = { ...form(item('1', 'text')), copyright: '(c) A. Author' };
    expect((await send(owned)).body.facts.problems).toEqual([{ code: 'attestation_missing', linkId: null }]);
    const attested = await send(owned, { attested: true, licenceReference: 'letter of 2024' });
    expect(attested.body.versions[0]).toMatchObject({
      ...{ copyright: '(c) A. Author', attestedByName: 'Mina Castellan', licenceReference: 'letter of 2024' },
    });
  });
});
