import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { addAct, connectAs } from '../../test/audit-acts.js';
import { arrangeClinic, arrangeStaff, newCouple, signedIn } from '../../test/arrange.js';
import { eventually } from '../../test/eventually.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { CONFIG, type Config } from '../platform/config/env.js';
import { WorkerModule } from '../worker.module.js';
import { AuditSealer } from './audit-sealer.js';
import { checkpointFileOf, readCheckpoints } from './checkpoint-file.js';
import { readOptions, verifyCommand, type Outcome } from './verify-command.js';

const quick = { pollMs: 40, batch: 7, checkpointMs: 3_600_000 };

describe('the sealer', () => {
  let app: TestApp;
  let clinicId: string;
  let sealer: AuditSealer;

  beforeAll(async () => {
    app = await testApp();
    clinicId = await arrangeClinic(app);
    sealer = app.app.get(AuditSealer);
  });
  afterAll(async () => app.close());

  const count = async (condition: string): Promise<number> =>
    (await app.db.sql<{ n: number }>(`SELECT count(*)::integer AS n FROM audit_event WHERE ${condition}`))[0]!
      .n;
  const allSealed = (): Promise<number> =>
    eventually(
      () => count('seq IS NULL'),
      (n) => n === 0,
    );
  const verify = (): Promise<Outcome> => verifyCommand(app.app.get<Config>(CONFIG), readOptions([]));
  const ready = async (): Promise<unknown> => (await app.client('clinic').raw('get', '/readyz')).body;
  const file = (): string => checkpointFileOf(app.dataDir);

  it('L-4: gives every act its place within three seconds, in each clinic from 1 and without a gap', async () => {
    const other = await arrangeClinic(app, 'South Quay');
    sealer.start();
    const minaId = await arrangeStaff(app, clinicId, 'therapist', 'Mina Castellan');
    const mina = await signedIn(app, clinicId, minaId, 'therapist');
    expect((await mina.call('post', 'couples', { body: newCouple(minaId) })).status).toBe(201);
    for (let n = 0; n < 20; n += 1) await addAct(app.db, n % 2 === 0 ? clinicId : other);
    const done = performance.now();
    await allSealed();
    expect(performance.now() - done).toBeLessThan(3000);
    const chains = await app.db.sql<{ n: number; last: number }>(
      'SELECT count(*)::integer AS n, max(seq)::integer AS last FROM audit_event GROUP BY clinic_id ORDER BY 1',
    );
    expect(chains).toEqual([
      { n: 10, last: 10 },
      { n: 11, last: 11 },
    ]);
    await sealer.stop();
    expect((await verify()).exitCode).toBe(0);
  });

  it('L-5: keeps instants in UTC to the stored digit and numbers that only grow', async () => {
    const [row] = await app.db.sql<{ at: Date; same: boolean }>(
      "SELECT at, at = date_trunc('milliseconds', at) AS same FROM audit_event ORDER BY seq LIMIT 1",
    );
    expect(row?.same).toBe(true);
    await expect(
      app.db.sql('UPDATE audit_event SET seq = 2 WHERE seq = 1 AND clinic_id = $1', [clinicId]),
    ).rejects.toThrow(/audit_event_chain/);
  });

  it('is one chain when two servers seal and eight connections write at once', async () => {
    const worker = await NestFactory.createApplicationContext(
      WorkerModule.with(app.app.get<Config>(CONFIG)),
      {
        logger: false,
      },
    );
    const second = worker.get(AuditSealer);
    sealer.start(quick);
    second.start(quick);
    const writers = Array.from({ length: 8 }, async () => {
      const client = await connectAs(app.db, 'trellis_api');
      await client.query('BEGIN');
      await client.query("SELECT set_config('app.clinic_id', $1, false)", [clinicId]);
      await client.query('COMMIT');
      const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
        (await client.query(text, values)).rows as Row[];
      for (let n = 0; n < 40; n += 1) {
        await client.query('BEGIN');
        await addAct({ sql }, clinicId);
        if (n % 5 === 0) await wait(n);
        await client.query(n % 9 === 0 ? 'ROLLBACK' : 'COMMIT');
      }
      await client.end();
    });
    await Promise.all(writers);
    await allSealed();
    await worker.close();
    await sealer.stop();
    expect(await verify()).toMatchObject({ exitCode: 0 });
    expect(await count('true')).toBe(21 + 8 * 35);
  });

  it('goes on after its connection was killed again and again', async () => {
    sealer.start(quick);
    for (let n = 0; n < 60; n += 1) {
      await addAct(app.db, clinicId);
      if (n % 4 === 0) {
        await app.db.sql(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'trellis-sealer' AND datname = current_database()",
        );
      }
      await wait(10);
    }
    await allSealed();
    await sealer.stop();
    expect(await verify()).toMatchObject({ exitCode: 0 });
  });

  it('writes a signed line when it begins and when it ends, and none where nothing moved', async () => {
    const before = readCheckpoints(file()).length;
    sealer.start(quick);
    await sealer.stop();
    expect(readCheckpoints(file())).toHaveLength(before);
    await addAct(app.db, clinicId);
    sealer.start(quick);
    await sealer.stop();
    const lines = readCheckpoints(file());
    expect(lines).toHaveLength(before + 1);
    expect(lines.at(-1)?.checkpoint).toMatchObject({
      clinic: clinicId,
      seq: await count(`clinic_id = '${clinicId}'`),
    });
    expect(readdirSync(dirname(file())).some((name) => /^checkpoint-key-[0-9a-f]{16}\.pem$/.test(name))).toBe(
      true,
    );
  });

  it('takes a line that was cut off while it was written for nothing, and writes over it', async () => {
    appendFileSync(file(), '{"clinic":"');
    expect((await verify()).exitCode).toBe(0);
    await addAct(app.db, clinicId);
    sealer.start(quick);
    await sealer.stop();
    expect(readFileSync(file(), 'utf8')).not.toContain('{"clinic":"{');
    expect((await verify()).exitCode).toBe(0);
  });

  it('shows in readiness when rows wait too long, and when the end of a chain is gone', async () => {
    expect(existsSync(file())).toBe(true);
    expect(await ready()).toEqual({ status: 'ready' });
    await app.db.sql("UPDATE audit_event SET at = at - interval '1 hour' WHERE seq IS NULL");
    await addAct(app.db, clinicId, { at: new Date(Date.now() - 31_000).toISOString() });
    expect(await ready()).toEqual({ status: 'degraded', reasons: ['audit_unsealed'] });
    sealer.start(quick);
    await allSealed();
    await sealer.stop();
    expect(await ready()).toEqual({ status: 'ready' });
    await app.db.sql(
      'DELETE FROM audit_event WHERE clinic_id = $1 AND seq = (SELECT max(seq) FROM audit_event WHERE clinic_id = $1)',
      [clinicId],
    );
    expect(await ready()).toEqual({ status: 'degraded', reasons: ['audit_gap'] });
    await addAct(app.db, clinicId);
    sealer.start(quick);
    await allSealed();
    await sealer.stop();
    // Sealing goes on behind the hole and never fills it.
    expect(await ready()).toEqual({ status: 'degraded', reasons: ['audit_gap'] });
    expect((await verify()).lines.join()).toContain('missing');
  });
});

