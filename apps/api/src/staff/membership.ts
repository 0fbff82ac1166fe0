import { Injectable } from '@nestjs/common';
import { asClinicId } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { JoiningAccountService, type JoiningAccount } from '../identity/joining-account.service.js';
import { AppError } from '../platform/http/app-error.js';
import type { Invited } from './invited-staff.js';
import { StaffInvitationRepository } from './staff-invitation.repository.js';
import { StaffRecords } from './staff-records.js';
import { StaffRepository } from './staff.repository.js';

/** Turns an invitation into a membership, inside one transaction of the clinic as `system`. */
@Injectable()
export class Membership {
  constructor(
    private readonly invitations: StaffInvitationRepository,
    private readonly staff: StaffRepository,
    private readonly accounts: JoiningAccountService,
    private readonly records: StaffRecords,
    private readonly audit: AuditWriter,
  ) {}

  /** @throws AppError invitation_refused when it was used in the meantime; staff_already_here. */
  async add(invited: Invited, account: JoiningAccount): Promise<void> {
    if (!(await this.invitations.use(invited.id))) throw new AppError('invitation_refused');
    const accountId = await this.accounts.write(account);
    if (await this.staff.holds(accountId, invited.role)) throw new AppError('staff_already_here');
    const { clinicId, staffId: id, name, credentials, role, email } = invited;
    const emailSealed = await this.records.sealMember(clinicId, id, email);
    await this.staff.add({ clinicId, id, accountId, name, credentials, role, emailSealed });
    await this.audit.recordFor(
      { clinicId: asClinicId(clinicId), id, role },
      { action: 'staff.join', resource: 'staff_member', resourceId: id, decision: 'allowed' },
    );
  }
}
