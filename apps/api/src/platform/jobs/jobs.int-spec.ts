import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asClinicId } from '@trellis/domain';
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { arrangeClinic, arrangeStaff } from '../../../test/arrange.js';
import { eventually } from '../../../test/eventually.js';
import { tracesInPostgres, tracesInRedis } from '../../../test/queue-traces.js';
import { testApp, type TestApp } from '../../../test/test-app.js';
import { testMasterKey } from '../../../test/test-database.js';
import { AuditWriter } from '../../audit/audit-writer.js';
import { withContext, type Actor } from '../context/request-context.js';
import { roleUrl } from '../database/runtime-roles.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { HostedWorker } from './hosted-worker.js';
import { openJobBackend, type JobBackend } from './job-backend.js';
import { JobHandlers, type JobMessage } from './job-handlers.js';
import { usualTiming } from './job-timing.js';
import { Outbox } from './outbox.js';
import { queueName } from './queue-names.js';

const redisUrl = process.env['TRELLIS_TEST_REDIS_URL'];
const backends: { name: string; settings: Record<string, string> }[] = [{ name: 'Postgres', settings: {} }];
if (redisUrl === undefined)
  process.stdout.write('TRELLIS_TEST_REDIS_URL is not set: jobs are tested on Postgres alone\n');
else backends.push({ name: 'Redis', settings: { REDIS_URL: redisUrl } });

const quick = { ...usualTiming, pollMs: 100, backoffMs: 30, attempts: 3, staleSeconds: 1, lockMs: 500 };

