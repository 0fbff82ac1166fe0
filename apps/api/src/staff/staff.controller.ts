import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import {
  ChangeStaffRequest,
  InviteStaffRequest,
  NewStaffInvitationView,
  paths,
  StaffListView,
} from '@trellis/contracts';
import { Allow, StepUp } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { StaffInvitationsService } from './staff-invitations.service.js';
import { StaffService } from './staff.service.js';

@Controller(paths.clinic.staff)
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly invitations: StaffInvitationsService,
  ) {}

  @Allow('staff.manage')
  @Get()
  list(): Promise<StaffListView> {
    return this.staff.list();
  }

  @Allow('staff.manage')
  @StepUp()
  @Idempotent()
  @Post('invitations')
  invite(@Body() body: InviteStaffRequest): Promise<NewStaffInvitationView> {
    return this.invitations.create(body);
  }

  @Allow('staff.manage')
  @Delete('invitations/:invitationId')
  @HttpCode(204)
  takeBack(@Param('invitationId', ParseUUIDPipe) invitationId: string): Promise<void> {
    return this.invitations.takeBack(invitationId);
  }

  @Allow('staff.manage')
  @StepUp()
  @Put(':staffId')
  @HttpCode(204)
  change(@Param('staffId', ParseUUIDPipe) staffId: string, @Body() body: ChangeStaffRequest): Promise<void> {
    return this.staff.change(staffId, body);
  }

  @Allow('staff.manage')
  @Delete(':staffId/sessions')
  @HttpCode(204)
  endSessions(@Param('staffId', ParseUUIDPipe) staffId: string): Promise<void> {
    return this.staff.endSessions(staffId);
  }
}
