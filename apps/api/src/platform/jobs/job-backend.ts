import {
  createPostgresBackend,
  createRedisBackend,
  withBackend,
  type Job,
  type QueueOptions,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { failureCodeOf } from './failure-code.js';
import { JobFailure } from './job-failure.js';
import type { JobTiming } from './job-timing.js';
import { jobSchema, queueName } from './queue-names.js';

/** All that leaves the database: which clinic, which message. Never what the work is about. */
export interface JobPayload {
  readonly clinicId: string;
  readonly outboxId: string;
}

export type DeliveredJob = Pick<Job<JobPayload>, 'data' | 'attemptsMade'>;

export interface JobBackendSettings {
  /** Address of role worker, past any pooler: the queue listens on its connection. */
  readonly workerUrl: string;
  readonly redisUrl: string | null;
  /** Keeps several installations on one Redis apart. */
  readonly prefix: string;
  readonly timing: JobTiming;
}

/** The queue, whichever store it is kept in. */
export interface JobBackend {
  /** Hands a message to the queue; a second time under the same id does nothing while the first is still there. */
  add(payload: JobPayload): Promise<void>;
  /** True while the job waits or runs. */
  isLive(outboxId: string): Promise<boolean>;
  /** Takes a finished job out, so that its id can be used again. */
  forget(outboxId: string): Promise<void>;
  /** Begins to process. */
  work(process: (job: DeliveredJob) => Promise<string>): void;
  /** Ends in the one order that lets the process end: worker, queue, connections. */
  close(): Promise<void>;
}

const liveStates: ReadonlySet<string> = new Set([
  'active',
  'waiting',
  'delayed',
  'prioritized',
  'waiting-children',
]);

/** Opens the queue on Redis where an address is given and on Postgres otherwise. */
export function openJobBackend(settings: JobBackendSettings): JobBackend {
  return settings.redisUrl === null ? onPostgres(settings) : onRedis(settings.redisUrl, settings);
}

function onPostgres({ workerUrl, timing }: JobBackendSettings): JobBackend {
  const pool = new Pool({
    connectionString: workerUrl,
    max: timing.concurrency + 3,
    keepAlive: true,
    options: `-c search_path=${jobSchema}`,
    application_name: 'trellis-jobs',
  });
  // Without a listener a connection that drops while idle would end the process.
  pool.on('error', () => undefined);
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const queue = new Queue<JobPayload>(queueName, { connection: pool, ...queueOptions(timing) });
  return backendOf(
    queue,
    (process) =>
      new Worker<JobPayload, string>(queueName, process, { connection: pool, ...workerOptions(timing) }),
    () => pool.end(),
  );
}

function onRedis(redisUrl: string, { prefix, timing }: JobBackendSettings): JobBackend {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const { Queue, Worker } = withBackend(createRedisBackend);
  const queue = new Queue<JobPayload>(queueName, { connection, prefix, ...queueOptions(timing) });
  return backendOf(
    queue,
    (process) =>
      new Worker<JobPayload, string>(queueName, process, { connection, prefix, ...workerOptions(timing) }),
    async () => {
      await connection.quit();
    },
  );
}

interface AnyQueue {
  add(name: string, payload: JobPayload, options: { jobId: string }): Promise<unknown>;
  getJob(id: string): Promise<{ getState(): Promise<string>; remove(): Promise<void> } | undefined>;
  on(event: 'error', listener: () => void): unknown;
  close(): Promise<void>;
}

interface AnyWorker {
  on(event: 'error', listener: () => void): unknown;
  close(): Promise<void>;
}

function backendOf(
  queue: AnyQueue,
  startWorker: (process: (job: DeliveredJob) => Promise<string>) => AnyWorker,
  disconnect: () => Promise<void>,
): JobBackend {
  let worker: AnyWorker | null = null;
  // Both try again by themselves; the outbox keeps whatever was not carried out.
  queue.on('error', () => undefined);
  return {
    add: async (payload) => {
      await queue.add('message', payload, { jobId: payload.outboxId });
    },
    isLive: async (id) => {
      const job = await queue.getJob(id);
      return job !== undefined && liveStates.has(await job.getState());
    },
    forget: async (id) => (await queue.getJob(id))?.remove(),
    work: (process) => {
      worker = startWorker(async (job) => {
        try {
          return await process(job);
        } catch (error) {
          throw new JobFailure(failureCodeOf(error));
        }
      });
      worker.on('error', () => undefined);
    },
    close: async () => {
      await worker?.close();
      await queue.close();
      await disconnect();
    },
  };
}

function queueOptions(timing: JobTiming): Pick<QueueOptions, 'defaultJobOptions'> {
  return {
    defaultJobOptions: {
      attempts: timing.attempts,
      backoff: { type: 'exponential', delay: timing.backoffMs },
      removeOnComplete: { age: 3600 },
      removeOnFail: { age: 7 * 24 * 3600 },
    },
  };
}

function workerOptions(
  timing: JobTiming,
): Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval'> {
  return { concurrency: timing.concurrency, lockDuration: timing.lockMs, stalledInterval: timing.lockMs };
}
