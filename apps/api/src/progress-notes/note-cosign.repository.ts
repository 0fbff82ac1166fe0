import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { noteColumns, noteSources } from './progress-note.repository.js';
import type { CoSignRow, NoteRow } from './note-row.js';

/** Second signatures that the asker was asked for. */
@Injectable()
export class NoteCoSignRepository {
  constructor(private readonly work: UnitOfWork) {}

  async askedOfMe(): Promise<CoSignRow[]> {
    return this.work.rows<CoSignRow>('SELECT * FROM app.asked_note_cosigns()');
  }

  /** A note that waits for the asker, with its words; null for any other. */
  async waiting(id: string): Promise<NoteRow | null> {
    const [row] = await this.work.rows<NoteRow>(
      `SELECT ${noteColumns} FROM ${noteSources}
        WHERE n.clinic_id = app.clinic() AND n.id = $1 AND n.cosigner_id = app.actor() AND n.state = 'waiting'`,
      [id],
    );
    return row ?? null;
  }

  /** False when it is not at `version` any more: its author asked somebody else, or it was answered. */
  async answer(id: string, version: number, agreed: boolean, at: Date): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE progress_note SET state = CASE WHEN $3 THEN 'signed' ELSE 'returned' END,
          signed_at = CASE WHEN $3 THEN $4::timestamptz END, version = version + 1
        WHERE clinic_id = app.clinic() AND id = $1 AND version = $2 AND cosigner_id = app.actor() AND state = 'waiting'`,
      [id, version, agreed, at],
    );
    return changed === 1;
  }
}
