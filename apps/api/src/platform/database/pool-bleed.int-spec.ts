import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asClinicId } from '@trellis/domain';
import { testDatabase, testMasterKey, type TestDatabase } from '../../../test/test-database.js';
import type { Actor } from '../context/request-context.js';
import { DataSources } from './data-sources.js';
import { roleUrl } from './runtime-roles.js';
import { UnitOfWork } from './unit-of-work.js';

// `npm run proof:checkouts` takes a million.
const checkouts = Number(process.env['PROOF_CHECKOUTS'] ?? 20_000);
const visitors = 6;
const clinics = Array.from({ length: 50 }, () => asClinicId(randomUUID()));

interface Context {
  readonly clinic: string | null;
  readonly actor: string | null;
  readonly role: string | null;
}

const seen = `SELECT nullif(current_setting('app.clinic_id', true), '') AS clinic,
  nullif(current_setting('app.actor_id', true), '') AS actor, nullif(current_setting('app.actor_role', true), '') AS role`;

/** What goes wrong inside a unit: a fault of the statement, a cancelled one, a connection that is gone. */
const faults = [
  'SELECT 1 / 0',
  'SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(1)',
  'SELECT pg_terminate_backend(pg_backend_pid())',
];
const faultOf = (turn: number): string | null => {
  if (turn % 500 === 0) return faults[2]!;
  return turn % 7 === 0 ? faults[turn % 2]! : null;
};

describe('a pool of two connections', () => {
  let db: TestDatabase;
  let sources: DataSources;
  let work: UnitOfWork;

  beforeAll(async () => {
    db = await testDatabase();
    const url = (role: 'trellis_api' | 'trellis_worker' | 'trellis_auth'): string =>
      roleUrl(db.ownerUrl, testMasterKey, role);
    const addresses = { api: url('trellis_api'), worker: url('trellis_worker'), auth: url('trellis_auth') };
    sources = await DataSources.connect(addresses, [], 2);
    work = new UnitOfWork(sources);
  });
  afterAll(async () => {
    await sources.onApplicationShutdown();
    await db.drop();
  });

  const actorOf = (turn: number): Actor => ({
    clinicId: clinics[turn % clinics.length]!,
    id: randomUUID(),
    role: 'therapist',
  });

  /** Contexts that a fresh checkout already has: there must be none. */
  const left = async (): Promise<number> => {
    const runner = sources.of('api').createQueryRunner();
    try {
      const rows = (await runner.query(seen)) as Context[];
      return rows.filter(({ clinic, actor, role }) => clinic !== null || actor !== null || role !== null)
        .length;
    } finally {
      await runner.release();
    }
  };

  /** One unit of work; @returns whether it saw its own context and, where it was meant to, failed. */
  const visit = async (turn: number): Promise<boolean> => {
    const actor = actorOf(turn);
    const fault = faultOf(turn);
    let context: Context | undefined;
    const unit = work.run(async () => {
      [context] = await work.rows<Context>(seen);
      if (fault !== null) await work.rows(fault);
    }, actor);
    const failed = await unit.then(
      () => false,
      () => true,
    );
    const own = { clinic: actor.clinicId, actor: actor.id, role: actor.role };
    return failed === (fault !== null) && JSON.stringify(context) === JSON.stringify(own);
  };

  it(
    `M7: D-4 leaves no context behind in ${String(checkouts)} checkouts with failures among them`,
    async () => {
      let next = 0;
      const found = { visits: 0, wrong: 0, looks: 0, left: 0 };
      const visitor = async (): Promise<void> => {
        while (next < checkouts) {
          const turn = (next += 1);
          found.visits += 1;
          if (!(await visit(turn))) found.wrong += 1;
          if (turn % 5 !== 0) continue;
          found.looks += 1;
          found.left += await left();
        }
      };
      await Promise.all(Array.from({ length: visitors }, visitor));
      expect(found.visits).toBeGreaterThanOrEqual(checkouts);
      expect(found.looks).toBeGreaterThanOrEqual(Math.floor(checkouts / 5));
      expect([found.wrong, found.left]).toEqual([0, 0]);
    },
    60_000 + checkouts * 3,
  );

  it('D-4 notices a context that is set for the whole connection', async () => {
    const runner = sources.of('api').createQueryRunner();
    await runner.query(`SELECT set_config('app.clinic_id', '${clinics[0]!}', false)`);
    await runner.release();
    const looks = await Promise.all(Array.from({ length: 8 }, left));
    expect(looks.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
  });
});

describe('a unit of work', () => {
  let db: TestDatabase;
  let sources: DataSources;
  let work: UnitOfWork;
  const mina: Actor = { clinicId: clinics[0]!, id: randomUUID(), role: 'therapist' };

  beforeAll(async () => {
    db = await testDatabase();
    const api = roleUrl(db.ownerUrl, testMasterKey, 'trellis_api');
    sources = await DataSources.connect({ api, worker: api, auth: api }, [], 2);
    work = new UnitOfWork(sources);
  });
  afterAll(async () => {
    await sources.onApplicationShutdown();
    await db.drop();
  });

  it('joins one of the same actor and refuses one of another', async () => {
    const transaction = 'SELECT pg_current_xact_id()::text AS id';
    await work.run(async () => {
      const outer = await work.rows(transaction);
      expect(await work.run(() => work.rows(transaction), mina)).toEqual(outer);
      const other = { ...mina, id: randomUUID() };
      await expect(work.run(() => Promise.resolve(1), other)).rejects.toThrow('open for somebody else');
    }, mina);
  });

  it('calls back only after a commit', async () => {
    const heard: string[] = [];
    await work.run(async () => {
      work.afterCommit(() => heard.push('committed'));
      await work.rows('SELECT 1');
      expect(heard).toEqual([]);
    }, mina);
    const failing = work.run(async () => {
      work.afterCommit(() => heard.push('never'));
      await work.rows('SELECT 1 / 0');
    }, mina);
    await expect(failing).rejects.toThrow('division by zero');
    expect(heard).toEqual(['committed']);
  });

  it('refuses an actor whose values are not well formed', async () => {
    const forged = { ...mina, clinicId: asForged("x'; DROP TABLE clinic; --") };
    await expect(work.run(() => Promise.resolve(1), forged)).rejects.toThrow('not well formed');
  });
});

function asForged(text: string): Actor['clinicId'] {
  return text as Actor['clinicId'];
}
