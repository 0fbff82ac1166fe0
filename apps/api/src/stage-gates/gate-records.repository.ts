import { Injectable } from '@nestjs/common';
import type { Compartment, Track } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface FactRow {
  readonly id: string;
  readonly kind: string;
  readonly side: Compartment;
  readonly outcome: string;
  readonly amounts: readonly number[];
  readonly on_day: string;
  readonly compared_with: string | null;
  readonly by_name: string;
  readonly has_note: boolean;
}

export interface NewFact {
  readonly id: string;
  readonly kind: string;
  readonly side: Compartment;
  readonly personId: string | null;
  readonly outcome: string;
  readonly amounts: readonly number[];
  readonly on: string;
  readonly comparedWith: string | null;
  readonly by: string;
  readonly keyOwnerId: string;
  readonly note: Buffer | null;
}

export interface IndexRow {
  readonly id: string;
  readonly side: Track;
  readonly week: string;
  readonly sum: number;
  readonly answered: number;
  readonly alarm: boolean;
}

export interface SealedRow {
  readonly id: string;
  readonly owner_id: string;
  readonly side: Compartment;
  readonly sealed: Buffer | null;
}

/** Clinicians' facts, index weeks and the pause, of the sides that the asker holds. */
@Injectable()
export class GateRecordsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first, 200 at most. */
  async facts({ clinicId, coupleId }: CaseGrant): Promise<FactRow[]> {
    return this.work.rows<FactRow>(
      `SELECT f.id, f.kind, f.side, f.outcome, f.amounts, f.on_day::text, f.compared_with::text, s.name AS by_name,
          f.note_sealed IS NOT NULL AS has_note
        FROM gate_fact f JOIN staff_member s ON s.clinic_id = f.clinic_id AND s.id = f.recorded_by
        WHERE f.clinic_id = $1 AND f.couple_id = $2 ORDER BY f.on_day DESC, f.recorded_at DESC, f.id LIMIT 200`,
      [clinicId, coupleId],
    );
  }

  /** The person of a side; null where a side has nobody yet. */
  async personOf({ clinicId, coupleId }: CaseGrant, side: Track): Promise<string | null> {
    const [row] = await this.work.rows<{ person_id: string }>(
      `SELECT person_id FROM enrolment WHERE clinic_id = $1 AND couple_id = $2 AND side = $3 ORDER BY id LIMIT 1`,
      [clinicId, coupleId, side],
    );
    return row?.person_id ?? null;
  }

  async add({ clinicId, coupleId }: CaseGrant, fact: NewFact, at: Date): Promise<void> {
    const { id, kind, side, personId, outcome, amounts, on, comparedWith, by, keyOwnerId, note } = fact;
    await this.work.change(
      `INSERT INTO gate_fact (clinic_id, id, couple_id, side, person_id, kind, outcome, amounts, on_day, compared_with,
          recorded_by, recorded_at, key_owner_id, note_sealed)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[clinicId, id, coupleId, side, personId, kind, outcome, amounts, on, comparedWith],
        ...[by, at, keyOwnerId, note],
      ],
    );
  }

  async note({ clinicId, coupleId }: CaseGrant, id: string): Promise<SealedRow | null> {
    const [row] = await this.work.rows<SealedRow>(
      `SELECT id, key_owner_id AS owner_id, side, note_sealed AS sealed FROM gate_fact
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3`,
      [clinicId, coupleId, id],
    );
    return row ?? null;
  }

  /** Newest first, half a year at most for each person. */
  async index({ clinicId, coupleId }: CaseGrant): Promise<IndexRow[]> {
    return this.work.rows<IndexRow>(
      `SELECT id, side, week::text, item_sum AS sum, answered, alarm FROM safety_index
        WHERE clinic_id = $1 AND couple_id = $2 ORDER BY week DESC, side, id LIMIT 52`,
      [clinicId, coupleId],
    );
  }

  async indexAnswers({ clinicId, coupleId }: CaseGrant, id: string): Promise<SealedRow | null> {
    const [row] = await this.work.rows<SealedRow>(
      `SELECT id, person_id AS owner_id, side, sealed FROM safety_index
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3`,
      [clinicId, coupleId, id],
    );
    return row ?? null;
  }

  /** The pause that is on, with the signals that the asker may know of, newest first. */
  async pause({ clinicId, coupleId }: CaseGrant) {
    const [row] = await this.work.rows<{
      id: string;
      since: Date;
      last_signal_at: Date;
      signals: readonly {
        side: Track;
        trigger: string;
        tells: 'SAFE-1' | 'therapist_task' | 'nobody';
        at: string;
      }[];
    }>(
      `SELECT t.id, t.since, t.last_signal_at,
          (SELECT coalesce(jsonb_agg(jsonb_build_object('side', s.side, 'trigger', s.trigger, 'tells', s.tells, 'at', s.at)
              ORDER BY s.at DESC, s.id), '[]')
            FROM touch_signal s WHERE s.clinic_id = t.clinic_id AND s.pause_id = t.id) AS signals
        FROM touch_pause t WHERE t.clinic_id = $1 AND t.couple_id = $2 AND t.lifted_at IS NULL`,
      [clinicId, coupleId],
    );
    return row ?? null;
  }

  async lift({ clinicId }: CaseGrant, id: string, by: string, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE touch_pause SET lifted_at = $3, lifted_by = $4 WHERE clinic_id = $1 AND id = $2 AND lifted_at IS NULL`,
      [clinicId, id, at, by],
    );
    return changed === 1;
  }
}
