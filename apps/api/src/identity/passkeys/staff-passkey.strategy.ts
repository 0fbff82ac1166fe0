import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { PasskeyProofRequest } from '@trellis/contracts';
import { Strategy } from 'passport-custom';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { StaffIdentity } from '../staff-password.strategy.js';
import { signedCount } from './passkey-proof.js';
import { PasskeySites } from './passkey-site.js';
import { handleOf } from './passkey-wire.js';
import { StaffPasskeyRepository } from './staff-passkey.repository.js';

export interface PasskeyCredentials {
  readonly proof: PasskeyProofRequest;
  /** What this browser was asked, already taken away; null when it was asked nothing. */
  readonly challenge: string | null;
  /** True while this passkey has to wait: the same work is done and the answer is no. */
  readonly mustWait: boolean;
}

export type PasskeyVerdict = 'accepted' | 'refused' | 'counter_back';

/** A known passkey of somebody who may work somewhere, and whether what it signed holds. */
export interface StaffPasskeyFinding {
  readonly identity: StaffIdentity;
  readonly passkeyId: string;
  readonly verdict: PasskeyVerdict;
}

/**
 * Verifies what a passkey of staff signed: this browser's own challenge, our origin, our host, the person verified by
 * the device, and a counter that goes forward. Unknown and ended ones are null.
 */
@Injectable()
export class StaffPasskeyStrategy extends PassportStrategy(Strategy, 'staff-passkey') {
  constructor(
    private readonly work: UnitOfWork,
    private readonly passkeys: StaffPasskeyRepository,
    private readonly sites: PasskeySites,
  ) {
    super();
  }

  async validate({ body }: { readonly body: PasskeyCredentials }): Promise<StaffPasskeyFinding | null> {
    const { proof, challenge, mustWait } = body;
    const credentialId = Buffer.from(proof.credentialId, 'base64url');
    const stored = await this.work.runAsAuth(async () => this.passkeys.byCredential(credentialId));
    if (stored?.clinic_id == null || stored.staff_id === null || stored.role === null) return null;
    const { account_id: accountId, clinic_id: clinicId, staff_id: staffId, role } = stored;
    const finding = { identity: { accountId, clinicId, staffId, role }, passkeyId: stored.id };
    const own = proof.userHandle === '' || proof.userHandle === handleOf(accountId);
    const count =
      challenge === null || !own || mustWait
        ? null
        : await signedCount(proof, stored, challenge, this.sites.of('clinic'));
    if (count === null) return { ...finding, verdict: 'refused' };
    const forward = await this.work.runAsAuth(async () => this.passkeys.use(stored.id, count));
    return { ...finding, verdict: forward ? 'accepted' : 'counter_back' };
  }
}
