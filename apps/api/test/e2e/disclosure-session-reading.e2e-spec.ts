import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { headers, type DisclosureSessionView } from '@trellis/contracts';
import { putAt, writeWhole } from '../arrange-document.js';
import { scheduled, sessionAt, type ReadyCase } from '../arrange-session.js';
import { travel } from '../arrange-case.js';
import { signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const mark = 'cnry-read-aloud';
const good = {
  ...{ sober: true, slept: true, safe: true, consentReaffirmed: true },
  ...{ transportConfirmed: true, childCareConfirmed: true },
};

describe('reading along without a copy', () => {
  let app: TestApp;
  let ours: ReadyCase;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    ours = await scheduled(app);
    await putAt(app, ours.coupleId, 'PREPARING');
    await writeWhole(ours.rowan, mark);
    await putAt(app, ours.coupleId, 'DAY_OF_CHECK');
    to(0);
    await act('put', 'setting', { telehealth: false, marks: [] });
    for (const [by, side] of [
      [ours.mina, 'RP'],
      [ours.jo, 'BP'],
    ] as const)
      await by.call('put', path(`/day-checks/${side}`), { body: good, version: 0 });
    await step('go');
    for (let part = 0; part < 3; part += 1) await act('post', 'parts', { endingEarly: false });
  });
  afterAll(async () => app.close());

  const to = (minutes: number): void => travel(app, new Date(sessionAt.getTime() + minutes * 60_000));
  const path = (rest = '') => `disclosure-sessions/${ours.coupleId}${rest}`;
  const view = async (): Promise<DisclosureSessionView> =>
    (await ours.mina.call('get', path())).body as DisclosureSessionView;
  const act = async (method: 'put' | 'post', rest: string, body: object, by = ours.mina) => {
    const { version } = (await view()).run!;
    return by.call(method, path(`/run/${rest}`), { version, body });
  };
  const step = async (name: string) => {
    const { processVersion } = await view();
    const answer = await ours.mina.call('post', path(`/${name}`), { version: processVersion });
    if (answer.status !== 200) throw new Error(answer.text);
  };
  const allow = async (by = ours.jo) => act('put', 'reading', { allowed: true }, by);
  const open = async (by: TestClient = ours.iris) => by.call('post', 'disclosure-session/reading');
  const read = async (token: string, by: TestClient = ours.iris) =>
    by.call('get', 'disclosure-session/reading', { headers: { [headers.readingToken]: token } });

  it('is closed until the therapist of the partner or the lead opens it', async () => {
    expect((await open()).status).toBe(404);
    expect((await allow(ours.dana)).status).toBe(404);
    expect((await ours.iris.call('get', 'disclosure-session')).body.run.readingOpen).toBe(false);
    expect((await allow()).body.run.readingUntil).toBe('2025-03-28T15:40:00.000Z');
    expect((await ours.iris.call('get', 'disclosure-session')).body.run.readingOpen).toBe(true);
    expect((await ours.rowan.call('get', 'disclosure-session')).body.run.readingOpen).toBe(false);
    const place = await open();
    expect([place.status, place.body.endsAt]).toEqual([200, '2025-03-28T15:40:00.000Z']);
    const shown = await read(place.body.token);
    expect(shown.headers['cache-control']).toBe('no-store');
    expect(shown.body.sections).toHaveLength(9);
    expect(shown.body.sections[0]).toEqual({ id: 'a', text: `${mark} second a` });
    expect(shown.body.watermark).toEqual({ name: 'Iris', at: '2025-03-28T15:00:00.000Z' });
    const opened = await app.db.sql<{ n: number }>(
      "SELECT count(*)::int AS n FROM audit_event WHERE person_id = $1 AND action LIKE '%.read' AND actor_id = $2",
      [ours.rowanId, ours.irisId],
    );
    expect(opened).toEqual([{ n: 1 }]);
  });

  it('is for this person on this device with this token alone', async () => {
    await allow();
    const { token } = (await open()).body;
    const phone = await signedIn(app, ours.clinicId, ours.irisId, 'client');
    expect((await read(token)).status).toBe(200);
    expect((await read(token, phone)).status).toBe(404);
    expect((await read(token, ours.rowan)).status).toBe(404);
    expect((await open(ours.rowan)).status).toBe(404);
    expect((await read('')).status).toBe(404);
    expect((await read(`x${String(token)}`)).status).toBe(404);
    const second = (await open(phone)).body.token;
    expect((await read(second, phone)).status).toBe(200);
    expect((await read(token)).status).toBe(404);
    expect((await read(second)).status).toBe(404);
  });

  it('is gone with its time, with a pause, with the next part and with the end', async () => {
    await allow();
    const first = (await open()).body.token;
    to(39);
    expect((await read(first)).status).toBe(200);
    to(40);
    expect((await read(first)).status).toBe(404);
    expect((await open()).status).toBe(404);
    await allow();
    const second = (await open()).body.token;
    expect((await read(second)).status).toBe(200);
    await ours.rowan.call('post', 'disclosure-session/pause');
    expect((await read(second)).status).toBe(404);
    to(45);
    await step('continue');
    expect((await read(second)).status).toBe(404);
    await allow();
    expect((await read(second)).status).toBe(404);
    const third = (await open()).body.token;
    expect((await read(third)).status).toBe(200);
    await act('put', 'reading', { allowed: false });
    expect((await read(third)).status).toBe(404);
    await allow();
    const fourth = (await open()).body.token;
    await act('post', 'parts', { endingEarly: false });
    expect((await read(fourth)).status).toBe(404);
    expect((await allow()).body.facts).toEqual({ reason: 'not_reading' });
  });

  it('keeps no token and no word where they could be read again', async () => {
    await allow();
    const { token } = (await open()).body;
    await read(token);
    const rows = await app.db.sql<{ text: string }>('SELECT r::text AS text FROM session_reading r');
    const kept = await app.db.sql<{ text: string }>('SELECT r::text AS text FROM idempotency_record r');
    const hex = [token, mark].map((text) => Buffer.from(String(text)).toString('hex'));
    for (const { text } of [...rows, ...kept])
      for (const word of [token, mark, ...hex]) expect(text).not.toContain(word);
  });
});
