import { Global, Module } from '@nestjs/common';
import { HostedWorker } from './hosted-worker.js';
import { JobHandlers } from './job-handlers.js';
import { JobRunner } from './job-runner.js';
import { OutboxRelay } from './outbox-relay.js';
import { Outbox } from './outbox.js';
import { OutboxRepository } from './outbox.repository.js';

/** The outbox for every feature, and the worker for the processes that start it. */
@Global()
@Module({
  providers: [OutboxRepository, Outbox, JobHandlers, JobRunner, OutboxRelay, HostedWorker],
  exports: [Outbox, JobHandlers, HostedWorker],
})
export class JobsModule {}
