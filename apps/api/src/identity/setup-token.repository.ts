import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** The set-up token of an empty server, through functions that answer yes or no and nothing else. */
@Injectable()
export class SetupTokenRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Role auth. True while the token is good and no clinic exists. */
  async isGood(tokenHash: Buffer): Promise<boolean> {
    const rows = await this.work.rows<{ good: boolean }>('SELECT app.is_setup_token($1) AS good', [
      tokenHash,
    ]);
    return rows[0]?.good === true;
  }

  /** Role api as `system`, in the transaction that makes the clinic. True for the one call that uses it up. */
  async use(tokenHash: Buffer): Promise<boolean> {
    const rows = await this.work.rows<{ used: boolean }>('SELECT app.use_setup_token($1) AS used', [
      tokenHash,
    ]);
    return rows[0]?.used === true;
  }
}
