import { Injectable } from '@nestjs/common';

/**
 * The time clinical rules see (UTC instants). Sign-ins, invitations and limits use database time instead.
 * Only the demo clinic and tests travel; the guard on that is in the demo module and the test harness.
 */
@Injectable()
export class Clock {
  private travelled: Date | null = null;
  private aheadMs = 0;

  now(): Date {
    return this.travelled === null ? new Date(new Date().getTime() + this.aheadMs) : new Date(this.travelled);
  }

  /** Milliseconds by which the clock runs ahead of the machine's. */
  ahead(): number {
    return this.aheadMs;
  }

  /** Runs on, `milliseconds` ahead of the machine's clock. */
  runAhead(milliseconds: number): void {
    this.aheadMs = milliseconds;
  }

  /** Stands still at `instant` until the next call; null lets it run again. */
  travelTo(instant: Date | null): void {
    this.travelled = instant;
  }
}
