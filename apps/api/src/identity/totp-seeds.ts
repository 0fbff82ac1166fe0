import { Inject, Injectable } from '@nestjs/common';
import { openBytes, sealBytes, type SealedPlace } from '../platform/sealing/envelope.js';
import { MASTER_KEY, purposeKey } from '../platform/sealing/master-key.js';

const keyId = '00000000-0000-4000-8000-000000000002';
const outsideClinics = '00000000-0000-0000-0000-000000000000';

/** Seeds of authenticator apps. Accounts belong to no clinic, so they are sealed under a key of their own purpose. */
@Injectable()
export class TotpSeeds {
  private readonly key: Buffer;

  constructor(@Inject(MASTER_KEY) masterKey: Buffer) {
    this.key = purposeKey(masterKey, 'totp-seeds');
  }

  seal(accountId: string, seed: string): Buffer {
    return sealBytes(this.key, keyId, placeOf(accountId), Buffer.from(seed, 'utf8'));
  }

  /** @throws SealBrokenError when the seed was sealed for another account. */
  open(accountId: string, sealed: Buffer): string {
    return openBytes(this.key, placeOf(accountId), sealed).toString('utf8');
  }
}

function placeOf(accountId: string): SealedPlace {
  return {
    table: 'staff_account',
    column: 'totp_sealed',
    rowId: accountId,
    clinicId: outsideClinics,
    ownerId: accountId,
  };
}
