import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeClinic, arrangeStaff } from '../../test/arrange.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { CONFIG, type Config } from '../platform/config/env.js';
import { AuditSealer } from './audit-sealer.js';
import { verifyCommand } from './verify-command.js';

interface Plan {
  readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };
}

/** Blocks of 8 kB one page may touch; the table alone has some three thousand. */
const fewBlocks = 400;
const rows = 100_000;
/** So many of them are chained too: the rest would only take longer. */
const chained = 20_000;

describe('the record with 100,000 acts', () => {
  let app: TestApp;
  let clinicId: string;
  let rare: string;
  let often: string;
  let person: string;

  beforeAll(async () => {
    app = await testApp();
    clinicId = await arrangeClinic(app);
    rare = await arrangeStaff(app, clinicId, 'therapist', 'Rare Reader');
    often = await arrangeStaff(app, clinicId, 'therapist', 'Often Reader');
    [{ id: person }] = (await app.db.sql<{ id: string }>('SELECT gen_random_uuid() AS id')) as [
      { id: string },
    ];
    await addActs(1, chained);
  }, 60_000);
  afterAll(async () => app.close());

  const addActs = (first: number, last: number): Promise<unknown> =>
    app.db.sql(
      `INSERT INTO audit_event (clinic_id, id, at, actor_id, actor_role, action, resource, resource_id, person_id, decision, correlation_id)
        SELECT $1, gen_random_uuid(), now() - make_interval(secs => n * 30), CASE WHEN n % 9973 = 0 THEN $2::uuid ELSE $3::uuid END,
          'therapist', CASE WHEN n % 19997 = 0 THEN 'report.order' ELSE 'homework.read' END, 'homework_task', gen_random_uuid(),
          CASE WHEN n % 4999 = 0 THEN $4::uuid ELSE gen_random_uuid() END, 'allowed', gen_random_uuid()
        FROM generate_series($5::integer, $6::integer) n`,
      [clinicId, rare, often, person, first, last],
    );

  it('is sealed and verified from end to end, thousands of rows a second', async () => {
    const begun = performance.now();
    app.app.get(AuditSealer).start();
    await app.app.get(AuditSealer).stop();
    const sealed = performance.now();
    const { lines, exitCode } = await verifyCommand(app.app.get<Config>(CONFIG), {});
    const verified = performance.now();
    process.stdout.write(
      `${String(chained)} rows: sealed in ${String(Math.round(sealed - begun))} ms, verified in ${String(Math.round(verified - sealed))} ms\n`,
    );
    expect({ first: lines[0], exitCode }).toEqual({
      ...{ first: `1 chains, ${String(chained)} links read, 1 checkpoints`, exitCode: 0 },
    });
    await addActs(chained + 1, rows);
    await app.db.sql('VACUUM ANALYZE audit_event');
  }, 120_000);

  /** Blocks touched by one call of a reading function, as the api role and for the given asker. */
  async function blocks(call: string, role: string, actorId: string): Promise<number> {
    await app.db.sql('BEGIN');
    await app.db.sql(
      "SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_id', $2, true), set_config('app.actor_role', $3, true)",
      [clinicId, actorId, role],
    );
    await app.db.sql('SET LOCAL ROLE trellis_api');
    // Once before: the first call also reads the catalogue.
    await app.db.sql(`SELECT FROM ${call}`);
    const [answer] = await app.db.sql<{ 'QUERY PLAN': Plan[] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM ${call}`,
    );
    await app.db.sql('ROLLBACK');
    const plan = answer!['QUERY PLAN'][0]!.Plan;
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  }

  const page = (actor: string, action: string, from: string, until: string, before: string): string =>
    `app.audit_page(${actor}, ${action}, ${from}, ${until}, ${before}, '00000000-0000-4000-8000-000000000000', 51)`;

  it.each([
    ['newest', () => page('NULL', 'NULL', 'NULL', 'NULL', 'NULL')],
    ['far down', () => page('NULL', 'NULL', 'NULL', 'NULL', "now() - interval '30 days'")],
    [
      'one week long ago',
      () => page('NULL', 'NULL', "now() - interval '30 days'", "now() - interval '23 days'", 'NULL'),
    ],
    ['one rare actor', () => page(`'${rare}'`, 'NULL', 'NULL', 'NULL', 'NULL')],
    ['one rare action', () => page('NULL', "'report.order'", 'NULL', 'NULL', 'NULL')],
    ['an action that does not occur', () => page('NULL', "'no.such'", 'NULL', 'NULL', 'NULL')],
    ['a rare actor and a common action', () => page(`'${rare}'`, "'homework.read'", 'NULL', 'NULL', 'NULL')],
  ])('shows a page by index: %s', async (_, call) => {
    expect(await blocks(call(), 'clinic_admin', rare)).toBeLessThan(fewBlocks);
  });

  it('finds the actions that occur, and one person’s openings, by index', async () => {
    expect(await blocks('app.audit_actions()', 'owner', rare)).toBeLessThan(fewBlocks);
    expect(await blocks('app.record_openings(NULL, NULL, 21)', 'client', person)).toBeLessThan(fewBlocks);
  });

  it('asks for its health by index', async () => {
    const [answer] = await app.db.sql<{ 'QUERY PLAN': Plan[] }>(
      'EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM app.audit_health()',
    );
    const plan = answer!['QUERY PLAN'][0]!.Plan;
    expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThan(fewBlocks);
  });
});
