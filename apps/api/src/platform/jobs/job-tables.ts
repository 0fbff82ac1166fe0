import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { jobSchema, queueName } from './queue-names.js';

/** What the worker may do with the queue's tables; the owner made them and alone may change them. */
const grants = `
  GRANT USAGE ON SCHEMA bullmq TO trellis_worker;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO trellis_worker;
  GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA bullmq TO trellis_worker;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO trellis_worker;
`;

/**
 * Brings the queue's own schema up to date as the owner of `ownerUrl` and lets role worker use it. Safe to repeat.
 * Only Postgres-backed queues need it; it is made in any case, so that an operator can leave Redis without a step.
 */
export async function prepareJobTables(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await runMigrations(owner, jobSchema);
    await owner.query('SET search_path = bullmq');
    // The queue's sequence is made on first use, which the runtime role has no right to do.
    await owner.query('SELECT bullmq.next_job_id($1)', [queueName]);
    await owner.query(grants);
  } finally {
    await owner.end();
  }
}
