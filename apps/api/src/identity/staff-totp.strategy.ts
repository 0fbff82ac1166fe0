import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { StaffAccountRepository } from './staff-account.repository.js';
import { currentStep } from './totp-step.js';
import { TotpSeeds } from './totp-seeds.js';

export interface CodeCredentials {
  readonly clinicId: string;
  readonly staffId: string;
  readonly code: string;
}

/**
 * Verifies the six digits of an authenticator app by database time: the current step or the one before, each
 * code once. Run it inside the transaction that opens the session, so that code and session stand or fall together.
 */
@Injectable()
export class StaffTotpStrategy extends PassportStrategy(Strategy, 'staff-totp') {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: StaffAccountRepository,
    private readonly seeds: TotpSeeds,
  ) {
    super();
  }

  async validate({ body }: { readonly body: CodeCredentials }): Promise<{ readonly step: number } | null> {
    return this.work.runAsAuth(async () => {
      const account = await this.accounts.ofMember(body.clinicId, body.staffId);
      if (account === null) return null;
      const step = currentStep(this.seeds.open(account.id, account.totp_sealed), body.code, account.epoch);
      return step !== null && (await this.accounts.useStep(account.id, step)) ? { step } : null;
    });
  }
}
