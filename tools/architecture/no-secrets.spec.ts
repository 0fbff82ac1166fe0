import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from './source-files.ts';

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\0')
  .filter(
    (path) => path !== '' && existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).size < 2_000_000,
  );

/** Forms in which a key is written down. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[A-Za-z0-9+/]{20}/],
  ['a line of the key file', /^(?:master [0-9a-f-]{36}|purposes) [A-Za-z0-9+/]{43}=$/m],
  ['a key alone in its file', /^[A-Za-z0-9+/]{43}=\s*$/],
  [
    'an address with a password',
    /\b(?:postgres(?:ql)?|rediss?|smtps?):\/\/[^\s:@/'"`$<{]*:[A-Za-z0-9_-]{24,}@/,
  ],
];

describe('the repository', () => {
  it('K-6: holds no file that is a key by its name', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((path) => /\.(?:key|p12|pfx|jks)$|^id_(?:rsa|ed25519)/.test(basename(path)))).toEqual(
      [],
    );
  });

  it('K-6: holds no key in any file', () => {
    const found = files.flatMap((path) => {
      const text = readFileSync(join(ROOT, path), 'latin1');
      return FORMS.filter(([, form]) => form.test(text)).map(([what]) => `${path}: ${what}`);
    });
    expect(found).toEqual([]);
  });

  it('K-6: the image is built without the data folder, secrets and keys', () => {
    const left = readFileSync(join(ROOT, 'docker/Dockerfile.dockerignore'), 'utf8').split('\n');
    expect(left).toEqual(
      expect.arrayContaining(['.trellis', 'docker/secrets', 'docker/.env', '**/master.key']),
    );
    const steps = readFileSync(join(ROOT, 'docker/Dockerfile'), 'utf8');
    expect(steps).not.toMatch(/^\s*(?:ARG|ENV)\b.*(?:KEY|PASSWORD|SECRET|TOKEN)/m);
  });
});
