import { Injectable } from '@nestjs/common';
import type { PersonId } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface NewRecord {
  readonly id: string;
  readonly side: 'RP' | 'BP' | 'JOINT';
  readonly personId: string | null;
  readonly kind: string;
  readonly topic: string | null;
  readonly outcome: string | null;
  readonly on: string;
  readonly happenedAt: Date;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly keyOwnerId: string;
  readonly note: Buffer | null;
}

export interface RecordRow {
  readonly side: 'RP' | 'BP' | 'JOINT';
  readonly kind: string;
  readonly topic: string | null;
  readonly outcome: string | null;
  readonly on_day: string;
  readonly happened_at: Date;
  readonly by_name: string;
}

export interface WordsRow {
  readonly id: string;
  readonly side: 'RP' | 'BP' | 'JOINT';
  readonly key_owner_id: string;
  readonly column: 'note_sealed' | 'reason_sealed' | 'evidence_sealed';
  readonly about: string;
  readonly at: Date;
  readonly by_name: string;
  readonly sealed: Buffer;
}

/** Facts that clinicians put on record, and where words lie. Row-level security shows each side to its therapists. */
@Injectable()
export class ReadinessRecordRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** The person of a side; null where a side has nobody yet. */
  async personOf({ clinicId, coupleId }: CaseGrant, side: 'RP' | 'BP'): Promise<PersonId | null> {
    const [row] = await this.work.rows<{ person_id: PersonId }>(
      `SELECT person_id FROM enrolment WHERE clinic_id = $1 AND couple_id = $2 AND side = $3 ORDER BY id LIMIT 1`,
      [clinicId, coupleId, side],
    );
    return row?.person_id ?? null;
  }

  async add({ clinicId, coupleId }: CaseGrant, record: NewRecord): Promise<void> {
    const { id, side, personId, kind, topic, outcome, on, happenedAt, recordedBy, recordedAt } = record;
    await this.work.change(
      `INSERT INTO readiness_record (clinic_id, id, couple_id, side, person_id, kind, topic, outcome, on_day, happened_at,
          recorded_by, recorded_at, key_owner_id, note_sealed)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[
          clinicId,
          id,
          coupleId,
          side,
          personId,
          kind,
          topic,
          outcome,
          on,
          happenedAt,
          recordedBy,
          recordedAt,
        ],
        ...[record.keyOwnerId, record.note],
      ],
    );
  }

  /** The newest of each kind and condition, of the sides that the reader holds. */
  async newest({ clinicId, coupleId }: CaseGrant): Promise<RecordRow[]> {
    return this.work.rows<RecordRow>(
      `SELECT DISTINCT ON (r.side, r.kind, r.topic) r.side, r.kind, r.topic, r.outcome, r.on_day::text, r.happened_at,
          s.name AS by_name
        FROM readiness_record r JOIN staff_member s ON s.clinic_id = r.clinic_id AND s.id = r.recorded_by
        WHERE r.clinic_id = $1 AND r.couple_id = $2
        ORDER BY r.side, r.kind, r.topic, r.on_day DESC, (r.outcome = 'present') DESC, r.recorded_at DESC, r.id`,
      [clinicId, coupleId],
    );
  }

  /** Whether there are words of a side at all. */
  async withWords({ clinicId, coupleId }: CaseGrant): Promise<string[]> {
    const rows = await this.work.rows<{ side: string }>(
      `SELECT DISTINCT side FROM (
          SELECT side FROM readiness_record WHERE clinic_id = $1 AND couple_id = $2 AND note_sealed IS NOT NULL
          UNION SELECT side FROM readiness_mark WHERE clinic_id = $1 AND couple_id = $2
            AND (length(reason_sealed) > 1 OR evidence_sealed IS NOT NULL)) w ORDER BY side`,
      [clinicId, coupleId],
    );
    return rows.map(({ side }) => side);
  }

  /** Sealed words of one side, newest first; one byte is left where a reason was erased with its person. */
  async words({ clinicId, coupleId }: CaseGrant, side: string, most: number): Promise<WordsRow[]> {
    return this.work.rows<WordsRow>(
      `SELECT w.*, s.name AS by_name FROM (
          SELECT id, side, key_owner_id, 'note_sealed' AS "column", coalesce(topic, kind) AS about, recorded_at AS at,
            recorded_by AS by, note_sealed AS sealed
            FROM readiness_record WHERE clinic_id = $1 AND couple_id = $2 AND side = $3 AND note_sealed IS NOT NULL
          UNION ALL SELECT id, side, key_owner_id, 'reason_sealed', item, marked_at, marked_by, reason_sealed
            FROM readiness_mark WHERE clinic_id = $1 AND couple_id = $2 AND side = $3 AND length(reason_sealed) > 1
          UNION ALL SELECT id, side, key_owner_id, 'evidence_sealed', item, marked_at, marked_by, evidence_sealed
            FROM readiness_mark WHERE clinic_id = $1 AND couple_id = $2 AND side = $3 AND evidence_sealed IS NOT NULL) w
        JOIN staff_member s ON s.clinic_id = $1 AND s.id = w.by
        ORDER BY w.at DESC, w.id DESC, w."column" LIMIT $4`,
      [clinicId, coupleId, side, most],
    );
  }
}
