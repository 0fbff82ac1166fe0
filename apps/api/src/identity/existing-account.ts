import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { PasswordHasher } from './password-hasher.js';
import { StaffAccountRepository } from './staff-account.repository.js';
import { currentStep } from './totp-step.js';
import { TotpSeeds } from './totp-seeds.js';

/** Proves an account by password and code, whether or not any clinic lets it in now. */
@Injectable()
export class ExistingAccount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: StaffAccountRepository,
    private readonly hasher: PasswordHasher,
    private readonly seeds: TotpSeeds,
  ) {}

  /** The code is used up when both are right. While the account has to wait, the same work is done and the answer is no. */
  async prove(
    id: string,
    password: string,
    code: string,
    mustWait: boolean,
  ): Promise<'proved' | 'sign_in_refused' | 'second_factor_refused'> {
    const account = await this.work.runAsAuth(async () => this.accounts.byId(id));
    const same = await this.hasher.verify(account?.password_hash ?? null, password);
    if (account === null || !same || mustWait) return 'sign_in_refused';
    const step = currentStep(this.seeds.open(id, account.totp_sealed), code, account.epoch);
    const used = step !== null && (await this.work.runAsAuth(async () => this.accounts.useStep(id, step)));
    return used ? 'proved' : 'second_factor_refused';
  }
}
