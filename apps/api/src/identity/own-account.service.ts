import { Injectable } from '@nestjs/common';
import type { AuthenticatorSeedView, ChangePasswordRequest, RecoveryCodesView } from '@trellis/contracts';
import type { FastifyReply } from 'fastify';
import { AppError } from '../platform/http/app-error.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { AttemptLimitsService } from './attempt-limits.service.js';
import { EnrolmentSeeds } from './enrolment-seeds.js';
import { OwnSecrets } from './own-secrets.js';
import { PasswordHasher } from './password-hasher.js';
import { RecoveryCodes } from './recovery-codes.js';

/**
 * What a member of staff changes about their own sign-in. Every act needs a second factor of the last five minutes,
 * is put on record, is told by mail, and, where the sign-in itself changes, ends every other session.
 */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly secrets: OwnSecrets,
    private readonly hasher: PasswordHasher,
    private readonly codes: RecoveryCodes,
    private readonly seeds: EnrolmentSeeds,
    private readonly limits: AttemptLimitsService,
  ) {}

  /** Ten new codes; the old ones stop working. */
  async newRecoveryCodes(session: LiveSession): Promise<RecoveryCodesView> {
    const codes = this.codes.newSet();
    await this.work.runAsAuth(async () => {
      const { id } = await this.secrets.of(session);
      await this.secrets.setRecoveryCodes(
        id,
        codes.map((code) => this.codes.hashOf(id, code)),
      );
      await this.secrets.leaveTrace(session, 'account.recovery_codes');
    });
    return { codes };
  }

  /** @throws AppError password_wrong; password_too_short, password_too_long, password_too_common; busy. */
  async changePassword(
    reply: FastifyReply,
    session: LiveSession,
    body: ChangePasswordRequest,
  ): Promise<void> {
    // Whoever holds the session could guess here as at the door: the same wait, whatever the network.
    const attempt = await this.limits.begin('password', session.subjectId, '', 'own account');
    const account = await this.work.runAsAuth(async () => this.secrets.of(session));
    const same = await this.hasher.verify(account.password_hash, body.current);
    if (!same || attempt.mustWait) throw new AppError('password_wrong');
    await this.secrets.requireGood(session, body.password);
    const passwordHash = await this.hasher.hash(body.password);
    await this.work.runAsAuth(async () => {
      await this.secrets.setPassword(account.id, passwordHash);
      await this.secrets.leaveTrace(session, 'account.password');
      await this.secrets.endOtherSessions(reply, session);
    });
    await attempt.succeeded();
  }

  /** The seed of a new authenticator; the old one works until a code of the new one has arrived. */
  async newAuthenticator(session: LiveSession): Promise<AuthenticatorSeedView> {
    const { id } = await this.work.runAsAuth(async () => this.secrets.of(session));
    return this.seeds.view(occasionOf(id, session), await this.secrets.email(session));
  }

  /** @throws AppError second_factor_refused; too_many_attempts. */
  async changeAuthenticator(reply: FastifyReply, session: LiveSession, code: string): Promise<void> {
    const attempt = await this.limits.begin('code', session.subjectId, '', 'own account');
    await this.work.runAsAuth(async () => {
      const account = await this.secrets.of(session);
      const occasion = occasionOf(account.id, session);
      const step = attempt.mustWait ? null : this.seeds.stepOf(occasion, code, account.epoch);
      if (step === null) throw new AppError('second_factor_refused');
      await this.secrets.setSeed(account.id, this.seeds.seedOf(occasion), step);
      await this.secrets.leaveTrace(session, 'account.authenticator');
      await this.secrets.endOtherSessions(reply, session);
    });
    await attempt.succeeded();
  }
}

/** Bound to this session's id, which a new step-up changes: a seed that was seen and left unused is gone with it. */
function occasionOf(accountId: string, session: LiveSession): string {
  return `authenticator/${accountId}/${session.idHash.toString('hex')}`;
}
