import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { drawNonce, keyIdOf, openBytes, SealBrokenError, sealBytes, type SealedPlace } from './envelope.js';

const key = randomBytes(32);
const keyId = randomUUID();
const words = Buffer.from('Lo que dije, y lo que era verdad. 🌿', 'utf8');

function place(changes: Partial<SealedPlace> = {}): SealedPlace {
  return {
    table: 'homework_answer',
    column: 'sealed',
    rowId: 'a7c3d5f0-0000-4000-8000-000000000001',
    clinicId: 'a7c3d5f0-0000-4000-8000-000000000002',
    ownerId: 'a7c3d5f0-0000-4000-8000-000000000003',
    ...changes,
  };
}

describe('sealed values', () => {
  it('open to the same bytes and name their key', () => {
    const sealed = sealBytes(key, keyId, place(), words);
    expect(openBytes(key, place(), sealed)).toEqual(words);
    expect(keyIdOf(sealed)).toBe(keyId);
    expect(sealed.includes(words)).toBe(false);
  });

  it('M12: do not open in any other table, column, row, clinic or for any other owner', () => {
    const sealed = sealBytes(key, keyId, place(), words);
    const fields = ['table', 'column', 'rowId', 'clinicId', 'ownerId'] as const;
    for (const field of fields) {
      expect(() => openBytes(key, place({ [field]: randomUUID() }), sealed)).toThrow(SealBrokenError);
    }
  });

  it('tells places apart whose parts only together spell the same', () => {
    const sealed = sealBytes(key, keyId, place({ table: 'ab', column: 'c' }), words);
    expect(() => openBytes(key, place({ table: 'a', column: 'bc' }), sealed)).toThrow(SealBrokenError);
  });

  it('do not open when any single byte was changed', () => {
    const sealed = sealBytes(key, keyId, place(), words);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      expect(() => openBytes(key, place(), changed)).toThrow(SealBrokenError);
    }
  });

  it('K-1: refuse an unknown version and a value that is too short', () => {
    const sealed = sealBytes(key, keyId, place(), words);
    sealed.writeUInt8(2, 0);
    expect(() => keyIdOf(sealed)).toThrow(SealBrokenError);
    expect(() => keyIdOf(Buffer.alloc(10, 1))).toThrow(SealBrokenError);
  });

  it('K-1: every version byte but one is refused, and no other cipher is in the server', () => {
    const sealed = sealBytes(key, keyId, place(), words);
    for (let version = 0; version < 256; version += 1) {
      const other = Buffer.from(sealed);
      other.writeUInt8(version, 0);
      if (version !== 1) expect(() => openBytes(key, place(), other)).toThrow(SealBrokenError);
    }
    const source = join(import.meta.dirname, '../..');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(?<!spec)\.ts$/.test(name),
    );
    expect(files.length).toBeGreaterThan(100);
    const ciphers = files.flatMap((name) =>
      [...readFileSync(join(source, name), 'utf8').matchAll(/create(?:C|Dec)ipher\w*\(\s*([^,]+)/g)].map(
        ([, algorithm]) => `${name} ${String(algorithm)}`,
      ),
    );
    const here = `${join('platform', 'sealing', 'envelope.ts')} 'aes-256-gcm'`;
    expect(ciphers).toEqual([here, here]);
  });

  it('K-2: a million draws give a million nonces, and each seal takes a fresh one', () => {
    const numberOf = (nonce: Buffer): bigint =>
      (nonce.readBigUInt64BE(0) << 32n) | BigInt(nonce.readUInt32BE(8));
    const nonces = new Set<bigint>();
    for (let n = 0; n < 980_000; n += 1) nonces.add(numberOf(drawNonce()));
    for (let n = 0; n < 20_000; n += 1) {
      nonces.add(numberOf(sealBytes(key, keyId, place(), Buffer.from('x')).subarray(17, 29)));
    }
    expect(nonces.size).toBe(1_000_000);
  });
});
