import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asClinicId } from '@trellis/domain';
import { arrangeClinic } from '../../../test/arrange.js';
import { testApp, type TestApp } from '../../../test/test-app.js';
import type { Actor } from '../context/request-context.js';
import { UnitOfWork } from './unit-of-work.js';

describe('what is left for after a unit of work', () => {
  let app: TestApp;
  let work: UnitOfWork;
  let actor: Actor;

  beforeAll(async () => {
    app = await testApp();
    work = app.app.get(UnitOfWork);
  });
  beforeEach(async () => {
    actor = { clinicId: asClinicId(await arrangeClinic(app)), id: randomUUID(), role: 'therapist' };
  });
  afterAll(async () => app.close());

  const add = async (name: string): Promise<number> =>
    work.change("INSERT INTO person VALUES ($1, $2, $3, '', 'en', now())", [
      actor.clinicId,
      randomUUID(),
      name,
    ]);
  const kept = async (): Promise<string[]> => {
    const rows = await app.db.sql<{ name: string }>(
      'SELECT name FROM person WHERE clinic_id = $1 ORDER BY name',
      [actor.clinicId],
    );
    return rows.map(({ name }) => name);
  };
  const addLater = (name: string): void =>
    work.afterwards(async () => {
      await add(name);
    });

  it('is kept when the unit is rolled back, and the refusal still reaches the caller', async () => {
    const refused = work.run(async () => {
      await add('inside');
      addLater('record');
      throw new RangeError('refused');
    }, actor);
    await expect(refused).rejects.toThrow('refused');
    expect(await kept()).toEqual(['record']);
  });

  it('waits for the outermost unit and is kept when it commits', async () => {
    let during: string[] = [];
    await work.run(async () => {
      await work.run(() => {
        addLater('record');
        return add('inside');
      }, actor);
      during = await kept();
    }, actor);
    expect(during).toEqual([]);
    expect(await kept()).toEqual(['inside', 'record']);
  });

  it('turns a refusal that cannot be recorded into a fault', async () => {
    const refused = work.run(() => {
      work.afterwards(async () => {
        await work.change('INSERT INTO person VALUES (NULL)');
      });
      return Promise.reject(new RangeError('refused'));
    }, actor);
    await expect(refused).rejects.toThrow(/row-level security/);
  });

  it('takes one connection at a time, so that a crowd of refusals cannot starve the pool', async () => {
    const crowd = Array.from({ length: 40 }, async (_, i) =>
      work.run(async () => {
        addLater(`record ${String(i)}`);
        await work.rows('SELECT pg_sleep(0.02)');
        throw new RangeError('refused');
      }, actor),
    );
    const outcomes = await Promise.allSettled(crowd);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await kept()).toHaveLength(40);
  });
});

describe("what is done as the system inside somebody's unit of work", () => {
  let app: TestApp;
  let work: UnitOfWork;
  let actor: Actor;

  beforeAll(async () => {
    app = await testApp();
    work = app.app.get(UnitOfWork);
    actor = { clinicId: asClinicId(await arrangeClinic(app)), id: randomUUID(), role: 'client' };
  });
  afterAll(async () => app.close());

  const asked = async (): Promise<string[]> => {
    const [row] = await work.rows<{ clinic: string; actor: string; role: string }>(
      'SELECT app.clinic() AS clinic, app.actor() AS actor, app.actor_role() AS role',
    );
    return [row!.clinic, row!.actor, row!.role];
  };
  const mine = (): string[] => [actor.clinicId, actor.id, 'client'];
  const systems = (): string[] => [actor.clinicId, actor.clinicId, 'system'];

  it('stays in the clinic, and goes back to whoever opened it', async () => {
    const seen = await work.run(async () => {
      const before = await asked();
      const inside = await work.asSystem('disclosure.facts', async () => [
        await work.asSystem('disclosure.step', asked),
        await asked(),
      ]);
      return [before, ...inside, await asked()];
    }, actor);
    expect(seen).toEqual([mine(), systems(), systems(), mine()]);
  });

  it('goes back also when the work inside was refused', async () => {
    const after = await work.run(async () => {
      await expect(
        work.asSystem('disclosure.step', async () => Promise.reject(new RangeError('refused'))),
      ).rejects.toThrow('refused');
      return asked();
    }, actor);
    expect(after).toEqual(mine());
  });

  it('tells the fault of a failed statement, and leaves nothing behind', async () => {
    const failed = work.run(
      async () => work.asSystem('disclosure.step', () => work.rows('SELECT 1 / 0')),
      actor,
    );
    await expect(failed).rejects.toThrow('division by zero');
    expect(await work.run(asked, actor)).toEqual(mine());
  });
});
