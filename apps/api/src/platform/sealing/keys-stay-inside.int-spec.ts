import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calmR01 } from '@trellis/fixtures';
import { arrangeCase, assignOne } from '../../../test/arrange-case.js';
import { LogLines } from '../../../test/leaks/log-lines.js';
import { dumpOf, textOf } from '../../../test/logical-dump.js';
import { testApp, type TestApp } from '../../../test/test-app.js';
import { rolePassword, runtimeRoles } from '../database/runtime-roles.js';
import { keyIdOf, openBytes, wrapPlace } from './envelope.js';
import { readKeyring } from './keyring.js';
import { FileMasterKeys } from './master-keys.js';

interface Key {
  readonly clinic_id: string;
  readonly id: string;
  readonly owner_id: string;
  readonly kind: string;
  readonly wrapped: Buffer;
}

describe('K-6: keys stay where they belong', () => {
  let app: TestApp;
  let log: LogLines;
  /** Every secret as it could be written down. */
  let secrets: { readonly name: string; readonly forms: readonly string[] }[];

  beforeAll(async () => {
    log = new LogLines();
    log.begin();
    app = await testApp({ TRELLIS_LOG_LEVEL: 'debug' });
    const ellery = await arrangeCase(app);
    const task = await assignOne(ellery.mina, ellery.rowanId, 'R01');
    await ellery.rowan.call('post', `homework/${task}/submission`, {
      body: { answers: calmR01 },
      version: 1,
    });
    await ellery.mina.call('get', `homework/${task}`);
    // A fault whose stack would be the first thing to spill something.
    await app.db.sql('UPDATE homework_answer SET sealed = data_key.wrapped FROM data_key WHERE kind = $1', [
      'person',
    ]);
    expect((await ellery.mina.call('get', `homework/${task}`)).status).toBe(500);
    log.end();
    secrets = await everySecret();
  });
  afterAll(() => app.close());

  const found = (text: string): string[] =>
    secrets.filter(({ forms }) => forms.some((form) => text.includes(form))).map(({ name }) => name);

  it('K-6: the search finds a secret where there is one', () => {
    expect(secrets.length).toBeGreaterThan(8);
    expect(found(readFileSync(join(app.dataDir, 'master.key'), 'utf8'))).toEqual(['master']);
  });

  it('K-6: none in a copy of the whole database', async () => {
    const text = textOf(await dumpOf(app.db));
    expect(text.length).toBeGreaterThan(10_000);
    expect(found(text)).toEqual([]);
  });

  it('K-6: none in the log, at its most talkative and after a fault', () => {
    const text = log.lines.join('\n');
    expect(text.length).toBeGreaterThan(500);
    expect(found(text)).toEqual([]);
  });

  it('K-6: none in the environment of the process, nor in its arguments', () => {
    expect(found(JSON.stringify([process.env, process.argv, process.execArgv]))).toEqual([]);
  });

  it('K-6: none in any other file of the data folder', () => {
    const files = readdirSync(app.dataDir, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name !== 'master.key',
    );
    for (const { parentPath, name } of files) {
      expect({ name, found: found(readFileSync(join(parentPath, name), 'latin1')) }).toEqual({
        name,
        found: [],
      });
    }
  });

  async function everySecret(): Promise<typeof secrets> {
    const file = join(app.dataDir, 'master.key');
    const { masters, root } = readKeyring(file);
    const provider = new FileMasterKeys(file);
    const keys = await app.db.sql<Key>('SELECT * FROM data_key');
    const open = async (key: Key): Promise<Buffer> => {
      const place = wrapPlace(key.clinic_id, key.id, key.owner_id);
      if (key.kind === 'clinic') return provider.unwrap(place, key.wrapped);
      const wrapper = keys.find(({ id }) => id === keyIdOf(key.wrapped));
      if (wrapper === undefined) throw new Error('a key without its wrapper');
      return openBytes(await open(wrapper), place, key.wrapped);
    };
    const bytes = [
      { name: 'master', value: masters[0]!.bytes },
      { name: 'root', value: root },
      ...(await Promise.all(keys.map(async (key) => ({ name: key.kind, value: await open(key) })))),
    ];
    return [
      ...bytes.map(({ name, value }) => ({ name, forms: formsOf(value) })),
      ...runtimeRoles.map((role) => ({ name: role, forms: [rolePassword(root, role)] })),
    ];
  }
});

function formsOf(bytes: Buffer): string[] {
  return [
    bytes.toString('base64').replace('=', ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    bytes.toString('latin1'),
    JSON.stringify([...bytes]).slice(1, -1),
  ];
}
