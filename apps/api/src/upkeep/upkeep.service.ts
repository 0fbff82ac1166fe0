import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { accessSettings } from '@trellis/domain';
import { PinoLogger } from 'nestjs-pino';
import { CheckpointMail } from '../audit/checkpoint-mail.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DeliveryLoop } from '../platform/jobs/delivery-loop.js';
import { failureCodeOf } from '../platform/jobs/failure-code.js';
import { UpkeepRepository, type Swept } from './upkeep.repository.js';

const quarterHour = 900_000;

/** Rows of one kind in one transaction: a lock is held for moments, however much there is. */
const usualPortion = 2000;

/** Owners are reminded of a review a day before its time is over. */
export const reminderHours = accessSettings.breakGlassReviewHours.standard - 24;

/**
 * What the server does by itself, in every process that hosts jobs. However many run, the database lets one at a time
 * sweep, once a day; whoever dies in between leaves the rest to the next.
 */
@Injectable()
export class Upkeep implements BeforeApplicationShutdown {
  private loop: DeliveryLoop | null = null;

  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: UpkeepRepository,
    private readonly checkpoints: CheckpointMail,
    private readonly logger: PinoLogger,
  ) {}

  /** Begins; looks every quarter of an hour. Does nothing when already begun. */
  start(pollMs = quarterHour): void {
    if (this.loop !== null) return;
    this.loop = new DeliveryLoop(async () => {
      await this.sweep();
      await this.remind();
      await this.checkpoints.sendWhenDue();
    }, pollMs);
    this.loop.wake();
  }

  /** Finishes what is under way. Does nothing when not begun. */
  async stop(): Promise<void> {
    const { loop } = this;
    this.loop = null;
    await loop?.stop();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /**
   * Takes away what has no use any more, portion by portion, and answers what it took; null when the day's sweep was
   * done already. Never rejects: what could not be done now is done a quarter of an hour later.
   */
  async sweep(portion = usualPortion): Promise<Swept | null> {
    const total: Record<string, number> = {};
    let swept: Swept | null = null;
    try {
      do {
        swept = await this.work.runAsDispatch(() => this.rows.sweep(portion));
        for (const [kind, count] of Object.entries(swept ?? {})) total[kind] = (total[kind] ?? 0) + count;
      } while (swept !== null && Object.values(swept).some((count) => count >= portion));
    } catch (error) {
      this.logger.warn({ failureCode: failureCodeOf(error) }, 'the sweep could not be finished');
    }
    const kinds = Object.entries(total);
    for (const [kind, count] of kinds) if (count > 0) this.logger.info({ kind, count }, 'swept');
    return kinds.length === 0 ? null : total;
  }

  /** Leaves a letter to each owner whose reviews are nearly over, once. Returns how many; never rejects. */
  async remind(): Promise<number> {
    try {
      return await this.work.runAsDispatch(() => this.rows.remind(reminderHours));
    } catch (error) {
      this.logger.warn({ failureCode: failureCodeOf(error) }, 'nobody could be reminded');
      return 0;
    }
  }
}
