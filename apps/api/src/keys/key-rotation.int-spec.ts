import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calmR01 } from '@trellis/fixtures';
import { arrangeCase, assignOne, type ArrangedCase } from '../../test/arrange-case.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { loadConfig, type Config } from '../platform/config/env.js';
import { readKeyring } from '../platform/sealing/keyring.js';
import { sealedColumns } from '../platform/sealing/sealed-columns.js';
import { rotateCommand, UsageError } from './rotate-command.js';

interface Counted {
  readonly n: number;
}

describe('changing keys beside a running server', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let done: string;
  let config: Config;
  const keyFile = (): string => join(app.dataDir, 'master.key');

  beforeAll(async () => {
    app = await testApp();
    ellery = await arrangeCase(app);
    done = await assignOne(ellery.mina, ellery.rowanId, 'R01');
    const answer = await ellery.rowan.call('post', `homework/${done}/submission`, {
      body: { answers: calmR01 },
      version: 1,
    });
    expect(answer.status).toBe(200);
    config = loadConfig({
      TRELLIS_MODE: 'test',
      DATABASE_URL: app.db.ownerUrl,
      TRELLIS_DATA_DIR: app.dataDir,
      TRELLIS_MASTER_KEY_FILE: keyFile(),
    });
  });
  afterAll(() => app.close());

  const count = async (text: string, values: unknown[] = []): Promise<number> => {
    const [row] = await app.db.sql<Counted>(`SELECT count(*)::integer AS n FROM ${text}`, values);
    return row?.n ?? -1;
  };
  const reads = async (): Promise<number> => (await ellery.mina.call('get', `homework/${done}`)).status;

  it('K-4: a new master key wraps every clinic key, and a running server follows without a start', async () => {
    const root = readKeyring(keyFile()).root;
    expect(await rotateCommand(config, ['--master'])).toEqual([
      '1 clinic keys are wrapped by the new master key',
    ]);
    const { masters } = readKeyring(keyFile());
    expect(masters).toHaveLength(2);
    expect(readKeyring(keyFile()).root).toEqual(root);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o400);
    const under = `data_key WHERE kind = 'clinic' AND substring(wrapped FROM 2 FOR 16) = uuid_send($1::uuid)`;
    expect(await count(under, [masters[0]?.id])).toBe(1);
    expect(await reads()).toBe(200);
    const fresh = await testClinicWithWords();
    expect(await count(`${under} AND clinic_id = $2`, [masters[0]?.id, fresh])).toBe(1);
  });

  it('K-4: the earlier master key leaves the file, and what was sealed still opens', async () => {
    await rotateCommand(config, ['--forget-earlier']);
    expect(readKeyring(keyFile()).masters).toHaveLength(1);
    expect(await reads()).toBe(200);
  });

  it('K-4: a clinic gets new keys under readers and writers, of whom none fails', async () => {
    const before = await app.db.sql<{ id: string }>('SELECT id FROM data_key WHERE clinic_id = $1', [
      ellery.clinicId,
    ]);
    const drafted = await assignOne(ellery.mina, ellery.rowanId, 'R01', '2025-01-07');
    const hammer = startHammer(drafted);
    const lines: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      lines.push(...(await rotateCommand(config, ['--clinic', ellery.clinicId], 1)));
      await new Promise((resolve) => setTimeout(resolve, 1200));
      lines.push(...(await rotateCommand(config, ['--continue'], 1)));
    }
    const { calls, failures } = await hammer.stop();
    expect(failures).toEqual([]);
    expect(calls).toBeGreaterThan(100);
    // The keys of people go first, then nothing needs the clinic's earlier ones.
    for (let round = 0; round < 3; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1200));
      await rotateCommand(config, ['--continue'], 1);
    }
    const gone = 'data_key WHERE id = ANY ($1) AND wrapped IS NULL AND destroyed_at IS NOT NULL';
    expect(await count(gone, [before.map(({ id }) => id)])).toBe(before.length);
    expect(
      await count('data_key WHERE clinic_id = $1 AND wrapped IS NOT NULL AND retired_at IS NOT NULL', [
        ellery.clinicId,
      ]),
    ).toBe(0);
    expect(await reads()).toBe(200);
    const last = await ellery.rowan.call('get', `homework/${drafted}`);
    expect(last.body.answers.left_out).toBe(hammer.lastSaved());
  });

  it('K-2: no key was used twice with one nonce, over every sealed value and wrapped key there is', async () => {
    const columns = [...sealedColumns, { table: 'data_key', column: 'wrapped' }];
    const heads = columns.map(
      ({ table, column }) =>
        `SELECT substring(${column} FROM 2 FOR 28) AS head FROM ${table} WHERE length(${column}) > 45`,
    );
    const [row] = await app.db.sql<{ all: number; different: number }>(
      `SELECT count(*)::integer AS all, count(DISTINCT head)::integer AS different FROM (${heads.join(' UNION ALL ')}) h`,
    );
    expect(row?.all).toBeGreaterThan(15);
    expect(row?.different).toBe(row?.all);
  });

  it('K-4: every change of a key is on record, without the key', async () => {
    const rows = await app.db.sql<{ action: string; actor_role: string }>(
      `SELECT DISTINCT action, actor_role FROM audit_event WHERE action LIKE 'keys.%' ORDER BY 1`,
    );
    expect(rows).toEqual(
      ['keys.destroy', 'keys.rewrap', 'keys.rotate'].map((action) => ({ action, actor_role: 'system' })),
    );
  });

  it('refuses what is not its command line and changes nothing', async () => {
    const before = readFileSync(keyFile());
    for (const words of [
      [],
      ['--clinic'],
      ['--clinic', 'x'],
      ['--master', 'now'],
      ['--all'],
      ['--clinic', ellery.coupleId],
    ]) {
      await expect(rotateCommand(config, words)).rejects.toThrow(UsageError);
    }
    expect(readFileSync(keyFile())).toEqual(before);
  });

  it('finds its way back after being cut off anywhere: keys renewed, words not yet', async () => {
    await app.db.sql(
      `UPDATE data_key SET retired_at = now() WHERE clinic_id = $1 AND owner_id = $2 AND retired_at IS NULL`,
      [ellery.clinicId, ellery.rowanId],
    );
    expect(await reads()).toBe(200);
    await rotateCommand(config, ['--continue'], 0);
    expect(await reads()).toBe(200);
    expect(
      await count('data_key WHERE clinic_id = $1 AND wrapped IS NOT NULL AND retired_at IS NOT NULL', [
        ellery.clinicId,
      ]),
    ).toBe(0);
  });

  /** Saves a draft and reads words as fast as it can until it is stopped. */
  function startHammer(taskId: string): {
    stop(): Promise<{ calls: number; failures: string[] }>;
    lastSaved(): string;
  } {
    let going = true;
    let calls = 0;
    let saved = '';
    const failures: string[] = [];
    const writer = async (): Promise<void> => {
      for (let version = 1, n = 0; going; n += 1) {
        const text = `text ${String(n)}`;
        const answer = await ellery.rowan.call('put', `homework/${taskId}/draft`, {
          body: { answers: { left_out: text } },
          version,
        });
        calls += 1;
        if (answer.status >= 300) failures.push(`draft ${answer.text}`);
        else saved = text;
        version = Number(answer.body.version ?? version);
      }
    };
    const reader = async (): Promise<void> => {
      while (going) {
        for (const [client, path] of [
          [ellery.mina, `homework/${done}`],
          [ellery.rowan, `homework/${taskId}`],
        ] as const) {
          const answer = await client.call('get', path);
          calls += 1;
          if (answer.status !== 200) failures.push(`${path} ${answer.text}`);
        }
      }
    };
    const all = Promise.all([writer(), reader(), reader()]);
    return {
      lastSaved: () => saved,
      stop: async () => {
        going = false;
        await all;
        return { calls, failures };
      },
    };
  }

  async function testClinicWithWords(): Promise<string> {
    const other = await arrangeCase(app);
    const task = await assignOne(other.mina, other.rowanId, 'R01');
    await other.rowan.call('post', `homework/${task}/submission`, { body: { answers: calmR01 }, version: 1 });
    return other.clinicId;
  }
});
