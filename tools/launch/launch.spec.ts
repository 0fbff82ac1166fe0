import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { get } from './api-process.ts';
import { BUILD_TARGETS, hashSources, writeStamp } from './build-stamp.ts';
import { readProcess } from './process-identity.ts';
import { waitUntil } from './wait.ts';

// The whole start on a checkout of its own, with the real database and a small server in the place of the API.
const workspace = path.resolve(import.meta.dirname, '..', '..');
const MIGRATE = `import pg from 'pg';
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await client.query('create table if not exists saved (at timestamptz default now())');
await client.end();`;
const SEED = `console.log(JSON.stringify({ staff: [{ name: 'Ana', role: 'therapist', email: 'ana@demo.test',
  password: 'a demo password', code: '123456' }], people: [] }));`;
const MAIN = `import http from 'node:http'; import pg from 'pg';
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL }); pool.on('error', () => {});
const server = http.createServer(async (request, response) => {
  if (request.url === '/save') await pool.query('insert into saved default values');
  const { rows } = await pool.query('select count(*)::int as saved from saved');
  response.end(JSON.stringify({ saved: rows[0].saved, mode: process.env.TRELLIS_MODE }));
}).listen(Number(process.env.PORT));
process.once('SIGTERM', () => { server.close(); pool.end(); });`;

const COPY = `import pg from 'pg';
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const { rows } = await client.query('select count(*)::int as saved from saved');
await client.end();
console.log(JSON.stringify({ saved: rows[0].saved, key: process.env.TRELLIS_MASTER_KEY_FILE, args: process.argv.slice(2) }));`;

let root = '';
let port = 0;
const begun: Run[] = [];

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
}

function begin(script = 'start', args: readonly string[] = []): Run {
  const env = {
    ...process.env,
    PORT: String(port),
    NODE_OPTIONS: '',
    DATABASE_URL: '',
    TRELLIS_DATA_DIR: '',
    INIT_CWD: path.join(root, 'tools'),
  };
  const file = path.join(root, 'tools/launch', `${script}.ts`);
  const child = spawn(process.execPath, [file, ...args], { cwd: root, env });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (written += text.toString()));
  const run = {
    child,
    output: () => written,
    exit: new Promise<number | null>((resolve) => child.once('exit', resolve)),
  };
  begun.push(run);
  return run;
}

async function beginAndWait(): Promise<Run> {
  const run = begin();
  if (await waitUntil(() => run.output().endsWith('ready\n') || run.child.exitCode !== null, 60_000))
    return run;
  throw new Error(run.output());
}

async function saved(route = '/'): Promise<unknown> {
  return JSON.parse((await get(port, route))?.body ?? 'null') as unknown;
}

async function twoFreePorts(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? Math.min(address.port, 65_000) : 0;
}

beforeAll(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), 'trellis-launch-'));
  // Run as root, a private folder would send the database to a folder of the system.
  chmodSync(root, 0o711);
  port = await twoFreePorts();
  cpSync(path.join(workspace, 'tools/launch'), path.join(root, 'tools/launch'), { recursive: true });
  symlinkSync(path.join(workspace, 'node_modules'), path.join(root, 'node_modules'));
  writeFileSync(path.join(root, 'package.json'), '{ "type": "module" }');
  for (const target of BUILD_TARGETS) {
    mkdirSync(path.dirname(path.join(root, target.result)), { recursive: true });
    writeFileSync(path.join(root, target.result), target.name === 'api' ? MAIN : '');
    writeStamp(root, target, hashSources(root, target));
  }
  const built = path.join(root, 'dist/api/apps/api/src');
  writeFileSync(path.join(built, 'migrate.js'), MIGRATE);
  writeFileSync(path.join(built, 'seed.js'), SEED);
  for (const name of ['backup', 'restore']) writeFileSync(path.join(built, `${name}.js`), COPY);
});

