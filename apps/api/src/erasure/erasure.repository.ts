import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { TimePosition } from '../platform/http/time-cursor.js';
import { ledgerLock } from './ledger-lock.js';

export interface ErasureRow {
  readonly id: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly couple_name: string;
  readonly asked_by_role: 'client' | 'clinic_admin' | 'owner';
  /** When it was asked for; the list is ordered by it. */
  readonly at: Date;
  readonly hold_until: Date;
  readonly withdrawn_at: Date | null;
  readonly erased_at: Date | null;
  /** Whether another account than the first that approved could have decided since. */
  readonly others_decide: boolean;
  /** Now, by the clock of the database. */
  readonly now: Date;
}

export interface ApprovalRow {
  readonly request_id: string;
  readonly account_id: string;
  readonly staff_id: string;
  readonly name: string;
  readonly role: 'clinic_admin' | 'owner';
  readonly given_at: Date;
}

const columns = `r.id, r.person_id, p.name AS person_name, r.asked_by_role, r.asked_at AS at, r.hold_until,
  r.withdrawn_at, r.erased_at, app.now() AS now,
  coalesce((SELECT min(c.name) FROM enrolment e JOIN couple c ON c.clinic_id = e.clinic_id AND c.id = e.couple_id
    WHERE e.clinic_id = r.clinic_id AND e.person_id = r.person_id), '') AS couple_name,
  coalesce((SELECT app.someone_else_decides(a.account_id, r.asked_at) FROM erasure_approval a
    WHERE a.clinic_id = r.clinic_id AND a.request_id = r.id ORDER BY a.given_at LIMIT 1), true) AS others_decide`;
const tables = 'erasure_request r JOIN person p ON p.clinic_id = r.clinic_id AND p.id = r.person_id';

/** Queries about erasures, always inside the caller's transaction and clinic. */
@Injectable()
export class ErasureRepository {
  constructor(private readonly work: UnitOfWork) {}

  async page(after: TimePosition | null, most: number): Promise<ErasureRow[]> {
    return this.work.rows<ErasureRow>(
      `SELECT ${columns} FROM ${tables} WHERE r.clinic_id = $1
        AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', r.asked_at), r.id) < ($2::timestamptz, $3::uuid))
        ORDER BY r.asked_at DESC, r.id DESC LIMIT $4`,
      [currentActor().clinicId, after?.at ?? null, after?.id ?? null, most],
    );
  }

  async find(id: string): Promise<ErasureRow | null> {
    const rows = await this.work.rows<ErasureRow>(
      `SELECT ${columns} FROM ${tables} WHERE r.clinic_id = $1 AND r.id = $2`,
      [currentActor().clinicId, id],
    );
    return rows[0] ?? null;
  }

  async approvals(requestIds: readonly string[]): Promise<ApprovalRow[]> {
    return this.work.rows<ApprovalRow>(
      `SELECT a.request_id, a.account_id, a.staff_id, s.name, a.role, a.given_at FROM erasure_approval a
        JOIN staff_member s ON s.clinic_id = a.clinic_id AND s.id = a.staff_id
        WHERE a.clinic_id = $1 AND a.request_id = ANY ($2) ORDER BY a.given_at, a.account_id`,
      [currentActor().clinicId, requestIds],
    );
  }

  /** The wish of a person that stands. */
  async standing(personId: string): Promise<{ id: string; asked_at: Date; hold_until: Date } | null> {
    const rows = await this.work.rows<{ id: string; asked_at: Date; hold_until: Date }>(
      `SELECT id, asked_at, hold_until FROM erasure_request WHERE clinic_id = $1 AND person_id = $2 AND withdrawn_at IS NULL`,
      [currentActor().clinicId, personId],
    );
    return rows[0] ?? null;
  }

  async personExists(personId: string): Promise<boolean> {
    const rows = await this.work.rows(
      'SELECT FROM person WHERE clinic_id = $1 AND id = $2 AND erased_at IS NULL',
      [currentActor().clinicId, personId],
    );
    return rows.length === 1;
  }

  /** False when a wish stands already. */
  async ask(id: string, personId: string, holdDays: number): Promise<boolean> {
    const { clinicId, id: actorId, role } = currentActor();
    const added = await this.work.change(
      `INSERT INTO erasure_request (clinic_id, id, person_id, asked_by, asked_by_role, asked_at, hold_until)
        VALUES ($1, $2, $3, $4, $5, date_trunc('milliseconds', app.now()),
          date_trunc('milliseconds', app.now()) + make_interval(days => $6))
        ON CONFLICT (clinic_id, person_id) WHERE withdrawn_at IS NULL DO NOTHING`,
      [clinicId, id, personId, actorId, role, holdDays],
    );
    return added === 1;
  }

  /** False when the account of the actor has approved already, in whatever role. */
  async approve(requestId: string): Promise<boolean> {
    const { clinicId, id, role } = currentActor();
    const added = await this.work.change(
      `INSERT INTO erasure_approval (clinic_id, request_id, account_id, staff_id, role, given_at)
        VALUES ($1, $2, app.my_account(), $3, $4, date_trunc('milliseconds', app.now()))
        ON CONFLICT (clinic_id, request_id, account_id) DO NOTHING`,
      [clinicId, requestId, id, role],
    );
    return added === 1;
  }

  /** False when it was withdrawn or carried out in the meantime. */
  async withdraw(requestId: string): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE erasure_request SET withdrawn_at = app.now()
        WHERE clinic_id = $1 AND id = $2 AND withdrawn_at IS NULL AND erased_at IS NULL`,
      [currentActor().clinicId, requestId],
    );
    return changed === 1;
  }

  /** Destroys the keys and scrubs the rows, if the database finds it due as well. */
  async erase(requestId: string): Promise<boolean> {
    const rows = await this.work.rows<{ done: boolean }>('SELECT app.erase_person($1) AS done', [requestId]);
    return rows[0]?.done === true;
  }

  async keysOf(personId: string): Promise<string[]> {
    const rows = await this.work.rows<{ id: string }>(
      `SELECT id FROM data_key WHERE clinic_id = $1 AND (owner_id = $2 OR kind = 'export')`,
      [currentActor().clinicId, personId],
    );
    return rows.map(({ id }) => id);
  }

  /** Everybody who cares for a couple of the person now, once each. */
  async teamOf(personId: string): Promise<string[]> {
    const rows = await this.work.rows<{ staff_id: string }>(
      `SELECT DISTINCT a.staff_id FROM enrolment e
        JOIN care_assignment a ON a.clinic_id = e.clinic_id AND a.couple_id = e.couple_id
        WHERE e.clinic_id = $1 AND e.person_id = $2 AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())
        ORDER BY a.staff_id`,
      [currentActor().clinicId, personId],
    );
    return rows.map(({ staff_id: id }) => id);
  }

  /** Keeps other processes off the ledger until the end of the transaction. */
  async claimLedger(): Promise<void> {
    await this.work.rows('SELECT pg_advisory_xact_lock($1)', [ledgerLock]);
  }
}
