import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AuthenticatorSeedView, RecoveryCodesView, SetUpClinicRequest } from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { AttemptLimitsService } from './attempt-limits.service.js';
import { EnrolmentSeeds } from './enrolment-seeds.js';
import { FirstOwner } from './first-owner.js';
import { SetupTokenRepository } from './setup-token.repository.js';
import { StaffAccountsService } from './staff-accounts.service.js';

/** The first clinic and its owner on an empty server, for whoever holds the set-up token. */
@Injectable()
export class FirstRunService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tokens: SetupTokenRepository,
    private readonly seeds: EnrolmentSeeds,
    private readonly accounts: StaffAccountsService,
    private readonly gate: AttemptLimitsService,
    private readonly owners: FirstOwner,
  ) {}

  /** The seed for the owner's authenticator; asking again gives the same one. @throws AppError setup_refused. */
  async seed(request: FastifyRequest, token: string): Promise<AuthenticatorSeedView> {
    const attempt = await this.gate.begin('setup', 'first-run', request.ip);
    await this.requireGood(token);
    await attempt.succeeded();
    return this.seeds.view(occasionOf(token), 'owner');
  }

  /**
   * Makes clinic and owner and signs the owner in. The token works once, also for two who send it at the same time.
   * @throws AppError setup_refused (the same for unknown, used, expired, and where a clinic exists),
   * second_factor_refused, password_…; too_many_attempts; busy.
   */
  async setUp(
    request: FastifyRequest,
    reply: FastifyReply,
    body: SetUpClinicRequest,
  ): Promise<RecoveryCodesView> {
    const attempt = await this.gate.begin('setup', 'first-run', request.ip);
    await this.requireGood(body.token);
    const usedStep = this.seeds.stepOf(occasionOf(body.token), body.code, await this.accounts.epoch());
    if (usedStep === null) throw new AppError('second_factor_refused');
    const totpSecret = this.seeds.seedOf(occasionOf(body.token));
    const codes = await this.owners.create(reply, body, { totpSecret, usedStep }, async () => {
      if (!(await this.tokens.use(hashOf(body.token)))) throw new AppError('setup_refused');
    });
    await attempt.succeeded();
    return codes;
  }

  private async requireGood(token: string): Promise<void> {
    const good = await this.work.runAsAuth(async () => this.tokens.isGood(hashOf(token)));
    if (!good) throw new AppError('setup_refused');
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function occasionOf(token: string): string {
  return `set-up/${hashOf(token).toString('hex')}`;
}
