import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { RecoveryCodes } from './recovery-codes.js';
import { StaffAccountRepository } from './staff-account.repository.js';
import type { CodeCredentials } from './staff-totp.strategy.js';

/** Verifies a recovery code and uses it up. Run it inside the transaction that opens the session. */
@Injectable()
export class StaffRecoveryStrategy extends PassportStrategy(Strategy, 'staff-recovery-code') {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: StaffAccountRepository,
    private readonly codes: RecoveryCodes,
  ) {
    super();
  }

  async validate({ body }: { readonly body: CodeCredentials }): Promise<{ readonly left: number } | null> {
    return this.work.runAsAuth(async () => {
      const account = await this.accounts.ofMember(body.clinicId, body.staffId);
      if (account === null) return null;
      const used = await this.accounts.useRecoveryCode(account.id, this.codes.hashOf(account.id, body.code));
      return used ? { left: account.codes_left - 1 } : null;
    });
  }
}
