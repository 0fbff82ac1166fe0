import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SealBrokenError, wrapPlace } from './envelope.js';
import { MasterKeyError, readKeyring, rootOf, withNewMaster, writeKeyring } from './keyring.js';
import { FileMasterKeys } from './master-keys.js';
import { purposeKey } from './master-key.js';

describe('the key file', () => {
  let folder: string;
  let file: string;
  const first = randomBytes(32);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trellis-keys-'));
    file = join(folder, 'master.key');
    writeFileSync(file, `${first.toString('base64')}\n`);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('of one key goes on working, purposes included', () => {
    const { masters, root } = readKeyring(file);
    expect(masters.map(({ bytes }) => bytes)).toEqual([first]);
    const old = Buffer.from(hkdfSync('sha256', first, '', 'trellis/invitation-code', 32));
    expect(purposeKey(root, 'invitation-code')).toEqual(old);
  });

  it('K-4: takes a new key before the others, whole or not at all, readable by its owner alone', () => {
    writeKeyring(file, withNewMaster(readKeyring(file)));
    const { masters, root } = readKeyring(file);
    expect(masters).toHaveLength(2);
    expect(masters[1]?.bytes).toEqual(first);
    expect(root).toEqual(rootOf(first));
    expect(statSync(file).mode & 0o777).toBe(0o400);
    expect(readdirSync(folder)).toEqual(['master.key']);
  });

  it('K-4: forgets the first key and keeps what the purposes follow from, which does not lead back to it', () => {
    const ring = withNewMaster(readKeyring(file));
    writeKeyring(file, { masters: ring.masters.slice(0, 1), root: ring.root });
    const after = readKeyring(file);
    expect(after.root).toEqual(rootOf(first));
    expect(JSON.stringify(after)).not.toContain(JSON.stringify(first));
  });

  it.each([
    '',
    'short',
    randomBytes(31).toString('base64'),
    `purposes ${randomBytes(32).toString('base64')}`,
    `master ${randomUUID()} ${randomBytes(32).toString('base64')}`,
    `master 1 ${randomBytes(32).toString('base64')}\npurposes ${randomBytes(32).toString('base64')}`,
    `${randomBytes(32).toString('base64')}\n${randomBytes(32).toString('base64')}`,
    `purposes ${randomBytes(32).toString('base64')}\npurposes ${randomBytes(32).toString('base64')}`,
  ])('of another form is refused in a sentence without what it holds (%#)', (text) => {
    writeFileSync(file, text);
    const read = (): unknown => readKeyring(file);
    expect(read).toThrow(MasterKeyError);
    expect(read).toThrow(/must hold 32 bytes in base64, or the lines/);
    for (const part of text.split(/\s/).filter((one) => one.length > 8)) expect(read).not.toThrow(part);
  });

  it('that is missing, or a folder that cannot be written, is said so', () => {
    expect(() => readKeyring(join(folder, 'none'))).toThrow(/cannot be read/);
    const ring = readKeyring(file);
    chmodSync(folder, 0o500);
    const write = (): void => {
      writeKeyring(join(folder, 'no', 'master.key'), ring);
    };
    expect(write).toThrow(/cannot be written/);
    chmodSync(folder, 0o700);
  });

  it('K-4: a provider that was made before the change follows it, and reads what earlier keys wrapped', async () => {
    const provider = new FileMasterKeys(file);
    const place = wrapPlace(randomUUID(), randomUUID(), randomUUID());
    const plain = randomBytes(32);
    const early = await provider.wrap(place, plain);
    writeKeyring(file, withNewMaster(readKeyring(file)));
    const late = await new FileMasterKeys(file).wrap(place, plain);
    expect(await provider.unwrap(place, early)).toEqual(plain);
    expect(await provider.unwrap(place, late)).toEqual(plain);
    expect(await provider.currentId()).toBe(readKeyring(file).masters[0]?.id);
    const ring = readKeyring(file);
    writeKeyring(file, { masters: ring.masters.slice(0, 1), root: ring.root });
    await expect(new FileMasterKeys(file).unwrap(place, early)).rejects.toThrow(SealBrokenError);
  });
});
