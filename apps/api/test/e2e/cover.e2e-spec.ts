import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CoverView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import { CoverService } from '../../src/cover/cover.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { arrangeClinic, arrangeStaff, signedIn, type StaffRole } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

describe('the cover rota', () => {
  let app: TestApp;
  let clinicId: string;
  let mina: { id: string; client: TestClient };
  let jo: { id: string; client: TestClient };
  let admin: TestClient;

  const person = async (role: StaffRole, name: string, clinic = clinicId) => {
    const id = await arrangeStaff(app, clinic, role, name);
    return { id, client: await signedIn(app, clinic, id, role) };
  };
  const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
  const add = (by: TestClient, body: object) =>
    by.call('post', 'cover', { body: { from: at(-1), to: at(5), ...body } });
  const list = async (by: TestClient) => (await by.call('get', 'cover')).body as CoverView;

  beforeAll(async () => {
    app = await testApp();
    clinicId = await arrangeClinic(app);
    mina = await person('therapist', 'Mina Castellan');
    jo = await person('therapist', 'Jo Whitlock');
    admin = (await person('clinic_admin', 'Noor Haddad')).client;
  });
  afterAll(async () => app.close());
  beforeEach(async () => app.db.sql('DELETE FROM cover'));

  it('is kept by each therapist for themselves, and seen by who stands in', async () => {
    expect((await add(mina.client, { coveredBy: jo.id })).status).toBe(204);
    const [entry] = (await list(jo.client)).entries;
    expect(entry).toMatchObject({ staffName: 'Mina Castellan', coveredByName: 'Jo Whitlock', mine: false });
    expect((await list(mina.client)).entries).toEqual([{ ...entry, mine: true }]);
    expect((await list((await person('therapist', 'Ola Brandt')).client)).entries).toEqual([]);
    expect((await jo.client.call('delete', `cover/${entry?.id ?? ''}`)).status).toBe(404);
    expect((await mina.client.call('delete', `cover/${entry?.id ?? ''}`)).status).toBe(204);
    expect((await list(mina.client)).entries).toEqual([]);
    expect((await mina.client.call('delete', `cover/${entry?.id ?? ''}`)).status).toBe(404);
  });

  it('is kept for everybody by the office alone', async () => {
    expect((await add(jo.client, { staffId: mina.id, coveredBy: jo.id })).status).toBe(404);
    expect((await add(admin, { staffId: mina.id, coveredBy: jo.id })).status).toBe(204);
    const [entry] = (await list(admin)).entries;
    expect(entry).toMatchObject({ staffName: 'Mina Castellan', mine: true });
    expect((await admin.call('delete', `cover/${entry?.id ?? ''}`)).status).toBe(204);
  });

  it.each([
    ['oneself', () => add(mina.client, { coveredBy: mina.id }), 'cover_dates_wrong'],
    ['a time that is over', () => add(mina.client, { coveredBy: jo.id, to: at(-0.1) }), 'cover_dates_wrong'],
    ['an admin', () => add(admin, { coveredBy: jo.id }), 'cover_colleague_unknown'],
    [
      'a day without an hour',
      () => add(mina.client, { coveredBy: jo.id, to: '2099-01-01' }),
      'invalid_request',
    ],
  ])('refuses %s', async (_, act, code) => {
    expect((await act()).body.code).toBe(code);
  });

  it('is not there for another clinic, a supervisor, a person or a stranger', async () => {
    await add(mina.client, { coveredBy: jo.id });
    const other = await person('clinic_admin', 'Far', await arrangeClinic(app, 'South Quay'));
    expect((await list(other.client)).entries).toEqual([]);
    expect((await add(other.client, { staffId: mina.id, coveredBy: jo.id })).body.code).toBe(
      'cover_colleague_unknown',
    );
    const { client: supervisor } = await person('supervisor', 'Sol Meyer');
    expect((await supervisor.call('get', 'cover')).status).toBe(404);
    expect((await app.client('home').raw('get', '/api/clinic/cover')).status).toBe(404);
    expect((await app.client('clinic').call('get', 'cover')).status).toBe(401);
  });

  it('says who hears of a safety alert now', async () => {
    const heard = () =>
      app.app.get(UnitOfWork).run(() => app.app.get(CoverService).safetyRecipients([mina.id]), {
        ...{ clinicId: asClinicId(clinicId), id: clinicId, role: 'system' },
      });
    await add(mina.client, { coveredBy: jo.id, from: at(1) });
    expect(await heard()).toEqual({ staff: [mina.id], nobody: false });
    await add(mina.client, { coveredBy: jo.id });
    expect(await heard()).toEqual({ staff: [mina.id, jo.id], nobody: false });
    for (const { id } of (await list(mina.client)).entries) await mina.client.call('delete', `cover/${id}`);
    expect(await heard()).toEqual({ staff: [mina.id], nobody: false });
  });
});
