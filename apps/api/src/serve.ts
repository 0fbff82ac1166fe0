import type { Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuditSealer } from './audit/audit-sealer.js';
import { DisclosureClockLoop } from './disclosure-clock/disclosure-clock-loop.service.js';
import type { Config } from './platform/config/env.js';
import { listenHome } from './platform/http/http-bootstrap.js';
import { Readiness } from './platform/http/readiness.js';
import { HostedWorker } from './platform/jobs/hosted-worker.js';
import { MetricsServer } from './platform/metrics/metrics-server.js';
import { ReminderLoop } from './reminders/reminder-loop.service.js';
import { Upkeep } from './upkeep/upkeep.service.js';

/** Listens on both doors and, where asked to, hosts jobs and the audit sealer; leaves in order on SIGTERM and SIGINT. */
export async function startServing(app: NestFastifyApplication, config: Config): Promise<void> {
  const host = config.mode === 'production' ? '0.0.0.0' : '127.0.0.1';
  await app.listen(config.portalPort, host);
  const home = await listenHome(app, config.homeworkPort, host);
  const worker = app.get(HostedWorker);
  const sealer = app.get(AuditSealer);
  if (config.hostedWorker) {
    await worker.start();
    sealer.start();
    app.get(DisclosureClockLoop).start();
    app.get(ReminderLoop).start();
    app.get(Upkeep).start();
  }
  await app.get(MetricsServer).start();
  const leave = once(async () => {
    app.get(Readiness).leave();
    // A balancer needs a moment to see it before the door closes.
    if (config.mode === 'production') await pause(5000);
    await worker.stop();
    await closeServer(home);
    await app.close();
    process.exit(0);
  });
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function once(work: () => Promise<void>): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    void work();
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
    setTimeout(() => {
      server.closeAllConnections();
    }, 10_000).unref();
  });
}
