import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AppError } from '../platform/http/app-error.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { AccountTrace } from './account-trace.js';
import { OwnMembership } from './own-membership.js';
import { StaffAccountRepository, type SecretsRow } from './staff-account.repository.js';
import { StaffAccountsService } from './staff-accounts.service.js';
import { TotpSeeds } from './totp-seeds.js';

/** The signed-in member's own secrets, and what every change of them leaves behind. */
@Injectable()
export class OwnSecrets {
  constructor(
    private readonly accounts: StaffAccountRepository,
    private readonly rules: StaffAccountsService,
    private readonly membership: OwnMembership,
    private readonly seeds: TotpSeeds,
    private readonly trace: AccountTrace,
  ) {}

  /** Needs a unit of work under role auth. @throws AppError not_signed_in for a member without an account. */
  async of(session: LiveSession): Promise<SecretsRow> {
    const account = await this.accounts.ofMember(session.clinicId, session.subjectId);
    if (account === null) throw new AppError('not_signed_in');
    return account;
  }

  async email(session: LiveSession): Promise<string> {
    return (await this.membership.of(session)).email;
  }

  /** @throws AppError password_too_short, password_too_long, password_too_common. */
  async requireGood(session: LiveSession, password: string): Promise<void> {
    const { email, name, clinicName } = await this.membership.of(session);
    this.rules.requireGood(password, email, [name, clinicName]);
  }

  async setPassword(accountId: string, passwordHash: string): Promise<void> {
    await this.accounts.setPassword(accountId, passwordHash);
  }

  async setSeed(accountId: string, seed: string, usedStep: number): Promise<void> {
    await this.accounts.setSeed(accountId, this.seeds.seal(accountId, seed), usedStep);
  }

  async setRecoveryCodes(accountId: string, hashes: readonly Buffer[]): Promise<void> {
    await this.accounts.setRecoveryCodes(accountId, hashes);
  }

  async leaveTrace(session: LiveSession, action: string): Promise<void> {
    await this.trace.leave(session, action);
  }

  async endOtherSessions(reply: FastifyReply, session: LiveSession): Promise<void> {
    await this.trace.endOtherSessions(reply, session);
  }
}
