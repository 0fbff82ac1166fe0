import type { UnitOfWork } from '../platform/database/unit-of-work.js';
import { replaceSealed, retiredKeys, sealedUnderRetired } from '../platform/database/sql.js';
import { sealedColumns, type SealedColumn } from '../platform/sealing/sealed-columns.js';
import type { KeyKind } from '../platform/sealing/vault.js';

export interface StoredKey {
  readonly clinic_id: string;
  readonly id: string;
  readonly owner_id: string;
  readonly kind: KeyKind;
  readonly wrapped: Buffer;
}

export interface SealedRow {
  /** Physical place; another one as soon as somebody writes the row. */
  readonly place: string;
  readonly row_id: string;
  readonly owner_id: string;
  readonly sealed: Buffer;
}

export interface RetiredKey {
  readonly id: string;
  readonly kind: KeyKind;
  readonly used: boolean;
}

/** Queries of a rotation. They run as the owner of the tables, one clinic at a time; no role of the server may. */
export class KeyRotationRepository {
  constructor(private readonly work: UnitOfWork) {}

  async clinics(): Promise<string[]> {
    const rows = await this.work.rows<{ clinic_id: string }>(
      'SELECT clinic_id FROM clinic ORDER BY clinic_id',
    );
    return rows.map((row) => row.clinic_id);
  }

  /** Clinic keys that another master key than this one wraps. */
  async underOtherMasters(masterId: string): Promise<StoredKey[]> {
    return this.work.rows<StoredKey>(
      `SELECT clinic_id, id, owner_id, kind, wrapped FROM data_key WHERE kind = 'clinic' AND wrapped IS NOT NULL
        AND substring(wrapped FROM 2 FOR 16) <> uuid_send($1::uuid) ORDER BY clinic_id, id`,
      [masterId],
    );
  }

  /** False when the wrapped key is not the one that was read any more. */
  async rewrap(key: StoredKey, wrapped: Buffer): Promise<boolean> {
    const changed = await this.work.change(
      'UPDATE data_key SET wrapped = $4 WHERE clinic_id = $1 AND id = $2 AND wrapped = $3',
      [key.clinic_id, key.id, key.wrapped, wrapped],
    );
    return changed === 1;
  }

  /** Current keys of a clinic that its current key does not wrap: those from before a rotation. */
  async beforeRotation(clinicId: string, most: number): Promise<StoredKey[]> {
    return this.work.rows<StoredKey>(
      `SELECT k.clinic_id, k.id, k.owner_id, k.kind, k.wrapped FROM data_key k
        JOIN data_key c ON c.clinic_id = k.clinic_id AND c.kind = 'clinic' AND c.retired_at IS NULL AND c.destroyed_at IS NULL
        WHERE k.clinic_id = $1 AND k.kind <> 'clinic' AND k.retired_at IS NULL AND k.destroyed_at IS NULL
          AND substring(k.wrapped FROM 2 FOR 16) <> uuid_send(c.id) ORDER BY k.id LIMIT $2`,
      [clinicId, most],
    );
  }

  /** Rows of a column, behind a physical place, that are sealed under a retired key. */
  async underRetired(
    column: SealedColumn,
    clinicId: string,
    behind: string,
    most: number,
  ): Promise<SealedRow[]> {
    return this.work.rows<SealedRow>(sealedUnderRetired(column), [clinicId, behind, most]);
  }

  /** False when somebody wrote the row since: what they wrote counts. */
  async replace(column: SealedColumn, row: SealedRow, sealed: Buffer): Promise<boolean> {
    return (await this.work.change(replaceSealed(column), [row.place, row.sealed, sealed])) === 1;
  }

  /** Keys of a clinic that are retired and not destroyed, and whether anything still needs them. */
  async retired(clinicId: string): Promise<RetiredKey[]> {
    return this.work.rows<RetiredKey>(retiredKeys(sealedColumns), [clinicId]);
  }

  /** Notes since when a retired key is needed by nothing, or that it is. */
  async noteUse(clinicId: string, id: string, used: boolean): Promise<void> {
    await this.work.change(
      `UPDATE data_key SET unused_at = CASE WHEN $3::boolean THEN NULL ELSE coalesce(unused_at, clock_timestamp()) END
        WHERE clinic_id = $1 AND id = $2`,
      [clinicId, id, used],
    );
  }

  /** Destroys a key that nothing has needed for so long. False when it is too early. */
  async destroy(clinicId: string, id: string, graceSeconds: number): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE data_key SET wrapped = NULL, destroyed_at = app.now() WHERE clinic_id = $1 AND id = $2 AND wrapped IS NOT NULL
        AND retired_at IS NOT NULL AND unused_at <= clock_timestamp() - make_interval(secs => $3)`,
      [clinicId, id, graceSeconds],
    );
    return changed === 1;
  }
}
