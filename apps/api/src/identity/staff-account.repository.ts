import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** An account with the clinic it signs in to; nulls when every membership has ended. */
export interface AccountRow {
  readonly id: string;
  readonly password_hash: string;
  readonly clinic_id: string | null;
  readonly staff_id: string | null;
  readonly role: StaffRole | null;
}

export interface TotpRow {
  readonly id: string;
  readonly totp_sealed: Buffer;
  /** Seconds since 1970 by database time. */
  readonly epoch: number;
}

export interface NewAccount {
  readonly id: string;
  readonly emailIndex: Buffer;
  readonly passwordHash: string;
  readonly totpSealed: Buffer;
}

/** Queries over staff_account, under role auth. */
@Injectable()
export class StaffAccountRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The oldest active membership is the clinic of the sign-in. */
  async byEmail(emailIndex: Buffer): Promise<AccountRow | null> {
    const rows = await this.work.rows<AccountRow>(
      `SELECT a.id, a.password_hash, m.clinic_id, m.id AS staff_id, m.role
        FROM staff_account a
        LEFT JOIN LATERAL (SELECT s.clinic_id, s.id, s.role FROM staff_member s
          WHERE s.account_id = a.id AND s.deactivated_at IS NULL ORDER BY s.created_at, s.id LIMIT 1) m ON true
        WHERE a.email_index = $1`,
      [emailIndex],
    );
    return rows[0] ?? null;
  }

  async seedOf(clinicId: string, staffId: string): Promise<TotpRow | null> {
    const rows = await this.work.rows<TotpRow>(
      `SELECT a.id, a.totp_sealed, extract(epoch FROM app.now())::float8 AS epoch
        FROM staff_member m JOIN staff_account a ON a.id = m.account_id
        WHERE m.clinic_id = $1 AND m.id = $2 AND m.deactivated_at IS NULL`,
      [clinicId, staffId],
    );
    return rows[0] ?? null;
  }

  /** True once per step: a code that was used, or one older than it, never counts again. */
  async useStep(accountId: string, step: number): Promise<boolean> {
    const changed = await this.work.change(
      'UPDATE staff_account SET totp_last_step = $2 WHERE id = $1 AND totp_last_step < $2',
      [accountId, step],
    );
    return changed === 1;
  }

  async setPassword(accountId: string, passwordHash: string): Promise<void> {
    await this.work.change('UPDATE staff_account SET password_hash = $2 WHERE id = $1', [
      accountId,
      passwordHash,
    ]);
  }

  /** The id of the account of this address: the new one, or the one that was there. */
  async addOrFind(account: NewAccount): Promise<string> {
    await this.work.change(
      `INSERT INTO staff_account (id, email_index, password_hash, totp_sealed, created_at)
        VALUES ($1, $2, $3, $4, app.now()) ON CONFLICT (email_index) DO NOTHING`,
      [account.id, account.emailIndex, account.passwordHash, account.totpSealed],
    );
    const rows = await this.work.rows<{ id: string }>('SELECT id FROM staff_account WHERE email_index = $1', [
      account.emailIndex,
    ]);
    return rows[0]?.id ?? account.id;
  }
}
