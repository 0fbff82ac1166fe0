import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fillTables } from './walls/fill.js';
import { FunctionProbe } from './walls/function-probe.js';
import { knownTables } from './walls/row-oracle.js';
import { RowProbe } from './walls/row-probe.js';
import { functionMutants, openTables, policyMutants, type SqlMutant } from './walls/sql-mutants.js';
import { World } from './world.js';

/** All of them by `npm run proof:mutants`; every test run weakens twelve, spread over the list. */
const whole = process.env['PROOF_MUTANTS'] === 'all';
const outsideClinics = [
  ...['passkey_challenge', 'rate_limit', 'schema_migration', 'setup_token', 'staff_account', 'staff_passkey'],
  'upkeep',
];

describe('the walls of the database, asked without the server', () => {
  let world: World;
  let rows: RowProbe;
  let functions: FunctionProbe;

  beforeAll(async () => {
    world = await World.tell(2, ['plain', 'outside', 'transferred', 'withdrawn', 'separated']);
    await fillTables(world);
    rows = await RowProbe.over(world);
    functions = new FunctionProbe(world);
  }, 180_000);
  afterAll(async () => world.close());

  /** Everything that is wrong while the mutant stands; nothing of it is left afterwards. */
  const caught = async (mutant: Partial<SqlMutant>, most = 1): Promise<string[]> => {
    const { sql } = world.app.db;
    await sql('BEGIN');
    try {
      for (const statement of mutant.statements ?? []) await sql(statement);
      const open = (await openTables(world.app.db)).filter((name) => !outsideClinics.includes(name));
      if (open.length > 0) return open;
      const told = mutant.functions === false ? [] : await functions.differences();
      return told.length >= most ? told : [...told, ...(await rows.differences(mutant.tables, most))];
    } finally {
      await sql('ROLLBACK');
    }
  };

  it('knows who may do what with the rows of every table', () => {
    expect([...rows.tables.keys()].filter((name) => !knownTables.has(name))).toEqual([]);
    const empty = [...rows.tables.values()]
      .filter((table) => table.rows.length === 0)
      .map(({ name }) => name);
    // Outside clinics there is no wall to stand before the rows, but the rights of the roles.
    expect(empty.filter((name) => !outsideClinics.includes(name))).toEqual([]);
  });

  it('D-3, M1: let everybody see, add, change and remove the rows that the oracle names, and no other', async () => {
    expect(await caught({}, 20)).toEqual([]);
  }, 400_000);

  it('M3: are missed when one is gone or weaker', async () => {
    const all = [...(await policyMutants(world.app.db)), ...(await functionMutants(world.app.db))];
    expect(all.length).toBeGreaterThan(150);
    const chosen = whole ? all : all.filter((_, at) => at % Math.floor(all.length / 12) === 0);
    const alive: string[] = [];
    for (const mutant of chosen) if ((await caught(mutant)).length === 0) alive.push(mutant.name);
    if (whole)
      process.stderr.write(
        `${String(chosen.length)} mutants of the database, ${String(alive.length)} alive\n`,
      );
    expect(alive).toEqual([]);
    expect(chosen.length).toBeGreaterThanOrEqual(10);
  }, 1_200_000);
});
