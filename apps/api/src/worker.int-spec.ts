import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { asClinicId } from '@trellis/domain';
import { arrangeClinic, arrangeStaff, signedIn } from '../test/arrange.js';
import { eventually } from '../test/eventually.js';
import { testApp, type TestApp } from '../test/test-app.js';
import { alertRaisedKind } from './aftercare/aftercare-alerts.service.js';
import { followUpWaitsKind } from './aftercare/follow-up-waits.job.js';
import { DisclosureParts } from './disclosure/disclosure-parts.service.js';
import { accountNoticeKind } from './identity/account-notice.job.js';
import { CONFIG, type Config } from './platform/config/env.js';
import { HostedWorker } from './platform/jobs/hosted-worker.js';
import { JobHandlers } from './platform/jobs/job-handlers.js';
import { usualTiming } from './platform/jobs/job-timing.js';
import { exportReadyKind } from './reports/export-ready.job.js';
import { makeReportKind } from './reports/make-report.job.js';
import { WorkerModule } from './worker.module.js';

describe('the process of the worker', () => {
  let api: TestApp;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    api = await testApp();
    worker = await NestFactory.createApplicationContext(WorkerModule.with(api.app.get<Config>(CONFIG)), {
      logger: false,
    });
  });

  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  it('knows every kind of work that requests leave behind', () => {
    const handlers = worker.get(JobHandlers);
    for (const kind of [
      makeReportKind,
      exportReadyKind,
      accountNoticeKind,
      alertRaisedKind,
      followUpWaitsKind,
    ])
      expect(handlers.find(kind)?.kind).toBe(kind);
  });

  it('takes steps of a disclosure on the facts of the same areas as the API', () => {
    const areas = (app: INestApplicationContext): string[] =>
      app
        .get(DisclosureParts)
        .all.map(({ area }) => area)
        .sort();
    expect(areas(worker)).toEqual(areas(api.app));
    expect(areas(worker)).toContain('aftercare');
  });

  it('does the work of an API that hosts no worker itself, and ends when told to', async () => {
    const clinicId = asClinicId(await arrangeClinic(api));
    const adminId = await arrangeStaff(api, clinicId, 'clinic_admin', 'Noor Haddad');
    const admin = await signedIn(api, clinicId, adminId, 'clinic_admin');
    await worker.get(HostedWorker).start(usualTiming, randomUUID());
    const order = await admin.call('post', 'reports/exports', {
      body: { report: 'caseload', format: 'csv' },
    });
    expect(order.status).toBe(201);
    const { id } = order.body as { id: string };
    const made = await eventually(
      async () => (await admin.call('get', `reports/exports/${id}`)).body as { state: string },
      (view) => view.state === 'done',
    );
    expect(made.state).toBe('done');
    await worker.get(HostedWorker).stop();
    // Everything but the pools of the two processes is gone; a server process needs a moment to leave the list.
    const left = await eventually(
      () =>
        api.db.sql<{ application_name: string }>(
          `SELECT application_name FROM pg_stat_activity WHERE datname = current_database()
            AND usename = 'trellis_worker' AND application_name <> 'trellis-worker'`,
        ),
      (rows) => rows.length === 0,
    );
    expect(left).toEqual([]);
  });
});
