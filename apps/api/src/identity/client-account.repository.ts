import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface ClientAccountRow {
  readonly clinic_id: string;
  readonly person_id: string;
  readonly passphrase_hash: string;
}

/** Queries over client_account, under role auth. */
@Injectable()
export class ClientAccountRepository {
  constructor(private readonly work: UnitOfWork) {}

  async bySignInName(index: Buffer): Promise<ClientAccountRow | null> {
    const rows = await this.work.rows<ClientAccountRow>(
      'SELECT clinic_id, person_id, passphrase_hash FROM client_account WHERE sign_in_index = $1',
      [index],
    );
    return rows[0] ?? null;
  }

  /** Opens the person's account, or gives it a new name and passphrase. */
  async put(clinicId: string, personId: string, signInIndex: Buffer, passphraseHash: string): Promise<void> {
    await this.work.change(
      `INSERT INTO client_account (clinic_id, person_id, sign_in_index, passphrase_hash, created_at)
        VALUES ($1, $2, $3, $4, app.now())
        ON CONFLICT (clinic_id, person_id)
          DO UPDATE SET sign_in_index = excluded.sign_in_index, passphrase_hash = excluded.passphrase_hash`,
      [clinicId, personId, signInIndex, passphraseHash],
    );
  }

  /** What the person's sign-in name is found by; null for somebody without a passphrase. */
  async indexOf(clinicId: string, personId: string): Promise<Buffer | null> {
    const rows = await this.work.rows<{ sign_in_index: Buffer }>(
      'SELECT sign_in_index FROM client_account WHERE clinic_id = $1 AND person_id = $2',
      [clinicId, personId],
    );
    return rows[0]?.sign_in_index ?? null;
  }

  async remove(clinicId: string, personId: string): Promise<void> {
    await this.work.change('DELETE FROM client_account WHERE clinic_id = $1 AND person_id = $2', [
      clinicId,
      personId,
    ]);
  }

  async setPassphrase(clinicId: string, personId: string, passphraseHash: string): Promise<void> {
    await this.work.change(
      'UPDATE client_account SET passphrase_hash = $3 WHERE clinic_id = $1 AND person_id = $2',
      [clinicId, personId, passphraseHash],
    );
  }
}
