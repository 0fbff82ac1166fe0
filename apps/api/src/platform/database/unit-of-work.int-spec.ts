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
