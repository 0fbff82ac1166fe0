import { Injectable } from '@nestjs/common';
import type {
  JoinStaffRequest,
  OpenStaffInvitationRequest,
  RecoveryCodesView,
  ReturnView,
} from '@trellis/contracts';
import type { FastifyRequest } from 'fastify';
import { AccountRenewalService } from '../../identity/account-renewal.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/http/app-error.js';
import type { AtTheDoor } from '../../identity/client-entry.service.js';
import { SessionStore } from '../../platform/session/session-store.js';
import { ReturningStaff } from './returning-staff.js';
import { WayBackDoorRepository, type TriedWayBack } from './way-back-door.repository.js';
import { WayBackUse } from './way-back-use.js';

/** From link and code back into an account. Opening uses nothing up; coming back does, once. */
@Injectable()
export class WayBackDoorService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returning: ReturningStaff,
    private readonly rows: WayBackDoorRepository,
    private readonly accounts: AccountRenewalService,
    private readonly sessions: SessionStore,
    private readonly use: WayBackUse,
  ) {}

  /** @throws AppError invitation_refused, the same for unknown, run out, used, locked and wrong; too_many_attempts. */
  async open(request: FastifyRequest, body: OpenStaffInvitationRequest): Promise<ReturnView> {
    const { row, email } = await this.returning.require(request, body);
    return { name: row.name, email, authenticator: this.accounts.newAuthenticator(occasionOf(row), email) };
  }

  /**
   * A new password, authenticator and set of recovery codes in place of the old ones; passkeys and every session of
   * the account, in every clinic, are ended. Signs in here.
   * @throws AppError invitation_refused; password_…; second_factor_refused; busy.
   */
  async comeBack({ request, reply }: AtTheDoor, body: JoinStaffRequest): Promise<RecoveryCodesView> {
    const { row, email } = await this.returning.require(request, body);
    const prepared = await this.accounts.prepare({
      ...{ accountId: row.account_id, occasion: occasionOf(row), email, names: [row.name] },
      ...{ password: body.password, code: body.authenticatorCode },
    });
    const { clinic_id: clinicId, staff_id: subjectId, role } = row;
    await this.work.runAsAuth(async () => {
      if (!(await this.rows.use(row))) throw new AppError('invitation_refused');
      await this.accounts.renew(prepared);
      await this.sessions.endEverywhere(clinicId, subjectId);
      await this.use.leaveTrace(row);
    });
    await this.sessions.endPrevious('clinic', request);
    await this.sessions.issue(reply, { clinicId, surface: 'clinic', subjectId, role }, 'full', true);
    return { codes: [...prepared.recoveryCodes] };
  }
}

function occasionOf({ id }: TriedWayBack): string {
  return `way-back/${id}`;
}
