import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnTurnsView } from '@trellis/contracts';
import { arrangeCase, assignOne, firstMonday, travel, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { askedAboutFear, assignJointly, halfToday } from '../arrange-joint.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

const after = (seconds: number): Date => new Date(firstMonday.getTime() + seconds * 1000);

/** A safe conversation with a clock that the clinic keeps. */
describe('turns of two people', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let his: string;
  let hers: string;

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    await askedAboutFear(app, ellery);
    await app.db.sql('UPDATE couple SET stage = 2 WHERE id = $1', [ellery.coupleId]);
    for (const code of ['C03', 'C09']) await assignJointly(ellery.dana, ellery.coupleId, code);
    his = await halfToday(ellery.rowan, 'C03');
    hers = await halfToday(ellery.iris, 'C03');
  });
  afterAll(async () => app.close());

  const look = async (person: TestClient, id: string) =>
    (await person.call('get', `turns/${id}`)).body as unknown as OwnTurnsView;
  const act = (person: TestClient, id: string, body: object, version: number) =>
    person.call('post', `turns/${id}`, { body, version });
  const move = async (person: TestClient, id: string, body: object) => {
    const { version } = await look(person, id);
    const done = await act(person, id, body, version);
    expect([body, done.status]).toEqual([body, 200]);
    return done.body as unknown as OwnTurnsView;
  };

  it('begin with whoever is chosen, and both devices show the same', async () => {
    expect(await look(ellery.iris, hers)).toMatchObject({ state: 'none', turn: 0, version: 0 });
    const begun = await move(ellery.rowan, his, { act: 'start', first: 'BP' });
    expect(begun).toMatchObject({ state: 'running', turn: 0, secondsLeft: 360 });
    expect(begun.turns.map(({ by }) => by)).toEqual(['BP', 'RP', 'RP', 'RP', 'BP', 'BP']);
    expect(await look(ellery.iris, hers)).toEqual({ ...begun, taskId: hers });
  });

  it('keep their time over a reload and a pause, and go on where they were', async () => {
    travel(app, after(100));
    expect(await look(ellery.rowan, his)).toMatchObject({ secondsLeft: 260 });
    await move(ellery.iris, hers, { act: 'pause' });
    travel(app, after(500));
    expect(await look(ellery.rowan, his)).toMatchObject({ state: 'paused', secondsLeft: 260 });
    await move(ellery.rowan, his, { act: 'resume' });
    travel(app, after(900));
    expect(await look(ellery.iris, hers)).toMatchObject({ state: 'running', turn: 0, secondsLeft: 0 });
    expect(await move(ellery.iris, hers, { act: 'next' })).toMatchObject({ turn: 1, secondsLeft: 300 });
  });

  it('go to one of two who tap at once', async () => {
    const { version } = await look(ellery.rowan, his);
    const taps = [act(ellery.rowan, his, { act: 'next' }, version), act(ellery.iris, hers, { act: 'next' }, version)];
    const answers = (await Promise.all(taps)).map(({ status }) => status);
    expect(answers.sort()).toEqual([200, 412]);
    expect(await look(ellery.rowan, his)).toMatchObject({ turn: 2, version: version + 1 });
  }); // prettier-ignore

  it('stop without a reason, and nothing anywhere says who stopped', async () => {
    const traces = async (person: TestClient, id: string) => {
      await move(person, id, { act: 'start', first: 'RP' });
      await move(person, id, { act: 'stop' });
      const rows = await app.db.sql<{ row: object }>(`SELECT to_jsonb(t) - 'version' AS row FROM joint_turns t`, []);
      const { version: _, ...seen } = await look(ellery.iris, hers);
      return { rows, seen };
    };
    await move(ellery.rowan, his, { act: 'stop' });
    const byHim = await traces(ellery.rowan, his);
    expect(byHim.seen).toMatchObject({ state: 'stopped' });
    expect(await traces(ellery.iris, hers)).toEqual(byHim);
    const said = await app.db.sql<{ action: string }>(`SELECT DISTINCT action FROM audit_event WHERE action LIKE 'joint_turns.%'`, []);
    expect(said).toEqual([{ action: 'joint_turns.move' }]);
  }); // prettier-ignore

  it('rest while there is fear on either side, and say no cause', async () => {
    await app.db.sql(`UPDATE readiness_record SET outcome = 'present' WHERE side = 'BP'`, []);
    const rests = await look(ellery.rowan, his);
    expect(rests).toMatchObject({ state: 'resting' });
    const refused = await act(ellery.rowan, his, { act: 'start' }, rests.version);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'turns_refused', facts: {} }]);
    await app.db.sql(`UPDATE readiness_record SET outcome = 'absent' WHERE side = 'BP'`, []);
    expect(await look(ellery.rowan, his)).toMatchObject({ state: 'stopped' });
  });

  it('refuse what does not fit', async () => {
    const { version } = await look(ellery.rowan, his);
    for (const [body, status] of [
      [{ act: 'next' }, 409],
      [{ act: 'stop' }, 409],
      [{ act: 'run' }, 400],
      [{ act: 'start', first: 'JOINT' }, 400],
      [{ act: 'start', first: ['RP'] }, 400],
      [{}, 400],
    ] as const)
      expect([body, (await act(ellery.rowan, his, body, version)).status]).toEqual([body, status]);
    expect((await act(ellery.rowan, his, { act: 'start' }, version + 1)).status).toBe(412);
    expect((await ellery.rowan.call('post', `turns/${his}`, { body: { act: 'start' } })).status).toBe(428);
  });

  it('are there for the two alone, each by their own task', async () => {
    const theirs = await arrangeCase(app);
    const admin = await arrangeStaff(app, ellery.clinicId, 'clinic_admin', 'Pat Lowe');
    const office = await signedIn(app, ellery.clinicId, admin, 'clinic_admin');
    const without = await halfToday(ellery.rowan, 'C09');
    const alone = await assignOne(ellery.mina, ellery.rowanId, 'R01');
    for (const [person, id] of [
      [ellery.iris, his],
      [ellery.rowan, hers],
      [ellery.rowan, without],
      [ellery.rowan, alone],
      [ellery.rowan, randomUUID()],
      [ellery.rowan, 'none'],
      [theirs.rowan, his],
    ] as const) {
      expect([id, (await person.call('get', `turns/${id}`)).status]).toEqual([id, 404]);
      expect([id, (await act(person, id, { act: 'start' }, 0)).status]).toEqual([id, 404]);
    }
    for (const staff of [ellery.mina, ellery.jo, ellery.dana, theirs.mina, office])
      expect((await staff.call('get', `turns/${his}`)).status).toBe(404);
    const closed = (await app.client('home').call('get', `turns/${his}`)).status;
    expect(closed).toBe(401);
  });
});