describe('L-3: what the roles may do to the record', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
    const clinicId = await arrangeClinic(app);
    await addAct(app.db, clinicId);
    app.app.get(AuditSealer).start(quick);
    await app.app.get(AuditSealer).stop();
  });
  afterAll(async () => app.close());

  const attempts = [
    "UPDATE audit_event SET action = 'x'",
    'UPDATE audit_event SET seq = NULL, hash = NULL',
    'DELETE FROM audit_event',
    'TRUNCATE audit_event',
    'DELETE FROM audit_head',
    'ALTER TABLE audit_event DISABLE ROW LEVEL SECURITY',
  ];

  it.each(['trellis_api', 'trellis_worker', 'trellis_auth'] as const)(
    'L-3: %s neither reads nor changes it',
    async (role) => {
      const client = await connectAs(app.db, role);
      for (const attempt of [...attempts, 'SELECT FROM audit_event', 'SELECT FROM audit_head']) {
        await expect(client.query(attempt)).rejects.toThrow(/permission denied|must be owner/);
      }
      await client.end();
    },
  );

  it('L-3: trellis_audit cannot change what is sealed, nor remove anything', async () => {
    const client = await connectAs(app.db, 'trellis_audit');
    for (const attempt of attempts.filter((one) => !one.includes('SET seq'))) {
      await expect(client.query(attempt)).rejects.toThrow(/permission denied|must be owner/);
    }
    expect((await client.query('UPDATE audit_event SET seq = NULL, hash = NULL')).rowCount).toBe(0);
    expect((await client.query('SELECT FROM audit_event WHERE seq = 1')).rowCount).toBe(1);
    await client.end();
  });
});
