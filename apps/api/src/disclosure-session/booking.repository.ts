import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { arrivalOf } from '@trellis/domain';
import type { DisclosureScope } from '../disclosure/disclosure-parts.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';

/** A time for the session, and who asked for it. */
export interface Booking {
  readonly processId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly bookedBy: string;
  readonly at: Date;
}

/** Books the people and the care team of a couple for one time. That nobody is booked twice is held by the database. */
@Injectable()
export class BookingRepository {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Closes the couple's former appointment and books the new one.
   * @throws AppError appointment_conflict when a therapist or a person has another appointment at that time.
   */
  async book({ coupleId }: DisclosureScope, booking: Booking): Promise<void> {
    const { startsAt, endsAt } = booking;
    try {
      await this.work.rows('SELECT app.book_session($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
        ...[coupleId, booking.processId, randomUUID(), startsAt, endsAt],
        ...[arrivalOf('RP', startsAt), arrivalOf('BP', startsAt), booking.bookedBy, booking.at],
      ]);
    } catch (error) {
      const taken = bookedAlready(error);
      throw taken === null ? error : new AppError('appointment_conflict', { with: taken });
    }
  }

  /** `close` gives the time of the live appointment back, `reopen_day` voids the checks of the day. */
  async settle({ coupleId }: DisclosureScope, what: 'close' | 'reopen_day'): Promise<void> {
    await this.work.rows('SELECT app.settle_session($1, $2)', [coupleId, what]);
  }
}

/** Who is booked at that time; null for any other fault of the statement. */
function bookedAlready(error: unknown): 'staff' | 'person' | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23P01') return null;
  return 'constraint' in error && error.constraint === 'person_booked_once' ? 'person' : 'staff';
}
