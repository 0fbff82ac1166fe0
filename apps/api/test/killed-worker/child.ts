import 'reflect-metadata';
import { setTimeout as wait } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { AftercareAlerts } from '../../src/aftercare/aftercare-alerts.service.js';
import { DisclosureClockLoop } from '../../src/disclosure-clock/disclosure-clock-loop.service.js';
import { DisclosureSteps } from '../../src/disclosure/disclosure-steps.service.js';
import { Clock } from '../../src/platform/clock.js';
import { readConfig } from '../../src/platform/config/env.js';
import { HostedWorker } from '../../src/platform/jobs/hosted-worker.js';
import { usualTiming } from '../../src/platform/jobs/job-timing.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { WorkerModule } from '../../src/worker.module.js';

/** What the spec tells a worker of its own process, in the argument. */
export interface ChildOrder {
  readonly prefix: string;
  /** The moment at which the clinical clock stands. */
  readonly now: string;
  /** It says on its output when it is within a transaction, and lingers there. */
  readonly lingers: boolean;
}

const { prefix, now, lingers } = JSON.parse(process.argv[2] ?? '{}') as ChildOrder;
const quick = { ...usualTiming, pollMs: 50, backoffMs: 30, staleSeconds: 2, lockMs: 1000, concurrency: 2 };
const app = await NestFactory.createApplicationContext(WorkerModule.with(readConfig()), { logger: false });
app.get(Clock).travelTo(new Date(now));
if (lingers) {
  const alerts = app.get(AftercareAlerts);
  const raise = alerts.raise.bind(alerts);
  alerts.raise = async (...what) => saying('raising', () => raise(...what));
  const outbox = app.get(Outbox);
  const add = outbox.add.bind(outbox);
  outbox.add = async (...what) => saying('ordering', () => add(...what));
  const steps = app.get(DisclosureSteps);
  const step = steps.bySystem.bind(steps);
  steps.bySystem = async (...what) => saying('stepping', () => step(...what));
}
await app.get(HostedWorker).start(quick, prefix);
app.get(DisclosureClockLoop).start({ pollMs: lingers ? 20 : 300, batch: 1, staleSeconds: 2 });
process.stdout.write('ready\n');

async function saying<T>(word: string, act: () => Promise<T>): Promise<T> {
  const answer = await act();
  process.stdout.write(`${word}\n`);
  await wait(40);
  return answer;
}
