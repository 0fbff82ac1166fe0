import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { invitationLimits } from '../platform/links/invitation-code.js';

export interface NewStaffInvitation {
  readonly clinicId: string;
  readonly id: string;
  readonly staffId: string;
  readonly name: string;
  readonly credentials: string;
  readonly role: StaffRole;
  readonly emailIndex: Buffer;
  readonly emailSealed: Buffer;
  readonly tokenHash: Buffer;
  readonly codeMac: Buffer;
  readonly createdBy: string;
}

/** An open invitation as it is opened. */
export interface StaffInvitationRow {
  readonly clinic_id: string;
  readonly id: string;
  readonly staff_id: string;
  readonly name: string;
  readonly credentials: string;
  readonly role: StaffRole;
  readonly email_index: Buffer;
  readonly email_sealed: Buffer;
  readonly code_mac: Buffer;
  readonly attempts: number;
}

export interface OpenInvitationRow {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly expires_at: Date;
  readonly locked: boolean;
}

/** Queries over staff_invitation: as those who manage staff, and under role auth where they are opened. */
@Injectable()
export class StaffInvitationRepository {
  constructor(private readonly work: UnitOfWork) {}

  async add(invitation: NewStaffInvitation): Promise<void> {
    const { clinicId, id, staffId, name, credentials, role } = invitation;
    const { emailIndex, emailSealed, tokenHash, codeMac, createdBy } = invitation;
    await this.work.change(
      `INSERT INTO staff_invitation (clinic_id, id, staff_id, name, credentials, role, email_index, email_sealed,
          token_hash, code_mac, created_by, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, app.now(), app.now() + make_interval(hours => $12))`,
      [
        ...[clinicId, id, staffId, name, credentials, role],
        ...[emailIndex, emailSealed, tokenHash, codeMac, createdBy, invitationLimits.hours],
      ],
    );
  }

  async expiryOf(id: string): Promise<Date | null> {
    const rows = await this.work.rows<{ expires_at: Date }>(
      'SELECT expires_at FROM staff_invitation WHERE clinic_id = app.clinic() AND id = $1',
      [id],
    );
    return rows[0]?.expires_at ?? null;
  }

  /** Ends the open invitations of an address for a role. */
  async supersede(emailIndex: Buffer, role: StaffRole): Promise<void> {
    await this.work.change(
      `UPDATE staff_invitation SET superseded_at = app.now() WHERE clinic_id = app.clinic() AND email_index = $1
        AND role = $2 AND used_at IS NULL AND superseded_at IS NULL`,
      [emailIndex, role],
    );
  }

  /** True when there was an open one of this id to take back. */
  async takeBack(id: string): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE staff_invitation SET superseded_at = app.now() WHERE clinic_id = app.clinic() AND id = $1
        AND used_at IS NULL AND superseded_at IS NULL`,
      [id],
    );
    return changed === 1;
  }

  async allOpen(): Promise<OpenInvitationRow[]> {
    return this.work.rows<OpenInvitationRow>(
      `SELECT id, name, role, expires_at, attempts >= $1 AS locked FROM staff_invitation
        WHERE clinic_id = app.clinic() AND used_at IS NULL AND superseded_at IS NULL AND expires_at > app.now() ORDER BY created_at, id`,
      [invitationLimits.attempts],
    );
  }

  /** Counts one try of an open invitation and returns it; null when there is none to try. Role auth. */
  async countAttempt(tokenHash: Buffer): Promise<StaffInvitationRow | null> {
    const rows = await this.work.rows<StaffInvitationRow>(
      `UPDATE staff_invitation SET attempts = attempts + 1 WHERE token_hash = $1 AND used_at IS NULL AND superseded_at IS NULL AND expires_at > app.now() AND attempts < $2
        RETURNING clinic_id, id, staff_id, name, credentials, role, email_index, email_sealed, code_mac, attempts`,
      [tokenHash, invitationLimits.attempts],
    );
    return rows[0] ?? null;
  }

  /** Takes the count of a right code back: only wrong ones lock. Role auth. */
  async uncountAttempt(clinicId: string, id: string): Promise<void> {
    await this.work.change(
      'UPDATE staff_invitation SET attempts = attempts - 1 WHERE clinic_id = $1 AND id = $2',
      [clinicId, id],
    );
  }

  /** True for the one call that uses the invitation up. As `system` of its clinic. */
  async use(id: string): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE staff_invitation SET used_at = app.now() WHERE clinic_id = app.clinic() AND id = $1 AND used_at IS NULL AND superseded_at IS NULL AND expires_at > app.now()`,
      [id],
    );
    return changed === 1;
  }
}
