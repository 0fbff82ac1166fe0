import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calmR01, steadyB01 } from '@trellis/fixtures';
import { arrangeCase, assignOne, type ArrangedCase } from '../../test/arrange-case.js';
import { shiftDatabaseTime } from '../../test/arrange-identity.js';
import { arrangeStaff, signedIn } from '../../test/arrange.js';
import { dumpOf, restore, textOf, type LogicalDump } from '../../test/logical-dump.js';
import { ownerVault, type SealedValue } from '../../test/owner-vault.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { testDatabase, type TestDatabase } from '../../test/test-database.js';
import { ConfigError, loadConfig, type Config } from '../platform/config/env.js';
import { LedgerError } from './erasure-ledger.js';
import { replayErasures, requireErasures } from './replay.js';

describe('an erased person', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let done: string;
  let before: LogicalDump;
  let words: SealedValue[];
  let restored: TestDatabase;
  const ledger = (): string => join(app.dataDir, 'erasures', 'ledger.jsonl');

  beforeAll(async () => {
    app = await testApp({ TRELLIS_ERASURE_HOLD_DAYS: '0' });
    ellery = await arrangeCase(app);
    await writeWords();
    before = await dumpOf(app.db);
    words = (await valuesIn(app.db)).filter(({ ownerId }) => ownerId === ellery.rowanId);
    await erase(ellery.rowanId);
    restored = await testDatabase();
    await restore(restored, before);
  });
  afterAll(async () => {
    await restored.drop();
    await app.close();
  });

  const configOf = (db: TestDatabase, dataDir = app.dataDir): Config =>
    loadConfig({
      TRELLIS_MODE: 'test',
      DATABASE_URL: db.ownerUrl,
      TRELLIS_DATA_DIR: dataDir,
      TRELLIS_MASTER_KEY_FILE: join(app.dataDir, 'master.key'),
    });

  it('K-5: every word they wrote is unreadable in the live database, also to whoever holds all keys', async () => {
    expect(words.length).toBeGreaterThanOrEqual(4);
    expect(await openable(app.db, words)).toBe(0);
    const others = (await valuesIn(app.db)).filter(({ ownerId }) => ownerId === ellery.irisId);
    expect(others.length).toBeGreaterThan(0);
    expect(await openable(app.db, others)).toBe(others.length);
  });

  it('leaves a page that its readers can open, without the words', async () => {
    const page = await ellery.mina.call('get', `homework/${done}`);
    expect([page.status, page.body.answers]).toEqual([200, {}]);
  });

  it('K-5: the ledger stands outside of the database, names nobody, and is signed', () => {
    const lines = readFileSync(ledger(), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(Object.keys(JSON.parse(String(lines[0])) as object)).toEqual([
      'clinic',
      'person',
      'at',
      'previous',
      'key',
      'signature',
    ]);
    expect(lines[0]).toContain(ellery.rowanId);
    expect(lines[0]).not.toContain('Rowan');
    expect(textOf(before)).toContain('Rowan');
  });

  it('K-5: a copy from before brings the words back, and no server opens on it', async () => {
    expect(await openable(restored, words)).toBe(words.length);
    await expect(requireErasures(configOf(restored))).rejects.toThrow(ConfigError);
    await expect(requireErasures(configOf(restored))).rejects.toThrow(
      /copy from before 1 people were erased.*erasure-replay\.js/,
    );
  });

  it('K-5: replaying the ledger makes them unreadable in the copy too, and then it opens', async () => {
    expect(await replayErasures(configOf(restored))).toBe(1);
    expect(await openable(restored, words)).toBe(0);
    expect(textOf(await dumpOf(restored))).not.toContain('Rowan');
    const others = (await valuesIn(restored)).filter(({ ownerId }) => ownerId === ellery.irisId);
    expect(await openable(restored, others)).toBe(others.length);
    await expect(requireErasures(configOf(restored))).resolves.toBeUndefined();
    expect(await replayErasures(configOf(restored))).toBe(0);
    const [act] = await restored.sql<{ n: number }>(
      `SELECT count(*)::integer AS n FROM audit_event WHERE action = 'erasure.replay' AND person_id = $1`,
      [ellery.rowanId],
    );
    expect(act?.n).toBe(1);
  });

  it('K-5: a ledger that was lost is made again from the database, and a copy of it from elsewhere counts', async () => {
    const copy = join(app.dataDir, 'copy.jsonl');
    cpSync(ledger(), copy);
    rmSync(ledger());
    await requireErasures(configOf(app.db));
    expect(readFileSync(ledger(), 'utf8')).toContain(ellery.rowanId);
    rmSync(ledger());
    const again = await testDatabase();
    await restore(again, before);
    expect(await replayErasures(configOf(again), [copy])).toBe(1);
    expect(await openable(again, words)).toBe(0);
    expect(existsSync(ledger())).toBe(true);
    await again.drop();
  });

  it('K-5: a ledger that somebody changed stops the start instead of being believed', async () => {
    const whole = readFileSync(ledger(), 'utf8');
    for (const changed of [
      whole.replace(ellery.rowanId, ellery.irisId),
      whole + whole,
      whole.replace('"previous":""', '"previous":"00"'),
      `${whole}{}\n`,
    ]) {
      writeFileSync(ledger(), changed);
      await expect(requireErasures(configOf(app.db))).rejects.toThrow(LedgerError);
      await expect(replayErasures(configOf(app.db))).rejects.toThrow(LedgerError);
    }
    writeFileSync(ledger(), whole);
    // Cut off while it was written: never became a line.
    appendFileSync(ledger(), '{"clinic":"');
    await expect(requireErasures(configOf(app.db))).resolves.toBeUndefined();
  });

  it('K-5: who writes while they are erased leaves nothing that opens, and gets no new key', async () => {
    await expect(
      app.db.sql(`INSERT INTO data_key VALUES ($1, gen_random_uuid(), 'person', $2, '\\x01', now())`, [
        ellery.clinicId,
        ellery.rowanId,
      ]),
    ).rejects.toThrow('an erased person gets no key');
  });

  async function writeWords(): Promise<void> {
    done = await assignOne(ellery.mina, ellery.rowanId, 'R01');
    const drafted = await assignOne(ellery.mina, ellery.rowanId, 'R01', '2025-01-07');
    const other = await assignOne(ellery.jo, ellery.irisId, 'B01');
    for (const [by, id, answers] of [
      [ellery.rowan, done, calmR01],
      [ellery.iris, other, steadyB01],
    ] as const) {
      const answer = await by.call('post', `homework/${id}/submission`, { body: { answers }, version: 1 });
      expect(answer.status).toBe(200);
    }
    const draft = { answers: { left_out: 'what I could not say' } };
    expect(
      (await ellery.rowan.call('put', `homework/${drafted}/draft`, { body: draft, version: 1 })).status,
    ).toBe(200);
  }

  async function erase(personId: string): Promise<void> {
    const { clinicId } = ellery;
    const adminId = await arrangeStaff(app, clinicId, 'clinic_admin', 'Ada Field');
    const ownerId = await arrangeStaff(app, clinicId, 'owner', 'Noor Abadi');
    const admin = await signedIn(app, clinicId, adminId, 'clinic_admin');
    const owner = await signedIn(app, clinicId, ownerId, 'owner');
    const { id } = (await admin.call('post', 'erasures', { body: { personId } })).body as { id: string };
    await admin.call('post', `erasures/${id}/approval`);
    await owner.call('post', `erasures/${id}/approval`);
    await shiftDatabaseTime(app, 1);
    expect((await owner.call('post', `erasures/${id}/completion`)).status).toBe(200);
  }

  async function valuesIn(db: TestDatabase): Promise<SealedValue[]> {
    const owner = await ownerVault(db.ownerUrl, app.dataDir);
    try {
      return await owner.values();
    } finally {
      await owner.close();
    }
  }

  async function openable(db: TestDatabase, values: readonly SealedValue[]): Promise<number> {
    const owner = await ownerVault(db.ownerUrl, app.dataDir);
    try {
      let count = 0;
      for (const value of values) if (await owner.opens(value)) count += 1;
      return count;
    } finally {
      await owner.close();
    }
  }
});
