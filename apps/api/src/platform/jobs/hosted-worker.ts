import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/env.js';
import { roleUrl } from '../database/runtime-roles.js';
import { MASTER_KEY } from '../sealing/master-key.js';
import { DeliveryLoop } from './delivery-loop.js';
import { openJobBackend, type JobBackend } from './job-backend.js';
import { JobRunner } from './job-runner.js';
import { usualTiming, type JobTiming } from './job-timing.js';
import { OutboxRelay } from './outbox-relay.js';
import { listenForMessages } from './wake-up.js';

/** Runs relay and worker in this process: the worker's own process always, the API's where it is asked to host them. */
@Injectable()
export class HostedWorker implements BeforeApplicationShutdown {
  private stopping: (() => Promise<void>) | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(MASTER_KEY) private readonly masterKey: Buffer,
    private readonly relay: OutboxRelay,
    private readonly runner: JobRunner,
  ) {}

  /** Begins to deliver and to work. `prefix` keeps installations on one Redis apart. */
  async start(timing: JobTiming = usualTiming, prefix = 'trellis'): Promise<void> {
    if (this.stopping !== null) return;
    const workerUrl = roleUrl(this.config.databaseDirectUrl, this.masterKey, 'trellis_worker');
    const backend = openJobBackend({ workerUrl, redisUrl: this.config.redisUrl, prefix, timing });
    const loop = new DeliveryLoop(() => this.relay.deliver(backend, timing), timing.pollMs);
    const unlisten = await listenForMessages(workerUrl, () => {
      loop.wake();
    });
    backend.work((job) => this.runner.process(job, timing.attempts));
    this.stopping = async () => {
      await unlisten();
      await this.close(loop, backend);
    };
    loop.wake();
  }

  /** Finishes what is under way and ends every connection. Does nothing when not started. */
  async stop(): Promise<void> {
    const { stopping } = this;
    this.stopping = null;
    await stopping?.();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  private async close(loop: DeliveryLoop, backend: JobBackend): Promise<void> {
    await loop.stop();
    await backend.close();
  }
}
