import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MadePasskey, StoredPasskey } from './passkey-proof.js';

export interface ClientPasskeyRow extends StoredPasskey {
  readonly clinic_id: string;
  readonly person_id: string;
}

const columns = 'clinic_id, id, person_id, credential_id, public_key, sign_count, transports';

/** Queries over client_passkey, under role auth. */
@Injectable()
export class ClientPasskeyRepository {
  constructor(private readonly work: UnitOfWork) {}

  async byCredential(credentialId: Buffer): Promise<ClientPasskeyRow | null> {
    const rows = await this.work.rows<ClientPasskeyRow>(
      `SELECT ${columns} FROM client_passkey WHERE credential_id = $1`,
      [credentialId],
    );
    return rows[0] ?? null;
  }

  /** Oldest first. */
  async ofPerson(clinicId: string, personId: string): Promise<ClientPasskeyRow[]> {
    return this.work.rows<ClientPasskeyRow>(
      `SELECT ${columns} FROM client_passkey WHERE clinic_id = $1 AND person_id = $2 ORDER BY created_at, id LIMIT 50`,
      [clinicId, personId],
    );
  }

  /** Notes a use. False when the counter went back or stood still: two devices may hold the same key. */
  async use(clinicId: string, id: string, signCount: number): Promise<boolean> {
    const changed = await this.work.change(
      `UPDATE client_passkey SET sign_count = $3, used_at = app.now()
        WHERE clinic_id = $1 AND id = $2 AND (sign_count < $3 OR (sign_count = 0 AND $3 = 0))`,
      [clinicId, id, signCount],
    );
    return changed === 1;
  }

  /** False when the passkey is somebody's already. */
  async add(clinicId: string, id: string, personId: string, made: MadePasskey): Promise<boolean> {
    const changed = await this.work.change(
      `INSERT INTO client_passkey (clinic_id, id, person_id, credential_id, public_key, sign_count, transports,
          synchronised, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, app.now()) ON CONFLICT (credential_id) DO NOTHING`,
      [
        ...[clinicId, id, personId, made.credentialId, made.publicKey, made.signCount, made.transports],
        made.synchronised,
      ],
    );
    return changed === 1;
  }

  async removeAllOf(clinicId: string, personId: string): Promise<void> {
    await this.work.change('DELETE FROM client_passkey WHERE clinic_id = $1 AND person_id = $2', [
      clinicId,
      personId,
    ]);
  }
}
