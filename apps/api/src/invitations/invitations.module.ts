import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { ConsentsController } from './consents.controller.js';
import { ConsentsService } from './consents.service.js';
import { EnrolmentController } from './enrolment.controller.js';
import { EnrolmentRepository } from './enrolment.repository.js';
import { EnrolmentService } from './enrolment.service.js';
import { ExchangeController } from './exchange.controller.js';
import { ExchangeService } from './exchange.service.js';
import { InvitationCode } from '../platform/links/invitation-code.js';
import { InvitationRepository } from './invitation.repository.js';
import { InvitationStrategy } from './invitation.strategy.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';

/** From the therapist's invitation to the person's own account. */
@Module({
  imports: [IdentityModule],
  controllers: [InvitationsController, ExchangeController, EnrolmentController, ConsentsController],
  providers: [
    ...[InvitationCode, InvitationRepository, InvitationStrategy, EnrolmentRepository],
    ...[InvitationsService, ExchangeService, EnrolmentService, ConsentsService],
  ],
  exports: [InvitationsService],
})
export class InvitationsModule {}
