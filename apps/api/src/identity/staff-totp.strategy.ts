import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { verifySync } from 'otplib';
import { Strategy } from 'passport-custom';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { StaffAccountRepository } from './staff-account.repository.js';
import { TotpSeeds } from './totp-seeds.js';

export interface CodeCredentials {
  readonly clinicId: string;
  readonly staffId: string;
  readonly code: string;
}

const stepSeconds = 30;

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
      const account = await this.accounts.seedOf(body.clinicId, body.staffId);
      if (account === null) return null;
      const found = verifySync({
        secret: this.seeds.open(account.id, account.totp_sealed),
        token: body.code,
        epoch: Math.floor(account.epoch),
        epochTolerance: [stepSeconds, 0],
      });
      if (!found.valid || !('timeStep' in found)) return null;
      return (await this.accounts.useStep(account.id, found.timeStep)) ? { step: found.timeStep } : null;
    });
  }
}
