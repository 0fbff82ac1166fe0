import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DeliveryLoop } from '../platform/jobs/delivery-loop.js';
import { failureCodeOf } from '../platform/jobs/failure-code.js';
import { ClockRepository } from './clock.repository.js';
import { ClockFollowers } from './clock-followers.js';
import { DisclosureClock } from './disclosure-clock.service.js';

/** How often the clocks are looked at, how many at once, and after how long a claim counts as lost. */
export interface ClockTiming {
  readonly pollMs: number;
  readonly batch: number;
  readonly staleSeconds: number;
}

const usualTiming: ClockTiming = { pollMs: 15_000, batch: 50, staleSeconds: 120 };

/**
 * Looks after every couple whose time has come, in every process that hosts jobs. However many run, a couple is claimed
 * by one; a claim that its worker did not live to finish is handed out again.
 */
@Injectable()
export class DisclosureClockLoop implements BeforeApplicationShutdown {
  private loop: DeliveryLoop | null = null;

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly clocks: ClockRepository,
    private readonly couples: DisclosureClock,
    private readonly followers: ClockFollowers,
    private readonly logger: PinoLogger,
  ) {}

  /** Begins to look. Does nothing when already begun. */
  start(timing: ClockTiming = usualTiming): void {
    if (this.loop !== null) return;
    this.loop = new DeliveryLoop(() => this.round(timing), timing.pollMs);
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

  /** Looks after everything that is due now. Never rejects: what could not be done is claimed again later. */
  async round(timing: ClockTiming = usualTiming): Promise<void> {
    try {
      let claimed = timing.batch;
      while (claimed === timing.batch) {
        const due = await this.work.runAsDispatch(() =>
          this.clocks.claim(this.clock.now(), timing.batch, timing.staleSeconds),
        );
        for (const couple of due) await this.lookAt(couple);
        claimed = due.length;
      }
    } catch (error) {
      this.logger.warn({ failureCode: failureCodeOf(error) }, 'the clocks could not be read');
    }
  }

  private async lookAt(couple: Parameters<DisclosureClock['look']>[0]): Promise<void> {
    try {
      await this.couples.look(couple);
      // Transactions of their own: whatever is wrong with a measurement stops no step of a disclosure.
      await this.followers.look({ clinicId: couple.clinic_id, coupleId: couple.couple_id });
    } catch (error) {
      this.logger.warn({ failureCode: failureCodeOf(error) }, 'a couple could not be looked after');
    }
  }
}
