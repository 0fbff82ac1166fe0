import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { DataSources } from '../platform/database/data-sources.js';
import { AppError } from '../platform/http/app-error.js';
import { MASTER_KEY, purposeKey } from '../platform/sealing/master-key.js';
import { networkOf } from './network.js';

/** What is being tried; each kind counts for itself. */
export type AttemptKind = 'password' | 'code' | 'recovery' | 'passphrase' | 'invitation' | 'setup';

/** One try. Report how it ended; a try nobody reports counts as failed. */
export interface Attempt {
  /** True while this account has to wait after failures: refuse as for a wrong secret, with the same work. */
  readonly mustWait: boolean;
  succeeded(): Promise<void>;
}

const quarterHour = 900;
const freeFailures = 5;

/**
 * Limits on guessing: per account seen from one network, per network, and for all together. Failures of one
 * account are answered with a wait that doubles from one second to fifteen minutes and is never told; because it
 * belongs to the network too, somebody elsewhere cannot keep the person out. Counters live in Postgres, with
 * memory to fall back on.
 */
@Injectable()
export class AttemptLimitsService {
  private readonly key: Buffer;
  private readonly failures: RateLimiterAbstract;
  private readonly waits: RateLimiterAbstract;
  private readonly networks: RateLimiterAbstract;
  private readonly all: RateLimiterAbstract;

  constructor(sources: DataSources, @Inject(MASTER_KEY) masterKey: Buffer) {
    this.key = purposeKey(masterKey, 'attempt-limits');
    const client = sources.of('auth');
    this.failures = limiter(client, 'failures', 1_000_000, 3600);
    this.waits = limiter(client, 'wait', 1, quarterHour);
    this.networks = limiter(client, 'network', 100, quarterHour);
    this.all = limiter(client, 'all', 3000, 60);
  }

  /**
   * Counts one try against `account` from `ip`, before its secret is looked at.
   * @throws AppError too_many_attempts, with seconds to wait, when the network or everybody together tried too much.
   */
  async begin(kind: AttemptKind, account: string, ip: string): Promise<Attempt> {
    const network = this.nameOf(kind, networkOf(ip));
    const pair = this.nameOf(kind, account, networkOf(ip));
    await spend(this.all, kind);
    await spend(this.networks, network);
    const waiting = await this.waits.get(pair);
    const mustWait = waiting !== null && waiting.consumedPoints > 1;
    const failed = (await this.failures.penalty(pair)).consumedPoints;
    if (failed >= freeFailures) await this.waits.block(pair, waitAfter(failed));
    return {
      mustWait,
      succeeded: async () => {
        await Promise.all([
          this.failures.delete(pair),
          this.waits.delete(pair),
          this.networks.reward(network),
          this.all.reward(kind),
        ]);
      },
    };
  }

  private nameOf(...parts: string[]): string {
    return createHmac('sha256', this.key).update(JSON.stringify(parts)).digest('base64url');
  }
}

/** Seconds to wait after the n-th failure in a row: 1, 2, 4 … 900. */
function waitAfter(failed: number): number {
  return Math.min(quarterHour, 2 ** Math.min(failed - freeFailures, 10));
}

function limiter(
  storeClient: object,
  keyPrefix: string,
  points: number,
  duration: number,
): RateLimiterAbstract {
  return new RateLimiterPostgres({
    ...{
      storeClient,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix,
      points,
      duration,
    },
    insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
  });
}

async function spend(limit: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limit.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new AppError('too_many_attempts', {
      retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
    });
  }
}
