import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';

export type KeyKind = 'clinic' | 'person' | 'staff' | 'export';

export interface WrappedKey {
  readonly id: string;
  readonly kind: KeyKind;
  readonly owner_id: string;
  readonly wrapped: Buffer | null;
}

/** Queries over data_key, always inside the caller's transaction and clinic. */
@Injectable()
export class DataKeyRepository {
  constructor(private readonly work: UnitOfWork) {}

  async current(clinicId: string, kind: KeyKind, ownerId: string): Promise<WrappedKey | null> {
    const rows = await this.work.rows<WrappedKey>(
      `SELECT id, kind, owner_id, wrapped FROM data_key WHERE clinic_id = $1 AND kind = $2 AND owner_id = $3
        AND retired_at IS NULL AND destroyed_at IS NULL`,
      [clinicId, kind, ownerId],
    );
    return rows[0] ?? null;
  }

  async byId(clinicId: string, id: string): Promise<WrappedKey | null> {
    const rows = await this.work.rows<WrappedKey>(
      'SELECT id, kind, owner_id, wrapped FROM data_key WHERE clinic_id = $1 AND id = $2',
      [clinicId, id],
    );
    return rows[0] ?? null;
  }

  /** Two requests may make the first key of a person at once; the first one wins and the other takes it over. */
  async add(clinicId: string, key: WrappedKey): Promise<void> {
    await this.work.change(
      `INSERT INTO data_key (clinic_id, id, kind, owner_id, wrapped, created_at) VALUES ($1, $2, $3, $4, $5, app.now())
        ON CONFLICT (clinic_id, kind, owner_id) WHERE retired_at IS NULL AND destroyed_at IS NULL DO NOTHING`,
      [clinicId, key.id, key.kind, key.owner_id, key.wrapped],
    );
  }
}
