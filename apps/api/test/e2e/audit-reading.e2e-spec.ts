import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { headers, type AuditActView, type AuditLogView, type OpeningsView } from '@trellis/contracts';
import { calmR01, steadyB01 } from '@trellis/fixtures';
import { declaredRoutes } from '../../src/access/declared-routes.js';
import { arrangeCase, assignOne, type ArrangedCase } from '../arrange-case.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { addAct } from '../audit-acts.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const canary = {
  draft: 'cnry-audit-draft-1',
  own: 'cnry-audit-own-2',
  shared: 'cnry-audit-shared-3',
  partner: 'cnry-audit-partner-4',
};

describe('reading the audit record', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let admin: TestClient;
  let adminId: string;
  let rowanTask: string;
  let draftTask: string;
  let irisTask: string;

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    adminId = await arrangeStaff(app, ellery.clinicId, 'clinic_admin', 'Noor Haddad');
    admin = await signedIn(app, ellery.clinicId, adminId, 'clinic_admin');
    rowanTask = await assignOne(ellery.mina, ellery.rowanId, 'R01');
    draftTask = await assignOne(ellery.mina, ellery.rowanId, 'R01', '2025-01-07');
    irisTask = await assignOne(ellery.jo, ellery.irisId, 'B01');
    const answers = { ...calmR01, left_out: canary.own, feelings_own_word: canary.shared };
    await ellery.rowan.call('put', `homework/${draftTask}/draft`, {
      body: { answers: { left_out: canary.draft } },
      version: 1,
    });
    await ellery.rowan.call('post', `homework/${rowanTask}/submission`, { body: { answers }, version: 1 });
    await ellery.iris.call('post', `homework/${irisTask}/submission`, {
      body: { answers: { ...steadyB01, cared_by: canary.partner } },
      version: 1,
    });
  });
  afterAll(async () => app.close());

  const page = async (query = '', client = admin): Promise<AuditLogView> =>
    (await client.call('get', `audit${query}`)).body as AuditLogView;
  const openings = async (client: TestClient, query = ''): Promise<OpeningsView> =>
    (await client.call('get', `record/openings${query}`)).body as OpeningsView;

  it('M18: L-1: leaves a row for every answer of every route that carried words, joined by its correlation id', async () => {
    const everybody = {
      admin,
      mina: ellery.mina,
      jo: ellery.jo,
      dana: ellery.dana,
      rowan: ellery.rowan,
      iris: ellery.iris,
    };
    const ids: Record<string, string[]> = {
      taskId: [rowanTask, draftTask, irisTask],
      coupleId: [ellery.coupleId],
    };
    const routes = declaredRoutes(app.app).filter(
      ({ method, path }) => method === 'get' && /^(clinic|home)\//.test(path),
    );
    const missing: string[] = [];
    let carried = 0;
    for (const route of routes) {
      const name = /:(\w+)/.exec(route.path)?.[1];
      const values = name === undefined ? [''] : (ids[name] ?? [randomUUID()]);
      for (const value of values) {
        for (const [who, client] of Object.entries(everybody)) {
          const address = `/api/${route.path.replace(/:\w+/, value)}`;
          const query = route.handler === 'CaseHomeworkController.list' ? `?coupleId=${ellery.coupleId}` : '';
          const answer = await client.raw('get', `${address}${query}`);
          if (!Object.values(canary).some((mark) => answer.text.includes(mark))) continue;
          carried += 1;
          const rows = await app.db.sql(
            "SELECT FROM audit_event WHERE correlation_id = $1 AND decision = 'allowed' AND resource_id = $2 AND person_id IS NOT NULL AND action LIKE 'homework.read%'",
            [answer.headers[headers.correlationId], value],
          );
          if (rows.length !== 1) missing.push(`${who} ${route.handler}`);
        }
      }
    }
    expect(missing).toEqual([]);
    // Three tasks by their authors, two by the therapist of the side.
    expect(carried).toBe(5);
  });

  it('shows an administrator acts newest first, with names of staff and ids of people, and no word', async () => {
    await ellery.mina.call('get', `homework/${rowanTask}`);
    const { acts } = await page();
    expect(acts[0]).toMatchObject({
      ...{
        actorId: ellery.minaId,
        actorName: 'Mina Castellan',
        actorRole: 'therapist',
        action: 'homework.read',
      },
      ...{ resource: 'homework_task', resourceId: rowanTask, personId: ellery.rowanId, decision: 'allowed' },
    });
    const times = acts.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
    expect(acts.find(({ actorRole }) => actorRole === 'client')?.actorName).toBeNull();
    const text = JSON.stringify(acts);
    for (const words of [...Object.values(canary), 'Rowan', 'Iris']) expect(text).not.toContain(words);
  });

  it('puts each reading on record itself', async () => {
    await page();
    const [newest] = (await page()).acts;
    expect(newest).toMatchObject({ action: 'audit.read', actorId: adminId, resource: 'audit_event' });
  });

  it('narrows by actor, by action and by the days of the clinic, both included', async () => {
    const byActor = (await page(`?actorId=${ellery.joId}`)).acts;
    expect([...new Set(byActor.map(({ actorId }) => actorId))]).toEqual([ellery.joId]);
    const byAction = (await page('?action=homework.assign')).acts;
    expect([...new Set(byAction.map(({ action }) => action))]).toEqual(['homework.assign']);
    expect(byAction.filter(({ decision }) => decision === 'allowed')).toHaveLength(3);
    const kinds = { action: 'night.kept' };
    // Chicago's 2024-11-03 is 25 hours long: 05:00Z to 06:00Z of the next day.
    for (const at of [
      '2024-11-03T04:59:59.999Z',
      '2024-11-03T05:00:00Z',
      '2024-11-04T05:59:59.999Z',
      '2024-11-04T06:00:00Z',
    ]) {
      await addAct(app.db, ellery.clinicId, { ...kinds, at });
    }
    const day = (await page('?from=2024-11-03&until=2024-11-03')).acts.map(({ at }) => at);
    expect(day).toEqual(['2024-11-04T05:59:59.999Z', '2024-11-03T05:00:00.000Z']);
    expect((await page('?from=2024-11-05&until=2024-11-04')).acts).toEqual([]);
  });

  it('pages without losing or repeating a row, also where many share one instant', async () => {
    const at = '2024-10-01T12:00:00Z';
    const ids = new Set<string>();
    for (let n = 0; n < 120; n += 1)
      ids.add(await addAct(app.db, ellery.clinicId, { at, action: 'batch.act' }));
    const seen: AuditActView[] = [];
    let cursor: string | null = null;
    do {
      const next: AuditLogView = await page(`?action=batch.act${cursor === null ? '' : `&cursor=${cursor}`}`);
      expect(next.acts.length).toBeLessThanOrEqual(50);
      seen.push(...next.acts);
      cursor = next.nextCursor;
    } while (cursor !== null);
    expect(seen).toHaveLength(120);
    expect(new Set(seen.map(({ id }) => id))).toEqual(ids);
  });

  it('keeps flags of safety and the kind of a step in a disclosure from administrators', async () => {
    await addAct(app.db, ellery.clinicId, { action: 'safety.raised', personId: ellery.rowanId });
    await addAct(app.db, ellery.clinicId, { action: 'disclosure.transition', reasonCode: 'hold_safety' });
    const { acts } = await page();
    expect(acts.find(({ action }) => action === 'disclosure.transition')?.reasonCode).toBeNull();
    expect(acts.filter(({ action }) => action.startsWith('safety'))).toEqual([]);
    expect((await page('?action=safety.raised')).acts).toEqual([]);
    const filters = (await admin.call('get', 'audit/filters')).body as {
      staff: { name: string }[];
      actions: string[];
    };
    expect(filters.actions).toContain('homework.read');
    expect(filters.actions.filter((action) => action.startsWith('safety'))).toEqual([]);
    expect(filters.staff.map(({ name }) => name)).toEqual([
      'Dana Raman',
      'Jo Whitlock',
      'Mina Castellan',
      'Noor Haddad',
    ]);
  });

  it('is closed to everybody else, and to administrators of another clinic', async () => {
    for (const client of [
      ellery.mina,
      await signedIn(
        app,
        ellery.clinicId,
        await arrangeStaff(app, ellery.clinicId, 'supervisor', 'Sol'),
        'supervisor',
      ),
    ]) {
      for (const path of ['audit', 'audit/filters'])
        expect((await client.call('get', path)).status).toBe(404);
    }
    const elsewhere = await arrangeClinic(app, 'South Quay');
    const owner = await signedIn(app, elsewhere, await arrangeStaff(app, elsewhere, 'owner', 'Ola'), 'owner');
    expect((await page('', owner)).acts).toEqual([]);
    expect((await page('', owner)).acts.map(({ action }) => action)).toEqual(['audit.read']);
    expect((await owner.call('get', 'audit/filters')).body).toEqual({
      staff: [{ id: expect.any(String), name: 'Ola' }],
      actions: ['audit.read'],
    });
  });

  it('stays closed when a therapist or a person asks the database itself', async () => {
    for (const [role, actorId] of [
      ['therapist', ellery.minaId],
      ['client', ellery.rowanId],
    ]) {
      await app.db.sql('BEGIN');
      await app.db.sql(
        "SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_id', $2, true), set_config('app.actor_role', $3, true)",
        [ellery.clinicId, actorId, role],
      );
      await app.db.sql('SET LOCAL ROLE trellis_api');
      const acts = await app.db.sql('SELECT FROM app.audit_page(NULL, NULL, NULL, NULL, NULL, NULL, 10)');
      const actions = await app.db.sql('SELECT FROM app.audit_actions()');
      await app.db.sql('ROLLBACK');
      expect([role, acts.length, actions.length]).toEqual([role, 0, 0]);
    }
  });

  it('shows a person which staff read their own words, newest first, and never the partner’s', async () => {
    const before = (await openings(ellery.rowan)).openings;
    await ellery.mina.call('get', `homework/${rowanTask}`);
    await ellery.jo.call('get', `homework/${irisTask}`);
    await ellery.jo.call('get', `homework/${rowanTask}`); // refused: not her side
    const after = (await openings(ellery.rowan)).openings;
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toEqual({
      ...{ id: expect.any(String), at: expect.any(String) },
      ...{ staffName: 'Mina Castellan', staffRole: 'therapist', kind: 'homework_task' },
    });
    expect(after.map(({ staffName }) => staffName)).not.toContain('Jo Whitlock');
    const partners = (await openings(ellery.iris)).openings;
    expect([...new Set(partners.map(({ staffName }) => staffName))]).toEqual(['Jo Whitlock']);
  });

  it('pages the openings, and refuses a cursor it did not make', async () => {
    for (let n = 0; n < 25; n += 1) {
      await addAct(app.db, ellery.clinicId, {
        actorId: ellery.minaId,
        personId: ellery.rowanId,
        at: '2024-12-01T10:00:00Z',
      });
    }
    const first = await openings(ellery.rowan);
    expect(first.openings).toHaveLength(20);
    const rest = await openings(ellery.rowan, `?cursor=${first.nextCursor}`);
    const ids = [...first.openings, ...rest.openings].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rest.nextCursor).toBeNull();
    expect((await ellery.rowan.call('get', 'record/openings?cursor=abc')).status).toBe(400);
  });
});
