import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../src/create-app.js';
import { type Config, loadConfig } from '../src/platform/config/env.js';
import { homeServer } from '../src/platform/http/surface.js';
import { TestClient } from './test-client.js';
import { testDatabase, testKeyFile, type TestDatabase } from './test-database.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly db: TestDatabase;
  readonly dataDir: string;
  /** The two listeners, not yet listening: supertest gives each call a port of its own. */
  readonly doors: Readonly<Record<'clinic' | 'home', Server>>;
  /** A browser without cookies at one of the two doors. */
  client(door: 'clinic' | 'home'): TestClient;
  close(): Promise<void>;
}

/** The whole server on a fresh real database, both doors open to supertest. Close it in `afterAll`. */
export async function testApp(settings: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const db = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'trellis-test-'));
  const keyFile = join(dataDir, 'master.key');
  writeFileSync(keyFile, testKeyFile, { mode: 0o400 });
  const config = loadConfig({
    TRELLIS_MODE: 'test',
    PORT: '0',
    DATABASE_URL: db.ownerUrl,
    TRELLIS_DATA_DIR: dataDir,
    TRELLIS_MASTER_KEY_FILE: keyFile,
    TRELLIS_LOG_LEVEL: 'silent',
    ...settings,
  });
  const server = await openServer(config);
  return {
    ...server,
    db,
    dataDir,
    close: async () => {
      await server.close();
      await db.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The whole server over whatever these settings name; its database and folder stay when it is closed. */
export async function openServer(config: Config): Promise<Omit<TestApp, 'db' | 'dataDir'>> {
  const app = await createApp(config);
  await app.init();
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.ready();
  const doors: Record<'clinic' | 'home', Server> = {
    clinic: app.getHttpServer(),
    home: homeServer((request, response) => {
      fastify.routing(request, response);
    }),
  };
  return {
    app,
    doors,
    client: (door) => new TestClient(doors[door], door),
    close: async () => {
      // The other door is closed by the product itself; a spec may have opened this one.
      doors.home.close();
      doors.home.closeAllConnections();
      await app.close();
    },
  };
}
