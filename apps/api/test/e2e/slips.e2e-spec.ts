import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseSlipsView, OwnSlipsView } from '@trellis/contracts';
import { as, processIn, standingOf } from '../arrange-aftercare.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { asClinicId } from '@trellis/domain';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

/** The worked example: Wednesday 19 February 22:40, logged on the 20th at 09:10 in Chicago. */
const slipAt = '2025-02-20T04:40:00.000Z';
const loggedAt = new Date('2025-02-20T15:10:00Z');
const slip = { stopCheck: 'no', slipAt, level: 'slip', partner: 'not_yet' } as const;

describe('slips', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let page: string;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(async () => app.close());
  beforeEach(async () => {
    ours = await arrangeCase(app);
    page = `slips/${ours.coupleId}`;
    travel(app, loggedAt);
  });

  const state = async (): Promise<string> => {
    const [row] = await app.db.sql<{ state: string }>(
      'SELECT state FROM disclosure_process WHERE couple_id = $1',
      [ours.coupleId],
    );
    return row?.state ?? '';
  };
  const log = (changes: object = {}): ReturnType<TestClient['call']> =>
    ours.rowan.call('post', 'slips', { body: { ...slip, ...changes } });

  it.each(['READY', 'VERIFYING', 'SCHEDULED', 'DAY_OF_CHECK'] as const)(
    'make %s fall back to preparing at once, with neutral words to the other side alone',
    async (before) => {
      await processIn(app, ours, before, {
        sessionAt: '2025-02-28T16:00:00Z',
        readyUntil: '2025-03-03T16:00:00Z',
      });
      expect((await log()).status).toBe(200);
      expect(await state()).toBe('PREPARING');
      const [step] = await app.db.sql(
        `SELECT event, at, acting_role FROM disclosure_event WHERE couple_id = $1 AND table_row = 12`,
        [ours.coupleId],
      );
      expect(step).toEqual({ event: 'slip_logged', at: loggedAt, acting_role: 'SYSTEM' });
      const notices = await app.db.sql<{ words: string }>(
        'SELECT DISTINCT words FROM disclosure_notice WHERE couple_id = $1',
        [ours.coupleId],
      );
      expect(notices.every(({ words }) => !/slip/.test(words))).toBe(true);
    },
  );

  it.each(['CONSIDERING', 'PREPARING', 'AFTERCARE', 'ON_HOLD', 'STOPPED'] as const)(
    'move nothing in %s, and count all the same',
    async (before) => {
      await processIn(app, ours, before);
      expect((await log()).status).toBe(200);
      expect(await state()).toBe(before);
      const actor = { clinicId: asClinicId(ours.clinicId), id: ours.minaId, role: 'therapist' } as const;
      const standing = await as(app, actor, () => standingOf(app, ours));
      expect(standing?.snapshot).toMatchObject({ lastSlipAt: new Date(slipAt), slipTold: false });
    },
  );

  it.each(['PARTNER_THERAPIST_REVIEW', 'ON_HOLD'] as const)(
    'take back the signatures resting in %s',
    async (before) => {
      const processId = await processIn(app, ours, before, { readyUntil: '2025-03-03T16:00:00Z' });
      await app.db.sql(
        `INSERT INTO disclosure_signature VALUES ($1, gen_random_uuid(), $2, $3, 'readiness', 'RP', $4, now(), 1, NULL)`,
        [ours.clinicId, processId, ours.coupleId, ours.minaId],
      );
      expect((await log()).status).toBe(200);
      const actor = { clinicId: asClinicId(ours.clinicId), id: ours.minaId, role: 'therapist' } as const;
      const standing = await as(app, actor, () => standingOf(app, ours));
      expect(standing?.snapshot.readinessSigned).toEqual({ RP: null, BP: null, JOINT: null });
      expect([standing?.state, standing?.snapshot.readyUntil]).toEqual([before, null]);
    },
  );

  it('that almost happened are kept, and move nothing', async () => {
    await processIn(app, ours, 'READY', { readyUntil: '2025-03-03T16:00:00Z' });
    expect((await log({ level: 'near_slip' })).status).toBe(200);
    expect(await state()).toBe('READY');
  });

  it('are not written down where someone under 18 or a crime could be involved; a call is asked for', async () => {
    const answer = await log({ stopCheck: 'could_be', words: 'never to be kept' });
    expect(answer.body).toEqual({ stopped: true, slip: null });
    expect(await app.db.sql('SELECT id FROM slip WHERE couple_id = $1', [ours.coupleId])).toEqual([]);
    const alerts = await app.db.sql('SELECT side, kind FROM aftercare_alert WHERE couple_id = $1', [
      ours.coupleId,
    ]);
    expect(alerts).toEqual([{ side: 'RP', kind: 'slip_stop_and_call' }]);
  });

  it('have their deadlines, and are settled when both were told', async () => {
    const { id } = ((await log()).body as { slip: { id: string } }).slip;
    const one = async (): Promise<OwnSlipsView['slips'][number] | undefined> =>
      ((await ours.rowan.call('get', 'slips')).body as OwnSlipsView).slips.find((row) => row.id === id);
    expect(await one()).toMatchObject({
      therapistBy: '2025-02-21T04:40:00.000Z',
      partnerBy: '2025-02-23T04:40:00.000Z',
      gaps: ['therapist_not_told', 'partner_not_told'],
      overdue: [],
      version: 1,
    });
    const planned = { partner: 'with_therapist_planned', partnerAt: '2025-02-21T00:00:00Z' };
    const stale = await ours.rowan.call('post', `slips/${id}/telling`, { body: planned, version: 7 });
    expect(stale.status).toBe(412);
    await ours.rowan.call('post', `slips/${id}/telling`, { body: planned, version: 1 });
    // With the telling planned, whoever holds the joint work knows of it, and may say that it was done.
    expect(((await ours.dana.call('get', page)).body as CaseSlipsView).slips).toHaveLength(1);
    travel(app, new Date('2025-02-21T16:00:00Z'));
    const told = {
      partner: 'told',
      partnerAt: '2025-02-21T00:00:00Z',
      therapistToldAt: '2025-02-20T15:10:00Z',
    };
    const answer = await ours.dana.call('post', `${page}/${id}/telling`, { body: told, version: 2 });
    expect(answer.body).toMatchObject({ gaps: [], overdue: [], partnerAt: '2025-02-21T00:00:00.000Z' });
    const ahead = { partner: 'told', partnerAt: '2026-02-21T00:00:00Z' };
    const wrong = await ours.mina.call('post', `${page}/${id}/telling`, { body: ahead, version: 3 });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'slip_time_wrong']);
  });

  it('L-1 open their words to the own therapist alone, and say who read them', async () => {
    const logged = await log({ words: 'late at night, alone' });
    const { id } = (logged.body as { slip: { id: string } }).slip;
    const opened = await ours.mina.call('get', `${page}/${id}`);
    expect(opened.body).toEqual({ words: 'late at night, alone' });
    for (const other of [ours.jo, ours.dana])
      expect((await other.call('get', `${page}/${id}`)).status).toBe(404);
    expect((await ours.jo.call('get', page)).status).toBe(404);
    const read = await app.db.sql(
      `SELECT actor_id, person_id FROM audit_event WHERE action = 'slip.read' AND resource_id = $1`,
      [id],
    );
    expect(read).toEqual([{ actor_id: ours.minaId, person_id: ours.rowanId }]);
  });

  it('are not known to have been none before somebody asked', async () => {
    await processIn(app, ours, 'PREPARING');
    const actor = { clinicId: asClinicId(ours.clinicId), id: ours.minaId, role: 'therapist' } as const;
    const last = async (): Promise<unknown> =>
      (await as(app, actor, () => standingOf(app, ours)))?.snapshot.lastSlipAt;
    expect(await last()).toBeUndefined();
    expect((await ours.jo.call('post', `${page}/asked`)).status).toBe(404);
    expect((await ours.mina.call('post', `${page}/asked`)).status).toBe(204);
    expect(await last()).toBeNull();
  });

  it('logged by the therapist as new material undo a readiness too', async () => {
    await processIn(app, ours, 'SCHEDULED', {
      sessionAt: '2025-02-28T16:00:00Z',
      readyUntil: '2025-03-03T16:00:00Z',
    });
    const body = { kind: 'new_material', slipAt: '2024-06-01T12:00:00Z', words: 'an older account' };
    expect((await ours.jo.call('post', page, { body })).status).toBe(404);
    expect((await ours.mina.call('post', page, { body })).status).toBe(200);
    expect(await state()).toBe('PREPARING');
    const actor = { clinicId: asClinicId(ours.clinicId), id: ours.minaId, role: 'therapist' } as const;
    const standing = await as(app, actor, () => standingOf(app, ours));
    expect(standing?.snapshot.lastSlipAt).toBeUndefined();
  });

  it('C-3 leave every answer that the partner gets the same, byte for byte', async () => {
    await processIn(app, ours, 'PREPARING');
    const before = await answersOf(ours.iris);
    const logged = await log({ words: 'a slip' });
    const { id } = (logged.body as { slip: { id: string } }).slip;
    expect(await answersOf(ours.iris, id)).toEqual(before);
  });
});

/** Everything a partner can ask of the time around a disclosure, with ids and times of the answers masked. */
async function answersOf(
  client: TestClient,
  slipId = '99999999-9999-4999-8999-999999999999',
): Promise<unknown[]> {
  const asked: unknown[] = [];
  for (const path of [
    'aftercare',
    'aftercare/departure',
    'slips',
    'homework/today',
    'homework/record',
    'record/openings',
    'disclosure',
  ]) {
    const { status, body } = await client.call('get', path);
    asked.push([path, status, masked(body)]);
  }
  const telling = { partner: 'told', partnerAt: slipAt };
  for (const [path, body, version] of [
    [`slips/${slipId}/telling`, telling, 1],
    ['slips', slip, undefined],
    ['aftercare/corrections', { recalledAt: slipAt }, undefined],
  ] as const) {
    const answer = await client.call('post', path, version === undefined ? { body } : { body, version });
    asked.push([path.replace(slipId, 'id'), answer.status, masked(answer.body)]);
  }
  return asked;
}

function masked(body: unknown): string {
  return JSON.stringify(body)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'time');
}
