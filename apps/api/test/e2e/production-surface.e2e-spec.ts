import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { declaredRoutes } from '../../src/access/declared-routes.js';
import { testApp, type TestApp } from '../test-app.js';

const page =
  '<!doctype html><html><head><style nonce="{{CSP_NONCE}}"></style></head><body ngCspNonce="{{CSP_NONCE}}"></body></html>';

/** What other servers show of themselves, at its usual places. */
const insides: readonly string[] = [
  ...[
    'api',
    'api/',
    'api-json',
    'api-yaml',
    'api/docs',
    'api/api',
    'docs',
    'docs-json',
    'swagger',
    'swagger-ui',
  ],
  ...[
    'swagger.json',
    'openapi.json',
    'openapi.yaml',
    'api/openapi.json',
    'metrics',
    'api/metrics',
    'health',
    'status',
  ],
  ...[
    'debug',
    'debug/pprof',
    'actuator',
    'actuator/env',
    'graphql',
    'admin/queues',
    'queues',
    'bull',
    '.env',
    '.git/config',
  ],
  ...[
    'package.json',
    'main.js.map',
    'server-status',
    'api/clinic/demo',
    'api/clinic/demo/sign-ins',
    'api/clinic/demo/time',
  ],
  ...[
    '..%2f..%2fmaster.key',
    '%2e%2e/portal.json',
    'homework/browser/index.html',
    '../homework/browser/index.html',
  ],
];

describe('a server in production', () => {
  let app: TestApp;
  let demo: TestApp;
  let webDir: string;

  beforeAll(async () => {
    webDir = mkdtempSync(join(tmpdir(), 'trellis-web-'));
    for (const name of ['portal', 'homework']) {
      mkdirSync(join(webDir, name, 'browser'), { recursive: true });
      writeFileSync(join(webDir, name, 'browser', 'index.html'), page);
      writeFileSync(join(webDir, name, 'browser', 'main-A1b2C3d4.js'), '');
    }
    const shell = "const FILES = ['{{SHELL_FILES}}']; const SHELL = 'shell-{{SHELL_VERSION}}';";
    writeFileSync(join(webDir, 'homework', 'browser', 'shell.js'), shell);
    app = await testApp({
      TRELLIS_MODE: 'production',
      TRELLIS_PORTAL_URL: 'https://portal.clinic.example',
      TRELLIS_HOMEWORK_URL: 'https://homework.clinic.example',
      TRELLIS_WEB_DIR: webDir,
    });
    demo = await testApp({ TRELLIS_MODE: 'demo' });
  });
  afterAll(async () => {
    await Promise.all([app.close(), demo.close()]);
    rmSync(webDir, { recursive: true, force: true });
  });

  const get = (path: string, door: 'clinic' | 'home' = 'clinic'): Promise<Response> =>
    app.client(door).raw('get', path);

  it('V-7 has the routes of the product and no other: nothing of the demo, no document, no figures', () => {
    const handlers = declaredRoutes(app.app).map(({ handler }) => handler);
    expect(handlers.filter((handler) => /Demo|Swagger|Docs|OpenApi|Metric|Debug/i.test(handler))).toEqual([]);
    const added = declaredRoutes(demo.app)
      .map(({ handler }) => handler)
      .filter((handler) => !handlers.includes(handler));
    expect(added.length).toBeGreaterThan(0);
    expect(added.filter((handler) => !handler.startsWith('Demo'))).toEqual([]);
  });

  it.each(insides)('V-7 shows nothing at /%s', async (path) => {
    for (const door of ['clinic', 'home'] as const) {
      const { status, text, headers } = await get(`/${path}`, door);
      // Any address without a file ending is the page of the app, which finds nothing there.
      if (status === 200)
        expect([headers['content-type'], /CSP_NONCE|swagger|openapi/i.test(text), text.length]).toEqual([
          'text/html; charset=utf-8',
          false,
          expect.any(Number),
        ]);
      else expect([path, [400, 404, 405].includes(status)]).toEqual([path, true]);
    }
  });

  it('W-1 sends its pages with a strict policy, Trusted Types and a nonce that is new each time', async () => {
    const nonces = new Set<string>();
    for (const door of ['clinic', 'home'] as const)
      for (const path of ['/', '/couples', '/index.html']) {
        const { headers, text } = await get(path, door);
        const policy = String(headers['content-security-policy']);
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
        nonces.add(nonce);
        expect(policy.split('; ')).toEqual(expect.arrayContaining(strict));
        expect(policy).not.toMatch(/unsafe|\*|https?:|strict-dynamic|unsafe-bypass|unsafe-jit/);
        expect(text).toContain(`nonce="${nonce}"`);
        expect([headers['cache-control'], headers['x-frame-options']]).toEqual(['no-store', 'DENY']);
      }
    expect(nonces.size).toBe(6);
  });

  it('W-4 asks browsers to come by TLS only, for two years, on pages, files and answers alike', async () => {
    for (const path of [
      '/',
      '/main-A1b2C3d4.js',
      '/api/clinic/session',
      '/api/clinic/nothing',
      '/livez',
      '/api/%ff',
    ]) {
      const { headers } = await get(path);
      expect([path, headers['strict-transport-security']]).toEqual([
        path,
        'max-age=63072000; includeSubDomains',
      ]);
      expect([path, headers['x-content-type-options'], headers['referrer-policy']]).toEqual([
        path,
        'nosniff',
        'no-referrer',
      ]);
    }
  });

  it('W-4 lets only files be kept that carry a fingerprint of their content', async () => {
    expect((await get('/main-A1b2C3d4.js')).headers['cache-control']).toContain('immutable');
    for (const path of ['/', '/livez', '/api/clinic/session', '/missing.js', '/shell.js'])
      expect([path, (await get(path)).headers['cache-control']]).toEqual([path, 'no-store']);
  });

  it('gives the homework app alone a program that keeps its shell, named after the files of the build', async () => {
    expect((await get('/shell.js')).status).toBe(404);
    const { status, headers, text } = await get('/shell.js', 'home');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'self'",
    );
    expect(text).toMatch(/^const FILES = \["\/main-A1b2C3d4.js"\]; const SHELL = 'shell-[0-9a-f]{16}';$/);
  });

  it('packs files of the apps for browsers that take it, and never an answer of the clinic', async () => {
    const asked = { 'accept-encoding': 'gzip, br' };
    const client = app.client('home');
    const file = await client.raw('get', '/main-A1b2C3d4.js', { headers: asked });
    expect([file.headers['content-encoding'], file.headers['vary']]).toEqual(['br', 'accept-encoding']);
    expect((await get('/main-A1b2C3d4.js')).headers['content-encoding']).toBeUndefined();
    const answer = await client.raw('get', '/api/home/session', { headers: asked });
    expect([answer.status, answer.headers['content-encoding']]).toEqual([401, undefined]);
  });
});

const strict = [
  ...[
    "default-src 'none'",
    "script-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ],
  ...[
    "form-action 'self'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types angular angular#bundler trellis#shell',
  ],
];
