import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { AuthenticatorSeedView } from '@trellis/contracts';
import { MASTER_KEY, purposeKey } from '../platform/sealing/master-key.js';
import { currentStep } from './totp-step.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Seeds for authenticators that are being set up. A seed follows from the one thing that lets its owner in (a set-up
 * token, an invitation, a session), so that nothing is kept until a code proves that it arrived, and reloading the
 * page shows the same one. When that thing is used up, nobody can ask for the seed again.
 */
@Injectable()
export class EnrolmentSeeds {
  private readonly key: Buffer;

  constructor(@Inject(MASTER_KEY) masterKey: Buffer) {
    this.key = purposeKey(masterKey, 'enrolment-seeds');
  }

  /** 160 bits in base32 for `occasion`, a name of its own for each thing that lets somebody in. */
  seedOf(occasion: string): string {
    const bytes = createHmac('sha256', this.key).update(occasion).digest().subarray(0, 20);
    return base32(bytes);
  }

  /** What an authenticator app needs. `label` is what it shows beside the digits. */
  view(occasion: string, label: string): AuthenticatorSeedView {
    const secret = this.seedOf(occasion);
    const address = `otpauth://totp/Trellis:${encodeURIComponent(label)}?secret=${secret}&issuer=Trellis`;
    return { secret, address };
  }

  /** The step of a code that the new authenticator shows at `epoch` (seconds since 1970), or null. */
  stepOf(occasion: string, code: string, epoch: number): number | null {
    return currentStep(this.seedOf(occasion), code, epoch);
  }
}

/** RFC 4648 without padding; 20 bytes come out as 32 letters. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)] ?? '').join('');
}
