import { createHmac, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { LiveSession } from '../../platform/session/live-session.js';
import { MASTER_KEY, purposeKey } from '../../platform/sealing/master-key.js';
import { DeviceLinkRepository } from './device-link.repository.js';

/** Letters and digits that cannot be read as one another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/** Codes for a second device, kept as keyed hashes. Needs a unit of work under role auth. */
@Injectable()
export class DeviceLinkCodes {
  private readonly key: Buffer;

  constructor(
    private readonly links: DeviceLinkRepository,
    @Inject(MASTER_KEY) masterKey: Buffer,
  ) {
    this.key = purposeKey(masterKey, 'device-links');
  }

  /** A new code as it is read off: ABCD-EFGH-JKMN. */
  async make({ clinicId, subjectId }: LiveSession): Promise<{ code: string; expiresAt: Date }> {
    const letters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)] ?? '').join('');
    const expiresAt = await this.links.put(clinicId, subjectId, this.macOf(letters));
    if (expiresAt === null) throw new Error('the code was not kept');
    return { code: letters.replace(/(.{4})(?=.)/g, '$1-'), expiresAt };
  }

  /** Uses the code up, however it is typed; null when it opens nothing. */
  async use(code: string): Promise<{ clinicId: string; personId: string } | null> {
    return this.links.use(this.macOf(code.toUpperCase().replace(/[^0-9A-Z]/g, '')));
  }

  private macOf(bare: string): Buffer {
    return createHmac('sha256', this.key).update(bare).digest();
  }
}
