import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { InvitationCode } from '../platform/links/invitation-code.js';
import { InvitationRepository, type TriedInvitation } from './invitation.repository.js';

export interface InvitationCredentials {
  readonly token: string;
  readonly code: string;
}

/** An open invitation that was tried; `accepted` is false when the code was wrong. */
export interface InvitationFinding {
  readonly invitation: TriedInvitation;
  readonly accepted: boolean;
}

/** Verifies link and code. The try is counted and committed before the code is looked at. */
@Injectable()
export class InvitationStrategy extends PassportStrategy(Strategy, 'invitation') {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invitations: InvitationRepository,
    private readonly code: InvitationCode,
  ) {
    super();
  }

  async validate({ body }: { readonly body: InvitationCredentials }): Promise<InvitationFinding | null> {
    const tokenHash = this.code.hashOf(body.token);
    const invitation = await this.work.runAsAuth(async () => this.invitations.countAttempt(tokenHash));
    const accepted = this.code.matches(invitation, body.code);
    return invitation === null ? null : { invitation, accepted };
  }
}
