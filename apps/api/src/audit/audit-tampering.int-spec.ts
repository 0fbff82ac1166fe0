import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calmR01 } from '@trellis/fixtures';
import { arrangeCase, assignOne } from '../../test/arrange-case.js';
import { addAct } from '../../test/audit-acts.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { CONFIG, type Config } from '../platform/config/env.js';
import { AuditSealer } from './audit-sealer.js';
import { anchorsOf } from './anchors.js';
import { actColumns, beginningOf, linkHash } from './chain-link.js';
import { checkpointFileOf, lineOf, readCheckpoints } from './checkpoint-file.js';
import { publicPem, signCheckpoint, signingKey } from './checkpoint.js';
import { testMasterKey } from '../../test/test-database.js';
import type { StoredLink } from './verification.repository.js';
import { readOptions, verifyCommand, type Outcome } from './verify-command.js';

/** Columns of a sealed row, and the SQL that changes one byte of the value of each. */
const oneByte: Readonly<Record<string, string>> = {
  id: "overlay(id::text placing (CASE WHEN right(id::text, 1) = 'a' THEN 'b' ELSE 'a' END) from 36)::uuid",
  at: "at + interval '1 millisecond'",
  actor_id:
    "overlay(actor_id::text placing (CASE WHEN left(actor_id::text, 1) = 'a' THEN 'b' ELSE 'a' END) from 1)::uuid",
  actor_role: "overlay(actor_role placing 'u' from 2)",
  action: "overlay(action placing '_' from 3)",
  resource: "resource || 's'",
  resource_id:
    "coalesce(overlay(resource_id::text placing (CASE WHEN left(resource_id::text, 1) = 'a' THEN 'b' ELSE 'a' END) from 1)::uuid, clinic_id)",
  person_id: 'CASE WHEN person_id IS NULL THEN clinic_id END',
  decision: "CASE decision WHEN 'allowed' THEN 'refused' ELSE 'allowed' END",
  reason_code: "CASE WHEN reason_code IS NULL THEN '' ELSE reason_code || ' ' END",
  correlation_id:
    "overlay(correlation_id::text placing (CASE WHEN left(correlation_id::text, 1) = 'a' THEN 'b' ELSE 'a' END) from 1)::uuid",
  seq: 'seq + 1000000',
  prev_hash: 'set_byte(prev_hash, 7, (get_byte(prev_hash, 7) + 1) % 256)',
  hash: 'set_byte(hash, 31, (get_byte(hash, 31) + 1) % 256)',
};

