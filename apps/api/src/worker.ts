import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AuditSealer } from './audit/audit-sealer.js';
import { DisclosureClockLoop } from './disclosure-clock/disclosure-clock-loop.service.js';
import { ConfigError, readConfig } from './platform/config/env.js';
import { LedgerError } from './erasure/erasure-ledger.js';
import { requireErasures } from './erasure/replay.js';
import { HostedWorker } from './platform/jobs/hosted-worker.js';
import { MetricsServer } from './platform/metrics/metrics-server.js';
import { MasterKeyError } from './platform/sealing/master-key.js';
import { ReminderLoop } from './reminders/reminder-loop.service.js';
import { Upkeep } from './upkeep/upkeep.service.js';
import { WorkerModule } from './worker.module.js';

/** Entry point of the worker's own process. SIGTERM and SIGINT let jobs under way finish before it ends. */
try {
  const config = readConfig();
  await requireErasures(config);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.get(HostedWorker).start();
  app.get(AuditSealer).start();
  app.get(DisclosureClockLoop).start();
  app.get(ReminderLoop).start();
  app.get(Upkeep).start();
  await app.get(MetricsServer).start();
} catch (error) {
  const known =
    error instanceof ConfigError || error instanceof MasterKeyError || error instanceof LedgerError;
  process.stderr.write(
    known ? `${error.message}\n` : `The Trellis worker could not start: ${String(error)}\n`,
  );
  process.exitCode = 1;
}
