import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { isStillRunning, readProcess } from './process-identity.ts';
import { waitUntil } from './wait.ts';

let dataDir = '';
let server: EmbeddedPostgres;

const pidFile = (): string => path.join(dataDir, 'postgres', 'data', 'postmaster.pid');
const serverPid = (): number => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
const start = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ dataDir });

async function ask(url: string, question: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(question)).rows;
  } finally {
    await client.end();
  }
}

async function killServer(): Promise<void> {
  const running = readProcess(serverPid());
  if (running === undefined) throw new Error('no server to kill');
  process.kill(running.pid, 'SIGKILL');
  await waitUntil(() => !isStillRunning(running), 5_000);
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'trellis-embedded-'));
  // What a start leaves behind that was cut off in the middle of making the cluster.
  mkdirSync(path.join(dataDir, 'postgres', 'data.draft', 'base'), { recursive: true });
  mkdirSync(path.join(dataDir, 'postgres', 'data'));
  writeFileSync(path.join(dataDir, 'postgres', 'data', 'half'), 'made');
  server = await start();
  await ask(server.ownerUrl, 'create table kept (word text not null)');
});

afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('embedded Postgres', () => {
  it('starts over a half-made cluster and keeps what lay there under another name', () => {
    const names = readdirSync(path.join(dataDir, 'postgres'));
    expect(names.some((name) => name.startsWith('data.incomplete-'))).toBe(true);
    expect(names).not.toContain('data.draft');
  });

  it('is Postgres 18 with checksums, for this machine alone', async () => {
    const question = `select name, setting from pg_settings where name in
      ('data_checksums', 'listen_addresses', 'unix_socket_directories', 'server_version') order by name`;
    expect(await ask(server.superuserUrl, question)).toEqual([
      { name: 'data_checksums', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'server_version', setting: expect.stringMatching(/^18\./) },
      { name: 'unix_socket_directories', setting: '' },
    ]);
  });

  it('gives the owner the right to make roles and no way around row-level security', async () => {
    const question = `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles
      where rolname = current_user`;
    expect(await ask(server.ownerUrl, question)).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: true, rolcreatedb: false },
    ]);
  });

  it('refuses a wrong password', async () => {
    const wrong = server.ownerUrl.replace(/:[0-9a-f]+@/, ':wrong@');
    await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('writes neither a statement nor a value to its log', async () => {
    await ask(server.ownerUrl, "insert into kept values ('a private word')");
    await expect(ask(server.ownerUrl, "select 'another private word'::uuid")).rejects.toThrow(/uuid/);
    await expect(ask(server.ownerUrl, "insert into kept values (null), ('third word')")).rejects.toThrow(
      /null/,
    );
    const log = readFileSync(path.join(dataDir, 'postgres', 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toMatch(/private|third|insert|select/i);
  });

  it('keeps data and port over a stop, and may be started again at once', async () => {
    const { port } = server;
    await server.stop();
    expect(existsSync(pidFile())).toBe(false);
    server = await start();
    expect(server.port).toBe(port);
    expect(await ask(server.ownerUrl, 'select word from kept')).toEqual([{ word: 'a private word' }]);
  });

  it('takes over the server that a killed start left running', async () => {
    const before = serverPid();
    const second = await start();
    expect(serverPid()).toBe(before);
    expect(second.ownerUrl).toBe(server.ownerUrl);
  });

  it('starts after kill -9 of the server, with everything that was committed', async () => {
    await ask(server.ownerUrl, "insert into kept values ('before the kill')");
    await killServer();
    server = await start();
    expect(await ask(server.ownerUrl, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
  });

  it('starts when another program has got the number of the dead server', async () => {
    await server.stop();
    writeFileSync(pidFile(), `${String(process.pid)}\n${dataDir}\n1\n${String(server.port)}\n`);
    server = await start();
    expect(serverPid()).not.toBe(process.pid);
    expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('revives a killed server on its port, and leaves a running one alone', async () => {
    expect(await server.revive()).toBe(false);
    await killServer();
    expect(await server.revive()).toBe(true);
    expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
