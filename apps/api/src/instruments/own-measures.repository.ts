import { Injectable } from '@nestjs/common';
import type { PersonGrant } from '../access/person-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { sheetColumns, type DraftRow, type HandedIn, type SheetRow } from './measure-row.js';

/** More than anybody is given at once. */
const mostWaiting = 30;
/** What a therapist asks in a session is on no phone. */
const own = `s.clinic_id = app.clinic() AND s.couple_id = $1 AND s.person_id = $2 AND s.place = 'own_account'
    AND s.withdrawn_at IS NULL`;

/** A person's own sheets. */
@Injectable()
export class OwnMeasuresRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Oldest first. */
  async waiting({ coupleId, personId }: PersonGrant): Promise<SheetRow[]> {
    return this.work.rows<SheetRow>(
      `SELECT ${sheetColumns} WHERE ${own} AND s.answered_at IS NULL ORDER BY s.given_at, s.id LIMIT $3`,
      [coupleId, personId, mostWaiting],
    );
  }

  async one({ coupleId, personId }: PersonGrant, id: string): Promise<SheetRow | null> {
    const [row] = await this.work.rows<SheetRow>(`SELECT ${sheetColumns} WHERE ${own} AND s.id = $3`, [
      coupleId,
      personId,
      id,
    ]);
    return row ?? null;
  }

  async draft({ personId }: PersonGrant, sheetId: string): Promise<DraftRow | null> {
    const [row] = await this.work.rows<DraftRow>(
      `SELECT d.sealed, d.saved_at, d.version FROM measure_draft d
        WHERE d.clinic_id = app.clinic() AND d.sheet_id = $1 AND d.person_id = $2`,
      [sheetId, personId],
    );
    return row ?? null;
  }

  /** False when another device saved since this version; 0 stands for no draft yet. */
  async keepDraft(
    { clinicId, personId }: PersonGrant,
    sheetId: string,
    version: number,
    draft: Omit<DraftRow, 'version'>,
  ): Promise<boolean> {
    const statement =
      version === 0
        ? `INSERT INTO measure_draft (clinic_id, sheet_id, person_id, sealed, saved_at, version)
            SELECT $1::uuid, $2::uuid, $3::uuid, $4::bytea, $5::timestamptz, 1 WHERE $6::integer = 0 ON CONFLICT DO NOTHING`
        : `UPDATE measure_draft SET sealed = $4, saved_at = $5, version = version + 1
            WHERE clinic_id = $1 AND sheet_id = $2 AND person_id = $3 AND version = $6`;
    const changed = await this.work.change(statement, [
      ...[clinicId, sheetId, personId, draft.sealed, draft.saved_at, version],
    ]);
    return changed === 1;
  }

  /** The sheet is answered and its draft gone; false when it was answered or taken back meanwhile. */
  async handIn({ personId }: PersonGrant, sheetId: string, given: HandedIn): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE measure_sheet SET sealed = $3, answered_on = $4, answered_at = $5, scored_by = $6, risk_raised = $7,
          version = version + 1
        WHERE clinic_id = app.clinic() AND id = $1 AND person_id = $2 AND place = 'own_account'
          AND answered_at IS NULL AND withdrawn_at IS NULL`,
      [sheetId, personId, given.sealed, given.on, given.at, given.scoredBy, given.risk],
    );
    await this.work.change(
      'DELETE FROM measure_draft WHERE clinic_id = app.clinic() AND sheet_id = $1 AND person_id = $2',
      [sheetId, personId],
    );
    return changed === 1;
  }
}
