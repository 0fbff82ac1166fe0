import { Injectable } from '@nestjs/common';
import type { Actor, ActorRole } from '../context/request-context.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { outboxChannel } from './queue-names.js';

export interface Claim {
  readonly clinic_id: string;
  readonly id: string;
  readonly claims: number;
}

export interface WaitingMessage {
  readonly id: string;
  readonly clinic_id: string;
  readonly kind: string;
  readonly subject_id: string;
  readonly actor_id: string;
  readonly actor_role: ActorRole;
  readonly postponed: number;
}

/** Queries over outbox_message. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Writes a message and wakes the relay; Postgres sends the wake-up only when the transaction commits. */
  async insert(actor: Actor, id: string, kind: string, subjectId: string, days: number): Promise<void> {
    await this.work.change(
      `INSERT INTO outbox_message (clinic_id, id, kind, subject_id, actor_id, actor_role, created_at, available_at)
        VALUES ($1, $2, $3, $4, $5, $6, app.now(), app.now() + make_interval(days => $7))`,
      [actor.clinicId, id, kind, subjectId, actor.id, actor.role, days],
    );
    await this.work.rows('SELECT pg_notify($1, $2)', [outboxChannel, '']);
  }

  /** Ids of messages to deliver, of every clinic. Needs UnitOfWork.runAsDispatch. */
  claim(batch: number, staleSeconds: number): Promise<Claim[]> {
    return this.work.rows<Claim>('SELECT clinic_id, id, claims FROM app.claim_outbox($1, $2)', [
      batch,
      staleSeconds,
    ]);
  }

  /** A message that is neither done nor given up; null otherwise. */
  async waiting(clinicId: string, id: string): Promise<WaitingMessage | null> {
    const rows = await this.work.rows<WaitingMessage>(
      `SELECT id, clinic_id, kind, subject_id, actor_id, actor_role, postponed FROM outbox_message
        WHERE clinic_id = $1 AND id = $2 AND done_at IS NULL AND failed_at IS NULL`,
      [clinicId, id],
    );
    return rows[0] ?? null;
  }

  async markDone(clinicId: string, id: string): Promise<void> {
    await this.work.change(
      'UPDATE outbox_message SET done_at = app.now() WHERE clinic_id = $1 AND id = $2 AND done_at IS NULL',
      [clinicId, id],
    );
  }

  /** Puts a letter off by so many minutes. False for one that is done or given up. */
  async postpone(id: string, minutes: number): Promise<boolean> {
    const [row] = await this.work.rows<{ off: boolean }>('SELECT app.postpone_letter($1, $2) AS off', [
      id,
      minutes,
    ]);
    return row?.off ?? false;
  }

  /** True for the one caller that gave the message up. */
  async markFailed(clinicId: string, id: string, failureCode: string): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE outbox_message SET failed_at = app.now(), failure_code = $3
        WHERE clinic_id = $1 AND id = $2 AND done_at IS NULL AND failed_at IS NULL`,
      [clinicId, id, failureCode],
    );
    return changed === 1;
  }

  /** Whether the actor still holds the role in which the work was asked for. Ask inside a unit of work of that actor. */
  async stillHolds(actor: Actor): Promise<boolean> {
    const rows = await this.work.rows<{ holds: boolean }>(
      `SELECT CASE WHEN $3 = 'client'
          THEN EXISTS (SELECT FROM enrolment WHERE clinic_id = $1 AND person_id = $2 AND enrolled_at IS NOT NULL)
          ELSE EXISTS (SELECT FROM staff_member
            WHERE clinic_id = $1 AND id = $2 AND role = $3 AND deactivated_at IS NULL) END AS holds`,
      [actor.clinicId, actor.id, actor.role],
    );
    return rows[0]?.holds === true;
  }
}
