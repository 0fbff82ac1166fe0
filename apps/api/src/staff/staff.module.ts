import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { InvitationCode } from '../platform/links/invitation-code.js';
import { InvitedStaff } from './invited-staff.js';
import { JoinController } from './join.controller.js';
import { JoinService } from './join.service.js';
import { Membership } from './membership.js';
import { StaffInvitationRepository } from './staff-invitation.repository.js';
import { StaffInvitationStrategy } from './staff-invitation.strategy.js';
import { StaffInvitationsService } from './staff-invitations.service.js';
import { StaffRecords } from './staff-records.js';
import { StaffController } from './staff.controller.js';
import { StaffRepository } from './staff.repository.js';
import { StaffService } from './staff.service.js';
import { WayBackNoticesModule } from './way-back/way-back-notices.module.js';
import { wayBackControllers, wayBackParts } from './way-back/way-back-parts.js';

/** Who works in a clinic: invited, joined, changed, disabled. */
@Module({
  imports: [IdentityModule, WayBackNoticesModule],
  controllers: [StaffController, JoinController, ...wayBackControllers],
  providers: [
    ...[InvitationCode, StaffRepository, StaffInvitationRepository, StaffInvitationStrategy],
    ...[StaffRecords, InvitedStaff, Membership],
    ...[StaffService, StaffInvitationsService, JoinService],
    ...wayBackParts,
  ],
})
export class StaffModule {}