describe.each(backends)('jobs on $name', ({ settings }) => {
  const prefix = `test-${randomUUID()}`;
  let app: TestApp;
  let worker: HostedWorker;
  let admin: Actor;
  let failing = 0;

  beforeAll(async () => {
    app = await testApp(settings);
    worker = app.app.get(HostedWorker);
    const clinicId = await arrangeClinic(app);
    const id = await arrangeStaff(app, clinicId, 'clinic_admin', 'Noor Haddad');
    admin = { clinicId: asClinicId(clinicId), id, role: 'clinic_admin' };
    app.app
      .get(JobHandlers)
      .register({ kind: 'test.once', roles: ['clinic_admin'], run: onceOnly, givenUp: noteGivenUp });
    app.app.get(JobHandlers).register({ kind: 'test.therapist', roles: ['therapist'], run: onceOnly });
  });

  beforeEach(() => {
    failing = 0;
  });

  afterEach(async () => {
    await worker.stop();
  });

  afterAll(async () => {
    await app.close();
  });

  const noted = new Set<string>();

  /** Leaves one audit row per subject, however often it is called; fails `failing` times after doing so. */
  async function onceOnly({ subjectId }: JobMessage): Promise<'done' | 'skipped'> {
    if (noted.has(subjectId)) return 'skipped';
    await app.app.get(UnitOfWork).run(() => note('test.effect', subjectId));
    if (failing < 100) noted.add(subjectId);
    if (failing > 0) {
      failing -= 1;
      throw new TypeError('words that must not be kept');
    }
    return 'done';
  }

  function noteGivenUp({ subjectId }: JobMessage): Promise<void> {
    return note('test.given-up', subjectId);
  }

  function note(action: string, resourceId: string): Promise<void> {
    return app.app.get(AuditWriter).record({ action, resource: 'test', resourceId, decision: 'allowed' });
  }

  function as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return withContext({ correlationId: randomUUID(), surface: 'clinic', actor }, () =>
      app.app.get(UnitOfWork).run(work),
    );
  }

  function ask(subjectId: string, actor = admin, kind = 'test.once'): Promise<string> {
    return as(actor, () => app.app.get(Outbox).add(kind, subjectId));
  }

  async function settled(
    id: string,
  ): Promise<{ done: boolean; failure_code: string | null; claims: number }> {
    const rows = await eventually(
      () =>
        app.db.sql<{ done: boolean; failed: boolean; failure_code: string | null; claims: number }>(
          'SELECT done_at IS NOT NULL AS done, failed_at IS NOT NULL AS failed, failure_code, claims FROM outbox_message WHERE id = $1',
          [id],
        ),
      ([row]) => row?.done === true || row?.failed === true,
    );
    return {
      done: rows[0]?.done === true,
      failure_code: rows[0]?.failure_code ?? null,
      claims: rows[0]?.claims ?? 0,
    };
  }

  async function effects(subjectId: string, action = 'test.effect'): Promise<number> {
    const rows = await app.db.sql<{ n: number }>(
      'SELECT count(*)::integer AS n FROM audit_event WHERE resource_id = $1 AND action = $2',
      [subjectId, action],
    );
    return rows[0]?.n ?? -1;
  }

  function workerUrl(): string {
    return roleUrl(app.db.ownerUrl, testMasterKey, 'trellis_worker');
  }

  function openQueue(): JobBackend {
    return openJobBackend({
      workerUrl: workerUrl(),
      redisUrl: settings['REDIS_URL'] ?? null,
      prefix,
      timing: quick,
    });
  }

  it('carry out what a committed act left behind, once', async () => {
    await worker.start(quick, prefix);
    const subject = randomUUID();
    expect(await settled(await ask(subject))).toMatchObject({ done: true, claims: 1 });
    expect(await effects(subject)).toBe(1);
  });

  it('know nothing of an act that was rolled back', async () => {
    await worker.start(quick, prefix);
    const subject = randomUUID();
    const rolledBack = as(admin, async () => {
      await app.app.get(Outbox).add('test.once', subject);
      throw new Error('changed their mind');
    });
    await expect(rolledBack).rejects.toThrow('changed their mind');
    await settled(await ask(randomUUID()));
    expect(await effects(subject)).toBe(0);
  });

  it('do nothing twice when a message is delivered again', async () => {
    await worker.start(quick, prefix);
    const subject = randomUUID();
    const id = await ask(subject);
    await settled(id);
    await app.db.sql(
      "UPDATE outbox_message SET done_at = NULL, claimed_at = now() - interval '1 hour' WHERE id = $1",
      [id],
    );
    expect(await settled(id)).toMatchObject({ done: true, claims: 2 });
    expect(await effects(subject)).toBe(1);
  });

  it('are tried again after a failure, without a second effect', async () => {
    await worker.start(quick, prefix);
    failing = 1;
    const subject = randomUUID();
    expect(await settled(await ask(subject))).toMatchObject({ done: true, failure_code: null });
    expect(await effects(subject)).toBe(1);
  });

  it('are given up after the last try, with a code and without the words of the error', async () => {
    await worker.start(quick, prefix);
    failing = 1000;
    const subject = randomUUID();
    expect(await settled(await ask(subject))).toMatchObject({ done: false, failure_code: 'TypeError' });
    expect(await effects(subject)).toBe(quick.attempts);
    expect(await effects(subject, 'test.given-up')).toBe(1);
  });

  it('survive a relay that died between claim and queue', async () => {
    const subject = randomUUID();
    const id = await ask(subject);
    await app.db.sql('SELECT app.claim_outbox(100, 60)');
    await worker.start(quick, prefix);
    expect(await settled(id)).toMatchObject({ done: true, claims: 2 });
    expect(await effects(subject)).toBe(1);
  });

  it('survive a worker that died with a job in its hands', async () => {
    const subject = randomUUID();
    const id = await ask(subject);
    await app.db.sql('SELECT app.claim_outbox(100, 60)');
    const queue = openQueue();
    await queue.add({ clinicId: admin.clinicId, outboxId: id });
    await queue.close();
    const taken = await takeAndDie();
    expect(taken).toEqual({ clinicId: admin.clinicId, outboxId: id });
    await worker.start(quick, prefix);
    expect(await settled(id)).toMatchObject({ done: true });
    expect(await effects(subject)).toBe(1);
  });

  /** Takes the next job under a lock that nobody renews, and lets go of every connection. Answers its payload. */
  async function takeAndDie(): Promise<unknown> {
    const options = { prefix, autorun: false, lockDuration: 500 };
    if (settings['REDIS_URL'] !== undefined) {
      const connection = new Redis(settings['REDIS_URL'], { maxRetriesPerRequest: null });
      const { Worker } = withBackend(createRedisBackend);
      const dying = new Worker(queueName, null, { connection, ...options });
      const job = await dying.getNextJob(randomUUID());
      await dying.close(true);
      connection.disconnect();
      return job.data;
    }
    const pool = new Pool({ connectionString: workerUrl(), max: 3, options: '-c search_path=bullmq' });
    const { Worker } = withBackend(createPostgresBackend);
    const dying = new Worker(queueName, null, { connection: pool, ...options });
    const job = await dying.getNextJob(randomUUID());
    await dying.close(true);
    await pool.end();
    return job.data;
  }

  it('C-9 do not run for somebody who has lost the role, nor for a role the work is not meant for', async () => {
    const leaverId = await arrangeStaff(app, admin.clinicId, 'clinic_admin', 'Lee Marsh');
    const leaver: Actor = { ...admin, id: leaverId };
    const [gone, wrong] = [randomUUID(), randomUUID()];
    const goneId = await ask(gone, leaver);
    await app.db.sql('UPDATE staff_member SET deactivated_at = now() WHERE id = $1', [leaverId]);
    const wrongId = await ask(wrong, admin, 'test.therapist');
    await worker.start(quick, prefix);
    expect(await settled(goneId)).toMatchObject({ done: false, failure_code: 'actor_not_allowed' });
    expect(await settled(wrongId)).toMatchObject({ done: false, failure_code: 'actor_not_allowed' });
    expect([await effects(gone), await effects(wrong)]).toEqual([0, 0]);
    expect(await effects(gone, 'test.given-up')).toBe(1);
  });

  it('M4: leave in the queue which message of which clinic, and no word of what they met', async () => {
    await worker.start(quick, prefix);
    failing = 1;
    const [again, subject] = [randomUUID(), randomUUID()];
    const done = await ask(again);
    await settled(done);
    failing = 1000;
    await settled(await ask(subject));
    const redisUrl = settings['REDIS_URL'];
    const kept =
      redisUrl === undefined ? await tracesInPostgres(app.db) : await tracesInRedis(redisUrl, prefix);
    expect(kept).toContain(done);
    expect(kept).toContain('TypeError');
    for (const word of ['words that must not be kept', 'Noor', 'North Pier', again, subject, admin.id])
      expect({ word, kept: kept.includes(word) }).toEqual({ word, kept: false });
  });

  it('give up a kind of work nobody knows', async () => {
    await worker.start(quick, prefix);
    expect(await settled(await ask(randomUUID(), admin, 'test.unknown'))).toMatchObject({
      failure_code: 'kind_unknown',
    });
  });
});
