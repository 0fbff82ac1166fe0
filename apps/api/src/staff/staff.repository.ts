import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly credentials: string;
  readonly role: StaffRole;
  readonly active: boolean;
  /** A membership of the asker's own account: this one, or another role of theirs. */
  readonly mine: boolean;
}

export interface NewMember {
  readonly clinicId: string;
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly credentials: string;
  readonly role: StaffRole;
  readonly emailSealed: Buffer;
}

/** Queries over staff_member for those who manage it. Row-level security keeps admins away from owners. */
@Injectable()
export class StaffRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Everybody who works here or did. One who changes the staff holds the lock until the change is committed. */
  async all(): Promise<MemberRow[]> {
    return this.work.rows<MemberRow>(
      `SELECT id, name, credentials, role, deactivated_at IS NULL AS active,
          coalesce(account_id = app.my_account(), false) AS mine FROM staff_member
        WHERE clinic_id = app.clinic() ORDER BY deactivated_at IS NOT NULL, lower(name), role, id`,
    );
  }

  /** Two who disable each other, or the last two owners, come one after the other. */
  async lockStaff(): Promise<void> {
    await this.work.rows("SELECT pg_advisory_xact_lock(hashtextextended('staff/' || app.clinic()::text, 0))");
  }

  /** True when the row was there to be changed. The date of an ended membership stays. */
  async change(id: string, role: StaffRole, active: boolean): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE staff_member SET role = $2,
          deactivated_at = CASE WHEN $3::boolean THEN NULL ELSE coalesce(deactivated_at, app.now()) END
        WHERE clinic_id = app.clinic() AND id = $1`,
      [id, role, active],
    );
    return changed === 1;
  }

  /** Whether the account holds this role here already, ended or not. */
  async holds(accountId: string, role: StaffRole): Promise<boolean> {
    const rows = await this.work.rows(
      'SELECT FROM staff_member WHERE clinic_id = app.clinic() AND account_id = $1 AND role = $2',
      [accountId, role],
    );
    return rows.length > 0;
  }

  async accountOf(id: string): Promise<string | null> {
    const rows = await this.work.rows<{ account_id: string }>(
      'SELECT account_id FROM staff_member WHERE clinic_id = app.clinic() AND id = $1',
      [id],
    );
    return rows[0]?.account_id ?? null;
  }

  async clinicName(): Promise<string> {
    const rows = await this.work.rows<{ name: string }>(
      'SELECT name FROM clinic WHERE clinic_id = app.clinic()',
    );
    return rows[0]?.name ?? '';
  }

  async add(member: NewMember): Promise<void> {
    const { clinicId, id, accountId, name, credentials, role, emailSealed } = member;
    await this.work.change(
      `INSERT INTO staff_member (clinic_id, id, account_id, name, credentials, role, email_sealed, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, app.now())`,
      [clinicId, id, accountId, name, credentials, role, emailSealed],
    );
  }
}
