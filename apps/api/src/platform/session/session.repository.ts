import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Surface } from '../context/request-context.js';
import type { LiveSession, SessionLevel } from './live-session.js';
import { pinLockSeconds, stepUpSeconds, touchSeconds, type SessionLimits } from './session-limits.js';

export interface SessionRow {
  readonly id_hash: Buffer;
  readonly clinic_id: string;
  readonly surface: Surface;
  readonly subject_id: string;
  readonly role: LiveSession['role'];
  readonly level: SessionLevel;
  readonly csrf_secret: Buffer;
  readonly step_up_at: Date | null;
  readonly stepped_up: boolean;
  readonly idle_seconds: number;
  readonly ends_at: Date;
  readonly untouched: boolean;
  readonly locked: boolean;
}

/** What a new session is made of. `endsAt` is kept from the old one where a session only changes its id. */
export interface NewSession {
  readonly idHash: Buffer;
  readonly clinicId: string;
  readonly surface: Surface;
  readonly subjectId: string;
  readonly role: LiveSession['role'];
  readonly level: SessionLevel;
  readonly csrfSecret: Buffer;
  readonly limits: SessionLimits;
  readonly steppedUp: boolean;
  readonly endsAt: Date | null;
  readonly device: string;
}

/** A session in the list of one's own devices. */
export interface ListedSession {
  readonly id_hash: Buffer;
  readonly device: string;
  readonly created_at: Date;
  readonly seen_at: Date;
}

/** Queries over session, under role auth and by database time. */
@Injectable()
export class SessionRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The session if it is still good: not ended, not idle too long, and its member of staff still has the role. */
  async findLive(surface: Surface, idHash: Buffer): Promise<SessionRow | null> {
    const rows = await this.work.rows<SessionRow>(
      `SELECT s.id_hash, s.clinic_id, s.surface, s.subject_id, s.role, s.level, s.csrf_secret, s.step_up_at,
          coalesce(s.step_up_at > app.now() - make_interval(secs => $3), false) AS stepped_up,
          s.idle_seconds, s.ends_at, s.seen_at < app.now() - make_interval(secs => $4) AS untouched,
          s.level = 'pin' AND s.seen_at + make_interval(secs => $5) <= app.now() AS locked
        FROM session s
        WHERE s.id_hash = $1 AND s.surface = $2 AND s.revoked_at IS NULL AND app.now() < s.ends_at
          AND s.seen_at + make_interval(secs => s.idle_seconds) > app.now()
          AND (s.role = 'client' OR EXISTS (SELECT FROM staff_member m WHERE m.clinic_id = s.clinic_id
            AND m.id = s.subject_id AND m.role = s.role AND m.deactivated_at IS NULL))`,
      [idHash, surface, stepUpSeconds, touchSeconds, pinLockSeconds],
    );
    return rows[0] ?? null;
  }

  async touch(idHash: Buffer): Promise<void> {
    await this.work.change(
      'UPDATE session SET seen_at = app.now() WHERE id_hash = $1 AND revoked_at IS NULL',
      [idHash],
    );
  }

  async add(session: NewSession): Promise<void> {
    await this.work.change(
      `INSERT INTO session (id_hash, clinic_id, surface, subject_id, role, level, csrf_secret, created_at, step_up_at,
          seen_at, idle_seconds, ends_at, device)
        VALUES ($1, $2, $3, $4, $5, $6, $7, app.now(), CASE WHEN $8::boolean THEN app.now() END, app.now(), $9,
          least($11::timestamptz, app.now() + make_interval(secs => $10)), $12)`,
      [
        session.idHash,
        session.clinicId,
        session.surface,
        session.subjectId,
        session.role,
        session.level,
        session.csrfSecret,
        session.steppedUp,
        session.limits.idleSeconds,
        session.limits.wholeSeconds,
        session.endsAt,
        session.device,
      ],
    );
  }

  /** True when this call ended it; false when it had ended before. */
  async revoke(idHash: Buffer): Promise<boolean> {
    const changed = await this.work.change(
      'UPDATE session SET revoked_at = app.now() WHERE id_hash = $1 AND revoked_at IS NULL',
      [idHash],
    );
    return changed === 1;
  }

  /** Every session of the same person; for staff, of every clinic and role of the same account. */
  async revokePerson(clinicId: string, subjectId: string): Promise<number> {
    return this.work.change(
      `UPDATE session s SET revoked_at = app.now()
        WHERE s.revoked_at IS NULL AND (s.clinic_id, s.subject_id) IN (
          SELECT $1::uuid, $2::uuid UNION SELECT o.clinic_id, o.id FROM staff_member m
          JOIN staff_member o ON o.account_id = m.account_id WHERE m.clinic_id = $1 AND m.id = $2)`,
      [clinicId, subjectId],
    );
  }

  /** Live sessions of the same person that are open all the way, the one seen last first; at most 50. */
  async liveOfPerson(clinicId: string, subjectId: string): Promise<ListedSession[]> {
    return this.work.rows<ListedSession>(
      `SELECT s.id_hash, s.device, s.created_at, s.seen_at FROM session s
        WHERE s.revoked_at IS NULL AND s.level IN ('full', 'pin') AND app.now() < s.ends_at
          AND s.seen_at + make_interval(secs => s.idle_seconds) > app.now() AND (s.clinic_id, s.subject_id) IN (
          SELECT $1::uuid, $2::uuid UNION SELECT o.clinic_id, o.id FROM staff_member m
          JOIN staff_member o ON o.account_id = m.account_id WHERE m.clinic_id = $1 AND m.id = $2)
        ORDER BY s.seen_at DESC, s.id_hash LIMIT 50`,
      [clinicId, subjectId],
    );
  }

  /** How many devices each member of staff of a clinic is signed in on. */
  async liveStaffCounts(clinicId: string): Promise<{ subject_id: string; count: number }[]> {
    return this.work.rows<{ subject_id: string; count: number }>(
      `SELECT s.subject_id, count(*)::int AS count FROM session s
        WHERE s.clinic_id = $1 AND s.surface = 'clinic' AND s.revoked_at IS NULL AND s.level = 'full'
          AND app.now() < s.ends_at AND s.seen_at + make_interval(secs => s.idle_seconds) > app.now()
        GROUP BY s.subject_id`,
      [clinicId],
    );
  }

  /** Every session of one subject in one clinic. */
  async revokeAllOf(clinicId: string, subjectId: string): Promise<number> {
    return this.work.change(
      'UPDATE session SET revoked_at = app.now() WHERE clinic_id = $1 AND subject_id = $2 AND revoked_at IS NULL',
      [clinicId, subjectId],
    );
  }
}
