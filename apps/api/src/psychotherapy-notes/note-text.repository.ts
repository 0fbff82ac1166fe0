import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { NotesGrant } from './note-access.js';

export interface NoteRevisionRow {
  readonly revision: number;
  readonly written_at: Date;
  readonly characters: number;
}

export interface SealedNoteText extends NoteRevisionRow {
  readonly id: string;
  readonly sealed: Buffer;
}

/** The sealed texts of notes. Row-level security opens them to their author alone. */
@Injectable()
export class NoteTextRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Whose key seals the asker's texts on this couple: one for each author and couple. */
  async keyOwner(grant: NotesGrant): Promise<string> {
    const [row] = await this.work.rows<{ owner: string }>('SELECT app.note_key_owner($1, $2, $3) AS owner', [
      ...[grant.clinicId, grant.authorId, grant.coupleId],
    ]);
    if (row === undefined) throw new Error('the owner of a note key was not worked out');
    return row.owner;
  }

  async add(
    grant: NotesGrant,
    noteId: string,
    text: SealedNoteText & { readonly keyOwner: string },
  ): Promise<void> {
    await this.work.change(
      `INSERT INTO psychotherapy_note_text (clinic_id, id, note_id, author_id, couple_id, revision, characters,
          key_owner_id, sealed, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[grant.clinicId, text.id, noteId, grant.authorId, grant.coupleId, text.revision],
        ...[text.characters, text.keyOwner, text.sealed, text.written_at],
      ],
    );
  }

  async one(grant: NotesGrant, noteId: string, revision: number): Promise<SealedNoteText | null> {
    const rows = await this.work.rows<SealedNoteText>(
      `SELECT id, revision, written_at, characters, sealed FROM psychotherapy_note_text
        WHERE clinic_id = $1 AND note_id = $2 AND revision = $3 AND author_id = $4 AND couple_id = $5`,
      [grant.clinicId, noteId, revision, grant.authorId, grant.coupleId],
    );
    return rows[0] ?? null;
  }

  /** Newest first. */
  revisions(grant: NotesGrant, noteId: string, most: number): Promise<NoteRevisionRow[]> {
    return this.work.rows<NoteRevisionRow>(
      `SELECT revision, written_at, characters FROM psychotherapy_note_text
        WHERE clinic_id = $1 AND note_id = $2 AND author_id = $3 ORDER BY revision DESC LIMIT $4`,
      [grant.clinicId, noteId, grant.authorId, most],
    );
  }
}
