import { Injectable } from '@nestjs/common';
import type { AuthenticatorSeedView } from '@trellis/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { EnrolmentSeeds } from './enrolment-seeds.js';
import { StaffPasskeyRepository } from './passkeys/staff-passkey.repository.js';
import { StaffAccountRepository } from './staff-account.repository.js';
import { StaffAccountsService, type PreparedAccount } from './staff-accounts.service.js';

/** What somebody sends who comes back into an account of theirs. `names` may not occur in the password. */
export interface ReturningSecrets {
  readonly accountId: string;
  readonly occasion: string;
  readonly email: string;
  readonly password: string;
  readonly code: string;
  readonly names: readonly string[];
}

/** Gives an account that exists a new password, authenticator and recovery codes, and takes its passkeys away. */
@Injectable()
export class AccountRenewalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: StaffAccountsService,
    private readonly seeds: EnrolmentSeeds,
    private readonly accounts: StaffAccountRepository,
    private readonly passkeys: StaffPasskeyRepository,
  ) {}

  /** The seed of the new authenticator, the same for as long as `occasion` is. */
  newAuthenticator(occasion: string, email: string): AuthenticatorSeedView {
    return this.seeds.view(occasion, email);
  }

  /** Checks and hashes, outside of any transaction. @throws AppError password_…; second_factor_refused; busy. */
  async prepare(secrets: ReturningSecrets): Promise<PreparedAccount> {
    const { accountId, occasion, email, password, code, names } = secrets;
    this.rules.requireGood(password, email, names);
    const usedStep = this.seeds.stepOf(occasion, code, await this.rules.epoch());
    if (usedStep === null) throw new AppError('second_factor_refused');
    const totpSecret = this.seeds.seedOf(occasion);
    return this.rules.prepare({ accountId, email, password, totpSecret, usedStep });
  }

  /** Writes it down, inside the caller's unit of work under role auth. */
  async renew({ id, passwordHash, totpSealed, usedStep, recoveryHashes }: PreparedAccount): Promise<void> {
    await this.work.runAsAuth(async () => {
      await this.accounts.setPassword(id, passwordHash);
      await this.accounts.setSeed(id, totpSealed, usedStep);
      await this.accounts.setRecoveryCodes(id, recoveryHashes);
      await this.passkeys.removeAll(id);
    });
  }
}
