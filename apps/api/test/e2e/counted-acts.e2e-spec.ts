import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, asLocalDate, instantOf, templateOf, type PredictorCode } from '@trellis/domain';
import { wholeAnswers } from '@trellis/fixtures';
import type { OwnTicksView, PredictorSumView } from '@trellis/contracts';
import { OffTrackWatch } from '../../src/predictors/off-track/off-track-watch.service.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { arrangeCase, travel, type ArrangedCase } from '../arrange-case.js';
import { askedAboutFear, assignJointly } from '../arrange-joint.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const zone = 'America/Chicago';
const anchor = asLocalDate('2025-01-06');
const day = (n: number) => addDays(anchor, n);
const at = (n: number, time: string) => instantOf(day(n), time, zone);
const alone = { meetings: 0, group: 0, therapy: 0, sponsor: 0, contact_when_hard: false };
const planOn = (...days: readonly number[]) => days.map((n) => ({ what: 'A walk', when: day(n) }));

describe('what is counted of sealed answers, and of ticks', () => {
  let app: TestApp;
  let ellery: ArrangedCase;

  const ids = async (code: string, personId: string) =>
    app.db.sql<{ id: string; due_on: string; version: number }>(
      `SELECT id, due_on::text, version FROM homework_task WHERE person_id = $1 AND template_code = $2
        ORDER BY due_on, occurrence`,
      [personId, code],
    );
  const send = async (by: TestClient, id: string, version: number, answers: object, to = 'submission') => {
    const answer = await by.call(to === 'submission' ? 'post' : 'put', `homework/${id}/${to}`, {
      ...{ body: { answers }, version },
    });
    expect([to, answer.status, answer.text]).toEqual([to, 200, expect.anything()]);
  };
  const count = async (predictor: PredictorCode, key: string, by = ellery.jo) => {
    const path = `predictors/${ellery.coupleId}/sum?predictor=${predictor}&readOn=${day(13)}`;
    const { indicators } = (await by.call('get', path)).body as PredictorSumView;
    const { done, expected } = indicators.find((one) => one.key === key)!;
    return done === null ? null : [done, expected];
  };
  const ticks = async (by: TestClient = ellery.rowan) => (await by.call('get', 'ticks')).body as OwnTicksView;
  const tick = (by: TestClient, kind: string, on: unknown, kept: unknown = true) =>
    by.call('post', 'ticks', { body: { kind, on, kept } });
  const acts = () => app.db.sql('SELECT kind, side, on_day::text, amount FROM counted_act ORDER BY 1, 2, 3');

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    await askedAboutFear(app, ellery);
    await app.db.sql('UPDATE couple SET stage = 2 WHERE id = $1', [ellery.coupleId]);
    for (const [by, personId, templateCode] of [
      [ellery.mina, ellery.rowanId, 'R14'],
      [ellery.jo, ellery.irisId, 'B01'],
    ] as const) {
      const body = { personId, templateCode, startsOn: anchor, days: 14 };
      expect((await by.call('post', 'homework', { body })).status).toBe(201);
    }
    for (const code of ['C01', 'C03'])
      expect((await assignJointly(ellery.dana, ellery.coupleId, code, { days: 14 })).status).toBe(201);
  });
  afterAll(async () => app.close());

  it('has weeks with somebody from the day on which they were asked, and none before', async () => {
    expect(await count('TS', 't4')).toEqual([0, 4]);
    const [first, second] = await ids('R14', ellery.rowanId);
    const r14 = { ...wholeAnswers(templateOf('R14')!), ...alone, plan: planOn(7, 9, 9, 11, 30) };
    travel(app, at(6, '12:00'));
    await send(ellery.rowan, first!.id, first!.version, { ...r14, sponsor: 2 });
    const [b01] = await ids('B01', ellery.irisId);
    const safe = { ...wholeAnswers(templateOf('B01')!), safe_person_reached: true, safe_with_partner: 'yes' };
    travel(app, at(0, '20:00'));
    await send(ellery.iris, b01!.id, b01!.version, { ...safe, safe_now: 'yes' });
    expect(await count('TS', 't4')).toEqual([2, 4]);
    travel(app, at(13, '12:00'));
    await send(ellery.rowan, second!.id, second!.version, { ...r14, plan: planOn(14) });
    expect(await count('TS', 't4')).toEqual([2, 4]);
    expect(await count('CG', 'g3')).toEqual([0, 3]);
  });

  it('counts ticks once a day, of the days that were planned', async () => {
    for (const n of [9, 11, 11]) expect((await tick(ellery.rowan, 'activity', day(n))).status).toBe(200);
    expect((await tick(ellery.rowan, 'update', day(12))).body).toEqual({
      ...{ today: day(13), from: day(7), updates: [day(12)], activities: [day(9), day(11)] },
      planned: [day(7), day(9), day(11)],
    });
    expect([await count('CG', 'g3'), await count('PI', 'p3')]).toEqual([[2, 3], [1, 4]]); // prettier-ignore
    expect((await tick(ellery.rowan, 'activity', day(11), false)).body.activities).toEqual([day(9)]);
    expect((await tick(ellery.rowan, 'update', day(12), false)).body.updates).toEqual([]);
    expect([await count('CG', 'g3'), await count('PI', 'p3')]).toEqual([[1, 3], null]);
    await tick(ellery.rowan, 'update', day(12));
  });

  it.each<[string, unknown, unknown, unknown]>([
    ['a day that is to come', 'update', day(14), true],
    ['a day too long ago', 'update', day(6), true],
    ['another kind', 'slip', day(12), true],
    ['a list for a kind', ['update'], day(12), true],
    ['a day that is none', 'update', '2025-02-30', true],
    ['a list for a day', 'update', [day(12)], true],
    ['a long text', 'update', 'x'.repeat(9999), true],
    ['a word for yes', 'update', day(12), 'true'],
    ['nothing', undefined, undefined, undefined],
  ])('refuses %s', async (_what, kind, on, kept) => {
    const before = await acts();
    expect((await tick(ellery.rowan, kind as string, on, kept)).status).toBe(400);
    expect(await acts()).toEqual(before);
  });

  it('counts both halves, and how far the partner felt heard, not how far the other did', async () => {
    const dialogue = { ...wholeAnswers(templateOf('C03')!), good_time: 'yes' };
    const { agreed_time: _other, ...talked } = dialogue as Record<string, unknown>;
    const [hers, theirs] = [await ids('C03', ellery.irisId), await ids('C03', ellery.rowanId)];
    await send(ellery.rowan, theirs[0]!.id, theirs[0]!.version, { ...talked, felt_heard: 4 });
    expect(await count('ED', 'e2')).toEqual([0, 1]);
    await send(ellery.iris, hers[0]!.id, hers[0]!.version, { ...talked, felt_heard: 3 });
    expect(await count('ED', 'e2')).toEqual([1, 1]);
    await send(ellery.iris, hers[1]!.id, hers[1]!.version, { ...talked, felt_heard: 2 });
    expect(await count('ED', 'e2')).toEqual([1, 2]);
    const back = { version: hers[1]!.version + 1 };
    expect((await ellery.iris.call('post', `joint-work/${hers[1]!.id}/taking-up`, back)).status).toBe(200);
    expect(await count('ED', 'e2')).toEqual([1, 1]);
    const [mine] = await ids('C01', ellery.rowanId);
    await send(ellery.rowan, mine!.id, mine!.version, {
      ...wholeAnswers(templateOf('C01')!),
      ...{ self_care: undefined, boundary_kept: 'yes' },
    });
    expect(await count('PI', 'p2')).toEqual([0, 1]);
    const [half] = await ids('C01', ellery.irisId);
    await ellery.iris.call('post', `homework/${half!.id}/set-aside`, { body: { tooHard: false } });
    expect(await count('PI', 'p2')).toBeNull();
  });

  it('counts the newest answers, and nothing of an exercise that was taken back', async () => {
    const [first] = await ids('R14', ellery.rowanId);
    const again = { ...wholeAnswers(templateOf('R14')!), ...alone, plan: planOn(8) };
    const revised = await ellery.rowan.call('post', `homework/${first!.id}/revision`, {
      ...{ body: { answers: again }, version: first!.version },
    });
    expect(revised.status).toBe(200);
    expect([await count('TS', 't4'), await count('CG', 'g3')]).toEqual([[1, 4], [1, 1]]); // prettier-ignore
    await app.db.sql('UPDATE homework_task SET withdrawn_at = now() WHERE id = $1', [first!.id]);
    expect(await count('CG', 'g3')).toBeNull();
    await app.db.sql('UPDATE homework_task SET withdrawn_at = NULL WHERE id = $1', [first!.id]);
  });

  it('is looked at without opening an answer, and keeps the same after it was thrown away', async () => {
    travel(app, at(11, '18:00'));
    const { body } = await ellery.mina.call('get', `predictors/${ellery.coupleId}`);
    expect(body.predictors).toHaveLength(5);
    travel(app, at(14, '00:10'));
    const look = () =>
      app.app.get(OffTrackWatch).look({ clinicId: ellery.clinicId, coupleId: ellery.coupleId });
    const kept = () =>
      app.db.sql(
        `SELECT predictor, counts FROM predictor_reading WHERE superseded_at IS NULL AND couple_id = $1 ORDER BY 1`,
        [ellery.coupleId],
      );
    await app.db.sql(
      `INSERT INTO predictor_rating (clinic_id, id, couple_id, window_ends_on, source, rater_id, predictor, item_sum,
          answered, item_set_version, given_at)
        VALUES ($1, gen_random_uuid(), $2, $3, 'T', $4, 'TS', 10, 5, '1', now())`,
      [ellery.clinicId, ellery.coupleId, day(13), ellery.minaId],
    );
    await look();
    const before = await kept();
    expect(JSON.stringify(before)).toContain('"e2":["1/1",1]');
    await app.db.sql('DELETE FROM predictor_reading');
    await look();
    expect(await kept()).toEqual(before);
  });

  it('is the recovering person’s own: nobody else finds the page, and the partner’s day stays as it was', async () => {
    travel(app, at(13, '13:00'));
    const pages = async () => {
      const found = [];
      for (const path of [
        'homework/today',
        'homework/record',
        'predictors/current',
        'shared',
        'record/openings',
      ]) {
        const { status, text, headers } = await ellery.iris.call('get', path);
        found.push([path, status, text, headers['etag'], headers['content-length']]);
      }
      return found;
    };
    const before = await pages();
    await tick(ellery.rowan, 'activity', day(13));
    await tick(ellery.rowan, 'update', day(13));
    expect(await pages()).toEqual(before);
    expect((await ticks()).activities).toContain(day(13));
    const other = await arrangeCase(app);
    travel(app, at(13, '13:00'));
    const staffed = async (role: 'therapist' | 'clinic_admin', name: string) =>
      signedIn(app, ellery.clinicId, await arrangeStaff(app, ellery.clinicId, role, name), role);
    const [outside, admin] = [await staffed('therapist', 'Ola'), await staffed('clinic_admin', 'Ada')];
    expect((await ticks(other.rowan)).updates).toEqual([]);
    for (const by of [ellery.iris, ellery.mina, ellery.jo, ellery.dana, outside, admin])
      for (const answer of [await by.call('get', 'ticks'), await tick(by, 'update', day(13))])
        expect([404, 403]).toContain(answer.status);
    for (const by of [outside, admin, other.mina])
      expect((await by.call('get', `predictors/${ellery.coupleId}`)).status).toBe(404);
    const record = await admin.call('get', 'audit');
    expect([record.status, record.text.includes('ticks')]).toEqual([200, false]);
    const own = await app.db.sql("SELECT DISTINCT person_id FROM audit_event WHERE action = 'ticks.set'");
    expect(own).toEqual([{ person_id: ellery.rowanId }]);
  });
});
