import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** One clinic and role in which the same account may work now. */
export interface PlaceRow {
  readonly clinic_id: string;
  readonly staff_id: string;
  readonly clinic_name: string;
  readonly role: StaffRole;
}

/** Facts about the account behind a membership, under role auth. */
@Injectable()
export class OwnPlacesRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Active memberships of the same account, oldest first. */
  async of(clinicId: string, staffId: string): Promise<PlaceRow[]> {
    return this.work.rows<PlaceRow>(
      `SELECT o.clinic_id, o.id AS staff_id, c.name AS clinic_name, o.role
        FROM staff_member m JOIN staff_member o ON o.account_id = m.account_id
        JOIN clinic c ON c.clinic_id = o.clinic_id
        WHERE m.clinic_id = $1 AND m.id = $2 AND m.deactivated_at IS NULL AND o.deactivated_at IS NULL
        ORDER BY o.created_at, o.role, o.id`,
      [clinicId, staffId],
    );
  }

  /** Recovery codes left; null for a membership without an account. */
  async codesLeft(clinicId: string, staffId: string): Promise<number | null> {
    const rows = await this.work.rows<{ left: number }>(
      `SELECT cardinality(a.recovery_hashes) AS left FROM staff_member m JOIN staff_account a ON a.id = m.account_id
        WHERE m.clinic_id = $1 AND m.id = $2`,
      [clinicId, staffId],
    );
    return rows[0]?.left ?? null;
  }
}
