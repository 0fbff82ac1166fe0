import { Injectable } from '@nestjs/common';
import type {
  JoinStaffRequest,
  JoinView,
  OpenStaffInvitationRequest,
  RecoveryCodesView,
} from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { JoiningAccountService } from '../identity/joining-account.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { SessionStore } from '../platform/session/session-store.js';
import { InvitedStaff, systemIn } from './invited-staff.js';
import { Membership } from './membership.js';

/** From link and code to a membership. Opening uses nothing up; joining does, once. */
@Injectable()
export class JoinService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invited: InvitedStaff,
    private readonly accounts: JoiningAccountService,
    private readonly memberships: Membership,
    private readonly sessions: SessionStore,
  ) {}

  /** @throws AppError invitation_refused, the same for unknown, expired, used, locked and wrong; too_many_attempts. */
  async open(request: FastifyRequest, body: OpenStaffInvitationRequest): Promise<JoinView> {
    const { name, email, role, clinicName, id } = await this.invited.require(request, body);
    const authenticator = await this.accounts.newAuthenticator(id, email);
    return { name, email, role, clinicName, authenticator };
  }

  /**
   * Adds the membership and signs the colleague in. Somebody new brings the secrets of the account, which is made in
   * the same transaction; somebody with an account proves it with its password and a code of its authenticator.
   * @throws AppError invitation_refused; password_…; sign_in_refused; second_factor_refused; staff_already_here; busy.
   */
  async join(
    request: FastifyRequest,
    reply: FastifyReply,
    body: JoinStaffRequest,
  ): Promise<RecoveryCodesView> {
    const invited = await this.invited.require(request, body);
    const { password, authenticatorCode: code } = body;
    const account = await this.accounts.prove(request.ip, {
      ...{ password, code, email: invited.email, invitationId: invited.id },
      names: [invited.name, invited.clinicName],
    });
    await this.work.run(async () => this.memberships.add(invited, account), systemIn(invited.clinicId));
    await this.sessions.endPrevious('clinic', request);
    const { clinicId, staffId: subjectId, role } = invited;
    await this.sessions.issue(reply, { clinicId, surface: 'clinic', subjectId, role }, 'full', true);
    if (account.kind === 'new') return { codes: [...account.prepared.recoveryCodes] };
    return { codes: [] };
  }
}
