import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calmR01 } from '@trellis/fixtures';
import { migrations } from '@trellis/migrations';
import { Client } from 'pg';
import { AuditSealer } from '../../src/audit/audit-sealer.js';
import { readOptions, verifyCommand } from '../../src/audit/verify-command.js';
import { backupCommand, newIdentity, restoreCommand } from '../../src/backup/backup-command.js';
import { replayErasures, requireErasures } from '../../src/erasure/replay.js';
import { loadConfig, type Config } from '../../src/platform/config/env.js';
import { migrateDatabase } from '../../src/platform/database/migrate-database.js';
import { addCouple, setUpMember, signIn, type Member } from '../arrange-identity.js';
import { assignOne, firstMonday, travel } from '../arrange-case.js';
import { enrolBoth, signedIn } from '../arrange.js';
import { openServer, testApp, type TestApp } from '../test-app.js';
import { emptyDatabase, testKeyFile, testMasterKey } from '../test-database.js';

const words = 'cnry-backup-kept-words';

interface Machine {
  readonly config: Config;
  sql<Row extends object>(text: string): Promise<Row[]>;
  drop(): Promise<void>;
}

/** An empty database, an empty folder, and no key. */
async function emptyMachine(): Promise<Machine> {
  const database = await emptyDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'trellis-restored-'));
  const config = loadConfig({
    TRELLIS_MODE: 'test',
    PORT: '0',
    DATABASE_URL: database.ownerUrl,
    TRELLIS_DATA_DIR: folder,
    TRELLIS_MASTER_KEY_FILE: join(folder, 'master.key'),
    TRELLIS_LOG_LEVEL: 'silent',
  });
  return {
    config,
    sql: async <Row extends object>(text: string) => {
      const client = new Client({ connectionString: database.ownerUrl });
      await client.connect();
      return client.query<Row>(text).then(
        async ({ rows }) => (await client.end(), rows),
        async (error: unknown) => {
          await client.end();
          throw error;
        },
      );
    },
    drop: async () => {
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const clock = (): Date => new Date();
const restored = (machine: Machine, from: string, identity: string): Promise<string[]> =>
  restoreCommand(machine.config, ['--from', from, '--identity', identity], clock, (ledgers) =>
    replayErasures(machine.config, ledgers),
  );

describe('a backup', () => {
  let app: TestApp;
  let config: Config;
  let mina: Member;
  let coupleId: string;
  let taskId: string;
  let safe: string;
  let identity: string;
  let recipient: string;
  let backup: string;

  beforeAll(async () => {
    app = await testApp();
    travel(app, firstMonday);
    safe = mkdtempSync(join(tmpdir(), 'trellis-safe-'));
    identity = join(safe, 'identity.txt');
    recipient = String((await newIdentity(identity))[1]?.split('=')[1]);
    mina = await setUpMember(app);
    const browser = await signedIn(app, mina.clinicId, mina.id, 'therapist');
    const couple = await addCouple(browser, mina.id);
    coupleId = couple.coupleId;
    await enrolBoth(app, coupleId, ['privacy', 'secrets_policy', 'measurement']);
    taskId = await assignOne(browser, couple.rowanId, 'R01');
    const rowan = await signedIn(app, mina.clinicId, couple.rowanId, 'client');
    const body = { answers: { ...calmR01, feelings_own_word: words } };
    const done = await rowan.call('post', `homework/${taskId}/submission`, { body, version: 1 });
    expect(done.status).toBe(200);
    const sealer = app.app.get(AuditSealer);
    sealer.start();
    await sealer.stop();
    config = loadConfig({
      TRELLIS_MODE: 'test',
      DATABASE_URL: app.db.ownerUrl,
      TRELLIS_DATA_DIR: app.dataDir,
      TRELLIS_MASTER_KEY_FILE: join(app.dataDir, 'master.key'),
      TRELLIS_BACKUP_RECIPIENT: recipient,
    });
    await backupCommand(config, ['--to', safe], clock);
    backup = join(safe, String(readdirSync(safe).find((name) => name.endsWith('.age'))));
  });
  afterAll(async () => {
    await app.close();
    rmSync(safe, { recursive: true, force: true });
  });

  it('on an empty machine, somebody signs in, reads what was sealed, and the record of acts is whole', async () => {
    const machine = await emptyMachine();
    const [state] = await restored(machine, backup, identity);
    expect(state).toMatch(/^The state of 20.*: \d+ tables, \d+ rows, \d+\.\d s$/);
    await requireErasures(machine.config);
    const server = await openServer(machine.config);
    const browser = await signIn(server, mina);
    const page = await browser.call('get', `homework/${taskId}`);
    expect([page.status, page.text.includes(words)]).toEqual([200, true]);
    const added = await browser.call('get', `couples/${coupleId}`);
    expect(added.status).toBe(200);
    const record = await verifyCommand(machine.config, readOptions([]));
    expect([record.exitCode, record.lines.at(-1)]).toEqual([0, 'whole']);
    await server.close();
    await machine.drop();
  });

  it('leaves the walls as they were: forced security, triggers, foreign keys', async () => {
    const machine = await emptyMachine();
    await restored(machine, backup, identity);
    const walls = `SELECT
      (SELECT count(*) FROM pg_class WHERE relforcerowsecurity)::int AS forced,
      (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D')::int AS triggers,
      (SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND convalidated)::int AS keys,
      (SELECT count(*) FROM pg_policies)::int AS policies`;
    const [here] = await machine.sql<Record<string, number>>(walls);
    expect([here]).toEqual(await app.db.sql(walls));
    expect(here?.['forced']).toBeGreaterThan(100);
    const rows = 'SELECT count(*)::int AS n FROM audit_event';
    expect(await machine.sql(rows)).toEqual(await app.db.sql(rows));
    await machine.drop();
  });

  it('K-6: says nothing to whoever finds it: no words, no names, no keys', () => {
    const bytes = readFileSync(backup);
    for (const text of [words, 'Ellery', 'Mina', mina.email, testKeyFile, 'CREATE', 'trellis.json']) {
      expect(bytes.includes(text)).toBe(false);
    }
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  });

  it('does not open with another identity, nor when a piece is missing, and then leaves nothing behind', async () => {
    const machine = await emptyMachine();
    const other = join(safe, 'other.txt');
    await newIdentity(other);
    await expect(restored(machine, backup, other)).rejects.toThrow(/does not open this backup/);
    const short = join(safe, 'short');
    const whole = readFileSync(backup);
    for (const part of [0.3, 0.9, 0.999]) {
      writeFileSync(short, whole.subarray(0, Math.floor(whole.length * part)));
      await expect(restored(machine, short, identity)).rejects.toThrow(/damaged or not whole/);
    }
    const changed = Buffer.from(whole);
    changed[Math.floor(whole.length / 2)]! ^= 1;
    writeFileSync(short, changed);
    await expect(restored(machine, short, identity)).rejects.toThrow(/damaged or not whole/);
    expect(await machine.sql("SELECT to_regclass('public.clinic') AS clinic")).toEqual([{ clinic: null }]);
    expect(readdirSync(machine.config.dataDir)).toEqual([]);
    await machine.drop();
  });

  it('goes into an empty database only, and never over another key', async () => {
    await expect(
      restoreCommand(config, ['--from', backup, '--identity', identity], clock, () => Promise.resolve(0)),
    ).rejects.toThrow(/holds a clinic/);
    const machine = await emptyMachine();
    writeFileSync(machine.config.masterKeyFile, Buffer.alloc(32, 9).toString('base64'));
    await expect(restored(machine, backup, identity)).rejects.toThrow(/not the key file of this backup/);
    await machine.drop();
  });

  it('is brought up to date when it was made by an earlier version', async () => {
    const earlier = await emptyMachine();
    cpSync(join(app.dataDir, 'master.key'), earlier.config.masterKeyFile);
    const names = migrations.map(({ name }) => name);
    await migrateDatabase(earlier.config.databaseUrl, testMasterKey, new Set(names.slice(0, -3)));
    const folder = join(safe, 'earlier');
    await backupCommand(earlier.config, ['--to', folder, '--recipient', recipient], clock);
    const machine = await emptyMachine();
    await restored(machine, join(folder, String(readdirSync(folder)[0])), identity);
    const ran = await machine.sql<{ name: string }>('SELECT name FROM schema_migration ORDER BY id');
    expect(ran.map(({ name }) => name)).toEqual(names);
    await machine.drop();
    await earlier.drop();
  });

  it('erases again whoever was erased since, by the ledger of today', async () => {
    const machine = await emptyMachine();
    const [person] = await app.db.sql<{ id: string }>(
      'SELECT id FROM person WHERE clinic_id IS NOT NULL ORDER BY id',
    );
    const { ErasureLedger } = await import('../../src/erasure/erasure-ledger.js');
    const today = new ErasureLedger(machine.config.erasureLedger, testMasterKey);
    today.append([{ clinic: mina.clinicId, person: String(person?.id), at: new Date().toISOString() }]);
    const lines = await restored(machine, backup, identity);
    expect(lines[1]).toBe('1 people, documents and letters were erased again');
    const kept = await machine.sql(
      `SELECT FROM person WHERE id = '${String(person?.id)}' AND erased_at IS NULL`,
    );
    expect(kept).toHaveLength(0);
    await machine.drop();
  });

  it('is not kept longer than was said, and nothing else of the folder is touched', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trellis-old-'));
    const names = ['trellis-20240101T000000Z.age', 'trellis-20240102T000000Z.age.partial', 'notes.age'];
    for (const name of names) {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), new Date('2024-01-02'), new Date('2024-01-02'));
    }
    const said = await backupCommand(config, ['--to', folder, '--keep-days', '35'], clock);
    expect(said[1]).toBe('2 older than 35 days were removed');
    expect(readdirSync(folder)).toHaveLength(2);
    expect(readdirSync(folder)).toContain('notes.age');
    rmSync(folder, { recursive: true });
  });

  it('is refused with a sentence when nobody could open it, and for a command line that cannot be followed', async () => {
    const nobody = { ...config, backupRecipient: null };
    await expect(backupCommand(nobody, ['--to', safe], clock)).rejects.toThrow(
      /Nobody could open this backup/,
    );
    for (const line of [[], ['--to'], ['--where', safe], ['--to', safe, '--keep-days', '0']]) {
      await expect(backupCommand(config, line, clock)).rejects.toThrow(/Usage: backup/);
    }
    await expect(newIdentity(identity)).rejects.toThrow(/is there already/);
  });
});
