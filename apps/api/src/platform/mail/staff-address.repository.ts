import { Injectable } from '@nestjs/common';
import type { ClinicId } from '@trellis/domain';
import { UnitOfWork } from '../database/unit-of-work.js';

/** Addresses of letters. They are sealed in the database and opened only to send. */
@Injectable()
export class StaffAddressRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The sealed address of an active member of staff, or null. */
  async sealedEmail(clinicId: ClinicId, staffId: string): Promise<Buffer | null> {
    const rows = await this.work.rows<{ email_sealed: Buffer }>(
      'SELECT email_sealed FROM staff_member WHERE clinic_id = $1 AND id = $2 AND deactivated_at IS NULL',
      [clinicId, staffId],
    );
    return rows[0]?.email_sealed ?? null;
  }
}
