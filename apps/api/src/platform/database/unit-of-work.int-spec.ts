import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asClinicId } from '@trellis/domain';
import { testDatabase, testMasterKey, type TestDatabase } from '../../../test/test-database.js';
import type { Actor } from '../context/request-context.js';
import { DataSources } from './data-sources.js';
import { roleUrl } from './runtime-roles.js';
import { UnitOfWork } from './unit-of-work.js';

const clinics = Array.from({ length: 50 }, () => asClinicId(randomUUID()));
const checkouts = 20_000;

interface Context {
  readonly clinic: string | null;
  readonly actor: string | null;
  readonly role: string | null;
}

const seen = `SELECT nullif(current_setting('app.clinic_id', true), '') AS clinic,
  nullif(current_setting('app.actor_id', true), '') AS actor, nullif(current_setting('app.actor_role', true), '') AS role`;

describe('unit of work', () => {
  let db: TestDatabase;
  let sources: DataSources;
  let work: UnitOfWork;

  beforeAll(async () => {
    db = await testDatabase();
    const url = (role: 'trellis_api' | 'trellis_worker' | 'trellis_auth'): string => roleUrl(db.ownerUrl, testMasterKey, role);
    sources = await DataSources.connect({ api: url('trellis_api'), worker: url('trellis_worker'), auth: url('trellis_auth') }, [], 2);
    work = new UnitOfWork(sources);
  });

  afterAll(async () => {
    await sources.onApplicationShutdown();
    await db.drop();
  });

  const actorOf = (n: number): Actor => ({
    clinicId: clinics[n % clinics.length] ?? asClinicId(randomUUID()),
    id: randomUUID(),
    role: 'therapist',
  });

  it('sets the context of the actor and of nobody else', async () => {
    const actor = actorOf(1);
    const [context] = await work.run(() => work.rows<Context>(seen), actor);
    expect(context).toEqual({ clinic: actor.clinicId, actor: actor.id, role: 'therapist' });
  });

  it('joins a nested unit of the same actor and refuses one of another', async () => {
    const actor = actorOf(1);
    await work.run(async () => {
      const outer = await work.rows<{ id: string }>('SELECT pg_current_xact_id()::text AS id');
      const inner = await work.run(() => work.rows<{ id: string }>('SELECT pg_current_xact_id()::text AS id'), actor);
      expect(inner).toEqual(outer);
      await expect(work.run(() => Promise.resolve(1), actorOf(2))).rejects.toThrow('open for somebody else');
    }, actor);
  });

  it('runs after-commit callbacks only after a commit', async () => {
    const heard: string[] = [];
    await work.run(async () => {
      work.afterCommit(() => heard.push('committed'));
      await work.rows('SELECT 1');
    }, actorOf(1));
    await work
      .run(async () => {
        work.afterCommit(() => heard.push('never'));
        await work.rows('SELECT 1 / 0');
      }, actorOf(1))
      .catch(() => undefined);
    expect(heard).toEqual(['committed']);
  });

  it(`M7: leaves no context behind in ${String(checkouts)} checkouts with failures among them`, async () => {
    let next = 0;
    let wrong = 0;
    const visitor = async (): Promise<void> => {
      while (next < checkouts) {
        const turn = next++;
        const actor = actorOf(turn);
        const failing = turn % 7 === 0;
        const inside = await work.run(async () => {
          const [context] = await work.rows<Context>(seen);
          if (failing) await work.rows(turn % 2 === 0 ? 'SELECT 1 / 0' : "SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(1)");
          return context;
        }, actor).catch(() => null);
        if (!failing && inside?.actor !== actor.id) wrong += 1;
        if (turn % 5 === 0) wrong += await staleContexts(sources);
      }
    };
    await Promise.all(Array.from({ length: 6 }, visitor));
    expect(wrong).toBe(0);
  }, 120_000);

  it('refuses an actor whose values are not well formed', async () => {
    const forged = { clinicId: "x'; DROP TABLE clinic; --", id: randomUUID(), role: 'therapist' } as unknown as Actor;
    await expect(work.run(() => Promise.resolve(1), forged)).rejects.toThrow('not well formed');
  });
});

/** A fresh checkout must know nobody. */
async function staleContexts(sources: DataSources): Promise<number> {
  const runner = sources.of('api').createQueryRunner();
  try {
    const rows = (await runner.query(seen)) as Context[];
    return rows.filter((row) => row.clinic !== null || row.actor !== null || row.role !== null).length;
  } finally {
    await runner.release();
  }
}
