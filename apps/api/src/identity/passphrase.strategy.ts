import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ClientAccountRepository } from './client-account.repository.js';
import { PasswordHasher } from './password-hasher.js';

export interface PassphraseCredentials {
  readonly signInIndex: Buffer;
  readonly passphrase: string;
  /** True while the account has to wait: the same work is done and the answer is no. */
  readonly mustWait: boolean;
}

/** `accepted` is false for a known name with a wrong passphrase. */
export interface PassphraseFinding {
  readonly clinicId: string;
  readonly personId: string;
  readonly accepted: boolean;
}

/** Verifies sign-in name and passphrase of a person. Unknown and wrong cost the same work. */
@Injectable()
export class PassphraseStrategy extends PassportStrategy(Strategy, 'person-passphrase') {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: ClientAccountRepository,
    private readonly hasher: PasswordHasher,
  ) {
    super();
  }

  async validate({ body }: { readonly body: PassphraseCredentials }): Promise<PassphraseFinding | null> {
    const account = await this.work.runAsAuth(async () => this.accounts.bySignInName(body.signInIndex));
    const same = await this.hasher.verify(account?.passphrase_hash ?? null, body.passphrase);
    if (account === null) return null;
    const finding = {
      clinicId: account.clinic_id,
      personId: account.person_id,
      accepted: same && !body.mustWait,
    };
    if (finding.accepted && this.hasher.isWeak(account.passphrase_hash))
      await this.strengthen(finding, body.passphrase);
    return finding;
  }

  private async strengthen({ clinicId, personId }: PassphraseFinding, passphrase: string): Promise<void> {
    const stronger = await this.hasher.hash(passphrase);
    await this.work.runAsAuth(async () => this.accounts.setPassphrase(clinicId, personId, stronger));
  }
}
