import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@trellis/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { invitationLimits } from '../../platform/links/invitation-code.js';

/** An opened way back that was tried, with whom it is for. */
export interface TriedWayBack {
  readonly clinic_id: string;
  readonly id: string;
  readonly staff_id: string;
  readonly account_id: string;
  readonly code_mac: Buffer;
  readonly attempts: number;
  readonly role: StaffRole;
  readonly name: string;
  readonly email_sealed: Buffer;
}

/** Queries over staff_way_back before anybody is signed in, under role auth. */
@Injectable()
export class WayBackDoorRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Counts one try and returns what was tried; null when there is nothing to try, or the member works here no more. */
  async countAttempt(tokenHash: Buffer): Promise<TriedWayBack | null> {
    const rows = await this.work.rows<TriedWayBack>(
      `UPDATE staff_way_back w SET attempts = w.attempts + 1 FROM staff_member m
        WHERE w.token_hash = $1 AND w.used_at IS NULL AND w.taken_back_at IS NULL AND w.expires_at > app.now() AND w.attempts < $2
          AND m.clinic_id = w.clinic_id AND m.id = w.staff_id AND m.account_id = w.account_id
        RETURNING w.clinic_id, w.id, w.staff_id, w.account_id, w.code_mac, w.attempts, m.role, m.name, m.email_sealed`,
      [tokenHash, invitationLimits.attempts],
    );
    return rows[0] ?? null;
  }

  /** Takes the count of a right code back: only wrong ones lock. */
  async uncountAttempt({ clinic_id: clinicId, id }: TriedWayBack): Promise<void> {
    await this.work.change(
      'UPDATE staff_way_back SET attempts = attempts - 1 WHERE clinic_id = $1 AND id = $2',
      [clinicId, id],
    );
  }

  /** True for the one call that uses it up. */
  async use({ clinic_id: clinicId, id }: TriedWayBack): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE staff_way_back w SET used_at = app.now() WHERE w.clinic_id = $1 AND w.id = $2 AND w.used_at IS NULL AND w.taken_back_at IS NULL AND w.expires_at > app.now()`,
      [clinicId, id],
    );
    return changed === 1;
  }

  async owners(clinicId: string): Promise<string[]> {
    const rows = await this.work.rows<{ id: string }>(
      `SELECT id FROM staff_member WHERE clinic_id = $1 AND role = 'owner' AND deactivated_at IS NULL ORDER BY id`,
      [clinicId],
    );
    return rows.map(({ id }) => id);
  }
}
