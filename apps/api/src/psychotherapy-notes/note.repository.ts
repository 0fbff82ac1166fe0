import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { TimePosition } from '../platform/http/time-cursor.js';
import type { NotesGrant } from './note-access.js';

export interface NoteRow {
  readonly id: string;
  readonly author_id: string;
  readonly session_on: string | null;
  readonly revision: number;
  readonly characters: number;
  readonly written_at: Date;
  readonly changed_at: Date;
  readonly removed_at: Date | null;
  readonly version: number;
}

export interface NoteFileRow {
  readonly couple_id: string;
  readonly couple_name: string | null;
  readonly notes: number;
  readonly last_changed_at: Date;
}

/** What a text brings to its note. */
export interface NoteChange {
  readonly sessionOn: string | null;
  readonly characters: number;
  readonly at: Date;
}

const columns = `id, author_id, session_on::text, revision, characters, written_at, changed_at, removed_at, version`;

/** Dates and lengths of notes; no words. The author's own and no others, as row-level security has it too. */
@Injectable()
export class NoteRepository {
  constructor(private readonly work: UnitOfWork) {}

  page(grant: NotesGrant, removed: boolean, after: TimePosition | null, most: number): Promise<NoteRow[]> {
    return this.work.rows<NoteRow>(
      `SELECT ${columns} FROM psychotherapy_note
        WHERE clinic_id = $1 AND author_id = $2 AND couple_id = $3 AND (removed_at IS NOT NULL) = $4
          AND ($5::timestamptz IS NULL OR (date_trunc('milliseconds', written_at), id) < ($5::timestamptz, $6::uuid))
        ORDER BY written_at DESC, id DESC LIMIT $7`,
      [
        ...[grant.clinicId, grant.authorId, grant.coupleId, removed],
        ...[after?.at ?? null, after?.id ?? null, most],
      ],
    );
  }

  /** The couples on which the asker keeps notes, latest changed first. */
  files(clinicId: string, authorId: string, most: number): Promise<NoteFileRow[]> {
    return this.work.rows<NoteFileRow>(
      `SELECT n.couple_id, c.name AS couple_name, count(*)::integer AS notes, max(n.changed_at) AS last_changed_at
        FROM psychotherapy_note n LEFT JOIN couple c ON c.clinic_id = n.clinic_id AND c.id = n.couple_id
        WHERE n.clinic_id = $1 AND n.author_id = $2
        GROUP BY n.couple_id, c.name ORDER BY max(n.changed_at) DESC, n.couple_id LIMIT $3`,
      [clinicId, authorId, most],
    );
  }

  async byId(grant: NotesGrant, id: string): Promise<NoteRow | null> {
    const rows = await this.work.rows<NoteRow>(
      `SELECT ${columns} FROM psychotherapy_note WHERE clinic_id = $1 AND couple_id = $2 AND id = $3`,
      [grant.clinicId, grant.coupleId, id],
    );
    return rows[0] ?? null;
  }

  /** False when the id is taken. */
  async add(grant: NotesGrant, id: string, { sessionOn, characters, at }: NoteChange): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO psychotherapy_note (clinic_id, id, couple_id, author_id, session_on, revision, characters, written_at,
          changed_at, version)
        VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $7, 1) ON CONFLICT DO NOTHING`,
      [grant.clinicId, id, grant.coupleId, grant.authorId, sessionOn, characters, at],
    );
    return added === 1;
  }

  /** False unless the note is there, kept, and at `version`. */
  async change(grant: NotesGrant, id: string, version: number, change: NoteChange): Promise<boolean> {
    const { sessionOn, characters, at } = change;
    const changed = await this.work.change(
      `UPDATE psychotherapy_note SET session_on = $5, characters = $6, changed_at = $7, revision = revision + 1,
          version = version + 1
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND version = $4 AND removed_at IS NULL`,
      [grant.clinicId, grant.coupleId, id, version, sessionOn, characters, at],
    );
    return changed === 1;
  }

  /** Removes a kept note or brings a removed one back. False unless it is at `version` and stands the other way. */
  async setRemoved(grant: NotesGrant, id: string, version: number, removed: boolean): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE psychotherapy_note SET removed_at = CASE WHEN $5 THEN app.now() END, version = version + 1
        WHERE clinic_id = $1 AND couple_id = $2 AND id = $3 AND version = $4 AND (removed_at IS NULL) = $5`,
      [grant.clinicId, grant.coupleId, id, version, removed],
    );
    return changed === 1;
  }
}
