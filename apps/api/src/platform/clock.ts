import { Injectable } from '@nestjs/common';

/**
 * The time clinical rules see (UTC instants). Sign-ins, invitations and limits use database time instead.
 * Only the demo clinic and tests travel; the guard on that is in the demo module and the test harness.
 */
@Injectable()
export class Clock {
  private travelled: Date | null = null;

  now(): Date {
    return this.travelled === null ? new Date() : new Date(this.travelled);
  }

  /** Stands still at `instant` until the next call; null returns to real time. */
  travelTo(instant: Date | null): void {
    this.travelled = instant;
  }
}
