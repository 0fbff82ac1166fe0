import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { invitationLimits } from '../../platform/links/invitation-code.js';

/** Hours for which a way back is good, from when it was asked for, and again from when it was opened. */
export const wayBackHours = 24;

/** The two hashes of an opened way back. */
export interface WayBackKeys {
  readonly tokenHash: Buffer;
  readonly codeMac: Buffer;
}

export interface StandingWayBack {
  readonly id: string;
  readonly staff_id: string;
  readonly asked_by: string;
  readonly opened: boolean;
  readonly locked: boolean;
  readonly expires_at: Date;
  /** The account of the asker asked for it, or is the one that comes back. */
  readonly own: boolean;
}

/** Queries over staff_way_back, as the office of its clinic. */
@Injectable()
export class WayBackRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Whether the account of a member decides in any office: then two have to agree. */
  async decides(staffId: string): Promise<boolean> {
    const rows = await this.work.rows<{ decides: boolean }>(
      `SELECT app.account_decides(m.account_id) AS decides FROM staff_member m
        WHERE m.clinic_id = app.clinic() AND m.id = $1`,
      [staffId],
    );
    return rows[0]?.decides === true;
  }

  /** Ends what stood for the same account. */
  async supersede(staffId: string): Promise<void> {
    await this.work.change(
      `UPDATE staff_way_back w SET taken_back_at = app.now() WHERE w.clinic_id = app.clinic() AND w.used_at IS NULL
        AND w.taken_back_at IS NULL
        AND w.account_id = (SELECT m.account_id FROM staff_member m WHERE m.clinic_id = app.clinic() AND m.id = $1)`,
      [staffId],
    );
  }

  /** Opened at once where `keys` are given; otherwise it waits for a second person. */
  async ask(id: string, staffId: string, keys: WayBackKeys | null): Promise<void> {
    await this.work.change(
      `INSERT INTO staff_way_back (clinic_id, id, staff_id, account_id, asked_by, asked_account, asked_at, two_needed,
          opened_at, token_hash, code_mac, expires_at)
        SELECT m.clinic_id, $1, m.id, m.account_id, app.actor(), app.my_account(), app.now(), $3::bytea IS NULL,
          CASE WHEN $3::bytea IS NOT NULL THEN app.now() END, $3, $4, app.now() + make_interval(hours => $5)
        FROM staff_member m WHERE m.clinic_id = app.clinic() AND m.id = $2 AND m.deactivated_at IS NULL`,
      [id, staffId, keys?.tokenHash ?? null, keys?.codeMac ?? null, wayBackHours],
    );
  }

  /** False when it was opened, taken back or ran out in the meantime. */
  async agree(id: string, keys: WayBackKeys): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE staff_way_back w SET agreed_by = app.actor(), agreed_account = app.my_account(), opened_at = app.now(),
          token_hash = $2, code_mac = $3, expires_at = app.now() + make_interval(hours => $4)
        WHERE w.clinic_id = app.clinic() AND w.id = $1 AND w.opened_at IS NULL AND w.used_at IS NULL AND w.taken_back_at IS NULL
          AND w.expires_at > app.now()`,
      [id, keys.tokenHash, keys.codeMac, wayBackHours],
    );
    return changed === 1;
  }

  /** True when there was one to take back. */
  async takeBack(id: string): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE staff_way_back w SET taken_back_at = app.now()
        WHERE w.clinic_id = app.clinic() AND w.id = $1 AND w.used_at IS NULL AND w.taken_back_at IS NULL`,
      [id],
    );
    return changed === 1;
  }

  /** Those that stand, at most one per account. */
  async standing(id: string | null = null): Promise<StandingWayBack[]> {
    return this.work.rows<StandingWayBack>(
      `SELECT w.id, w.staff_id, w.asked_by, w.opened_at IS NOT NULL AS opened, w.attempts >= $1 AS locked, w.expires_at,
          app.my_account() IN (w.asked_account, w.account_id) AS own
        FROM staff_way_back w WHERE w.clinic_id = app.clinic() AND ($2::uuid IS NULL OR w.id = $2) AND w.used_at IS NULL AND w.taken_back_at IS NULL
          AND w.expires_at > app.now()
        ORDER BY w.asked_at, w.id LIMIT 500`,
      [invitationLimits.attempts, id],
    );
  }

  /** Everybody who owns the clinic. */
  async owners(): Promise<string[]> {
    const rows = await this.work.rows<{ id: string }>(
      `SELECT id FROM staff_member WHERE clinic_id = app.clinic() AND role = 'owner' AND deactivated_at IS NULL
        ORDER BY id`,
    );
    return rows.map(({ id }) => id);
  }
}
