import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { asLocalDate, contraindicationIds, tracks } from '@trellis/domain';
import {
  knowing,
  processIn,
  sessionEnd,
  sessionEnds,
  sessionStart,
} from '../../../test/arrange-aftercare.js';
import { arrangeCase } from '../../../test/arrange-case.js';
import { eventually } from '../../../test/eventually.js';
import type { ChildOrder } from '../../../test/killed-worker/child.js';
import { testApp, type TestApp } from '../../../test/test-app.js';
import { CONFIG, type Config } from '../config/env.js';

const redisUrl = process.env['TRELLIS_TEST_REDIS_URL'];
/** Every run has a Postgres; where it has a Redis too, that is what it came for. */
const backend: { name: string; settings: Record<string, string> } =
  redisUrl === undefined
    ? { name: 'Postgres', settings: {} }
    : { name: 'Redis', settings: { REDIS_URL: redisUrl } };
/** Workers that are killed; a longer proof asks for more. */
const rounds = Number(process.env['TRELLIS_KILLED_WORKERS'] ?? 3);
const couples = 4;
const folder = join(import.meta.dirname, '../../../test/killed-worker');
/** A hundred hours after the session everything of its first three days is due, and nobody was reached. */
const now = new Date(sessionEnd.getTime() + 100 * 3_600_000).toISOString();

/** Everything was assessed for both people, and nothing found: another area keeps that. */
const nothingFound = tracks.flatMap((track) =>
  contraindicationIds.map((id) => ({
    ...{ track, id, present: false, on: asLocalDate('2025-03-28'), assessorId: 'somebody' },
  })),
);

interface Told {
  readonly looked: boolean;
  readonly alerts: number;
  readonly told: number;
  readonly letters: number;
  readonly wanted: number;
}

describe(`a worker that is killed among reminders, on ${backend.name}`, () => {
  const { settings } = backend;
  const running = new Set<ChildProcess>();
  const prefix = `killed-${randomUUID()}`;
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp(settings);
    knowing(app, { session: { departurePlanConfirmed: true }, assessments: nothingFound });
    // What a session's end sets due waits until the spec lets it go: then every worker sees it at once.
    await app.db.sql(
      `CREATE FUNCTION wait_for_spec() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN NEW.due_at := 'infinity'; RETURN NEW; END $$;
        CREATE TRIGGER wait_for_spec BEFORE INSERT ON disclosure_clock FOR EACH ROW EXECUTE FUNCTION wait_for_spec()`,
    );
    await startWorker({ prefix, now, lingers: false });
  }, 120_000);
  afterEach(async () => {
    for (const child of [...running].slice(1)) await kill(child);
  });
  afterAll(async () => {
    for (const child of running) await kill(child);
    await app.close();
  });

  /** A worker in a process of its own, once it works. */
  async function startWorker(order: ChildOrder, hear: (word: string) => void = () => undefined) {
    const { databaseDirectUrl, dataDir, masterKeyFile } = app.app.get<Config>(CONFIG);
    const child = spawn(
      process.execPath,
      ['--import', join(folder, 'hooks.mjs'), join(folder, 'child.ts'), JSON.stringify(order)],
      {
        env: {
          ...{ PATH: process.env['PATH'], TRELLIS_MODE: 'test', DATABASE_URL: databaseDirectUrl },
          ...{ TRELLIS_DATA_DIR: dataDir, TRELLIS_MASTER_KEY_FILE: masterKeyFile },
          ...{ TRELLIS_LOG_LEVEL: 'silent', ...settings },
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    running.add(child);
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => {
        reject(new Error(`the worker ended before it was ready: ${String(code)}`));
      });
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line === 'ready') resolve();
        else hear(line);
      });
    });
    return child;
  }

  async function kill(child: ChildProcess): Promise<void> {
    running.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Couples whose reminders are all due, at a moment that has not come for any worker yet. Answers their clinics. */
  async function arrangeDue(): Promise<readonly string[]> {
    const clinics: string[] = [];
    for (let n = 0; n < couples; n += 1) {
      const ours = await arrangeCase(app);
      await processIn(app, ours, 'IN_SESSION', { sessionAt: sessionStart });
      await sessionEnds(app, ours);
      clinics.push(ours.clinicId);
    }
    return clinics;
  }

  const release = (clinics: readonly string[]): Promise<unknown> =>
    app.db.sql('UPDATE disclosure_clock SET due_at = $2 WHERE clinic_id = ANY ($1)', [clinics, sessionEnd]);

  /** What was raised in each couple, what was told of it, and the letters ordered: three for what concerns everybody. */
  const told = (clinics: readonly string[]): Promise<Told[]> =>
    app.db.sql<Told>(
      `SELECT k.due_at > $2 AS looked, a.*, (SELECT count(*)::int FROM outbox_message m
            WHERE m.clinic_id = k.clinic_id AND m.kind = 'mail.follow-up-waits') AS letters
          FROM disclosure_clock k CROSS JOIN LATERAL (
            SELECT count(*)::int AS alerts, count(told_at)::int AS told,
              coalesce(sum(CASE side WHEN 'JOINT' THEN 3 ELSE 1 END), 0)::int AS wanted
            FROM aftercare_alert WHERE clinic_id = k.clinic_id) a
        WHERE k.clinic_id = ANY ($1)`,
      [clinics, now],
    );

  it('leaves every reminder done once, whether it dies raising it or ordering its letters', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const [word, times] = [round % 2 === 0 ? 'raising' : 'ordering', 1 + (round % 3)];
      let heard = 0;
      const victim = await startWorker({ prefix, now, lingers: true }, (line) => {
        if (line === word) heard += 1;
        if (heard === times) victim.kill('SIGKILL');
      });
      const clinics = await arrangeDue();
      await release(clinics);
      await eventually(
        () => Promise.resolve(victim.signalCode),
        (signal) => signal === 'SIGKILL',
      );
      running.delete(victim);
      const rows = await eventually(
        () => told(clinics),
        (all) => all.every(({ looked, alerts, told: said }) => looked && alerts === said),
        30_000,
      );
      expect(rows.map(({ alerts, wanted, letters }) => ({ alerts, letters: letters - wanted }))).toEqual(
        Array.from({ length: couples }, () => ({ alerts: 13, letters: 0 })),
      );
    }
  }, 600_000);
});
