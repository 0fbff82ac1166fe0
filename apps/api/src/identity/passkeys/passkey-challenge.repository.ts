import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** What a challenge is for; an answer to one purpose is none to another. */
export type ChallengePurpose = 'sign_in' | 'step_up' | 'add';

/** How long a challenge may wait for its answer, in seconds. */
export const challengeSeconds = 300;

const sweptAtOnce = 100;

/** Queries over passkey_challenge, under role auth and by database time. */
@Injectable()
export class PasskeyChallengeRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** A holder has one open challenge per purpose; a new one takes the place of the old. */
  async put(holderHash: Buffer, purpose: ChallengePurpose, challenge: Buffer): Promise<void> {
    await this.work.change(
      `INSERT INTO passkey_challenge (holder_hash, purpose, challenge, expires_at)
        VALUES ($1, $2, $3, app.now() + make_interval(secs => $4))
        ON CONFLICT (holder_hash, purpose)
          DO UPDATE SET challenge = excluded.challenge, expires_at = excluded.expires_at`,
      [holderHash, purpose, challenge, challengeSeconds],
    );
  }

  /** Takes the holder's challenge away; null when there is none or it is too old. Of two that ask, one gets it. */
  async take(holderHash: Buffer, purpose: ChallengePurpose): Promise<Buffer | null> {
    const rows = await this.work.rows<{ challenge: Buffer; good: boolean }>(
      `DELETE FROM passkey_challenge WHERE holder_hash = $1 AND purpose = $2
        RETURNING challenge, expires_at > app.now() AS good`,
      [holderHash, purpose],
    );
    return rows[0]?.good === true ? rows[0].challenge : null;
  }

  /** Removes some that nobody answered in time. */
  async sweep(): Promise<void> {
    await this.work.change(
      `DELETE FROM passkey_challenge WHERE (holder_hash, purpose) IN (SELECT holder_hash, purpose
        FROM passkey_challenge WHERE expires_at <= app.now() ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED)`,
      [sweptAtOnce],
    );
  }
}
