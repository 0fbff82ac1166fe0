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
