import { Injectable } from '@nestjs/common';
import type { PasswordSignInRequest, SignInStepView } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '../audit/audit-writer.js';
import type { Actor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { Outbox } from '../platform/jobs/outbox.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { SessionStore } from '../platform/session/session-store.js';
import { verifyWith } from '../platform/session/verify-with.js';
import { accountNoticeKind } from './account-notice.job.js';
import { AttemptLimitsService } from './attempt-limits.service.js';
import { BlindIndex } from './blind-index.js';
import type { PasswordCredentials, PasswordFinding, StaffIdentity } from './staff-password.strategy.js';
import type { CodeCredentials } from './staff-totp.strategy.js';

/** One way of giving a second factor. */
interface SecondStep {
  readonly kind: 'code' | 'recovery';
  readonly verifier: 'staff-totp' | 'staff-recovery-code';
  readonly action: string;
  readonly code: string;
}

/** Signs staff in: password first, then a code, each giving the session a new id. */
@Injectable()
export class StaffSignInService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly limits: AttemptLimitsService,
    private readonly index: BlindIndex,
    private readonly audit: AuditWriter,
    private readonly outbox: Outbox,
  ) {}

  /** @throws AppError sign_in_refused for unknown and wrong alike; too_many_attempts; busy. */
  async password(
    request: FastifyRequest,
    reply: FastifyReply,
    body: PasswordSignInRequest,
  ): Promise<SignInStepView> {
    const emailIndex = this.index.ofEmail(body.email);
    const attempt = await this.limits.beginAt({ request, reply }, 'password', emailIndex.toString('hex'));
    const credentials: PasswordCredentials = {
      emailIndex,
      password: body.password,
      mustWait: attempt.mustWait,
    };
    const finding = await verifyWith<PasswordFinding>('staff-password', credentials);
    if (finding === null) return this.refuseUnknown();
    const actor = actorOf(finding.identity);
    if (!finding.accepted) {
      await this.record(
        actor,
        'session.password',
        'refused',
        attempt.mustWait ? 'must_wait' : 'wrong_password',
      );
      throw new AppError('sign_in_refused');
    }
    await this.sessions.endPrevious('clinic', request);
    await this.work.runAsAuth(async () => {
      await this.record(actor, 'session.password', 'allowed');
      const subject = {
        clinicId: actor.clinicId,
        surface: 'clinic',
        subjectId: actor.id,
        role: finding.identity.role,
      } as const;
      await this.sessions.issue(reply, subject, 'password');
    });
    await attempt.succeeded();
    return { step: 'second_factor' };
  }

  /**
   * The second step of a sign-in (level `password`), or a step-up (level `full`).
   * @throws AppError second_factor_refused; too_many_attempts.
   */
  async code(
    request: FastifyRequest,
    reply: FastifyReply,
    session: LiveSession,
    code: string,
  ): Promise<LiveSession> {
    const action = session.level === 'full' ? 'session.step_up' : 'session.second_factor';
    return this.secondStep(request, reply, session, { kind: 'code', verifier: 'staff-totp', action, code });
  }

  /**
   * The second step with a recovery code, which is used up. Its owner is told by mail.
   * @throws AppError second_factor_refused; too_many_attempts.
   */
  async recoveryCode(
    request: FastifyRequest,
    reply: FastifyReply,
    session: LiveSession,
    code: string,
  ): Promise<LiveSession> {
    const step = {
      kind: 'recovery',
      verifier: 'staff-recovery-code',
      action: 'session.recovery_code',
      code,
    } as const;
    return this.secondStep(request, reply, session, step);
  }

  private async secondStep(
    request: FastifyRequest,
    reply: FastifyReply,
    session: LiveSession,
    { kind, verifier, action, code }: SecondStep,
  ): Promise<LiveSession> {
    const attempt = await this.limits.beginAt({ request, reply }, kind, session.subjectId);
    const actor: Actor = {
      clinicId: asClinicId(session.clinicId),
      id: session.subjectId,
      role: session.role,
    };
    const credentials: CodeCredentials = { clinicId: session.clinicId, staffId: session.subjectId, code };
    const rotated = await this.work.runAsAuth(async () => {
      const proof = attempt.mustWait ? null : await verifyWith(verifier, credentials);
      if (proof === null) {
        await this.record(actor, action, 'refused', 'wrong_code');
        return null;
      }
      await this.record(actor, action, 'allowed');
      if (kind === 'recovery') await this.outbox.add(accountNoticeKind, session.subjectId);
      return this.sessions.rotate(reply, session, 'full', { steppedUp: true });
    });
    if (rotated === null) throw new AppError('second_factor_refused');
    await attempt.succeeded();
    return rotated;
  }

  /** Costs as many statements as the record of a refusal for an account that exists. */
  private async refuseUnknown(): Promise<never> {
    await this.work.runAsAuth(async () => this.work.rows('SELECT app.now()'));
    throw new AppError('sign_in_refused');
  }

  private async record(
    actor: Actor,
    action: string,
    decision: 'allowed' | 'refused',
    reasonCode?: string,
  ): Promise<void> {
    const reason = reasonCode === undefined ? {} : { reasonCode };
    await this.work.runAsAuth(async () =>
      this.audit.recordFor(actor, { action, resource: 'session', decision, ...reason }),
    );
  }
}

function actorOf(identity: StaffIdentity): Actor {
  return { clinicId: asClinicId(identity.clinicId), id: identity.staffId, role: identity.role };
}
