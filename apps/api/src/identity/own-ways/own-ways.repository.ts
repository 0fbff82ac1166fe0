import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { pinTries } from '../device/pin-rules.js';

/** One way in that still opens. */
export interface WayRow {
  readonly id: string;
  readonly kind: 'passphrase' | 'passkey' | 'pin';
  readonly created_at: Date;
  readonly used_at: Date | null;
  /** SHA-256 of the device's token; null for what is bound to no browser. */
  readonly token_hash: Buffer | null;
}

/** What a person of a couple comes in by, under role auth and by database time. */
@Injectable()
export class OwnWaysRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Oldest first; a PIN that ran out, of days or of tries, opens nothing and is left out. */
  async of(clinicId: string, personId: string): Promise<WayRow[]> {
    return this.work.rows<WayRow>(
      `SELECT a.person_id AS id, 'passphrase' AS kind, a.created_at, NULL::timestamptz AS used_at,
          NULL::bytea AS token_hash
        FROM client_account a WHERE a.clinic_id = $1 AND a.person_id = $2
        UNION ALL SELECT k.id, 'passkey', k.created_at, k.used_at, NULL
          FROM client_passkey k WHERE k.clinic_id = $1 AND k.person_id = $2
        UNION ALL SELECT d.id, 'pin', d.created_at, NULL, d.token_hash
          FROM device_pin d WHERE d.clinic_id = $1 AND d.person_id = $2 AND d.attempts < $3
            AND d.expires_at > app.now()
        ORDER BY created_at, id LIMIT 50`,
      [clinicId, personId, pinTries],
    );
  }

  /** How many real factors the person has; whoever removes another one at the same time waits here. */
  async realWays(clinicId: string, personId: string): Promise<number> {
    const passkeys = await this.work.rows(
      'SELECT FROM client_passkey WHERE clinic_id = $1 AND person_id = $2 FOR UPDATE',
      [clinicId, personId],
    );
    const accounts = await this.work.rows(
      'SELECT FROM client_account WHERE clinic_id = $1 AND person_id = $2',
      [clinicId, personId],
    );
    return passkeys.length + accounts.length;
  }

  /** False when the person has no such passkey. */
  async removePasskey(clinicId: string, personId: string, id: string): Promise<boolean> {
    const changed = await this.work.change(
      'DELETE FROM client_passkey WHERE clinic_id = $1 AND person_id = $2 AND id = $3',
      [clinicId, personId, id],
    );
    return changed === 1;
  }

  /** False when the person has no such device. */
  async removePin(clinicId: string, personId: string, id: string): Promise<boolean> {
    const changed = await this.work.change(
      'DELETE FROM device_pin WHERE clinic_id = $1 AND person_id = $2 AND id = $3',
      [clinicId, personId, id],
    );
    return changed === 1;
  }

  /** False when this browser's token is none of the person's. */
  async removePinOf(clinicId: string, personId: string, tokenHash: Buffer): Promise<boolean> {
    const changed = await this.work.change(
      'DELETE FROM device_pin WHERE clinic_id = $1 AND person_id = $2 AND token_hash = $3',
      [clinicId, personId, tokenHash],
    );
    return changed === 1;
  }
}
