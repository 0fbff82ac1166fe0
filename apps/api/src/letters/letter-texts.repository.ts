import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import {
  mostComments,
  mostTexts,
  type LetterCommentRow,
  type LetterRow,
  type LetterTextRow,
} from './letter-row.js';

/** Where a letter is: its clinic and couple, of a grant of whoever asks. */
export interface LetterPlace {
  readonly clinicId: string;
  readonly coupleId: string;
}

/** The sealed texts of letters and what is said to them. Row-level security says which of them there are for whom. */
@Injectable()
export class LetterTextsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Revision 0 is the draft that is being written. */
  async one(place: LetterPlace, letterId: string, revision: number): Promise<LetterTextRow | null> {
    const [row] = await this.work.rows<LetterTextRow>(
      `SELECT id, revision, characters, sealed, written_at FROM letter_text
        WHERE clinic_id = $1 AND couple_id = $2 AND letter_id = $3 AND revision = $4`,
      [place.clinicId, place.coupleId, letterId, revision],
    );
    return row ?? null;
  }

  /** What was laid down, newest first. */
  revisions(place: LetterPlace, letterId: string): Promise<Omit<LetterTextRow, 'sealed'>[]> {
    return this.work.rows<Omit<LetterTextRow, 'sealed'>>(
      `SELECT id, revision, characters, written_at FROM letter_text
        WHERE clinic_id = $1 AND couple_id = $2 AND letter_id = $3 AND revision > 0 ORDER BY revision DESC LIMIT $4`,
      [place.clinicId, place.coupleId, letterId, mostTexts],
    );
  }

  async add(place: LetterPlace, letter: LetterRow, text: LetterTextRow): Promise<void> {
    await this.work.change(
      `INSERT INTO letter_text (clinic_id, id, letter_id, couple_id, person_id, side, revision, characters, sealed,
          written_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[place.clinicId, text.id, letter.id, place.coupleId, letter.person_id, letter.side],
        ...[text.revision, text.characters, text.sealed, text.written_at],
      ],
    );
  }

  /** Puts a new draft in the place of the one before. */
  async keepDraft(
    place: LetterPlace,
    { id, characters, sealed, written_at: at }: LetterTextRow,
  ): Promise<void> {
    await this.work.change(
      `UPDATE letter_text SET characters = $3, sealed = $4, written_at = $5
        WHERE clinic_id = $1 AND id = $2 AND revision = 0`,
      [place.clinicId, id, characters, sealed, at],
    );
  }

  /** Oldest first. */
  comments(place: LetterPlace, letterId: string): Promise<LetterCommentRow[]> {
    return this.work.rows<LetterCommentRow>(
      `SELECT c.id, c.revision, c.sealed, s.name AS by_name, c.written_at FROM letter_comment c
        JOIN staff_member s ON s.clinic_id = c.clinic_id AND s.id = c.written_by
        WHERE c.clinic_id = $1 AND c.couple_id = $2 AND c.letter_id = $3 ORDER BY c.written_at, c.id LIMIT $4`,
      [place.clinicId, place.coupleId, letterId, mostComments],
    );
  }

  /** False when the id is taken. */
  async addComment(
    place: LetterPlace,
    letter: LetterRow,
    comment: Omit<LetterCommentRow, 'by_name'> & { readonly by: string },
  ): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO letter_comment (clinic_id, id, letter_id, couple_id, person_id, side, revision, sealed, written_by,
          written_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
      [
        ...[place.clinicId, comment.id, letter.id, place.coupleId, letter.person_id, letter.side],
        ...[comment.revision, comment.sealed, comment.by, comment.written_at],
      ],
    );
    return added === 1;
  }
}

/** The id of a row that is about to be written. */
export function newRowId(): string {
  return randomUUID();
}
