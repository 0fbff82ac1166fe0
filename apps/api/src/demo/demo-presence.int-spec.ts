import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../test/test-database.js';
import { demoClinicId } from './demo-clinic-id.js';
import { clearDemoClinic, clinicsIn } from './demo-presence.js';

describe('which clinics a database holds', () => {
  let db: TestDatabase;

  beforeEach(async () => {
    db = await testDatabase();
  });
  afterEach(async () => {
    await db.drop();
  });

  const add = (id: string): Promise<unknown> =>
    db.sql("INSERT INTO clinic VALUES ($1, 'A clinic', 'UTC', '', now())", [id]);

  it('tells none, the demo, a real one, and both together apart', async () => {
    expect(await clinicsIn(db.ownerUrl)).toEqual({ demo: false, real: false });
    await add(demoClinicId);
    expect(await clinicsIn(db.ownerUrl)).toEqual({ demo: true, real: false });
    // Production has to see the demo also where a real clinic stands beside it.
    await add(randomUUID());
    expect(await clinicsIn(db.ownerUrl)).toEqual({ demo: true, real: true });
  });

  it('clears a demo that was cut off, and never a database with a real clinic', async () => {
    await add(demoClinicId);
    await clearDemoClinic(db.ownerUrl);
    expect(await clinicsIn(db.ownerUrl)).toEqual({ demo: false, real: false });
    await add(randomUUID());
    await expect(clearDemoClinic(db.ownerUrl)).rejects.toThrow('never cleared');
    expect(await clinicsIn(db.ownerUrl)).toEqual({ demo: false, real: true });
  });
});
