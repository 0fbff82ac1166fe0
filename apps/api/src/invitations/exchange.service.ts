import { Injectable } from '@nestjs/common';
import type { ExchangeInvitationRequest } from '@trellis/contracts';
import { asClinicId } from '@trellis/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '../audit/audit-writer.js';
import { AttemptLimitsService } from '../identity/attempt-limits.service.js';
import { SharedDevices } from '../identity/shared-device/shared-devices.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { invitationLimits } from '../platform/links/invitation-code.js';
import { SessionStore } from '../platform/session/session-store.js';
import { verifyWith } from '../platform/session/verify-with.js';
import { InvitationRepository, type TriedInvitation } from './invitation.repository.js';
import type { InvitationCredentials, InvitationFinding } from './invitation.strategy.js';

/** Turns link and code into a session that can do nothing but enrol. */
@Injectable()
export class ExchangeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invitations: InvitationRepository,
    private readonly limits: AttemptLimitsService,
    private readonly sessions: SessionStore,
    private readonly audit: AuditWriter,
    private readonly shared: SharedDevices,
  ) {}

  /** @throws AppError invitation_refused, the same for unknown, expired, used, locked and wrong; too_many_attempts. */
  async exchange(
    request: FastifyRequest,
    reply: FastifyReply,
    body: ExchangeInvitationRequest,
  ): Promise<void> {
    // The invitation counts its own tries; here the network and all together are limited.
    const attempt = await this.limits.begin('invitation', body.token, request.ip);
    const credentials: InvitationCredentials = { token: body.token, code: body.code };
    const finding = await verifyWith<InvitationFinding>('invitation', credentials);
    if (finding === null) throw new AppError('invitation_refused');
    if (!finding.accepted) {
      await this.recordWrongCode(finding.invitation);
      throw new AppError('invitation_refused');
    }
    if (!(await this.open(reply, finding.invitation))) throw new AppError('invitation_refused');
    // A session of somebody else on this device ends, so that two people are never mixed up.
    const before = await this.sessions.find('home', request);
    await this.shared.met(guestOf(finding.invitation), before);
    await this.sessions.endPrevious('home', request);
    await attempt.succeeded();
  }

  private async open(reply: FastifyReply, invitation: TriedInvitation): Promise<boolean> {
    const { clinic_id: clinicId, id, person_id: subjectId } = invitation;
    return this.work.runAsAuth(async () => {
      if (!(await this.invitations.use(clinicId, id))) return false;
      await this.record(invitation, 'invitation.exchange', 'allowed');
      await this.sessions.issue(reply, { clinicId, surface: 'home', subjectId, role: 'client' }, 'enrolment');
      return true;
    });
  }

  private async recordWrongCode(invitation: TriedInvitation): Promise<void> {
    await this.work.runAsAuth(async () => {
      await this.record(invitation, 'invitation.exchange', 'refused', 'wrong_code');
      if (invitation.attempts >= invitationLimits.attempts)
        await this.record(invitation, 'invitation.lock', 'allowed');
    });
  }

  private async record(
    { clinic_id: clinicId, id, person_id: personId }: TriedInvitation,
    action: string,
    decision: 'allowed' | 'refused',
    reasonCode?: string,
  ): Promise<void> {
    await this.audit.recordFor(
      { clinicId: asClinicId(clinicId), id: personId, role: 'client' },
      {
        action,
        resource: 'invitation',
        resourceId: id,
        personId,
        decision,
        ...(reasonCode === undefined ? {} : { reasonCode }),
      },
    );
  }
}

function guestOf({ clinic_id: clinicId, person_id: subjectId }: TriedInvitation): {
  readonly clinicId: string;
  readonly subjectId: string;
} {
  return { clinicId, subjectId };
}
