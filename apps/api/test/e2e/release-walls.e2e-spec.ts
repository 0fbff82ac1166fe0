import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asClinicId } from '@trellis/domain';
import type { ActorRole } from '../../src/platform/context/request-context.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { askedRelease, askFor, bare, growth, handInGrowth, liveRelease } from '../arrange-release.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { testApp, type TestApp } from '../test-app.js';

describe('the wall around what was released', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
  });
  afterAll(async () => app.close());

  const revoke = (taskId: string) => ours.rowan.call('post', `releases/${taskId}/revoke`);

  async function rowsSeen(id: string, role: ActorRole): Promise<Record<string, number>> {
    const work = app.app.get(UnitOfWork);
    return work.run(
      async () => {
        const counts: Record<string, number> = {};
        for (const table of ['release', 'release_recipient', 'homework_answer', 'homework_task'])
          counts[table] = (await work.rows(`SELECT 1 FROM ${table}`)).length;
        return counts;
      },
      { clinicId: asClinicId(ours.clinicId), id, role },
    );
  }

  it('C-3: shows the partner no item, no count, no time and no tag without a live release of that revision', async () => {
    const nothing = bare(await ours.iris.call('get', 'shared'));
    const { taskId, releaseId } = await askedRelease(ours);
    expect(bare(await ours.iris.call('get', 'shared'))).toBe(nothing);
    expect(await rowsSeen(ours.irisId, 'client')).toEqual({
      ...{ release: 0, release_recipient: 0, homework_answer: 0, homework_task: 0 },
    });
    const approved = await ours.mina.call('post', `releases/${releaseId}/approval`, { version: 1 });
    expect(approved.status).toBe(200);
    expect(await rowsSeen(ours.irisId, 'client')).toEqual({
      ...{ release: 1, release_recipient: 1, homework_answer: 1, homework_task: 0 },
    });
    await revoke(taskId);
    expect(bare(await ours.iris.call('get', 'shared'))).toBe(nothing);
    expect(await rowsSeen(ours.irisId, 'client')).toEqual({
      ...{ release: 0, release_recipient: 0, homework_answer: 0, homework_task: 0 },
    });
    for (const page of ['session', 'homework/today', 'homework/record']) {
      expect((await ours.iris.call('get', page)).text).not.toMatch(/cnry|R15/);
    }
  });

  it('C-11: answers for what is not live exactly as for what does not exist', async () => {
    const asked = await askedRelease(ours);
    const taken = await liveRelease(ours);
    await revoke(taken.taskId);
    const tagged = await liveRelease(ours);
    await ours.mina.call('post', `releases/${tagged.releaseId}/safety`, {
      ...{ body: { safetyTags: ['self_harm'] }, version: tagged.version },
    });
    const unknown = bare(await ours.iris.call('get', `shared/${randomUUID()}`));
    expect(unknown).toContain('"status":404');
    for (const id of [asked.releaseId, taken.releaseId, tagged.releaseId, asked.taskId, 'no-id-at-all']) {
      expect(bare(await ours.iris.call('get', `shared/${id}`))).toBe(unknown);
    }
    for (const [act, id] of [
      ['ask', asked.taskId],
      ['confirm', taken.taskId],
      ['revoke', tagged.taskId],
    ] as const) {
      const body = { toPartner: true, staffIds: [], pressured: false };
      const options = act === 'ask' ? { body, version: 0 } : { version: 0 };
      const nobody = await ours.iris.call('post', `releases/${randomUUID()}/${act}`, options);
      expect(bare(await ours.iris.call('post', `releases/${id}/${act}`, options))).toBe(bare(nobody));
    }
  });

  it('C-12: gives out no tag to ask with, and no 304 for what can be read no longer', async () => {
    const { taskId, releaseId } = await liveRelease(ours);
    const first = await ours.iris.call('get', `shared/${releaseId}`);
    expect([first.status, first.headers.etag, first.headers['cache-control']]).toEqual([
      200,
      undefined,
      'no-store',
    ]);
    await revoke(taskId);
    for (const tag of ['*', '"v1"', 'W/"1"']) {
      const since = { 'if-none-match': tag, 'if-modified-since': 'Mon, 06 Jan 2025 18:00:00 GMT' };
      const again = await ours.iris.call('get', `shared/${releaseId}`, { headers: since });
      const list = await ours.iris.call('get', 'shared', { headers: since });
      expect([again.status, list.status, list.text.includes(releaseId)]).toEqual([404, 200, false]);
    }
  });

  it('C-6 (release), M8: a taking back holds within a second on every read, of a session opened before', async () => {
    const { taskId, releaseId } = await liveRelease(ours);
    const seen: { at: number; open: boolean }[] = [];
    let takenAt = Infinity;
    const polling = (async () => {
      for (let round = 0; round < 20; round += 1) {
        const at = performance.now();
        const [one, list] = await Promise.all([
          ours.iris.call('get', `shared/${releaseId}`),
          ours.iris.call('get', 'shared'),
        ]);
        seen.push({ at, open: one.status === 200 || list.text.includes(releaseId) });
        await wait(100);
      }
    })();
    await wait(500);
    expect((await revoke(taskId)).status).toBe(200);
    takenAt = performance.now();
    await polling;
    expect(seen.filter(({ at, open }) => open && at > takenAt)).toEqual([]);
    expect(seen.some(({ open }) => open)).toBe(true);
    expect(seen.filter(({ at }) => at > takenAt).length).toBeGreaterThan(3);
  });

  it('C-6 (release): what was given to a therapist is in no report that was ordered before', async () => {
    const seen = await rowsSeen(ours.irisId, 'client');
    const worker = app.app.get(UnitOfWork);
    const rows = await worker.run(
      async () => worker.rows('SELECT 1 FROM homework_answer WHERE privacy = $1', ['P3']),
      { clinicId: asClinicId(ours.clinicId), id: ours.joId, role: 'therapist' },
      'worker',
    );
    expect([rows, seen.homework_task]).toEqual([[], 0]);
  });

  it('holds in code when row-level security is taken away', async () => {
    const asked = await askedRelease(ours);
    const taken = await liveRelease(ours);
    await revoke(taken.taskId);
    const p1 = await handInGrowth(ours);
    for (const table of ['release', 'release_recipient', 'homework_answer', 'homework_task'])
      await app.db.sql(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    const answers = [
      await ours.iris.call('get', `shared/${asked.releaseId}`),
      await ours.iris.call('get', `shared/${taken.releaseId}`),
      await ours.jo.call('get', `homework/${p1}`),
    ];
    const list = await ours.iris.call('get', 'shared');
    for (const table of ['release', 'release_recipient', 'homework_answer', 'homework_task'])
      await app.db.sql(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(list.text).not.toContain(asked.releaseId);
    expect(list.text).not.toContain(taken.releaseId);
  });

  it('holds in the database whatever the code asks for', async () => {
    const { releaseId } = await askedRelease(ours);
    const as = (id: string, role: ActorRole, text: string) => {
      const work = app.app.get(UnitOfWork);
      return work.run(async () => work.change(text, [releaseId]), {
        ...{ clinicId: asClinicId(ours.clinicId), id, role },
      });
    };
    const own = (text: string) => as(ours.rowanId, 'client', text);
    const approve = `UPDATE release SET approved_by = '${ours.minaId}' WHERE id = $1`;
    await expect(own(approve)).rejects.toThrow('for the therapist');
    await expect(
      own('UPDATE release SET held = false, safety_tags = NULL WHERE id = $1 AND false'),
    ).resolves.toBe(0);
    await expect(own("UPDATE release SET safety_tags = '{}' WHERE id = $1")).rejects.toThrow(
      'for the therapist',
    );
    await expect(
      own("UPDATE release SET state = 'released', released_at = now() WHERE id = $1"),
    ).rejects.toThrow('check constraint');
    await expect(
      as(ours.minaId, 'therapist', "UPDATE release SET state = 'revoked', revoked_at = now() WHERE id = $1"),
    ).rejects.toThrow('for the author');
    for (const [id, role] of [
      [ours.joId, 'therapist'],
      [ours.irisId, 'client'],
      [ours.minaId, 'clinic_admin'],
    ] as const) {
      expect(await as(id, role, 'UPDATE release SET held = true WHERE id = $1')).toBe(0);
    }
    await expect(as(ours.rowanId, 'client', 'DELETE FROM release WHERE id = $1')).rejects.toThrow(
      'permission denied',
    );
    await expect(
      as(
        ours.irisId,
        'client',
        `INSERT INTO release_recipient SELECT clinic_id, gen_random_uuid(), $1, '${ours.irisId}', NULL
        FROM (SELECT '${ours.clinicId}'::uuid AS clinic_id) c`,
      ),
    ).rejects.toThrow('row-level security');
  });

  it('puts 32 approvals and 32 takings back at once into one order, and the record agrees', async () => {
    const { taskId, releaseId, version } = await askedRelease(ours);
    const acts = Array.from({ length: 64 }, (_, n) =>
      n % 2 === 0 ? ours.mina.call('post', `releases/${releaseId}/approval`, { version }) : revoke(taskId),
    );
    const answers = await Promise.all(acts);
    const done = (odd: 0 | 1) => answers.filter(({ status }, n) => status === 200 && n % 2 === odd).length;
    expect(answers.map(({ status }) => status).every((status) => [200, 409, 412, 503].includes(status))).toBe(
      true,
    );
    expect([done(1), done(0) <= 1]).toEqual([1, true]);
    const [row] = await app.db.sql(
      'SELECT state, version, approved_by, released_at FROM release WHERE id = $1',
      [releaseId],
    );
    const record = await app.db.sql<{ action: string; count: string }>(
      `SELECT action, count(*) FROM audit_event WHERE decision = 'allowed' AND resource_id = ANY ($1::uuid[])
        AND action IN ('release.approve', 'release.revoke') GROUP BY action`,
      [[taskId, releaseId]],
    );
    const count = (action: string) => Number(record.find((one) => one.action === action)?.count ?? 0);
    expect(row).toMatchObject({ state: 'revoked', version: 1 + 1 + done(0) });
    expect([count('release.revoke'), count('release.approve')]).toEqual([1, done(0)]);
    expect((row as { released_at: Date | null }).released_at === null).toBe(done(0) === 0);
    expect((await ours.iris.call('get', `shared/${releaseId}`)).status).toBe(404);
  });

  it('separates at once and both ways, keeps each record, and comes back only through both sides', async () => {
    const { taskId, releaseId } = await liveRelease(ours);
    const given = await handInGrowth(ours);
    await askFor(ours.rowan, given, { toPartner: false, staffIds: [ours.joId] });
    const admin = await signedIn(
      app, ours.clinicId, await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada'), 'clinic_admin',
    ); // prettier-ignore
    const outsider = await signedIn(
      app, ours.clinicId, await arrangeStaff(app, ours.clinicId, 'therapist', 'Kim'), 'therapist',
    ); // prettier-ignore
    const path = (act: string) => `couples/${ours.coupleId}/${act}`;
    const version = (await ours.mina.call('get', path('separation'))).body.version as number;
    expect((await outsider.call('post', path('separate'), { version })).status).toBe(404);
    expect((await ours.rowan.raw('post', `/api/clinic/${path('separate')}`, { version })).status).toBe(404);
    expect((await admin.call('post', path('separate'), { version: version + 1 })).body.code).toBe(
      'version_stale',
    );
    const separated = await admin.call('post', path('separate'), { version });
    expect(separated.body).toMatchObject({ separated: true, agreed: [], version: version + 1 });

    expect((await ours.iris.call('get', `shared/${releaseId}`)).status).toBe(404);
    expect((await ours.jo.call('get', `homework/${given}`)).status).toBe(404);
    expect((await ours.rowan.call('get', `homework/${taskId}`)).body.answers).toEqual(growth);
    expect((await ours.mina.call('get', `homework/${taskId}`)).body.answers).toEqual(growth);
    const fresh = await handInGrowth(ours);
    expect((await askFor(ours.rowan, fresh)).body.facts).toEqual({ reason: 'frozen' });
    expect((await ours.rowan.call('get', `releases/${fresh}`)).text).not.toMatch(/Ada|separat/);

    expect((await admin.call('post', path('reunite'), { version: version + 1 })).status).toBe(404);
    const first = await ours.mina.call('post', path('reunite'), { version: version + 1 });
    expect(first.body).toMatchObject({ separated: true, agreed: ['RP'] });
    const own = app.app.get(UnitOfWork);
    const forced = own.run(
      async () => own.change("UPDATE couple SET status = 'active' WHERE id = $1", [ours.coupleId]),
      { clinicId: asClinicId(ours.clinicId), id: ours.minaId, role: 'therapist' },
    );
    await expect(forced).rejects.toThrow('both sides');
    expect((await ours.dana.call('post', path('reunite'), { version: version + 2 })).body.code).toBe(
      'separation_refused',
    );
    const second = await ours.jo.call('post', path('reunite'), { version: version + 2 });
    expect(second.body).toMatchObject({ separated: false, agreed: [], version: version + 3 });
    // Nothing goes out again by itself.
    expect((await ours.iris.call('get', `shared/${releaseId}`)).status).toBe(404);
    const list = await ours.mina.call('get', `releases?coupleId=${ours.coupleId}`);
    const held = (list.body.releases as { id: string; held: boolean; version: number }[]).find(
      ({ id }) => id === releaseId,
    );
    expect(held).toMatchObject({ held: true });
    await ours.mina.call('post', `releases/${releaseId}/lift`, { version: held!.version });
    expect((await ours.iris.call('get', `shared/${releaseId}`)).status).toBe(200);
  });
});
