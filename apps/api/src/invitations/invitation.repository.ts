import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { invitationLimits } from '../platform/links/invitation-code.js';

export interface InvitablePerson {
  readonly couple_id: string;
  readonly enrolled: boolean;
  /** Whether the asking therapist cares for this person's own side. */
  readonly own_side: boolean;
}

export interface NewInvitation {
  readonly clinicId: string;
  readonly id: string;
  readonly coupleId: string;
  readonly personId: string;
  readonly tokenHash: Buffer;
  readonly codeMac: Buffer;
  readonly createdBy: string;
}

export interface TriedInvitation {
  readonly clinic_id: string;
  readonly id: string;
  readonly person_id: string;
  readonly code_mac: Buffer;
  readonly attempts: number;
}

/** Queries over invitation: as the team that makes them, and under role auth where they are opened. */
@Injectable()
export class InvitationRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The person as far as the asking therapist is on the team of their couple; null for everybody else. */
  async invitable(personId: string): Promise<InvitablePerson | null> {
    const rows = await this.work.rows<InvitablePerson>(
      `SELECT e.couple_id, e.enrolled_at IS NOT NULL AS enrolled, e.couple_id = ANY (app.my_couples(e.side)) AS own_side
        FROM enrolment e
        WHERE e.clinic_id = app.clinic() AND e.person_id = $1 AND app.actor_role() = 'therapist'
          AND e.couple_id = ANY (app.my_couples())
        ORDER BY e.id LIMIT 1`,
      [personId],
    );
    return rows[0] ?? null;
  }

  /** Ends the open invitations of a person. Whoever invites the same person meanwhile waits until this is committed. */
  async supersedeOpen(personId: string): Promise<number> {
    await this.work.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`invitation/${personId}`]);
    return this.work.change(
      `UPDATE invitation SET superseded_at = app.now()
        WHERE clinic_id = app.clinic() AND person_id = $1 AND used_at IS NULL AND superseded_at IS NULL`,
      [personId],
    );
  }

  async add(invitation: NewInvitation): Promise<void> {
    const { clinicId, id, coupleId, personId, tokenHash, codeMac, createdBy } = invitation;
    await this.work.change(
      `INSERT INTO invitation (clinic_id, id, couple_id, person_id, token_hash, code_mac, created_by, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, app.now(), app.now() + make_interval(hours => $8))`,
      [clinicId, id, coupleId, personId, tokenHash, codeMac, createdBy, invitationLimits.hours],
    );
  }

  async expiryOf(id: string): Promise<Date | null> {
    const rows = await this.work.rows<{ expires_at: Date }>(
      'SELECT expires_at FROM invitation WHERE clinic_id = app.clinic() AND id = $1',
      [id],
    );
    return rows[0]?.expires_at ?? null;
  }

  /** Counts one try of an open invitation and returns it; null when there is none to try. Role auth. */
  async countAttempt(tokenHash: Buffer): Promise<TriedInvitation | null> {
    const rows = await this.work.rows<TriedInvitation>(
      `UPDATE invitation SET attempts = attempts + 1
        WHERE token_hash = $1 AND used_at IS NULL AND superseded_at IS NULL AND expires_at > app.now() AND attempts < $2
        RETURNING clinic_id, id, person_id, code_mac, attempts`,
      [tokenHash, invitationLimits.attempts],
    );
    return rows[0] ?? null;
  }

  /** True for the one call that uses the invitation up. Role auth. */
  async use(clinicId: string, id: string): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE invitation SET used_at = app.now()
        WHERE clinic_id = $1 AND id = $2 AND used_at IS NULL AND superseded_at IS NULL AND expires_at > app.now()`,
      [clinicId, id],
    );
    return changed === 1;
  }
}