describe('a chain of real acts', () => {
  let app: TestApp;
  let clinicId: string;
  let last: number;

  const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> => app.db.sql<Row>(text, values);
  const verify = (words: readonly string[] = []): Promise<Outcome> =>
    verifyCommand(app.app.get<Config>(CONFIG), readOptions(words));
  const file = (): string => checkpointFileOf(app.dataDir);

  beforeAll(async () => {
    app = await testApp();
    const ours = await arrangeCase(app);
    ({ clinicId } = ours);
    const taskId = await assignOne(ours.mina, ours.rowanId, 'R01');
    await ours.rowan.call('post', `homework/${taskId}/submission`, {
      body: { answers: calmR01 },
      version: 1,
    });
    for (let n = 0; n < 8; n += 1) {
      await ours.mina.call('get', `homework/${taskId}`);
      await ours.jo.call('get', `homework/${taskId}`);
      await ours.rowan.call('get', `homework/${taskId}`);
    }
    app.app.get(AuditSealer).start();
    await app.app.get(AuditSealer).stop();
    [{ last }] = (await sql<{ last: number }>('SELECT max(seq)::integer AS last FROM audit_event')) as [
      { last: number },
    ];
    expect(last).toBeGreaterThan(20);
    expect((await verify()).exitCode).toBe(0);
  });
  afterAll(async () => app.close());

  /** Does something to the rows as somebody who may do anything, looks, and puts all back. */
  async function tampered(...statements: readonly string[]): Promise<Outcome> {
    await sql('CREATE TEMP TABLE kept AS SELECT * FROM audit_event');
    await sql('CREATE TEMP TABLE kept_head AS SELECT * FROM audit_head');
    try {
      for (const statement of statements) await sql(statement);
      return await verify();
    } finally {
      await sql('DELETE FROM audit_event');
      await sql('INSERT INTO audit_event SELECT * FROM kept');
      await sql('DELETE FROM audit_head');
      await sql('INSERT INTO audit_head SELECT * FROM kept_head');
      await sql('DROP TABLE kept, kept_head');
    }
  }

  it('M11: L-4: betrays a change of one byte in any column of any row', async () => {
    const missed: string[] = [];
    let tries = 0;
    for (const [column, change] of Object.entries(oneByte)) {
      for (let seq = 1; seq <= Math.min(last, 16); seq += 1) {
        const place = 1 + ((seq * 5 + tries) % last);
        const { exitCode } = await tampered(
          `UPDATE audit_event SET ${column} = ${change} WHERE seq = ${String(place)}`,
        );
        tries += 1;
        if (exitCode !== 1) missed.push(`${column} of ${String(place)}`);
      }
    }
    expect(missed).toEqual([]);
    expect(tries).toBeGreaterThanOrEqual(200);
    expect((await verify()).exitCode).toBe(0);
  }, 120_000);

  it('M11: L-4: betrays every row that is removed, from the first to the last', async () => {
    for (let seq = 1; seq <= last; seq += 1) {
      const { exitCode, lines } = await tampered(`DELETE FROM audit_event WHERE seq = ${String(seq)}`);
      expect({ seq, exitCode, where: lines[1] }).toEqual({
        ...{ seq, exitCode: 1 },
        where: `BROKEN clinic ${clinicId} link ${String(seq)}: ${seq === last ? 'cut_off' : 'missing'}`,
      });
    }
  });

  it.each([
    [
      'two rows in each other’s place',
      [
        'UPDATE audit_event SET seq = -1 WHERE seq = 5',
        'UPDATE audit_event SET seq = 5 WHERE seq = 6',
        'UPDATE audit_event SET seq = 6 WHERE seq = -1',
      ],
    ],
    [
      'the end cut off, and its note moved with it',
      [
        'DELETE FROM audit_event WHERE seq > 12',
        'UPDATE audit_head SET seq = 12, hash = (SELECT hash FROM audit_event WHERE seq = 12)',
      ],
    ],
    [
      'rows taken out of the chain',
      [
        'UPDATE audit_event SET seq = NULL, prev_hash = NULL, hash = NULL WHERE seq > 12',
        'UPDATE audit_head SET seq = 12, hash = (SELECT hash FROM audit_event WHERE seq = 12)',
      ],
    ],
    ['a whole chain removed', ['DELETE FROM audit_event', 'DELETE FROM audit_head']],
  ])('L-4: betrays %s', async (_, statements) => {
    expect((await tampered(...statements)).exitCode).toBe(1);
  });

  it('L-4: betrays a record that was written anew as a whole, links and note included', async () => {
    await sql('CREATE TEMP TABLE original AS SELECT * FROM audit_event');
    await sql(
      "UPDATE audit_event SET action = 'homework.assign' WHERE action = 'homework.read' AND seq = (SELECT min(seq) FROM audit_event WHERE action = 'homework.read')",
    );
    const rows = await sql<StoredLink>(`SELECT ${actColumns}, seq FROM audit_event e ORDER BY seq`);
    let previous = beginningOf(clinicId);
    for (const row of rows) {
      const hash = linkHash(row, Number(row.seq), previous);
      await sql('UPDATE audit_event SET prev_hash = $1, hash = $2 WHERE id = $3', [previous, hash, row.id]);
      previous = hash;
    }
    await sql('UPDATE audit_head SET hash = $1', [previous]);
    const outcome = await verify();
    await sql('DELETE FROM audit_event');
    await sql('INSERT INTO audit_event SELECT * FROM original');
    await sql('UPDATE audit_head SET hash = (SELECT hash FROM original ORDER BY seq DESC LIMIT 1)');
    expect(outcome.lines.join()).toContain('rewritten');
    expect((await verify()).exitCode).toBe(0);
  });

  it('L-4: betrays a checkpoint changed in any byte, one signed by another key, and one taken out', async () => {
    const kept = readFileSync(file(), 'utf8');
    await addAct(app.db, clinicId);
    app.app.get(AuditSealer).start();
    await app.app.get(AuditSealer).stop();
    const whole = readFileSync(file());
    for (let at = 0; at < whole.length - 1; at += 1) {
      const changed = Buffer.from(whole);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      writeFileSync(file(), changed);
      const { fileBreak } = anchorsOf(readCheckpoints(file()), [signingKey(testMasterKey)]);
      expect({ at, found: fileBreak !== null }).toEqual({ at, found: true });
    }
    expect((await verify()).exitCode).toBe(1);
    writeFileSync(file(), whole);
    const [first, second] = readCheckpoints(file());
    expect(kept.trim().split('\n')).toHaveLength(1);
    const stranger = generateKeyPairSync('ed25519').privateKey;
    writeFileSync(file(), `${lineOf(signCheckpoint(stranger, first!.checkpoint!))}\n`);
    expect((await verify()).lines.join()).toContain('forged_checkpoint');
    writeFileSync(file(), `${lineOf(second!.checkpoint!)}\n`);
    expect((await verify()).lines.join()).toContain('missing_checkpoint');
    writeFileSync(file(), '');
    expect((await verify()).exitCode).toBe(3);
    writeFileSync(file(), whole);
    expect((await verify()).exitCode).toBe(0);
  });

  it('is verified elsewhere with the public key and a copy of the file alone', async () => {
    const pem = `${app.dataDir}/public.pem`;
    const copy = `${app.dataDir}/copy.jsonl`;
    writeFileSync(pem, publicPem(signingKey(testMasterKey)));
    writeFileSync(copy, readFileSync(file()));
    expect((await verify(['--anchors', copy, '--public-key', pem])).exitCode).toBe(0);
    writeFileSync(pem, publicPem(generateKeyPairSync('ed25519').publicKey));
    expect((await verify(['--anchors', copy, '--public-key', pem])).exitCode).toBe(1);
  });
});

