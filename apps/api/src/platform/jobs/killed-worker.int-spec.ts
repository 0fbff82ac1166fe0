import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { asLocalDate, contraindicationIds, tracks, type DisclosureState } from '@trellis/domain';
import {
  knowing,
  processIn,
  sessionEnd,
  sessionEnds,
  sessionStart,
} from '../../../test/arrange-aftercare.js';
import { arrangeCase, type ArrangedCase } from '../../../test/arrange-case.js';
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
const folder = join(import.meta.dirname, '../../../test/killed-worker');
/** A hundred hours after the session everything of its first three days is due, and nobody was reached. */
const now = new Date(sessionEnd.getTime() + 100 * 3_600_000).toISOString();

/** Everything was assessed for both people, and nothing found: another area keeps that. */
const nothingFound = tracks.flatMap((track) =>
  contraindicationIds.map((id) => ({
    ...{ track, id, present: false, on: asLocalDate('2025-03-28'), assessorId: 'somebody' },
  })),
);

/** Where a worker dies: within the transaction that raises a reminder, orders its letters or takes a step. */
const words = ['raising', 'ordering', 'stepping'] as const;

/** What time alone brings about in one couple: steps, reminders, and letters that say that the process moved. */
interface Due {
  readonly name: string;
  readonly state: DisclosureState;
  readonly facts: Parameters<typeof processIn>[3];
  readonly slip?: true;
  readonly ends?: true;
  readonly brings: { readonly alerts: number; readonly steps: number; readonly changed: number };
}

const due = {
  session: {
    ...{ name: 'tasks, calls and escalations after a session', state: 'IN_SESSION', ends: true },
    ...{ facts: { sessionAt: sessionStart }, brings: { alerts: 13, steps: 0, changed: 0 } },
  },
  readiness: {
    ...{ name: 'the end of readiness', state: 'READY', facts: { readyUntil: '2025-03-30T15:00:00Z' } },
    brings: { alerts: 0, steps: 1, changed: 3 },
  },
  dayBefore: {
    ...{ name: 'the day before a session', state: 'SCHEDULED', brings: { alerts: 0, steps: 1, changed: 0 } },
    facts: { sessionAt: '2025-04-02T15:00:00Z', readyUntil: '2025-04-10T15:00:00Z' },
  },
  slip: {
    ...{ name: 'a slip that is not told, and a process that stands still', state: 'PREPARING', slip: true },
    ...{ facts: {}, brings: { alerts: 3, steps: 0, changed: 0 } },
  },
} as const satisfies Readonly<Record<string, Due>>;

/** Everything that falls due in a round: first, and more than once, what the worker is to die in. */
const roundOf: Readonly<Record<(typeof words)[number], readonly Due[]>> = {
  raising: [due.session, due.session, due.slip, due.readiness, due.dayBefore],
  ordering: [due.session, due.session, due.readiness, due.slip, due.dayBefore],
  stepping: [due.readiness, due.dayBefore, due.readiness, due.session, due.slip],
};

interface Told {
  readonly looked: boolean;
  readonly alerts: number;
  readonly steps: number;
  readonly changed: number;
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

  /** Couples at a moment that has not come for any worker yet. Answers their clinics, in this order. */
  async function arrangeDue(couples: readonly Due[]): Promise<readonly string[]> {
    const clinics: string[] = [];
    for (const { state, facts, slip, ends } of couples) {
      const ours = await arrangeCase(app);
      await processIn(app, ours, state, facts);
      if (ends === true) await sessionEnds(app, ours);
      if (slip === true) await untold(ours);
      clinics.push(ours.clinicId);
    }
    return clinics;
  }

  const untold = ({ coupleId }: ArrangedCase): Promise<unknown> =>
    app.db.sql(
      `INSERT INTO slip SELECT clinic_id, gen_random_uuid(), couple_id, person_id, 'slip', 'slip', $2, $2, person_id,
          NULL, 'not_yet', NULL, NULL, 1 FROM enrolment WHERE couple_id = $1 AND side = 'RP'`,
      [coupleId, '2025-03-20T12:00:00Z'],
    );

  const release = (clinics: readonly string[]): Promise<unknown> =>
    app.db.sql(
      `UPDATE disclosure_clock SET due_at = $2::timestamptz + array_position($1, clinic_id) * interval '1 second'
        WHERE clinic_id = ANY ($1)`,
      [clinics, sessionEnd],
    );

  /** What came of each couple: steps, what was raised and told, and the letters ordered: three for what concerns all. That it stands still is for the lead. */
  const told = (clinics: readonly string[]): Promise<Told[]> =>
    app.db.sql<Told>(
      `SELECT k.due_at > $2 AS looked, a.*, (SELECT count(*)::int FROM outbox_message m
            WHERE m.clinic_id = k.clinic_id AND m.kind = 'mail.follow-up-waits') AS letters,
          (SELECT count(*)::int FROM outbox_message m
            WHERE m.clinic_id = k.clinic_id AND m.kind = 'mail.process-changed') AS changed,
          (SELECT count(*)::int FROM disclosure_event v WHERE v.clinic_id = k.clinic_id AND v.actor_role = 'system'
            AND cardinality(v.refused_guards) = 0) AS steps
          FROM disclosure_clock k CROSS JOIN LATERAL (
            SELECT count(*)::int AS alerts, count(told_at)::int AS told,
              coalesce(sum(CASE WHEN side = 'JOINT' AND kind <> 'process_stalled' THEN 3 ELSE 1 END), 0)::int AS wanted
            FROM aftercare_alert WHERE clinic_id = k.clinic_id) a
        WHERE k.clinic_id = ANY ($1) ORDER BY array_position($1, k.clinic_id)`,
      [clinics, now],
    );

  it('leaves every step, reminder and letter done once, wherever in it it dies', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const word = words[round % words.length] ?? 'raising';
      const couples = roundOf[word];
      const times = word === 'stepping' ? 1 + (round % 2) : 1 + (round % 3);
      let heard = 0;
      const victim = await startWorker({ prefix, now, lingers: true }, (said) => {
        if (said === word) heard += 1;
        if (heard === times) victim.kill('SIGKILL');
      });
      const clinics = await arrangeDue(couples);
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
      const came = rows.map(({ alerts, steps, changed, wanted, letters }) => ({
        ...{ alerts, steps, changed, unwanted: letters - wanted },
      }));
      expect(couples.map(({ name }, at) => [word, name, came[at]])).toEqual(
        couples.map(({ name, brings }) => [word, name, { ...brings, unwanted: 0 }]),
      );
    }
  }, 600_000);
});
