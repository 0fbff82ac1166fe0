import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { InvitationCode } from '../platform/links/invitation-code.js';
import { StaffInvitationRepository, type StaffInvitationRow } from './staff-invitation.repository.js';

export interface StaffInvitationCredentials {
  readonly token: string;
  readonly code: string;
}

/** An open invitation that was tried; `accepted` is false when the code was wrong. */
export interface StaffInvitationFinding {
  readonly invitation: StaffInvitationRow;
  readonly accepted: boolean;
}

/** Verifies link and code of a colleague. The try is counted and committed before the code is looked at. */
@Injectable()
export class StaffInvitationStrategy extends PassportStrategy(Strategy, 'staff-invitation') {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invitations: StaffInvitationRepository,
    private readonly code: InvitationCode,
  ) {
    super();
  }

  async validate({
    body,
  }: {
    readonly body: StaffInvitationCredentials;
  }): Promise<StaffInvitationFinding | null> {
    const tokenHash = this.code.hashOf(body.token);
    const invitation = await this.work.runAsAuth(async () => this.invitations.countAttempt(tokenHash));
    const accepted = this.code.matches(invitation, body.code);
    if (invitation === null) return null;
    if (accepted)
      await this.work.runAsAuth(async () =>
        this.invitations.uncountAttempt(invitation.clinic_id, invitation.id),
      );
    return { invitation, accepted };
  }
}
