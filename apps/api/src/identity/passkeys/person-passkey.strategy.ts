import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ClientPasskeyRepository } from './client-passkey.repository.js';
import { signedCount } from './passkey-proof.js';
import { PasskeySites } from './passkey-site.js';
import { handleOf } from './passkey-wire.js';
import type { PasskeyCredentials, PasskeyVerdict } from './staff-passkey.strategy.js';

/** A known passkey of a person, and whether what it signed holds. */
export interface PersonPasskeyFinding {
  readonly clinicId: string;
  readonly personId: string;
  readonly verdict: PasskeyVerdict;
}

/** Verifies what a passkey of a person signed, by the same rules as for staff, at the homework app's own address. */
@Injectable()
export class PersonPasskeyStrategy extends PassportStrategy(Strategy, 'person-passkey') {
  constructor(
    private readonly work: UnitOfWork,
    private readonly passkeys: ClientPasskeyRepository,
    private readonly sites: PasskeySites,
  ) {
    super();
  }

  async validate({ body }: { readonly body: PasskeyCredentials }): Promise<PersonPasskeyFinding | null> {
    const { proof, challenge, mustWait } = body;
    const credentialId = Buffer.from(proof.credentialId, 'base64url');
    const stored = await this.work.runAsAuth(async () => this.passkeys.byCredential(credentialId));
    if (stored === null) return null;
    const { clinic_id: clinicId, person_id: personId } = stored;
    const own = proof.userHandle === '' || proof.userHandle === handleOf(personId);
    const count =
      challenge === null || !own || mustWait
        ? null
        : await signedCount(proof, stored, challenge, this.sites.of('home'));
    if (count === null) return { clinicId, personId, verdict: 'refused' };
    const forward = await this.work.runAsAuth(async () => this.passkeys.use(clinicId, stored.id, count));
    return { clinicId, personId, verdict: forward ? 'accepted' : 'counter_back' };
  }
}