describe('M11: L-4: no false alarm', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(async () => app.close());

  it('M11: comes from clock changes, distant times, zones, letters of any script or log tricks', async () => {
    const [{ id }] = (await app.db.sql<{ id: string }>(
      "INSERT INTO clinic VALUES (gen_random_uuid(), 'Ñandú 🌿', 'UTC', '', now()) RETURNING clinic_id AS id",
    )) as [{ id: string }];
    const texts = [
      'é',
      'e\u0301',
      '🌿',
      '\u202eabc',
      'a\r\nb',
      '\u001b[31mred',
      '',
      ' ',
      '"\\',
      'ﬁ',
      '\u{10ffff}',
      'x'.repeat(5000),
    ];
    const times = [
      '2025-03-09 01:59:59.999-06',
      '2025-03-09 03:00:00-05',
      '2025-11-02 01:30:00-05',
      '2025-11-02 01:30:00-06',
      '0001-01-01 00:00:00+00',
      '1969-12-31 23:59:59.999+00',
      '9999-12-31 23:59:59.999+00',
      '2016-12-31 23:59:60+00',
    ];
    for (const at of times)
      await addAct(app.db, id, { at, action: `night.${createHash('md5').update(at).digest('hex')}` });
    for (const text of texts) await addAct(app.db, id, { action: text, reasonCode: text });
    app.app.get(AuditSealer).start({ pollMs: 50, batch: 3, checkpointMs: 1 });
    await app.app.get(AuditSealer).stop();
    const config = app.app.get<Config>(CONFIG);
    for (const zone of ['UTC', 'America/Chicago', 'Asia/Kolkata', 'Pacific/Apia']) {
      const name = new URL(config.databaseUrl).pathname.slice(1);
      await app.db.sql(`ALTER DATABASE "${name}" SET timezone = '${zone}'`);
      await app.db.sql(`ALTER DATABASE "${name}" SET datestyle = 'SQL, DMY'`);
      await app.db.sql(`ALTER DATABASE "${name}" SET bytea_output = 'escape'`);
      expect((await verifyCommand(config, {})).lines).toEqual([
        '1 chains, 20 links read, 1 checkpoints',
        'whole',
      ]);
    }
  });
});
