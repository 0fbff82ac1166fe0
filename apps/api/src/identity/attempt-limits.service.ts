import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSources } from '../platform/database/data-sources.js';
import { AppError } from '../platform/http/app-error.js';
import { MASTER_KEY, purposeKey } from '../platform/sealing/master-key.js';
import { KnownDevices } from './known-devices.js';
import { networkOf } from './network.js';

/** What is being tried; each kind counts for itself. */
export type AttemptKind =
  'password' | 'code' | 'recovery' | 'passphrase' | 'passkey' | 'pin' | 'invitation' | 'setup';

/** One try. Report how it ended; a try nobody reports counts as failed. */
export interface Attempt {
  /** True while this account has to wait after failures: refuse as for a wrong secret, with the same work. */
  readonly mustWait: boolean;
  succeeded(): Promise<void>;
}

/** A browser that asks to be let in. */
export interface AtTheDoor {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const quarterHour = 900;
const freeFailures = 5;
/** Failures of one account in an hour, from everywhere but its known devices, after which those all have to wait. */
const accountFailures = 100;

/**
 * Limits on guessing: per account seen from one network, per account, per network, and for all together. Failures
 * of one account are answered with a wait that doubles from one second to fifteen minutes and is never told. A
 * device on which the account was opened before counts for itself alone, so that nobody elsewhere, or in the same
 * home, can keep the person out. Counters live in Postgres, with memory to fall back on.
 */
@Injectable()
export class AttemptLimitsService {
  private readonly key: Buffer;
  private readonly failures: RateLimiterAbstract;
  private readonly waits: RateLimiterAbstract;
  private readonly accounts: RateLimiterAbstract;
  private readonly devices: RateLimiterAbstract;
  private readonly networks: RateLimiterAbstract;
  private readonly all: RateLimiterAbstract;

  constructor(
    sources: DataSources,
    private readonly known: KnownDevices,
    @Inject(MASTER_KEY) masterKey: Buffer,
  ) {
    this.key = purposeKey(masterKey, 'attempt-limits');
    const client = sources.of('auth');
    this.failures = limiter(client, 'failures', 1_000_000, 3600);
    this.waits = limiter(client, 'wait', 1, quarterHour);
    this.accounts = limiter(client, 'account', accountFailures, 3600);
    this.devices = limiter(client, 'device', 100, quarterHour);
    this.networks = limiter(client, 'network', 100, quarterHour);
    this.all = limiter(client, 'all', 3000, 60);
  }

  /**
   * Counts one try against `account` from `ip`, before its secret is looked at. `device` names a device on which
   * this account was opened before, or null.
   * @throws AppError too_many_attempts, with seconds to wait, when the network, everybody together, or the known
   * device tried too much.
   */
  async begin(
    kind: AttemptKind,
    account: string,
    ip: string,
    device: string | null = null,
  ): Promise<Attempt> {
    return device === null ? this.fromAnywhere(kind, account, ip) : this.fromKnown(kind, account, device);
  }

  /**
   * As begin, for a browser at the door: a device on which the account was opened before counts for itself, and the
   * device is remembered when this try succeeds.
   */
  async beginAt({ request, reply }: AtTheDoor, kind: AttemptKind, account: string): Promise<Attempt> {
    const name = deviceNameOf(kind, account);
    const attempt = await this.begin(kind, account, request.ip, this.known.of(request, name));
    return {
      mustWait: attempt.mustWait,
      succeeded: async () => {
        await attempt.succeeded();
        this.known.remember(request, reply, name);
      },
    };
  }

  /** As beginAt, for the homework app: whether the device is remembered is the person's, and decided elsewhere. */
  async beginAtHome({ request }: AtTheDoor, kind: AttemptKind, account: string): Promise<Attempt> {
    return this.begin(kind, account, request.ip, this.known.of(request, deviceNameOf(kind, account)));
  }

  /** Counts one call that tries no account, such as asking for a challenge. @throws AppError too_many_attempts. */
  async countCall(kind: AttemptKind, ip: string): Promise<void> {
    await spend(this.all, kind);
    await spend(this.networks, this.nameOf(kind, networkOf(ip)));
  }

  private async fromKnown(kind: AttemptKind, account: string, device: string): Promise<Attempt> {
    const pair = this.nameOf(kind, account, 'device', device);
    await spend(this.devices, pair);
    const mustWait = await this.fail(pair);
    return {
      mustWait,
      succeeded: async () => {
        await Promise.all([this.forget(pair), this.devices.reward(pair)]);
      },
    };
  }

  private async fromAnywhere(kind: AttemptKind, account: string, ip: string): Promise<Attempt> {
    const network = this.nameOf(kind, networkOf(ip));
    const pair = this.nameOf(kind, account, networkOf(ip));
    const whole = this.nameOf(kind, account);
    await spend(this.all, kind);
    await spend(this.networks, network);
    const pairMustWait = await this.fail(pair);
    const everywhere = (await this.accounts.penalty(whole)).consumedPoints;
    return {
      mustWait: pairMustWait || everywhere > accountFailures,
      succeeded: async () => {
        await Promise.all([
          this.forget(pair),
          this.accounts.reward(whole),
          this.networks.reward(network),
          this.all.reward(kind),
        ]);
      },
    };
  }

  /** Counts a failure until it is told otherwise; true while there is a wait from earlier ones. */
  private async fail(pair: string): Promise<boolean> {
    const waiting = await this.waits.get(pair);
    const failed = (await this.failures.penalty(pair)).consumedPoints;
    if (failed >= freeFailures) await this.waits.block(pair, waitAfter(failed));
    return waiting !== null && waiting.consumedPoints > 1;
  }

  private async forget(pair: string): Promise<void> {
    await Promise.all([this.failures.delete(pair), this.waits.delete(pair)]);
  }

  private nameOf(...parts: string[]): string {
    return createHmac('sha256', this.key).update(JSON.stringify(parts)).digest('base64url');
  }
}

/** Under what a browser is known to have opened an account. */
export function deviceNameOf(kind: AttemptKind, account: string): string {
  return `${kind}/${account}`;
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
