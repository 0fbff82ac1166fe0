import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@trellis/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MadePasskey, StoredPasskey } from './passkey-proof.js';

/** A passkey with the clinic its account signs in to; nulls when every membership has ended. */
export interface StaffPasskeyRow extends StoredPasskey {
  readonly account_id: string;
  readonly clinic_id: string | null;
  readonly staff_id: string | null;
  readonly role: StaffRole | null;
}

export interface ListedPasskey extends StoredPasskey {
  readonly label: string;
  readonly synchronised: boolean;
  readonly created_at: Date;
  readonly used_at: Date | null;
}

/** Queries over staff_passkey, under role auth. */
@Injectable()
export class StaffPasskeyRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The oldest active membership is the clinic of the sign-in, as with a password. */
  async byCredential(credentialId: Buffer): Promise<StaffPasskeyRow | null> {
    const rows = await this.work.rows<StaffPasskeyRow>(
      `SELECT k.id, k.account_id, k.credential_id, k.public_key, k.sign_count, k.transports, m.clinic_id,
          m.id AS staff_id, m.role
        FROM staff_passkey k
        LEFT JOIN LATERAL (SELECT s.clinic_id, s.id, s.role FROM staff_member s
          WHERE s.account_id = k.account_id AND s.deactivated_at IS NULL
          ORDER BY s.created_at, s.role, s.id LIMIT 1) m ON true
        WHERE k.credential_id = $1`,
      [credentialId],
    );
    return rows[0] ?? null;
  }

  /** Oldest first; an account has ten at most. */
  async ofAccount(accountId: string): Promise<ListedPasskey[]> {
    return this.work.rows<ListedPasskey>(
      `SELECT id, credential_id, public_key, sign_count, transports, label, synchronised, created_at, used_at
        FROM staff_passkey WHERE account_id = $1 ORDER BY created_at, id LIMIT 50`,
      [accountId],
    );
  }

  /** Notes a use. False when the counter went back or stood still: two devices may hold the same key. */
  async use(id: string, signCount: number): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE staff_passkey SET sign_count = $2, used_at = app.now()
        WHERE id = $1 AND (sign_count < $2 OR (sign_count = 0 AND $2 = 0))`,
      [id, signCount],
    );
    return changed === 1;
  }

  /** False when the account has `most` already or the passkey is somebody's. */
  async add(id: string, accountId: string, label: string, made: MadePasskey, most: number): Promise<boolean> {
    // Whoever comes second for the same account waits here, so that the count below holds.
    await this.work.rows('SELECT FROM staff_account WHERE id = $1 FOR UPDATE', [accountId]);
    const changed = await this.work.change(
      `INSERT INTO staff_passkey (id, account_id, credential_id, public_key, sign_count, transports, label, synchronised,
          created_at)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, app.now()
        WHERE (SELECT count(*) FROM staff_passkey WHERE account_id = $2) < $9
        ON CONFLICT (credential_id) DO NOTHING`,
      [
        ...[id, accountId, made.credentialId, made.publicKey, made.signCount, made.transports, label],
        ...[made.synchronised, most],
      ],
    );
    return changed === 1;
  }

  async rename(id: string, accountId: string, label: string): Promise<boolean> {
    const changed = await this.work.change(
      'UPDATE staff_passkey SET label = $3 WHERE id = $1 AND account_id = $2',
      [id, accountId, label],
    );
    return changed === 1;
  }

  async removeAll(accountId: string): Promise<void> {
    await this.work.change('DELETE FROM staff_passkey WHERE account_id = $1', [accountId]);
  }

  async remove(id: string, accountId: string): Promise<boolean> {
    const changed = await this.work.change('DELETE FROM staff_passkey WHERE id = $1 AND account_id = $2', [
      id,
      accountId,
    ]);
    return changed === 1;
  }
}
