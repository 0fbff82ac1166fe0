import { Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { NewInvitationView, paths } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { InvitationsService } from './invitations.service.js';

@Controller(paths.clinic.invitations)
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Allow('people.invite')
  @Idempotent()
  @Post(':personId')
  create(@Param('personId', ParseUUIDPipe) personId: string): Promise<NewInvitationView> {
    return this.invitations.create(personId);
  }
}
