import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HostedWorker } from '../../src/platform/jobs/hosted-worker.js';
import { MetricsServer } from '../../src/platform/metrics/metrics-server.js';
import { arrangeCase, assignOne, type ArrangedCase } from '../arrange-case.js';
import { arrangeStaff, signedIn } from '../arrange.js';
import { eventually } from '../eventually.js';
import { testApp, type TestApp } from '../test-app.js';

describe('numbers for whoever watches the machine', () => {
  let app: TestApp;
  let ellery: ArrangedCase;
  let address: string;

  beforeAll(async () => {
    app = await testApp({ TRELLIS_METRICS: '127.0.0.1:0' });
    const port = await app.app.get(MetricsServer, { strict: false }).start();
    address = `http://127.0.0.1:${String(port)}`;
    ellery = await arrangeCase(app);
  });
  afterAll(() => app.close());

  const numbers = async (): Promise<string> => (await fetch(`${address}/metrics`)).text();

  it('counts answers by the pattern of their route, and names nobody', async () => {
    const task = await assignOne(ellery.mina, ellery.rowanId, 'R01');
    await ellery.mina.call('get', `homework/${task}`);
    await ellery.mina.call('get', `couples/${ellery.coupleId}`);
    await ellery.iris.call('get', `homework/${task}`);
    const text = await numbers();
    expect(text).toMatch(
      /trellis_http_request_seconds_count\{door="clinic",method="GET",route="\/api\/clinic\/couples\/:coupleId",status="2xx"\} 1/,
    );
    expect(text).toMatch(
      /_count\{door="home",method="GET",route="\/api\/home\/homework\/:taskId",status="4xx"\} 1/,
    );
    for (const secret of [
      task,
      ellery.coupleId,
      ellery.clinicId,
      ellery.rowanId,
      'Rowan',
      'Ellery',
      'Mina',
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('counts connections and what the process itself needs', async () => {
    const text = await numbers();
    expect(text).toMatch(/trellis_database_connections\{pool="api",state="idle"\} [1-9]/);
    expect(text).toMatch(/trellis_database_connections\{pool="worker",state="waiting"\} 0/);
    expect(text).toMatch(/process_resident_memory_bytes \d{7,}/);
    expect(text).toMatch(/nodejs_eventloop_lag_seconds/);
  });

  it('counts each try of a job by kind and outcome', async () => {
    const worker = app.app.get(HostedWorker, { strict: false });
    await worker.start();
    const adminId = await arrangeStaff(app, ellery.clinicId, 'clinic_admin', 'Ada Field');
    const admin = await signedIn(app, ellery.clinicId, adminId, 'clinic_admin');
    const ordered = await admin.call('post', 'reports/exports', {
      body: { report: 'caseload', format: 'csv' },
    });
    expect(ordered.status).toBeLessThan(300);
    const counted = await eventually(numbers, (text) =>
      /trellis_job_seconds_count\{[^}]*outcome="done"\} [1-9]/.test(text),
    );
    expect(counted).toMatch(/trellis_job_seconds_count\{kind="[a-z_.-]+",outcome="done"\} [1-9]/);
    await worker.stop();
  });

  it('is a door of its own: not at the two doors of the product, and it has no other page', async () => {
    expect((await app.client('clinic').raw('get', '/metrics')).text).not.toContain('trellis_http');
    expect((await app.client('home').raw('get', '/metrics')).text).not.toContain('trellis_http');
    expect((await fetch(`${address}/`)).status).toBe(404);
    expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).toBe(404);
  });
});
