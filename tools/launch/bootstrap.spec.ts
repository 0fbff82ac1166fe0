import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// A checkout of its own with a small program in the place of npm: these specs never install anything.
const bootstrap = path.resolve(import.meta.dirname, '..', 'bootstrap.mjs');
let root = '';

const inRoot = (name: string): string => path.join(root, name);
const npmWrote = (): string => (existsSync(inRoot('npm.log')) ? readFileSync(inRoot('npm.log'), 'utf8') : '');

function setNpm(lines: string): void {
  const log = JSON.stringify(inRoot('npm.log'));
  const head = `import fs from 'node:fs'; fs.appendFileSync(${log}, process.argv.slice(2).join(' ') + '\\n');`;
  writeFileSync(inRoot('npm.mjs.js'), `${head}\n${lines}`);
}

function installNode(folder: string): void {
  mkdirSync(path.join(folder, '.bin'), { recursive: true });
  symlinkSync(process.execPath, path.join(folder, '.bin', 'node'));
}

function run(command = 'start'): { code: number | null; out: string; err: string } {
  const env = { ...process.env, NODE_OPTIONS: '', npm_execpath: inRoot('npm.mjs.js') };
  const result = spawnSync(process.execPath, [inRoot('tools/bootstrap.mjs'), command, '--extra'], {
    env,
    encoding: 'utf8',
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'trellis-bootstrap-'));
  mkdirSync(inRoot('tools/launch'), { recursive: true });
  copyFileSync(bootstrap, inRoot('tools/bootstrap.mjs'));
  writeFileSync(inRoot('package.json'), '{ "type": "module" }');
  writeFileSync(inRoot('package-lock.json'), '{}');
  const script =
    "const word: string = 'handed over'; console.log(word, ...process.argv.slice(2)); process.exit(7);";
  writeFileSync(inRoot('tools/launch/start.ts'), script);
  setNpm('');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('the bootstrap', () => {
  it('installs what is missing, once, then hands over with arguments and exit code', () => {
    const bin = JSON.stringify(inRoot('node_modules/.bin'));
    setNpm(`fs.mkdirSync(${bin}, { recursive: true }); fs.symlinkSync(process.execPath, ${bin} + '/node');`);
    expect(run()).toMatchObject({
      code: 7,
      out: expect.stringMatching(/^Installing packages.*\nhanded over --extra\n$/),
    });
    expect(run()).toMatchObject({ code: 7, out: 'handed over --extra\n' });
    expect(npmWrote()).toBe('ci --include=dev --loglevel=error --no-audit --no-fund\n');
  });

  it('installs again when the lock has changed', () => {
    installNode(inRoot('node_modules'));
    writeFileSync(inRoot('node_modules/.package-lock.json'), '{}');
    expect(run().out).toBe('handed over --extra\n');
    writeFileSync(inRoot('package-lock.json'), '{ "changed": true }');
    run();
    expect(npmWrote()).toMatch(/^ci /);
  });

  it('never lets npm empty a folder that node_modules only links to', () => {
    const shared = inRoot('shared');
    installNode(shared);
    symlinkSync(shared, inRoot('node_modules'));
    const result = run();
    expect(result.code).toBe(1);
    expect(result.err).toContain('is a link and does not fit package-lock.json');
    expect(npmWrote()).toBe('');
    expect(existsSync(path.join(shared, '.bin', 'node'))).toBe(true);
  });

  it.each([
    ['ENOTFOUND', 'The package registry cannot be reached'],
    ['ENOSPC', 'The disk is full'],
    ['EACCES', 'This user may not write in'],
  ])('turns %s of npm into one sentence', (code, sentence) => {
    setNpm(`process.stderr.write('npm error code ${code}\\n'); process.exit(1);`);
    const result = run();
    expect(result.code).toBe(1);
    expect(result.err.trim()).toMatch(new RegExp(`^${sentence}[^\\n]*$`));
  });

  it('says how it is used when the command is unknown', () => {
    expect(run('toString')).toMatchObject({ code: 1, err: expect.stringContaining('start|test') });
  });
});
