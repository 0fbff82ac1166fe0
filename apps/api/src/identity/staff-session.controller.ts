import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ChangeMembershipRequest,
  paths,
  PasswordSignInRequest,
  RecoveryCodeRequest,
  SecondFactorRequest,
  SignInStepView,
  StaffSessionView,
} from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowStaff, Public } from '../access/declare-access.js';
import { CurrentSession } from '../platform/session/current-session.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { OwnDevicesService } from './own-devices.service.js';
import { StaffSessionService } from './staff-session.service.js';
import { StaffSignInService } from './staff-sign-in.service.js';

@Controller(paths.clinic.session)
export class StaffSessionController {
  constructor(
    private readonly signIn: StaffSignInService,
    private readonly session: StaffSessionService,
    private readonly devices: OwnDevicesService,
  ) {}

  @Public()
  @Post('password')
  @HttpCode(200)
  password(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: PasswordSignInRequest,
  ): Promise<SignInStepView> {
    return this.signIn.password(request, reply, body);
  }

  @AllowStaff('password')
  @Post('second-factor')
  @HttpCode(200)
  async secondFactor(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: SecondFactorRequest,
  ): Promise<StaffSessionView> {
    return this.session.view(await this.signIn.code(request, reply, session, body.code));
  }

  @AllowStaff('password')
  @Post('recovery-code')
  @HttpCode(200)
  async recoveryCode(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: RecoveryCodeRequest,
  ): Promise<StaffSessionView> {
    return this.session.view(await this.signIn.recoveryCode(request, reply, session, body.code));
  }

  @AllowStaff()
  @Post('membership')
  @HttpCode(200)
  async changeOver(
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: ChangeMembershipRequest,
  ): Promise<StaffSessionView> {
    return this.session.view(await this.devices.changeOver(reply, session, body));
  }

  @AllowStaff()
  @Post('step-up')
  @HttpCode(200)
  async stepUp(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: SecondFactorRequest,
  ): Promise<StaffSessionView> {
    return this.session.view(await this.signIn.code(request, reply, session, body.code));
  }

  @AllowStaff()
  @Get()
  view(@CurrentSession() session: LiveSession): Promise<StaffSessionView> {
    return this.session.view(session);
  }

  @AllowStaff()
  @Post('lock')
  @HttpCode(204)
  lock(
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
  ): Promise<void> {
    return this.session.end(reply, session, 'session.lock');
  }

  @AllowStaff()
  @Delete()
  @HttpCode(204)
  signOut(
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
  ): Promise<void> {
    return this.session.end(reply, session, 'session.sign_out');
  }
}
