import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { deviceDays, pinTries } from './pin-rules.js';

/** A device whose try was counted just now. */
export interface TriedDevice {
  readonly clinic_id: string;
  readonly id: string;
  readonly person_id: string;
  readonly pin_hash: string;
  /** Tries so far, this one included. */
  readonly attempts: number;
}

/** How often the device was opened, and how often the card was put away. */
export interface StrongerWayFacts {
  readonly openings: number;
  readonly put_off: number;
  /** True while it is put away. */
  readonly away: boolean;
}

/** Queries over device_pin, under role auth and by database time. */
@Injectable()
export class DevicePinRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Counts a try, before its PIN is looked at. Null for a device that is unknown, too old, or out of tries. */
  async countTry(tokenHash: Buffer): Promise<TriedDevice | null> {
    const rows = await this.work.rows<TriedDevice>(
      `UPDATE device_pin SET attempts = attempts + 1
        WHERE token_hash = $1 AND attempts < $2 AND expires_at > app.now()
        RETURNING clinic_id, id, person_id, pin_hash, attempts`,
      [tokenHash, pinTries],
    );
    return rows[0] ?? null;
  }

  /** Whether the device still opens. */
  async isGood(tokenHash: Buffer): Promise<boolean> {
    const rows = await this.work.rows(
      'SELECT FROM device_pin WHERE token_hash = $1 AND attempts < $2 AND expires_at > app.now()',
      [tokenHash, pinTries],
    );
    return rows.length === 1;
  }

  /** The PIN was right: the tries begin anew, and the opening is counted. */
  async open(clinicId: string, id: string): Promise<void> {
    await this.work.change(
      'UPDATE device_pin SET attempts = 0, openings = openings + 1 WHERE clinic_id = $1 AND id = $2',
      [clinicId, id],
    );
  }

  /** What the card about a stronger way in needs to know of this browser; null where it is none of the person's. */
  async strongerWay(clinicId: string, personId: string, tokenHash: Buffer): Promise<StrongerWayFacts | null> {
    const rows = await this.work.rows<StrongerWayFacts>(
      `SELECT openings, put_off, coalesce(put_off_until > app.now(), false) AS away FROM device_pin
        WHERE clinic_id = $1 AND person_id = $2 AND token_hash = $3`,
      [clinicId, personId, tokenHash],
    );
    return rows[0] ?? null;
  }

  async putOff(clinicId: string, personId: string, tokenHash: Buffer, days: number): Promise<void> {
    await this.work.change(
      `UPDATE device_pin SET put_off = put_off + 1, put_off_until = app.now() + make_interval(days => $4)
        WHERE clinic_id = $1 AND person_id = $2 AND token_hash = $3 AND coalesce(put_off_until <= app.now(), true)`,
      [clinicId, personId, tokenHash, days],
    );
  }

  async add(
    clinicId: string,
    id: string,
    personId: string,
    tokenHash: Buffer,
    pinHash: string,
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO device_pin (clinic_id, id, person_id, token_hash, pin_hash, attempts, openings, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, 0, 0, app.now(), app.now() + make_interval(days => $6))`,
      [clinicId, id, personId, tokenHash, pinHash, deviceDays],
    );
  }

  async removeAllOf(clinicId: string, personId: string): Promise<void> {
    await this.work.change('DELETE FROM device_pin WHERE clinic_id = $1 AND person_id = $2', [
      clinicId,
      personId,
    ]);
  }
}
