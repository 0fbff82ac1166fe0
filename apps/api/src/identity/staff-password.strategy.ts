import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { StaffRole } from '@trellis/domain';
import { Strategy } from 'passport-custom';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { PasswordHasher } from './password-hasher.js';
import { StaffAccountRepository } from './staff-account.repository.js';

/** A member of staff in the clinic of the sign-in. */
export interface StaffIdentity {
  readonly accountId: string;
  readonly clinicId: string;
  readonly staffId: string;
  readonly role: StaffRole;
}

export interface PasswordCredentials {
  readonly emailIndex: Buffer;
  readonly password: string;
  /** True while the account has to wait: the same work is done and the answer is no. */
  readonly mustWait: boolean;
}

/** What the check found; `accepted` is false for a known account with a wrong password. */
export interface PasswordFinding {
  readonly identity: StaffIdentity;
  readonly accepted: boolean;
}

/** Verifies e-mail and password of staff. Unknown, ended and wrong cost the same work. */
@Injectable()
export class StaffPasswordStrategy extends PassportStrategy(Strategy, 'staff-password') {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: StaffAccountRepository,
    private readonly hasher: PasswordHasher,
  ) {
    super();
  }

  async validate({ body }: { readonly body: PasswordCredentials }): Promise<PasswordFinding | null> {
    const account = await this.work.runAsAuth(async () => this.accounts.byEmail(body.emailIndex));
    const same = await this.hasher.verify(account?.password_hash ?? null, body.password);
    if (account?.clinic_id == null || account.staff_id === null || account.role === null) return null;
    const accepted = same && !body.mustWait;
    if (accepted && this.hasher.isWeak(account.password_hash))
      await this.strengthen(account.id, body.password);
    const identity = {
      accountId: account.id,
      clinicId: account.clinic_id,
      staffId: account.staff_id,
      role: account.role,
    };
    return { identity, accepted };
  }

  private async strengthen(accountId: string, password: string): Promise<void> {
    const stronger = await this.hasher.hash(password);
    await this.work.runAsAuth(async () => this.accounts.setPassword(accountId, stronger));
  }
}
