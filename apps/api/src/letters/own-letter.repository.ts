import { Injectable } from '@nestjs/common';
import type { LetterKind } from '@trellis/domain';
import type { PersonGrant } from '../access/person-access.js';
import { DestructionLedger } from '../erasure/destruction-ledger.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { letterColumns, mostLetters, type LetterRow, type ReadingRow } from './letter-row.js';

/** The person's own letters, and those that were read aloud to them. */
@Injectable()
export class OwnLetterRepository {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ledger: DestructionLedger,
  ) {}

  /** Both people's, as far as the asker may know of them, oldest first. */
  all(own: PersonGrant): Promise<LetterRow[]> {
    return this.work.rows<LetterRow>(
      `SELECT ${letterColumns} FROM letter l WHERE l.clinic_id = $1 AND l.couple_id = $2
        ORDER BY l.begun_at, l.id LIMIT $3`,
      [own.clinicId, own.coupleId, mostLetters],
    );
  }

  async byId(own: PersonGrant, id: string): Promise<LetterRow | null> {
    const [row] = await this.work.rows<LetterRow>(
      `SELECT ${letterColumns} FROM letter l WHERE l.clinic_id = $1 AND l.couple_id = $2 AND l.id = $3`,
      [own.clinicId, own.coupleId, id],
    );
    return row ?? null;
  }

  /** The partner's letter of that kind while it is read aloud to the asker. */
  async readToMe(own: PersonGrant, kind: LetterKind): Promise<LetterRow | null> {
    const [row] = await this.work.rows<LetterRow>(
      `SELECT ${letterColumns} FROM letter l
        WHERE l.clinic_id = $1 AND l.couple_id = $2 AND l.kind = $3 AND l.person_id <> $4 AND l.destroyed_at IS NULL`,
      [own.clinicId, own.coupleId, kind, own.personId],
    );
    return row ?? null;
  }

  /** The reading that runs, if one does. */
  async reading(own: PersonGrant): Promise<ReadingRow | null> {
    const [row] = await this.work.rows<ReadingRow>(
      `SELECT id, kind, process_id, started_at, until, version FROM letter_reading
        WHERE clinic_id = $1 AND couple_id = $2 AND ended_at IS NULL`,
      [own.clinicId, own.coupleId],
    );
    return row ?? null;
  }

  /** False when the id is taken, or a letter of this kind is kept already. */
  async begin(own: PersonGrant, id: string, kind: LetterKind, at: Date): Promise<boolean> {
    const added = await this.work.change(
      `INSERT INTO letter (clinic_id, id, couple_id, person_id, side, kind, revision, begun_at, changed_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $7, 1) ON CONFLICT DO NOTHING`,
      [own.clinicId, id, own.coupleId, own.personId, own.side, kind, at],
    );
    return added === 1;
  }

  /** False unless the letter is at `version`. */
  async change(
    own: PersonGrant,
    id: string,
    version: number,
    next: Pick<LetterRow, 'revision' | 'released_revision' | 'sealed_at'>,
    at: Date,
  ): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE letter SET revision = $5, released_revision = $6, sealed_at = $7, changed_at = $8, version = version + 1
        WHERE clinic_id = $1 AND person_id = $2 AND id = $3 AND version = $4`,
      [own.clinicId, own.personId, id, version, next.revision, next.released_revision, next.sealed_at, at],
    );
    return changed === 1;
  }

  /** Takes it back from the other therapist, whatever else is being done with it. */
  async takeBack(own: PersonGrant, id: string): Promise<void> {
    await this.work.change(
      `UPDATE letter SET released_revision = NULL, version = version + 1
        WHERE clinic_id = $1 AND person_id = $2 AND id = $3 AND released_revision IS NOT NULL`,
      [own.clinicId, own.personId, id],
    );
  }

  /** One at a time for a letter, until this transaction ends: two who agree at once end it once. */
  async alone(letterId: string): Promise<void> {
    await this.work.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 44))', [letterId]);
  }

  async agree(own: PersonGrant, letterId: string, at: Date): Promise<void> {
    await this.work.change(
      `INSERT INTO letter_agreement (clinic_id, letter_id, side, couple_id, person_id, agreed_at)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [own.clinicId, letterId, own.side, own.coupleId, own.personId, at],
    );
  }

  async thinkAgain(own: PersonGrant, letterId: string): Promise<void> {
    await this.work.change(
      'DELETE FROM letter_agreement WHERE clinic_id = $1 AND letter_id = $2 AND side = $3 AND person_id = $4',
      [own.clinicId, letterId, own.side, own.personId],
    );
  }

  /** The words and their key go, where the database finds the word of both as well; the ledger knows of it. */
  async destroy(letterId: string, at: Date): Promise<boolean> {
    const [row] = await this.work.rows<{ gone: boolean }>('SELECT app.destroy_letter($1, $2) AS gone', [
      letterId,
      at,
    ]);
    if (row?.gone !== true) return false;
    await this.ledger.note('letter', letterId, at);
    return true;
  }
}
