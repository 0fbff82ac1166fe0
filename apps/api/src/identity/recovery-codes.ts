import { createHmac, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { MASTER_KEY, purposeKey } from '../platform/sealing/master-key.js';

/** Codes in one set, and the count from which a person is asked to make new ones. */
export const recoveryCodeCount = { made: 10, low: 3 } as const;

/** Letters and digits that cannot be read as one another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/** Recovery codes: about 58 random bits each, kept as keyed hashes bound to their account. */
@Injectable()
export class RecoveryCodes {
  private readonly key: Buffer;

  constructor(@Inject(MASTER_KEY) masterKey: Buffer) {
    this.key = purposeKey(masterKey, 'recovery-codes');
  }

  /** Ten different codes as they are written down: ABCD-EFGH-JKMN. */
  newSet(): string[] {
    const codes = new Set<string>();
    while (codes.size < recoveryCodeCount.made) codes.add(newCode());
    return [...codes];
  }

  /** The same for every way of typing a code: case, spaces and hyphens do not matter. */
  hashOf(accountId: string, code: string): Buffer {
    const bare = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
    return createHmac('sha256', this.key).update(`${accountId}/${bare}`).digest();
  }
}

function newCode(): string {
  const letters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)] ?? '');
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}
