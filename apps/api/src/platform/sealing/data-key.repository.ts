import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';

/**
 * `note` is a key of its own for each author and couple: psychotherapy notes alone. `document` and `letter` are keys of
 * one disclosure document or letter each, so that one can be destroyed.
 */
export type KeyKind = 'clinic' | 'person' | 'staff' | 'export' | 'note' | 'document' | 'letter';

export interface WrappedKey {
  readonly id: string;
  readonly kind: KeyKind;
  readonly owner_id: string;
  readonly wrapped: Buffer | null;
}

/** Queries over data_key, always inside the caller's transaction and clinic. */
@Injectable()
export class DataKeyRepository {
  /** Keys that a transaction has found not destroyed; asked once for each of them. */
  private readonly live = new WeakMap<object, Set<string>>();

  constructor(private readonly work: UnitOfWork) {}

  async current(clinicId: string, kind: KeyKind, ownerId: string): Promise<WrappedKey | null> {
    const rows = await this.work.rows<WrappedKey>(
      `SELECT id, kind, owner_id, wrapped FROM data_key WHERE clinic_id = $1 AND kind = $2 AND owner_id = $3
        AND retired_at IS NULL AND destroyed_at IS NULL`,
      [clinicId, kind, ownerId],
    );
    return this.noted(rows[0] ?? null);
  }

  async byId(clinicId: string, id: string): Promise<WrappedKey | null> {
    const rows = await this.work.rows<WrappedKey>(
      'SELECT id, kind, owner_id, wrapped FROM data_key WHERE clinic_id = $1 AND id = $2',
      [clinicId, id],
    );
    return this.noted(rows[0] ?? null);
  }

  /** Whether the open transaction has seen the key and it was not destroyed. */
  isKnownLive(id: string): boolean {
    return this.live.get(this.work.manager)?.has(id) === true;
  }

  /** Two requests may make the first key of a person at once; the first one wins and the other takes it over. */
  async add(clinicId: string, key: WrappedKey): Promise<void> {
    await this.work.change(
      `INSERT INTO data_key (clinic_id, id, kind, owner_id, wrapped, created_at) VALUES ($1, $2, $3, $4, $5, app.now())
        ON CONFLICT (clinic_id, kind, owner_id) WHERE retired_at IS NULL AND destroyed_at IS NULL DO NOTHING`,
      [clinicId, key.id, key.kind, key.owner_id, key.wrapped],
    );
  }

  /** As the owner of the tables only: the roles of the server cannot change a key. */
  async retire(clinicId: string, kind: KeyKind, ownerId: string): Promise<void> {
    await this.work.change(
      `UPDATE data_key SET retired_at = app.now() WHERE clinic_id = $1 AND kind = $2 AND owner_id = $3
        AND retired_at IS NULL AND destroyed_at IS NULL`,
      [clinicId, kind, ownerId],
    );
  }

  private noted(key: WrappedKey | null): WrappedKey | null {
    if (key === null || key.wrapped === null) return key;
    const seen = this.live.get(this.work.manager) ?? new Set<string>();
    this.live.set(this.work.manager, seen.add(key.id));
    return key;
  }
}
