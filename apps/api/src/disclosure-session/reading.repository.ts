import { Injectable } from '@nestjs/common';
import type { PersonGrant } from '../access/person-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** One place at a reading: whose, on which device, and until when. */
export interface ReadingPlace {
  readonly id: string;
  readonly appointmentId: string;
  readonly deviceHash: Buffer;
  readonly tokenHash: Buffer;
  readonly openedAt: Date;
  readonly endsAt: Date;
}

/** Places at a reading, as their own reader has them. Of tokens and devices there are hashes only. */
@Injectable()
export class ReadingRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Takes a place; an earlier one of the same person is given up with it. */
  async take(own: PersonGrant, place: ReadingPlace): Promise<void> {
    await this.work.change(
      `UPDATE session_reading SET closed_at = $3
        WHERE person_id = $1 AND appointment_id = $2 AND closed_at IS NULL`,
      [own.personId, place.appointmentId, place.openedAt],
    );
    await this.work.change(
      `INSERT INTO session_reading (clinic_id, id, appointment_id, couple_id, person_id, device_hash, token_hash,
          opened_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[own.clinicId, place.id, place.appointmentId, own.coupleId, own.personId],
        ...[place.deviceHash, place.tokenHash, place.openedAt, place.endsAt],
      ],
    );
  }

  /** When the place that this token names was taken on this device; null for any other device, person or time. */
  async takenAt(
    own: PersonGrant,
    place: Pick<ReadingPlace, 'appointmentId' | 'deviceHash' | 'tokenHash'>,
    now: Date,
  ): Promise<{ readonly opened_at: Date; readonly ends_at: Date } | null> {
    const [row] = await this.work.rows<{ opened_at: Date; ends_at: Date }>(
      `SELECT opened_at, ends_at FROM session_reading
        WHERE person_id = $1 AND appointment_id = $2 AND token_hash = $3 AND device_hash = $4 AND closed_at IS NULL
          AND ends_at > $5`,
      [own.personId, place.appointmentId, place.tokenHash, place.deviceHash, now],
    );
    return row ?? null;
  }

  async ownName(own: PersonGrant): Promise<string> {
    const [row] = await this.work.rows<{ name: string }>('SELECT name FROM person WHERE id = $1', [
      own.personId,
    ]);
    return row?.name ?? '';
  }
}