afterAll(async () => {
  for (const run of begun) if (run.child.kill('SIGTERM')) await run.exit;
  rmSync(root, { recursive: true, force: true });
});

// Each brings up a database of its own, and a machine under load takes its time for that.
jest.setTimeout(120_000);

describe('npm start', () => {
  it('brings everything up, tells where to go, and stops in order', async () => {
    const run = await beginAndWait();
    expect(run.output()).toContain(`Portal        http://localhost:${String(port)}`);
    expect(run.output()).toMatch(/Ana, therapist {2}ana@demo\.test {2}a demo password {2}123456/);
    expect(await saved('/save')).toEqual({ saved: 1, mode: 'demo' });
    // The terminal and npm both pass the same Ctrl-C on.
    run.child.kill('SIGINT');
    run.child.kill('SIGINT');
    expect(await run.exit).toBe(0);
    expect(run.output()).toMatch(/Stopping …\nStopped\.\n$/);
    expect(() => readFileSync(path.join(root, '.trellis/postgres/data/postmaster.pid'))).toThrow(/ENOENT/);
  });

  it('is ready again at once after kill -9 of itself and of the database, with all that was saved', async () => {
    const first = await beginAndWait();
    expect(await saved('/save')).toMatchObject({ saved: 2 });
    const server = Number(
      readFileSync(path.join(root, '.trellis/postgres/data/postmaster.pid'), 'utf8').split('\n')[0],
    );
    first.child.kill('SIGKILL');
    process.kill(server, 'SIGKILL');
    const second = await beginAndWait();
    expect(await saved()).toMatchObject({ saved: 2 });
    second.child.kill('SIGTERM');
    expect(await second.exit).toBe(0);
  });

  it('says so, stops the database and exits with 1 when the API ends by itself', async () => {
    const run = await beginAndWait();
    const lock = JSON.parse(readFileSync(path.join(root, '.trellis/start.lock'), 'utf8')) as {
      api: { pid: number };
    };
    process.kill(lock.api.pid, 'SIGKILL');
    expect(await run.exit).toBe(1);
    expect(run.output()).toContain('The API ended by itself (signal SIGKILL)');
    expect(() => readFileSync(path.join(root, '.trellis/postgres/data/postmaster.pid'))).toThrow(/ENOENT/);
    expect(readProcess(lock.api.pid)?.zombie ?? true).toBe(true);
  });

  it('is copied while it runs and while it does not; nothing is put back beside it', async () => {
    const running = await beginAndWait();
    const copied = begin('backup', ['--to', 'safe', '--recipient', 'age1x']);
    expect(await copied.exit).toBe(0);
    expect(JSON.parse(copied.output().trim().split('\n').at(-1) ?? '')).toEqual({
      saved: 2,
      key: path.join(root, '.trellis/master.key'),
      args: ['--to', path.join(root, 'tools/safe'), '--recipient', 'age1x'],
    });
    expect(await saved()).toMatchObject({ saved: 2 });
    const refused = begin('restore', ['--from', 'file', '--identity', 'file']);
    expect(await refused.exit).not.toBe(0);
    expect(refused.output()).toContain('Trellis is already running');
    running.child.kill('SIGTERM');
    expect(await running.exit).toBe(0);
    const alone = begin('restore', ['--from', 'file', '--identity', 'file']);
    expect(await alone.exit).toBe(0);
    expect(() => readFileSync(path.join(root, '.trellis/postgres/data/postmaster.pid'))).toThrow(/ENOENT/);
  });

  it('passes on the sentence and the exit code of a refused migration', async () => {
    const file = path.join(root, 'dist/api/apps/api/src/migrate.js');
    writeFileSync(file, "console.error('The role of DATABASE_URL may not create roles.'); process.exit(3);");
    const run = begin();
    expect(await run.exit).toBe(3);
    expect(run.output().trim().split('\n').at(-1)).toBe('The role of DATABASE_URL may not create roles.');
  });
});
