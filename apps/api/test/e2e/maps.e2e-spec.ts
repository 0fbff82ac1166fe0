import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnMapView } from '@trellis/contracts';
import { arrangeCase, firstMonday, travel, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { askedAboutFear, assignJointly } from '../arrange-joint.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

type Map = Readonly<Record<string, string>>;
const rowsOf = (map: Map) =>
  Object.entries(map).map(([domain, answer]) => ({
    ...{ domain, answer },
    ...(answer === 'maybe' ? { condition: `slowly, ${domain}` } : {}),
  }));

/** Two maps of a couple in stage 3. */
describe('maps of preferences', () => {
  let app: TestApp;
  let birch: ArrangedCase;
  let round = 0;

  beforeAll(async () => {
    app = await testApp();
    birch = await arrangeCase(app);
    await askedAboutFear(app, birch);
    await app.db.sql('UPDATE couple SET stage = 3 WHERE id = $1', [birch.coupleId]);
    await app.db.sql("INSERT INTO stage_gate VALUES ($1, $2, $3, 3, now(), $4, 180, '2025-07-01')", [
      ...[birch.clinicId, randomUUID(), birch.coupleId, birch.minaId],
    ]);
  });
  afterAll(async () => app.close());

  /** A new pair of maps; each is handed in by its author. */
  const maps = async (his: Map | null, hers: Map | null) => {
    round += 1;
    const startsOn = `2025-02-${String(round).padStart(2, '0')}`;
    const made = await assignJointly(birch.dana, birch.coupleId, 'C14', { startsOn, days: 1 });
    expect(made.status).toBe(201);
    const [{ id: work }] = made.body as unknown as [{ id: string }];
    await app.db.sql("UPDATE homework_task SET opens_on = '2025-01-06' WHERE template_code = 'C14'", []);
    const [row] = await app.db.sql<{ rp: string; bp: string }>('SELECT rp_task_id AS rp, bp_task_id AS bp FROM joint_work WHERE id = $1', [work]); // prettier-ignore
    if (his !== null) await handIn(birch.rowan, row!.rp, his);
    if (hers !== null) await handIn(birch.iris, row!.bp, hers);
    return { work, his: row!.rp, hers: row!.bp };
  };
  const handIn = async (person: TestClient, id: string, map: Map) => {
    const { version } = (await person.call('get', `homework/${id}`)).body;
    const sent = { body: { answers: { map: rowsOf(map) } }, version: Number(version) };
    expect((await person.call('post', `homework/${id}/submission`, sent)).status).toBe(200);
  };
  const approve = (by: TestClient, work: string, side: unknown) =>
    by.call('post', `preference-maps/${work}/approval`, { body: { side } });
  const bothApprove = async (work: string) => {
    expect((await approve(birch.mina, work, 'RP')).status).toBe(200);
    expect((await approve(birch.jo, work, 'BP')).status).toBe(200);
  };
  const look = async (person: TestClient, id: string) =>
    (await person.call('get', `preference-maps/${id}`)).body as unknown as OwnMapView;
  const his = {
    kissing: 'yes',
    words: 'maybe',
    toys: 'no',
    nudity: 'do_not_ask',
    oral: 'yes',
    manual: 'yes',
  };
  const hers = { kissing: 'maybe', words: 'yes', toys: 'yes', nudity: 'yes', oral: 'no' };

  it('show only topics that neither closed, once both are in and approved, and look alike before', async () => {
    const pair = await maps(his, null);
    const before = JSON.stringify(await look(birch.rowan, pair.his));
    expect(JSON.parse(before)).toEqual({ rests: null, rows: [], taken: [] });
    await approve(birch.mina, pair.work, 'RP');
    expect((await approve(birch.jo, pair.work, 'BP')).body.code).toBe('map_refused');
    const { version } = (await birch.rowan.call('get', `joint-work/${pair.his}`)).body;
    travel(app, new Date(firstMonday.getTime() + 3_600_000));
    await birch.rowan.call('post', `joint-work/${pair.his}/taking-up`, { version: Number(version) });
    await handIn(birch.rowan, pair.his, his);
    await handIn(birch.iris, pair.hers, hers);
    expect(JSON.stringify(await look(birch.rowan, pair.his))).toBe(before);
    // What was approved before it was taken up again is looked at again.
    expect((await approve(birch.jo, pair.work, 'BP')).status).toBe(200);
    expect(JSON.stringify(await look(birch.rowan, pair.his))).toBe(before);
    expect((await approve(birch.mina, pair.work, 'RP')).status).toBe(200);
    const seen = await look(birch.iris, pair.hers);
    expect(seen.rows.map(({ domain, rp, bp }) => [domain, rp, bp])).toEqual([
      ['kissing', { answer: 'yes', condition: null }, { answer: 'maybe', condition: 'slowly, kissing' }],
      ['words', { answer: 'maybe', condition: 'slowly, words' }, { answer: 'yes', condition: null }],
    ]);
    expect((await look(birch.rowan, pair.his)).rows).toEqual(seen.rows);
    const joint = (await birch.iris.call('get', `joint-work/${pair.hers}`)).body;
    expect(joint).toMatchObject({ revealed: true, theirs: null });
    const team = (await birch.dana.call('get', `preference-maps/${pair.work}`)).body;
    expect(team).toEqual({ sides: [], rows: seen.rows });
    expect((await birch.dana.call('get', `joint-work/${pair.work}`)).body.halves).toEqual([]);
  });

  it('hide a no as they hide no answer, "do not ask" and what was taken back', async () => {
    const shown = async (closed: Map, takeBack?: string) => {
      const pair = await maps(his, { ...closed, words: 'yes' });
      await bothApprove(pair.work);
      if (takeBack !== undefined) {
        const body = { domain: takeBack };
        const taken = await birch.iris.call('post', `preference-maps/${pair.hers}/taking-back`, { body });
        expect([taken.status, taken.body.taken]).toEqual([200, [takeBack]]);
      }
      const joint = (await birch.rowan.call('get', `joint-work/${pair.his}`)).body;
      return JSON.stringify([await look(birch.rowan, pair.his), joint.state, joint.theirs, joint.rests]);
    };
    const absent = await shown({});
    expect(await shown({ kissing: 'no' })).toBe(absent);
    expect(await shown({ kissing: 'do_not_ask' })).toBe(absent);
    expect(await shown({ kissing: 'yes' }, 'kissing')).toBe(absent);
    expect(await shown({ kissing: 'yes' })).not.toBe(absent);
  });

  it('rest while touch rests, and are approved by the own side alone', async () => {
    const pair = await maps(his, hers);
    expect((await approve(birch.jo, pair.work, 'RP')).status).toBe(404);
    expect((await approve(birch.dana, pair.work, 'BP')).status).toBe(404);
    for (const side of ['JOINT', ['RP'], undefined, 7])
      expect((await approve(birch.mina, pair.work, side)).status).toBe(400);
    await bothApprove(pair.work);
    await birch.iris.call('post', 'stage-gates/pause');
    expect(await look(birch.rowan, pair.his)).toMatchObject({ rows: [], rests: { en: 'Touch exercises are paused for now.' } }); // prettier-ignore
    const taken = await birch.rowan.call('post', `preference-maps/${pair.his}/taking-back`, { body: { domain: 'words' } }); // prettier-ignore
    expect(taken.status).toBe(200);
  });

  it('are there for nobody else, and know no other topics', async () => {
    const [row] = await app.db.sql<{ id: string; rp: string }>('SELECT id, rp_task_id AS rp FROM joint_work LIMIT 1', []); // prettier-ignore
    const theirs = await arrangeCase(app);
    const adminId = await arrangeStaff(app, birch.clinicId, 'clinic_admin', 'Pat Lowe');
    for (const asker of [theirs.mina, await signedIn(app, birch.clinicId, adminId, 'clinic_admin')]) {
      expect((await asker.call('get', `preference-maps/${row!.id}`)).status).toBe(404);
      expect((await approve(asker, row!.id, 'RP')).status).toBe(404);
    }
    const takeBack = (person: TestClient, domain: unknown, id = row!.rp) =>
      person.call('post', `preference-maps/${id}/taking-back`, { body: { domain } });
    for (const person of [birch.iris, theirs.rowan]) {
      expect((await person.call('get', `preference-maps/${row!.rp}`)).status).toBe(404);
      expect((await takeBack(person, 'words')).status).toBe(404);
    }
    for (const domain of ['anything', ['words'], '', 'x'.repeat(41)])
      expect((await takeBack(birch.rowan, domain)).status).toBe(400);
    expect((await takeBack(birch.rowan, 'words', randomUUID())).status).toBe(404);
  });
});
