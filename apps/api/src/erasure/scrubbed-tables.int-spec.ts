import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../test/test-database.js';

/** What is left of an erased person: who belonged to which couple, what was agreed to, what was assigned and when. */
const kept = [
  ...['appointment_participant', 'consent', 'correction', 'enrolment', 'erasure_request'],
  ...['homework_plan', 'homework_task'],
];

describe('what erasing a person takes away', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(async () => db.drop());

  it('K-5 names every table with rows of a person, or is known to keep it', async () => {
    const tables = await db.sql<{ name: string }>(
      `SELECT DISTINCT c.conrelid::regclass::text AS name FROM pg_constraint c
        WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass ORDER BY 1`,
    );
    const names = tables.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(kept.length);
    // Every function that the one for the whole person calls, and that one.
    const [scrubbing] = await db.sql<{ source: string }>(
      `SELECT string_agg(pg_get_functiondef(p.oid), ' ') AS source FROM pg_proc p
        WHERE p.pronamespace = 'app'::regnamespace AND p.proname LIKE 'scrub\\_%'`,
    );
    const named = names.filter((name) => new RegExp(`(DELETE FROM|UPDATE) ${name} `).test(scrubbing!.source));
    expect([...named, ...kept].sort()).toEqual(names);
  });
});
