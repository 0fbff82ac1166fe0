import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvitationCode } from '../../platform/links/invitation-code.js';
import type { StaffInvitationCredentials } from '../staff-invitation.strategy.js';
import { WayBackDoorRepository, type TriedWayBack } from './way-back-door.repository.js';

/** A way back that was tried; `accepted` is false when the code was wrong. */
export interface WayBackFinding {
  readonly row: TriedWayBack;
  readonly accepted: boolean;
}

/** Verifies link and code of somebody who comes back. The try is counted and committed before the code is looked at. */
@Injectable()
export class WayBackStrategy extends PassportStrategy(Strategy, 'staff-way-back') {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: WayBackDoorRepository,
    private readonly code: InvitationCode,
  ) {
    super();
  }

  async validate({ body }: { readonly body: StaffInvitationCredentials }): Promise<WayBackFinding | null> {
    const tokenHash = this.code.hashOf(body.token);
    const row = await this.work.runAsAuth(async () => this.rows.countAttempt(tokenHash));
    const accepted = this.code.matches(row, body.code);
    if (row === null) return null;
    if (accepted) await this.work.runAsAuth(async () => this.rows.uncountAttempt(row));
    return { row, accepted };
  }
}
