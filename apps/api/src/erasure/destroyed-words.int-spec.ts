import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArrangedCase } from '../../test/arrange-case.js';
import { documentOf, putAt, writeWhole } from '../../test/arrange-document.js';
import { arrangeAftercare, deliverImpact, layDown } from '../../test/arrange-letters.js';
import { dumpOf, restore, type LogicalDump } from '../../test/logical-dump.js';
import { ownerVault, type SealedValue } from '../../test/owner-vault.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { testDatabase, type TestDatabase } from '../../test/test-database.js';
import { ConfigError, loadConfig, type Config } from '../platform/config/env.js';
import { LedgerError } from './erasure-ledger.js';
import { replayErasures, requireErasures } from './replay.js';

describe('a document and a letter that were destroyed', () => {
  let app: TestApp;
  let ours: ArrangedCase;
  let letterId: string;
  let before: LogicalDump;
  let words: SealedValue[];
  let restored: TestDatabase;
  const ledger = (): string => join(app.dataDir, 'erasures', 'ledger.jsonl');

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeAftercare(app);
    await putAt(app, ours.coupleId, 'PREPARING');
    await writeWhole(ours.rowan, 'cnry-document');
    await putAt(app, ours.coupleId, 'IMPACT_PREP');
    letterId = await layDown(ours.iris, 'impact');
    await deliverImpact(app, ours);
    before = await dumpOf(app.db);
    const [document] = await app.db.sql<{ id: string }>('SELECT id FROM disclosure_document');
    words = (await valuesIn(app.db)).filter(({ ownerId }) => [letterId, document?.id].includes(ownerId));
    await destroyBoth();
    restored = await testDatabase();
    await restore(restored, before);
  }, 60_000);
  afterAll(async () => {
    await restored.drop();
    await app.close();
  });

  const configOf = (db: TestDatabase): Config =>
    loadConfig({
      TRELLIS_MODE: 'test',
      DATABASE_URL: db.ownerUrl,
      TRELLIS_DATA_DIR: app.dataDir,
      TRELLIS_MASTER_KEY_FILE: join(app.dataDir, 'master.key'),
    });

  it('K-5: both stand in the ledger, each by its id, and every word is unreadable', async () => {
    const lines = readFileSync(ledger(), 'utf8').trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual(['document', 'letter']);
    expect(lines[1]).toContain(letterId);
    expect(words.length).toBeGreaterThan(4);
    expect(await openable(app.db)).toBe(0);
    await expect(requireErasures(configOf(app.db))).resolves.toBeUndefined();
  });

  it('K-5: a copy from before brings them back, and no server opens on it', async () => {
    expect(await openable(restored)).toBe(words.length);
    await expect(requireErasures(configOf(restored))).rejects.toThrow(ConfigError);
    await expect(requireErasures(configOf(restored))).rejects.toThrow(
      /before 2 documents or letters were destroyed.*erasure-replay\.js/,
    );
  });

  it('K-5: replaying the ledger destroys them once more, on record, and then it opens', async () => {
    expect(await replayErasures(configOf(restored))).toBe(2);
    expect(await openable(restored)).toBe(0);
    await expect(requireErasures(configOf(restored))).resolves.toBeUndefined();
    expect(await replayErasures(configOf(restored))).toBe(0);
    const acts = await restored.sql<{ action: string }>(
      "SELECT action FROM audit_event WHERE action LIKE '%.replay' ORDER BY action",
    );
    expect(acts.map(({ action }) => action)).toEqual(['disclosure_document.replay', 'letter.replay']);
    const left = await restored.sql(
      'SELECT 1 FROM letter_text UNION ALL SELECT 1 FROM disclosure_version_section',
    );
    expect(left).toEqual([]);
  });

  it('K-5: a line that somebody changed is not believed', async () => {
    const whole = readFileSync(ledger(), 'utf8');
    for (const changed of [
      whole.replace('"letter"', '"document"'),
      whole.replace(letterId, ours.coupleId),
      whole.replace('"kind":"letter"', '"kind":"note"'),
    ]) {
      writeFileSync(ledger(), changed);
      await expect(requireErasures(configOf(app.db))).rejects.toThrow(LedgerError);
    }
    writeFileSync(ledger(), whole);
  });

  async function destroyBoth(): Promise<void> {
    await putAt(app, ours.coupleId, 'COMPLETED');
    const custody = `${documentOf(ours.coupleId)}/custody`;
    const { body } = await ours.mina.call('get', custody);
    await ours.mina.call('put', `${custody}/hold`, { body: { hold: false }, version: Number(body.version) });
    for (const by of [ours.mina, ours.jo])
      expect((await by.call('post', `${custody}/signature`)).status).toBe(200);
    for (const by of [ours.iris, ours.rowan])
      expect((await by.call('post', `letters/${letterId}/agreement`, { body: { agree: true } })).status).toBe(
        200,
      );
  }

  async function valuesIn(db: TestDatabase): Promise<SealedValue[]> {
    const owner = await ownerVault(db.ownerUrl, app.dataDir);
    try {
      return await owner.values();
    } finally {
      await owner.close();
    }
  }

  async function openable(db: TestDatabase): Promise<number> {
    const owner = await ownerVault(db.ownerUrl, app.dataDir);
    try {
      let count = 0;
      for (const value of words) if (await owner.opens(value)) count += 1;
      return count;
    } finally {
      await owner.close();
    }
  }
});
