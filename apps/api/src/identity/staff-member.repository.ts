import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly credentials: string;
  readonly role: StaffRole;
  readonly active: boolean;
}

export interface ClinicRow {
  readonly clinic_id: string;
  readonly name: string;
  readonly time_zone: string;
  readonly phone: string;
}

export interface NewStaffMember {
  readonly clinicId: string;
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly credentials: string;
  readonly role: StaffRole;
  readonly emailSealed: Buffer;
}

/** Queries over clinic and staff_member, inside the actor's clinic. */
@Injectable()
export class StaffMemberRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Everybody who ever worked here, ended memberships included: old records name them. */
  async all(): Promise<StaffRow[]> {
    return this.work.rows<StaffRow>(
      `SELECT id, name, credentials, role, deactivated_at IS NULL AS active FROM staff_member
        WHERE clinic_id = app.clinic() ORDER BY lower(name), id`,
    );
  }

  async byId(id: string): Promise<StaffRow | null> {
    const rows = await this.work.rows<StaffRow>(
      `SELECT id, name, credentials, role, deactivated_at IS NULL AS active FROM staff_member
        WHERE clinic_id = app.clinic() AND id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The sealed address of an active member of staff, or null. */
  async sealedEmail(id: string): Promise<Buffer | null> {
    const rows = await this.work.rows<{ email_sealed: Buffer }>(
      'SELECT email_sealed FROM staff_member WHERE clinic_id = app.clinic() AND id = $1 AND deactivated_at IS NULL',
      [id],
    );
    return rows[0]?.email_sealed ?? null;
  }

  async clinic(): Promise<ClinicRow | null> {
    const rows = await this.work.rows<ClinicRow>(
      'SELECT clinic_id, name, time_zone, phone FROM clinic WHERE clinic_id = app.clinic()',
    );
    return rows[0] ?? null;
  }

  async addClinic(clinic: ClinicRow): Promise<void> {
    await this.work.change(
      'INSERT INTO clinic (clinic_id, name, time_zone, phone, created_at) VALUES ($1, $2, $3, $4, app.now())',
      [clinic.clinic_id, clinic.name, clinic.time_zone, clinic.phone],
    );
  }

  async add(member: NewStaffMember): Promise<void> {
    await this.work.change(
      `INSERT INTO staff_member (clinic_id, id, account_id, name, credentials, role, email_sealed, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, app.now())`,
      [
        member.clinicId,
        member.id,
        member.accountId,
        member.name,
        member.credentials,
        member.role,
        member.emailSealed,
      ],
    );
  }
}
