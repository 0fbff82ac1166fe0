import { Injectable } from '@nestjs/common';
import type { AuthenticatorSeedView } from '@trellis/contracts';
import { AppError } from '../platform/http/app-error.js';
import { AttemptLimitsService } from './attempt-limits.service.js';
import { EnrolmentSeeds } from './enrolment-seeds.js';
import { ExistingAccount } from './existing-account.js';
import { StaffAccountsService, type PreparedAccount } from './staff-accounts.service.js';

/** What an invited colleague sends to prove, or to open, their account. */
export interface JoiningSecrets {
  readonly email: string;
  readonly invitationId: string;
  readonly password: string;
  readonly code: string;
  readonly names: readonly string[];
}

/** An account that exists and was proved, or one ready to be written. */
export type JoiningAccount =
  | { readonly kind: 'existing'; readonly id: string }
  | { readonly kind: 'new'; readonly prepared: PreparedAccount };

/** The account an invited colleague comes with: one per e-mail address, whatever the number of clinics. */
@Injectable()
export class JoiningAccountService {
  constructor(
    private readonly accounts: StaffAccountsService,
    private readonly existing: ExistingAccount,
    private readonly seeds: EnrolmentSeeds,
    private readonly limits: AttemptLimitsService,
  ) {}

  /** The seed of the new account's authenticator; null for an address that has an account. */
  async newAuthenticator(invitationId: string, email: string): Promise<AuthenticatorSeedView | null> {
    const id = await this.accounts.idOf(this.accounts.indexOf(email));
    return id === null ? this.seeds.view(occasionOf(invitationId), email) : null;
  }

  /**
   * Checks what was sent, outside of any transaction; nothing is written yet but the used code of an account.
   * @throws AppError sign_in_refused, second_factor_refused, password_…; too_many_attempts; busy.
   */
  async prove(ip: string, secrets: JoiningSecrets): Promise<JoiningAccount> {
    const emailIndex = this.accounts.indexOf(secrets.email);
    const id = await this.accounts.idOf(emailIndex);
    if (id === null) return { kind: 'new', prepared: await this.prepare(secrets) };
    const attempt = await this.limits.begin('password', emailIndex.toString('hex'), ip);
    const proved = await this.existing.prove(id, secrets.password, secrets.code, attempt.mustWait);
    if (proved !== 'proved') throw new AppError(proved);
    await attempt.succeeded();
    return { kind: 'existing', id };
  }

  /** Inside the unit of work that adds the membership. @throws AppError invitation_refused when another was quicker. */
  async write(account: JoiningAccount): Promise<string> {
    if (account.kind === 'existing') return account.id;
    const id = await this.accounts.add(account.prepared);
    // The address got an account in the meantime: its secrets were not asked for.
    if (id !== account.prepared.id) throw new AppError('invitation_refused');
    return id;
  }

  private async prepare({
    email,
    password,
    names,
    invitationId,
    code,
  }: JoiningSecrets): Promise<PreparedAccount> {
    this.accounts.requireGood(password, email, names);
    const occasion = occasionOf(invitationId);
    const usedStep = this.seeds.stepOf(occasion, code, await this.accounts.epoch());
    if (usedStep === null) throw new AppError('second_factor_refused');
    return this.accounts.prepare({ email, password, totpSecret: this.seeds.seedOf(occasion), usedStep });
  }
}

function occasionOf(invitationId: string): string {
  return `join/${invitationId}`;
}
