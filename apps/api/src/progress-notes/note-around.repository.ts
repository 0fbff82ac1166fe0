import { Injectable } from '@nestjs/common';
import type { Compartment } from '@trellis/domain';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { AmendmentRow, NoteRow, RemarkRow } from './note-row.js';

export interface Said {
  readonly id: string;
  readonly keyOwnerId: string;
  readonly sealed: Buffer;
  readonly at: Date;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly supervises: boolean;
  readonly sides: readonly Compartment[];
}

type NoteKey = Pick<NoteRow, 'id' | 'couple_id' | 'side' | 'author_id'>;

/** What stands around a note that the asker was found to read: amendments, remarks, whom its author may ask. */
@Injectable()
export class NoteAroundRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Oldest first. */
  async amendments({ id, couple_id }: NoteKey): Promise<AmendmentRow[]> {
    return this.work.rows<AmendmentRow>(
      `SELECT m.id, s.name AS by_name, m.key_owner_id, m.sealed, m.made_at FROM progress_note_amendment m
          JOIN staff_member s ON s.clinic_id = m.clinic_id AND s.id = m.author_id
        WHERE m.clinic_id = app.clinic() AND m.note_id = $1 AND m.couple_id = $2 ORDER BY m.made_at, m.id LIMIT 100`,
      [id, couple_id],
    );
  }

  /** For the note's author and whoever said them. */
  async remarks({ id, couple_id }: NoteKey): Promise<RemarkRow[]> {
    return this.work.rows<RemarkRow>(
      `SELECT r.id, s.name AS by_name, r.key_owner_id, r.sealed, r.made_at FROM progress_note_remark r
          JOIN staff_member s ON s.clinic_id = r.clinic_id AND s.id = r.cosigner_id
        WHERE r.clinic_id = app.clinic() AND r.note_id = $1 AND r.couple_id = $2
          AND (r.author_id = app.actor() OR r.cosigner_id = app.actor()) ORDER BY r.made_at, r.id LIMIT 100`,
      [id, couple_id],
    );
  }

  /** False when the id is taken: it was said before. */
  async amend(note: NoteKey, { id, keyOwnerId, sealed, at }: Said): Promise<boolean> {
    const { clinicId, id: by } = currentActor();
    const added = await this.work.change(
      `INSERT INTO progress_note_amendment (clinic_id, id, note_id, couple_id, side, author_id, key_owner_id, sealed, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [clinicId, id, note.id, note.couple_id, note.side, by, keyOwnerId, sealed, at],
    );
    return added === 1;
  }

  async remark(note: NoteKey, { id, keyOwnerId, sealed, at }: Said): Promise<void> {
    const { clinicId, id: by } = currentActor();
    await this.work.change(
      `INSERT INTO progress_note_remark (clinic_id, id, note_id, couple_id, side, author_id, cosigner_id, key_owner_id,
          sealed, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [clinicId, id, note.id, note.couple_id, note.side, note.author_id, by, keyOwnerId, sealed, at],
    );
  }

  /** Therapists and supervisors of the clinic but the asker, with the sides of the couple they hold now, by name. */
  async colleagues(coupleId: string): Promise<Colleague[]> {
    return this.work.rows<Colleague>(
      `SELECT s.id, s.name, s.role = 'supervisor' AS supervises,
          ARRAY(SELECT DISTINCT a.side FROM care_assignment a WHERE a.clinic_id = s.clinic_id AND a.couple_id = $1
            AND a.staff_id = s.id AND a.from_at <= app.now() AND (a.to_at IS NULL OR a.to_at > app.now())
            ORDER BY a.side) AS sides
        FROM staff_member s
        WHERE s.clinic_id = app.clinic() AND s.id <> app.actor() AND s.role IN ('therapist', 'supervisor')
          AND s.deactivated_at IS NULL
        ORDER BY s.name, s.id LIMIT 200`,
      [coupleId],
    );
  }
}
