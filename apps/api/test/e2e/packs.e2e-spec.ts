import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PlanBoardView, ReadyPlansView, ReadyPlanView } from '@trellis/contracts';
import { emptyClinicTemplate, packKeyOf } from '@trellis/domain';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { askedAboutFear } from '../arrange-joint.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const move = {
  ...{ name: 'After a move', stage: 1 },
  exercises: [{ code: 'R01' }, { code: 'B01' }, { code: 'C05' }, { code: 'C01', then: true }],
};
interface Kept {
  readonly id: string;
  readonly version: number;
}

describe('the clinic’s own packs (HW-83)', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ours = await arrangeCase(app);
  });
  afterAll(async () => app.close());

  const create = (body: object = move, by: TestClient = ours.mina, key = randomUUID()) =>
    by.call('post', 'packs', { body, key });
  const save = (id: string, version: number, body: object) =>
    ours.mina.call('put', `packs/${id}`, { body, version });
  const retire = (id: string, version: number, by: TestClient = ours.mina) =>
    by.call('post', `packs/${id}/retire`, { version, body: { reason: 'another one is better' } });
  const kept = async (body: object = move): Promise<Kept> => {
    const made = await create(body);
    if (made.status !== 201) throw new Error(made.text);
    return { id: String(made.body.id), version: Number(made.body.version) };
  };
  const shown = async (id: string, by: TestClient = ours.mina): Promise<ReadyPlanView | undefined> => {
    const look = await by.call('get', `ready-plans?coupleId=${ours.coupleId}`);
    return (look.body as unknown as ReadyPlansView).plans.find(({ key }) => key === packKeyOf(id));
  };
  const give = (id: string, codes: string[], changes: object = {}, key = randomUUID(), by = ours.mina) =>
    by.call('post', 'ready-plans', {
      key,
      body: {
        ...{ coupleId: ours.coupleId, planKey: packKeyOf(id), startsOn: '2025-01-06', days: 14 },
        ...{ items: codes.map((templateCode) => ({ templateCode })), ...changes },
      },
    });
  const holdsBothSides = () =>
    app.db.sql(
      `INSERT INTO care_assignment (clinic_id, id, couple_id, staff_id, side, lead, from_at)
        SELECT clinic_id, $3, couple_id, staff_id, 'BP', false, from_at FROM care_assignment
        WHERE couple_id = $1 AND staff_id = $2 AND side = 'RP'`,
      [ours.coupleId, ours.minaId, randomUUID()],
    );
  const tasks = () =>
    app.db.sql<{ code: string; side: string }>(
      `SELECT DISTINCT template_code AS code, compartment AS side FROM homework_task WHERE couple_id = $1 ORDER BY 1, 2`,
      [ours.coupleId],
    );

  it('are made once, changed as versions that stay, and retired; the acts are on record', async () => {
    const key = randomUUID();
    const made = await create(move, ours.mina, key);
    expect(made.body).toMatchObject({
      state: 'given',
      version: 1,
      versions: [{ number: 1, name: move.name }],
    });
    expect((await create(move, ours.mina, key)).body).toEqual(made.body);
    const id = String(made.body.id);

    expect((await save(id, 1, move)).body.version).toBe(1);
    const changed = { name: 'After a loss', exercises: move.exercises.slice(0, 2) };
    const second = await save(id, 1, changed);
    expect(second.body.versions).toMatchObject([
      { number: 2, name: 'After a loss', stage: null, savedByName: 'Mina Castellan' },
      { number: 1, name: 'After a move', stage: 1 },
    ]);
    expect((await save(id, 1, move)).body.code).toBe('version_stale');
    await expect(app.db.sql(`UPDATE pack_version SET number = 0 WHERE pack_id = $1`, [id])).rejects.toThrow();

    expect((await retire(id, 2)).body).toMatchObject({ state: 'retired', retiredByName: 'Mina Castellan' });
    expect((await save(id, 3, move)).body.code).toBe('pack_retired');
    expect(await shown(id)).toBeUndefined();
    expect((await give(id, ['R01'])).body.code).toBe('homework_template_unknown');
    const { packs } = (await ours.jo.call('get', 'packs')).body as { packs: { id: string; state: string }[] };
    expect(packs).toEqual([expect.objectContaining({ id, state: 'retired' })]);
    const acts = await app.db.sql<{ action: string }>(
      'SELECT action FROM audit_event WHERE resource_id = $1 ORDER BY at, id',
      [id],
    );
    expect(acts.map(({ action }) => action).sort()).toEqual([
      'pack.create',
      'pack.new_version',
      'pack.retire',
    ]);
  });

  it('give what is chosen to one, the other or both in one act and once, and say what is had then', async () => {
    await askedAboutFear(app, ours);
    const { id, version } = await kept();
    const before = await shown(id);
    expect(before).toMatchObject({ stage: 1, version, title: { en: move.name } });
    expect(before?.items.map(({ templateCode, side, startsOn }) => [templateCode, side, startsOn])).toEqual([
      ['R01', 'RP', '2025-01-06'],
      ['B01', 'BP', '2025-01-06'],
      ['C05', 'JOINT', '2025-01-06'],
      ['C01', 'JOINT', '2025-01-13'],
    ]);
    // The partner's side is for its own therapist, and nothing is given of the rest either.
    expect((await give(id, ['R01', 'B01'])).status).toBe(404);
    expect(await tasks()).toEqual([]);
    await holdsBothSides();
    const key = randomUUID();
    const given = await give(id, ['R01', 'B01', 'C05'], { planVersion: version }, key);
    expect([given.status, (given.body as unknown as PlanBoardView).plans.length]).toEqual([201, 2]);
    expect((await give(id, ['R01', 'B01', 'C05'], { planVersion: version }, key)).body).toEqual(given.body);
    const all = [
      { code: 'B01', side: 'BP' },
      { code: 'C05', side: 'BP' },
      { code: 'C05', side: 'RP' },
      { code: 'R01', side: 'RP' },
    ];
    expect(await tasks()).toEqual(all);
    const states = (await shown(id))?.items.map(({ templateCode, state }) => [templateCode, state]);
    expect(states).toContainEqual(['R01', 'has_already']);
    expect(states).toContainEqual(['C05', 'has_already']);
    // Given again under another key, nobody has anything twice.
    const places = 'SELECT count(*)::integer AS count FROM homework_task WHERE couple_id = $1';
    const count = await app.db.sql(places, [ours.coupleId]);
    expect((await give(id, ['R01', 'B01', 'C05'])).status).toBe(201);
    expect(await app.db.sql(places, [ours.coupleId])).toEqual(count);
  });

  it('say item by item what stays closed and why, and give nothing where one of them is closed', async () => {
    const { id } = await kept({
      name: 'Later',
      exercises: [{ code: 'R14' }, { code: 'R17' }, { code: 'C05' }],
    });
    const items = (await shown(id))?.items ?? [];
    expect(items.map(({ templateCode, state }) => [templateCode, state])).toEqual([
      ['R14', 'open'],
      ['R17', 'locked'],
      ['C05', 'locked'],
    ]);
    expect(items[1]?.causes).toEqual([{ reason: 'stage', side: 'RP' }]);
    expect(items[2]?.causes.length).toBeGreaterThan(0);
    const refused = await give(id, ['R14', 'R17']);
    expect([refused.body.code, refused.body.facts]).toEqual(['homework_locked', { causes: ['stage'] }]);
    expect((await give(id, ['R14', 'C05'])).body.code).toBe('homework_locked');
    expect(await tasks()).toEqual([]);
  });

  it('carry the clinic’s own exercises, and say when one of them is not given any more', async () => {
    const content = {
      ...emptyClinicTemplate,
      title: { en: 'Kind moments', es: 'Momentos amables' },
      purpose: { en: 'Notice one good thing.', es: '' },
      fields: [{ key: 'q1', kind: 'text', label: { en: 'A kind moment', es: '' }, required: true }],
    };
    const exercise = await ours.mina.call('post', 'exercises', { body: { track: 'R', content } });
    const own = { name: 'Ours', exercises: [{ code: 'RX01' }, { code: 'R14' }] };
    expect((await create(own)).body.code).toBe('homework_template_unknown');
    const at = `exercises/${String(exercise.body.id)}`;
    await ours.mina.call('post', `${at}/publish`, { version: 1, body: { reason: 'first' } });
    const { id, version } = await kept(own);
    expect((await shown(id))?.items[0]).toMatchObject({ title: { en: 'Kind moments' }, state: 'open' });
    expect((await give(id, ['RX01'])).status).toBe(201);
    expect(await tasks()).toEqual([{ code: 'RX01', side: 'RP' }]);

    await ours.mina.call('post', `${at}/retire`, { version: 2, body: { reason: 'worn out' } });
    expect((await shown(id))?.items[0]).toMatchObject({
      templateCode: 'RX01',
      state: 'not_given',
      perWeek: [],
    });
    expect((await give(id, ['RX01'])).body.code).toBe('homework_template_unknown');
    // It may stay in the pack, and nothing else that is retired may come in.
    expect((await save(id, version, { ...own, name: 'Still ours' })).status).toBe(200);
    expect((await create(own)).body.code).toBe('homework_template_unknown');
  });

  it('are given as they were looked at', async () => {
    const { id, version } = await kept();
    await save(id, version, { ...move, exercises: [{ code: 'R14' }, { code: 'R01', then: true }] });
    expect((await give(id, ['R01'], { planVersion: version })).body.code).toBe('version_stale');
    expect((await give(id, ['R01'], { planVersion: version + 1 })).status).toBe(201);
    expect((await give(id, ['R14'], { planKey: 'stage_1_starter', planVersion: 1 })).body.code).toBe(
      'version_stale',
    );
  });

  it('are kept within the clinic, by whom the clinic lets, and within their number', async () => {
    const { id } = await kept();
    const elsewhere = await arrangeClinic(app, 'South Pier');
    const sol = await arrangeStaff(app, elsewhere, 'therapist', 'Sol Reyes');
    const stranger = await signedIn(app, elsewhere, sol, 'therapist');
    for (const path of [`packs/${id}`, `packs/${randomUUID()}`, 'packs/x'])
      expect([path, (await stranger.call('get', path)).status]).toEqual([path, 404]);
    expect((await stranger.call('get', 'packs')).body.packs).toEqual([]);
    expect((await retire(id, 1, stranger)).status).toBe(404);
    const ada = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field');
    const admin = await signedIn(app, ours.clinicId, ada, 'clinic_admin');
    expect((await admin.call('get', `packs/${id}`)).status).toBe(200);
    expect((await create(move, admin)).status).toBe(404);
    expect((await ours.rowan.call('get', 'packs')).status).not.toBe(200);
    for (const wrong of [
      { ...move, name: ' ' },
      { ...move, stage: 4 },
      { ...move, exercises: [] },
      { ...move, exercises: [{ code: 'R01' }, { code: 'R01' }] },
      { ...move, exercises: ['R01'] },
      { ...move, exercises: [{ code: 'CX01' }] },
    ])
      expect((await create(wrong)).body.code).toBe('invalid_request');
    expect((await create({ ...move, exercises: [{ code: 'R08' }] })).body.code).toBe(
      'homework_template_unknown',
    );
    for (let more = 1; more < 30; more += 1) await kept();
    expect((await create()).body.code).toBe('pack_limit');
    expect((await retire(id, 1)).status).toBe(200);
    expect((await create()).status).toBe(201);
  });
});
