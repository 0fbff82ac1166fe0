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

/** The secrets of an account, for checking what somebody sent. */
export interface SecretsRow {
  readonly id: string;
  readonly email_index: Buffer;
  readonly password_hash: string;
  readonly totp_sealed: Buffer;
  /** Seconds since 1970 by database time. */
  readonly epoch: number;
  readonly codes_left: number;
}

export interface NewAccount {
  readonly id: string;
  readonly emailIndex: Buffer;
  readonly passwordHash: string;
  readonly totpSealed: Buffer;
  /** Step of the code that proved the authenticator; 0 when none was asked for. */
  readonly usedStep: number;
  readonly recoveryHashes: readonly Buffer[];
}

const secrets = `a.id, a.email_index, a.password_hash, a.totp_sealed, extract(epoch FROM app.now())::float8 AS epoch,
  cardinality(a.recovery_hashes) AS codes_left`;

/** Queries over staff_account, under role auth but where said otherwise. */
@Injectable()
export class StaffAccountRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The oldest active membership is the clinic of the sign-in. */
  async byEmail(emailIndex: Buffer): Promise<AccountRow | null> {
    const rows = await this.work.rows<AccountRow>(
      `SELECT a.id, a.password_hash, m.clinic_id, m.id AS staff_id, m.role
        FROM staff_account a
        LEFT JOIN LATERAL (SELECT s.clinic_id, s.id, s.role FROM staff_member s
          WHERE s.account_id = a.id AND s.deactivated_at IS NULL ORDER BY s.created_at, s.role, s.id LIMIT 1) m ON true
        WHERE a.email_index = $1`,
      [emailIndex],
    );
    return rows[0] ?? null;
  }

  /** The account behind an active membership. */
  async ofMember(clinicId: string, staffId: string): Promise<SecretsRow | null> {
    const rows = await this.work.rows<SecretsRow>(
      `SELECT ${secrets} FROM staff_member m JOIN staff_account a ON a.id = m.account_id
        WHERE m.clinic_id = $1 AND m.id = $2 AND m.deactivated_at IS NULL`,
      [clinicId, staffId],
    );
    return rows[0] ?? null;
  }

  async byId(id: string): Promise<SecretsRow | null> {
    const rows = await this.work.rows<SecretsRow>(`SELECT ${secrets} FROM staff_account a WHERE a.id = $1`, [
      id,
    ]);
    return rows[0] ?? null;
  }

  /** Seconds since 1970 by database time. */
  async epoch(): Promise<number> {
    const rows = await this.work.rows<{ epoch: number }>(
      'SELECT extract(epoch FROM app.now())::float8 AS epoch',
    );
    return rows[0]?.epoch ?? 0;
  }

  async idOf(emailIndex: Buffer): Promise<string | null> {
    const rows = await this.work.rows<{ id: string }>('SELECT id FROM staff_account WHERE email_index = $1', [
      emailIndex,
    ]);
    return rows[0]?.id ?? null;
  }

  /** True once per step: a code that was used, or one older than it, never counts again. */
  async useStep(accountId: string, step: number): Promise<boolean> {
    const changed = await this.work.change(
      'UPDATE staff_account SET totp_last_step = $2 WHERE id = $1 AND totp_last_step < $2',
      [accountId, step],
    );
    return changed === 1;
  }

  /** True for the one call that uses the code up. */
  async useRecoveryCode(accountId: string, hash: Buffer): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE staff_account SET recovery_hashes = array_remove(recovery_hashes, $2)
        WHERE id = $1 AND $2 = ANY (recovery_hashes)`,
      [accountId, hash],
    );
    return changed === 1;
  }

  async setRecoveryCodes(accountId: string, hashes: readonly Buffer[]): Promise<void> {
    await this.work.change('UPDATE staff_account SET recovery_hashes = $2 WHERE id = $1', [
      accountId,
      hashes,
    ]);
  }

  async setPassword(accountId: string, passwordHash: string): Promise<void> {
    await this.work.change('UPDATE staff_account SET password_hash = $2 WHERE id = $1', [
      accountId,
      passwordHash,
    ]);
  }

  /** A new authenticator; the code that proved it counts as used. */
  async setSeed(accountId: string, totpSealed: Buffer, usedStep: number): Promise<void> {
    await this.work.change('UPDATE staff_account SET totp_sealed = $2, totp_last_step = $3 WHERE id = $1', [
      accountId,
      totpSealed,
      usedStep,
    ]);
  }

  /** Role api, as `system`. The id of the account of this address: the new one, or the one that was there. */
  async add(account: NewAccount): Promise<string> {
    const { id, emailIndex, passwordHash, totpSealed, usedStep, recoveryHashes } = account;
    const rows = await this.work.rows<{ id: string }>(
      'SELECT app.add_staff_account($1, $2, $3, $4, $5, $6::bytea[]) AS id',
      [id, emailIndex, passwordHash, totpSealed, usedStep, recoveryHashes],
    );
    return rows[0]?.id ?? id;
  }
}
