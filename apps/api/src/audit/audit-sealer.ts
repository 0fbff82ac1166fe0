import { type KeyObject } from 'node:crypto';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Pool, type ClientBase } from 'pg';
import { CONFIG, type Config } from '../platform/config/env.js';
import { roleUrl } from '../platform/database/runtime-roles.js';
import { DeliveryLoop } from '../platform/jobs/delivery-loop.js';
import { failureCodeOf } from '../platform/jobs/failure-code.js';
import { MASTER_KEY } from '../platform/sealing/master-key.js';
import { checkpointFileOf, writePublicKey } from './checkpoint-file.js';
import { writeCheckpoints } from './checkpoint-round.js';
import { keyIdOf, publicPem, signingKey } from './checkpoint.js';
import { sealWaiting } from './sealing-round.js';

/** How often the sealer looks, how much it takes at once, and how often it writes checkpoints. */
export interface SealerTiming {
  readonly pollMs: number;
  readonly batch: number;
  readonly checkpointMs: number;
}

const usualTiming: SealerTiming = { pollMs: 1000, batch: 1000, checkpointMs: 3_600_000 };

/**
 * Chains audit rows under role audit, past any pooler, in every process that hosts jobs. However many run, the
 * database lets one at a time work; whoever dies in between leaves nothing half done.
 */
@Injectable()
export class AuditSealer implements BeforeApplicationShutdown {
  private readonly key: KeyObject;
  private readonly file: string;
  private stopping: (() => Promise<void>) | null = null;
  private checkpointDue = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(MASTER_KEY) private readonly masterKey: Buffer,
    private readonly logger: PinoLogger,
  ) {
    this.key = signingKey(masterKey);
    this.file = checkpointFileOf(config.dataDir);
  }

  /** Begins to seal. Does nothing when already begun. */
  start(timing: SealerTiming = usualTiming): void {
    if (this.stopping !== null) return;
    const pool = this.openPool();
    const loop = new DeliveryLoop(() => this.round(pool, timing), timing.pollMs);
    this.stopping = async () => {
      await loop.stop();
      this.checkpointDue = 0;
      await this.round(pool, timing);
      await pool.end();
    };
    loop.wake();
  }

  /** Seals what is there, writes a last checkpoint and ends the connection. Does nothing when not begun. */
  async stop(): Promise<void> {
    const { stopping } = this;
    this.stopping = null;
    await stopping?.();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Never rejects: what was not sealed now is sealed in a second, and readiness shows when it stays so. */
  private async round(pool: Pool, timing: SealerTiming): Promise<void> {
    try {
      let sealed = timing.batch;
      while (sealed === timing.batch) {
        sealed = await transact(pool, (client) => sealWaiting(client, timing.batch));
      }
      if (performance.now() >= this.checkpointDue) await this.checkpoint(pool, timing);
    } catch (error) {
      this.logger.warn({ failureCode: failureCodeOf(error) }, 'the audit record could not be sealed');
    }
  }

  private async checkpoint(pool: Pool, timing: SealerTiming): Promise<void> {
    // A disk that is full for an hour is asked every minute, not every second.
    this.checkpointDue = performance.now() + 60_000;
    writePublicKey(this.file, keyIdOf(this.key), publicPem(this.key));
    const lines = await transact(pool, (client) => writeCheckpoints(client, this.file, this.key));
    if (lines !== null) this.checkpointDue = performance.now() + timing.checkpointMs;
  }

  private openPool(): Pool {
    const pool = new Pool({
      connectionString: roleUrl(this.config.databaseDirectUrl, this.masterKey, 'trellis_audit'),
      max: 1,
      keepAlive: true,
      connectionTimeoutMillis: 2000,
      query_timeout: 70_000,
      application_name: 'trellis-sealer',
    });
    // Without listeners a connection that drops would end the process: idle ones tell the pool, others themselves.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  }
}

async function transact<T>(pool: Pool, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    broken = false;
    return result;
  } finally {
    // A connection in an unknown state is thrown away, and its transaction with it.
    client.release(broken);
  }
}
