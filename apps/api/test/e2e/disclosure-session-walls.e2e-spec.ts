import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisclosureSessionView, OwnDisclosureSessionView } from '@trellis/contracts';
import { scheduled, sessionAt, type ReadyCase } from '../arrange-session.js';
import { arrangeCase, travel } from '../arrange-case.js';
import { arrangeClinic, arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const nobody = '99999999-9999-4999-8999-999999999999';

describe('who learns what of the session of a disclosure', () => {
  let app: TestApp;
  let ours: ReadyCase;

  beforeAll(async () => {
    app = await testApp();
    ours = await scheduled(app);
  });
  afterAll(async () => app.close());

  const reads = ['', '/office', `/collisions?startsAt=2025-03-28T15:00:00Z`, '/plans/RP', '/plans/BP'];
  const plan = (text: string) => ({ lines: [{ line: 'sleep', text }] });

  it('C-11 answers strangers for a real couple as for one that does not exist', async () => {
    const other = await arrangeClinic(app, 'Elsewhere');
    const strangers: [string, TestClient][] = [];
    for (const [name, clinicId, role] of [
      ['therapist outside the team', ours.clinicId, 'therapist'],
      ['supervisor', ours.clinicId, 'supervisor'],
      ['therapist elsewhere', other, 'therapist'],
      ['owner elsewhere', other, 'owner'],
    ] as const) {
      const id = await arrangeStaff(app, clinicId, role, name);
      strangers.push([name, await signedIn(app, clinicId, id, role)]);
    }
    for (const [name, client] of strangers)
      for (const read of reads) {
        const [real, unreal] = [
          await client.call('get', `disclosure-sessions/${ours.coupleId}${read}`),
          await client.call('get', `disclosure-sessions/${nobody}${read}`),
        ];
        expect({ name, read, status: real.status, code: real.body.code }).toEqual({
          ...{ name, read, status: unreal.status, code: unreal.body.code },
        });
        expect(real.status).toBeGreaterThanOrEqual(403);
      }
  });

  it('keeps a plan for its author and the therapists of their side, and says who read it', async () => {
    const saved = await ours.iris.call('put', 'disclosure-session/plans/B', {
      body: plan('at my sister’s'),
      version: 0,
    });
    expect([saved.status, saved.body.version]).toEqual([200, 1]);
    const at = (side: string) => `disclosure-sessions/${ours.coupleId}/plans/${side}`;
    expect((await ours.jo.call('get', at('BP'))).body.plans).toMatchObject([
      { form: 'B', lines: [{ line: 'sleep', text: 'at my sister’s' }] },
    ]);
    for (const other of [ours.mina, ours.dana])
      expect([(await other.call('get', at('BP'))).status, (await other.call('get', at(''))).status]).toEqual([
        404, 404,
      ]);
    for (const other of [ours.mina, ours.dana])
      expect((await other.call('get', `disclosure-sessions/${ours.coupleId}`)).body.plans).toEqual([]);
    expect((await ours.rowan.call('get', 'disclosure-session/plans')).body).toEqual({ plans: [] });
    const opened = await app.db.sql<{ actor_id: string }>(
      "SELECT actor_id FROM audit_event WHERE action = 'session_plan.read' AND person_id = $1",
      [ours.irisId],
    );
    expect(opened).toEqual([{ actor_id: ours.joId }]);
    const stale = await ours.iris.call('put', 'disclosure-session/plans/B', {
      body: plan('elsewhere'),
      version: 0,
    });
    expect(stale.status).toBe(412);
    const wrong = { lines: [{ line: 'nothing', text: '' }] };
    expect(
      (await ours.iris.call('put', 'disclosure-session/plans/A', { body: wrong, version: 0 })).status,
    ).toBe(400);
    expect(
      (await ours.iris.call('put', 'disclosure-session/plans/D', { body: plan('x'), version: 0 })).status,
    ).toBe(404);
  });

  it('C-3 shows nothing of one person to the other: the same bytes and statements before and after', async () => {
    const look = async (): Promise<string> =>
      JSON.stringify((await ours.iris.call('get', 'disclosure-session')).body);
    const before = await look();
    await ours.rowan.call('put', 'disclosure-session/logistics', {
      body: { line: 'sleeping', confirmed: true },
    });
    await ours.rowan.call('put', 'disclosure-session/plans/C', { body: plan('a hotel'), version: 0 });
    const body = { kind: 'exam', from: '2025-05-01', to: '2025-05-01' };
    await ours.rowan.call('post', 'disclosure-session/dates', { body });
    await ours.mina.call('put', `disclosure-sessions/${ours.coupleId}/logistics`, {
      body: { line: 'plan_rp', confirmed: true },
    });
    await ours.mina.call('put', `disclosure-sessions/${ours.coupleId}/day-checks/RP`, {
      ...{ body: { sober: false, slept: null, safe: null }, version: 0 },
    });
    expect(await look()).toBe(before);
  });

  it('lets each confirm what is theirs alone', async () => {
    const put = async (
      by: TestClient,
      line: string,
      path = `disclosure-sessions/${ours.coupleId}/logistics`,
    ) => (await by.call('put', path, { body: { line, confirmed: true } })).status;
    expect(await put(ours.mina, 'phones')).toBe(200);
    expect(await put(ours.jo, 'phones')).toBe(404);
    expect(await put(ours.jo, 'plan_bp')).toBe(200);
    expect(await put(ours.mina, 'plan_bp')).toBe(404);
    expect(await put(ours.mina, 'transport')).toBe(404);
    expect(await put(ours.iris, 'phones', 'disclosure-session/logistics')).toBe(404);
    expect(await put(ours.iris, 'transport', 'disclosure-session/logistics')).toBe(200);
    const back = await ours.iris.call('put', 'disclosure-session/logistics', {
      body: { line: 'transport', confirmed: false },
    });
    const { logistics } = back.body as OwnDisclosureSessionView;
    expect(logistics.find(({ line }) => line === 'transport')?.confirmed).toBe(false);
  });

  it('opens the check of the day in its last 24 hours, to its person alone', async () => {
    const day = { sober: true, slept: true, safe: true, consentReaffirmed: true };
    const say = async (version = 0) =>
      ours.rowan.call('put', 'disclosure-session/day-check', { body: day, version });
    expect((await say()).body.facts).toEqual({ reason: 'not_yet' });
    travel(app, new Date(sessionAt.getTime() - 24 * 3_600_000));
    expect((await say()).body.dayCheck).toMatchObject({ open: true, version: 1, answers: { sober: true } });
    expect((await say()).status).toBe(412);
    expect((await say(1)).body.dayCheck.version).toBe(2);
  });

  it('looks the same to both while it is paused for safety and while it is put off', async () => {
    const { coupleId, processId } = ours;
    const look = async (): Promise<string> =>
      JSON.stringify((await ours.iris.call('get', 'disclosure-session')).body);
    await app.db.sql("UPDATE disclosure_process SET state = 'DAY_OF_CHECK' WHERE id = $1", [processId]);
    const seen = await ours.mina.call('get', `disclosure-sessions/${coupleId}`);
    const version = (seen.body as DisclosureSessionView).processVersion;
    const held = await ours.mina.call('post', `disclosure-sessions/${coupleId}/no-go`, {
      ...{ body: { kind: 'hold', reason: 'safety' }, version },
    });
    expect(held.body.state).toBe('ON_HOLD');
    const onHold = await look();
    await app.db.sql("UPDATE disclosure_process SET state = 'DAY_OF_CHECK' WHERE id = $1", [processId]);
    await app.db.sql('DELETE FROM disclosure_hold WHERE process_id = $1', [processId]);
    const off = await ours.jo.call('post', `disclosure-sessions/${coupleId}/no-go`, {
      ...{ body: { kind: 'postpone' }, version: version + 1 },
    });
    expect(off.body.state).toBe('SCHEDULED');
    expect(await look()).toBe(onHold);
    expect(JSON.parse(onHold)).toMatchObject({ appointment: null, run: null, logistics: [] });
  });

  it('tells facts to whoever decides, and to nobody else', async () => {
    const told = async (clinicId: string, id: string, role: string): Promise<boolean> => {
      await app.db.sql('BEGIN');
      await app.db.sql(
        `SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_id', $2, true),
          set_config('app.actor_role', $3, true)`,
        [clinicId, id, role],
      );
      await app.db.sql('SET LOCAL ROLE trellis_api');
      const [row] = await app.db.sql<{ facts: unknown }>('SELECT app.disclosure_session_facts($1) AS facts', [
        ours.coupleId,
      ]);
      await app.db.sql('ROLLBACK');
      return row?.facts !== null;
    };
    const other = await arrangeCase(app);
    const { clinicId } = ours;
    expect(await told(clinicId, ours.danaId, 'therapist')).toBe(true);
    expect(await told(clinicId, ours.irisId, 'client')).toBe(true);
    expect(await told(clinicId, nobody, 'clinic_admin')).toBe(true);
    expect(await told(clinicId, nobody, 'system')).toBe(true);
    expect(await told(clinicId, nobody, 'therapist')).toBe(false);
    expect(await told(clinicId, nobody, 'supervisor')).toBe(false);
    expect(await told(other.clinicId, other.minaId, 'therapist')).toBe(false);
    expect(await told(other.clinicId, nobody, 'system')).toBe(false);
    expect(await told(other.clinicId, ours.minaId, 'therapist')).toBe(false);
  });
});
