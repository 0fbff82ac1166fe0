import { describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import type { Config } from '../platform/config/env.js';
import { PasswordHasher } from './password-hasher.js';

const hasherIn = (mode: Config['mode']): PasswordHasher => new PasswordHasher({ mode } as Config);

describe('hashing secrets', () => {
  it('uses argon2id with 64 MiB and three passes outside of tests', async () => {
    const stored = await hasherIn('production').hash('a quiet harbour in june');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  });

  it('takes every character and every spelling of an accent, and nothing else', async () => {
    const hasher = hasherIn('test');
    const long = 'ü'.repeat(200);
    const stored = await hasher.hash(long);
    expect(await hasher.verify(stored, long.normalize('NFD'))).toBe(true);
    expect(await hasher.verify(stored, long.slice(1))).toBe(false);
  });

  it('does the work for an unknown account too, and says no', async () => {
    expect(await hasherIn('test').verify(null, 'a secret that nobody has')).toBe(false);
  });

  it('sees when a hash is weaker than asked for today', async () => {
    const weak = await hash('x', { memoryCost: 19_456, timeCost: 2 });
    expect(hasherIn('production').isWeak(weak)).toBe(true);
    expect(hasherIn('test').isWeak(await hasherIn('test').hash('x'))).toBe(false);
  });

  it('turns people away when fifty wait already, and serves all others', async () => {
    const hasher = hasherIn('test');
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, () => hasher.hash('a crowd at the door')),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(54);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.map((result) => (result.reason as { code?: string }).code)).toEqual(Array(6).fill('busy'));
    expect(await hasher.hash('after the crowd')).toMatch(/^\$argon2id\$/);
  });
});
