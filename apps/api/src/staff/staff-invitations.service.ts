import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { InviteStaffRequest, NewStaffInvitationView } from '@trellis/contracts';
import { StaffAccountsService } from '../identity/staff-accounts.service.js';
import { CONFIG, type Config } from '../platform/config/env.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { InvitationCode } from '../platform/links/invitation-code.js';
import { StaffInvitationRepository } from './staff-invitation.repository.js';
import { StaffRecords } from './staff-records.js';

/** Invitations of colleagues, as owner and administrators make them. */
@Injectable()
export class StaffInvitationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invitations: StaffInvitationRepository,
    private readonly accounts: StaffAccountsService,
    private readonly code: InvitationCode,
    private readonly records: StaffRecords,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes an invitation and ends the open ones of the same address and role. Link and code are in this answer only.
   * @throws AppError not_allowed when an admin invites an owner; staff_already_here when the address holds the role.
   */
  async create(body: InviteStaffRequest): Promise<NewStaffInvitationView> {
    const emailIndex = this.accounts.indexOf(body.email);
    const accountId = await this.accounts.idOf(emailIndex);
    return this.work.run(async () => {
      const actor = currentActor();
      if (body.role === 'owner' && actor.role !== 'owner') throw new AppError('not_allowed');
      if (accountId !== null && (await this.records.holds(accountId, body.role)))
        throw new AppError('staff_already_here');
      const [id, staffId, token, code] = [
        randomUUID(),
        randomUUID(),
        this.code.newToken(),
        this.code.newCode(),
      ];
      const { name, credentials, role } = body;
      await this.invitations.supersede(emailIndex, role);
      await this.invitations.add({
        ...{
          clinicId: actor.clinicId,
          createdBy: actor.id,
          id,
          staffId,
          name,
          credentials,
          role,
          emailIndex,
        },
        emailSealed: await this.records.sealInvited({ clinicId: actor.clinicId, id, staffId }, body.email),
        tokenHash: this.code.hashOf(token),
        codeMac: this.code.macOf(id, code),
      });
      await this.records.write('staff.invite', 'staff_invitation', id);
      const expiresAt = await this.invitations.expiryOf(id);
      if (expiresAt === null) throw notFound();
      return { id, link: `${this.config.portalUrl}/join#${token}`, code, expiresAt: expiresAt.toISOString() };
    });
  }

  /** Ends an open invitation. @throws AppError not_found when there is none of this id. */
  async takeBack(id: string): Promise<void> {
    await this.work.run(async () => {
      if (!(await this.invitations.takeBack(id))) throw notFound();
      await this.records.write('staff.invitation_taken_back', 'staff_invitation', id);
    });
  }
}
