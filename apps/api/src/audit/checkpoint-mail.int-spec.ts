import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setUpMember, signIn } from '../../test/arrange-identity.js';
import { eventually } from '../../test/eventually.js';
import { testApp, type TestApp } from '../../test/test-app.js';
import { CONFIG, type Config } from '../platform/config/env.js';
import { Upkeep } from '../upkeep/upkeep.service.js';
import { AuditSealer } from './audit-sealer.js';
import { CheckpointMail } from './checkpoint-mail.js';
import { unwrapped, wrapped } from './checkpoint-letter.js';
import { verifyCommand, type Outcome } from './verify-command.js';

const address = 'keeper@elsewhere.example';

describe('checkpoints by mail', () => {
  let app: TestApp;
  let mail: CheckpointMail;
  let config: Config;

  beforeAll(async () => {
    app = await testApp({ TRELLIS_CHECKPOINT_MAIL: address });
    mail = app.app.get(CheckpointMail, { strict: false });
    config = app.app.get<Config>(CONFIG);
    await signIn(app, await setUpMember(app));
    app.app.get(AuditSealer).start({ pollMs: 50, batch: 100, checkpointMs: 3_600_000 });
    await eventually(
      async () =>
        (await app.db.sql<{ n: number }>('SELECT count(*)::int AS n FROM audit_event WHERE seq IS NULL'))[0]
          ?.n,
      (waiting) => waiting === 0,
    );
    await app.app.get(AuditSealer).stop();
  });
  afterAll(async () => app.close());

  const folder = (): string => join(app.dataDir, 'outbox');
  const letters = (): string[] =>
    existsSync(folder())
      ? readdirSync(folder()).map((name) => readFileSync(join(folder(), name), 'utf8'))
      : [];
  const due = (): Promise<unknown> =>
    app.db.sql("UPDATE upkeep SET done_at = now() - interval '25 hours' WHERE name = 'checkpoint_mail'");

  /** The command with the letter as the only word on the chains. */
  async function verify(letter: string): Promise<Outcome> {
    const file = join(app.dataDir, 'saved-letter.txt');
    writeFileSync(file, letter);
    return verifyCommand(config, { anchors: file });
  }

  it('L-4 go out once a day, to the address that is set, whoever asks and how often', async () => {
    await due();
    const sent = await Promise.all([mail.sendWhenDue(), mail.sendWhenDue(), mail.sendWhenDue()]);
    expect(sent.filter(Boolean)).toHaveLength(1);
    expect(await mail.sendWhenDue()).toBe(false);
    expect(letters()).toHaveLength(1);
    expect(letters()[0]).toContain(`To: ${address}`);
    expect(letters()[0]).not.toMatch(/Mina|Castellan|North Pier/);
  });

  it('L-4 are accepted by the command as they came, also quoted by a mail program, and vouch for every chain', async () => {
    const [letter = ''] = letters();
    for (const saved of [letter, letter.replaceAll(/^/gm, '> '), letter.replaceAll('\r\n', '\n')]) {
      const { lines, exitCode } = await verify(saved);
      expect([lines.at(-1), exitCode]).toEqual(['whole', 0]);
    }
  });

  it('L-4 show a record that was cut off since, and a letter that somebody changed', async () => {
    const [letter = ''] = letters();
    const lines = unwrapped(letter)!.trimEnd().split('\n');
    const forged = lines.map((line) => line.replace(/"seq":\d+/, '"seq":1'));
    const changed = await verify(wrapped(forged));
    expect([changed.exitCode, changed.lines.join('\n')]).toEqual([
      1,
      expect.stringContaining('forged_checkpoint'),
    ]);
    await app.db.sql('DELETE FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event)');
    await app.db.sql(
      'UPDATE audit_head h SET seq = e.seq, hash = e.hash FROM audit_event e WHERE e.seq = h.seq - 1',
    );
    const cut = await verify(letter);
    expect([cut.exitCode, cut.lines.join('\n')]).toEqual([1, expect.stringContaining('cut_off')]);
  });

  it('are tried again when they could not be sent, and are part of what the server does by itself', async () => {
    await due();
    rmSync(folder(), { recursive: true });
    writeFileSync(folder(), 'no folder');
    expect(await mail.sendWhenDue()).toBe(false);
    rmSync(folder());
    app.app.get(Upkeep).start(100_000);
    expect(
      await eventually(
        () => Promise.resolve(letters()),
        (found) => found.length > 0,
      ),
    ).toHaveLength(1);
    await app.app.get(Upkeep).stop();
  });
});
