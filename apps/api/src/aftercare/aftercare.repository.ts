import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Compartment } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** A couple that the asker may find: the grant of a member of staff or of a person. */
export interface CoupleGrant {
  readonly clinicId: string;
  readonly coupleId: string;
}

export interface PeriodRow {
  readonly id: string;
  readonly process_id: string;
  readonly ended_at: Date;
}

export interface TaskRow {
  readonly id: string;
  readonly item: string;
  readonly recipient: 'BP' | 'RP' | 'T_BP' | 'T_RP' | 'LEAD';
  readonly side: Compartment;
  readonly due_at: Date | null;
  readonly due_on: string | null;
  readonly done_at: Date | null;
  readonly version: number;
}

export type ContactName = 'departure' | 'h24' | 'h72' | 'd7' | 'd14' | 'd28' | 'letter';

export interface ContactRow {
  readonly side: 'RP' | 'BP';
  readonly contact: ContactName;
  readonly made_at: Date;
}

export interface AlertRow {
  readonly id: string;
  readonly side: Compartment;
  readonly kind: string;
  readonly raised_at: Date;
  readonly acknowledged_at: Date | null;
}

/** Tasks and contacts of the running time. Row-level security narrows every query to the sides of the asker. */
@Injectable()
export class AftercareRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The time that runs; null before a session, and once another is planned. */
  async period(grant: CoupleGrant): Promise<PeriodRow | null> {
    const [row] = await this.work.rows<PeriodRow>(
      `SELECT id, process_id, ended_at FROM aftercare_period WHERE clinic_id = $1 AND couple_id = $2 AND closed_at IS NULL
        ORDER BY ended_at DESC LIMIT 1`,
      [grant.clinicId, grant.coupleId],
    );
    return row ?? null;
  }

  async tasks(grant: CoupleGrant, periodId: string): Promise<TaskRow[]> {
    return this.work.rows<TaskRow>(
      `SELECT id, item, recipient, side, due_at, due_on::text, done_at, version FROM aftercare_task
        WHERE clinic_id = $1 AND couple_id = $2 AND period_id = $3
        ORDER BY due_at NULLS LAST, due_on, item LIMIT 100`,
      [grant.clinicId, grant.coupleId, periodId],
    );
  }

  async task(grant: CoupleGrant, id: string): Promise<TaskRow | null> {
    const [row] = await this.work.rows<TaskRow>(
      `SELECT t.id, t.item, t.recipient, t.side, t.due_at, t.due_on::text, t.done_at, t.version FROM aftercare_task t
        WHERE t.clinic_id = $1 AND t.couple_id = $2 AND t.id = $3`,
      [grant.clinicId, grant.coupleId, id],
    );
    return row ?? null;
  }

  /** False when it was done already, or has changed since. */
  async markDone(
    grant: CoupleGrant,
    task: Pick<TaskRow, 'id' | 'version'>,
    by: string,
    at: Date,
  ): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE aftercare_task SET done_at = $5, done_by = $4, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND version = $3 AND done_at IS NULL`,
      [grant.clinicId, task.id, task.version, by, at],
    );
    return changed === 1;
  }

  async contacts(grant: CoupleGrant, periodId: string): Promise<ContactRow[]> {
    return this.work.rows<ContactRow>(
      `SELECT side, contact, made_at FROM aftercare_contact
        WHERE clinic_id = $1 AND couple_id = $2 AND period_id = $3 ORDER BY made_at, id LIMIT 100`,
      [grant.clinicId, grant.coupleId, periodId],
    );
  }

  /** False when it is on record already. */
  async addContact(
    grant: CoupleGrant,
    periodId: string,
    { side, contact }: Pick<ContactRow, 'side' | 'contact'>,
    by: string,
    at: Date,
  ): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO aftercare_contact (clinic_id, id, period_id, couple_id, side, contact, made_at, made_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [grant.clinicId, randomUUID(), periodId, grant.coupleId, side, contact, at, by],
    );
    return added === 1;
  }

  /** What is raised and not yet seen to first, 50 at most. */
  async alerts(grant: CoupleGrant): Promise<AlertRow[]> {
    return this.work.rows<AlertRow>(
      `SELECT id, side, kind, raised_at, acknowledged_at FROM aftercare_alert
        WHERE clinic_id = $1 AND couple_id = $2
        ORDER BY acknowledged_at IS NOT NULL, raised_at DESC, id DESC LIMIT 50`,
      [grant.clinicId, grant.coupleId],
    );
  }

  /** Null for one that the asker may not see; true for the one who took it up. */
  async acknowledge(grant: CoupleGrant, id: string, by: string, at: Date): Promise<boolean | null> {
    const [known] = await this.work.rows<{ id: string }>(
      'SELECT id FROM aftercare_alert WHERE clinic_id = $1 AND couple_id = $2 AND id = $3',
      [grant.clinicId, grant.coupleId, id],
    );
    if (known === undefined) return null;
    const changed = await this.work.change(
      `UPDATE aftercare_alert SET acknowledged_at = $4, acknowledged_by = $3
        WHERE clinic_id = $1 AND id = $2 AND acknowledged_at IS NULL`,
      [grant.clinicId, id, by, at],
    );
    return changed === 1;
  }
}
