import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { DataSources } from '../platform/database/data-sources.js';
import { AppError } from '../platform/http/app-error.js';

const keyPrefix = 'emergency-miss';
const misses = 10;
const anHour = 3600;

/**
 * Names that fit no couple: ten in an hour for each member of staff. Somebody who mistypes in an emergency is told to
 * wait and is not misled; somebody who tries names through is slowed down, and every miss is on record.
 */
@Injectable()
export class EmergencyAttempts {
  private readonly limit: RateLimiterAbstract;

  constructor(sources: DataSources) {
    this.limit = new RateLimiterPostgres({
      ...{
        storeClient: sources.of('auth'),
        storeType: 'typeorm',
        tableName: 'rate_limit',
        tableCreated: true,
      },
      ...{ keyPrefix, points: misses, duration: anHour },
      insuranceLimiter: new RateLimiterMemory({ keyPrefix, points: misses, duration: anHour }),
    });
  }

  /** @throws AppError too_many_attempts, with seconds to wait. */
  async requireLeft(staffId: string): Promise<void> {
    const spent = await this.limit.get(staffId);
    if (spent === null || spent.consumedPoints < misses) return;
    throw new AppError('too_many_attempts', {
      retryAfterSeconds: Math.max(1, Math.ceil(spent.msBeforeNext / 1000)),
    });
  }

  async missed(staffId: string): Promise<void> {
    await this.limit.penalty(staffId);
  }
}
