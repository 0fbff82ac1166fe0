import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { withContext, type Actor } from '../platform/context/request-context.js';

/** Tells the demo clinic's past: somebody does something at some time, through the real services. */
@Injectable()
export class Story {
  constructor(private readonly clock: Clock) {}

  /** The present of the clinical clock. */
  now(): Date {
    return this.clock.now();
  }

  /** Runs `act` as `actor` at `instant` by the clinical clock. */
  async at<T>(instant: Date, actor: Actor, act: () => Promise<T>): Promise<T> {
    this.clock.travelTo(instant);
    try {
      const surface = actor.role === 'client' ? 'home' : 'clinic';
      return await withContext({ correlationId: randomUUID(), surface, actor }, act);
    } finally {
      this.clock.travelTo(null);
    }
  }
}
