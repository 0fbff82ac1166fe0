import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import {
  AuthenticatorSeedView,
  ChangeAuthenticatorRequest,
  ChangePasswordRequest,
  OwnAccountView,
  paths,
  RecoveryCodesView,
} from '@trellis/contracts';
import type { FastifyReply } from 'fastify';
import { AllowStaff, StepUp } from '../access/declare-access.js';
import { CurrentSession } from '../platform/session/current-session.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { OwnAccountService } from './own-account.service.js';
import { OwnDevicesService } from './own-devices.service.js';

@Controller(paths.clinic.account)
export class OwnAccountController {
  constructor(
    private readonly account: OwnAccountService,
    private readonly devices: OwnDevicesService,
  ) {}

  @AllowStaff()
  @Get()
  view(@CurrentSession() session: LiveSession): Promise<OwnAccountView> {
    return this.devices.view(session);
  }

  @AllowStaff()
  @StepUp()
  @Post('recovery-codes')
  recoveryCodes(@CurrentSession() session: LiveSession): Promise<RecoveryCodesView> {
    return this.account.newRecoveryCodes(session);
  }

  @AllowStaff()
  @StepUp()
  @Put('password')
  @HttpCode(204)
  password(
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: ChangePasswordRequest,
  ): Promise<void> {
    return this.account.changePassword(reply, session, body);
  }

  @AllowStaff()
  @StepUp()
  @Post('authenticator')
  @HttpCode(200)
  newAuthenticator(@CurrentSession() session: LiveSession): Promise<AuthenticatorSeedView> {
    return this.account.newAuthenticator(session);
  }

  @AllowStaff()
  @StepUp()
  @Put('authenticator')
  @HttpCode(204)
  authenticator(
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: ChangeAuthenticatorRequest,
  ): Promise<void> {
    return this.account.changeAuthenticator(reply, session, body.code);
  }

  @AllowStaff()
  @Delete('sessions/:ref')
  @HttpCode(204)
  endDevice(@CurrentSession() session: LiveSession, @Param('ref') ref: string): Promise<void> {
    return this.devices.end(session, ref);
  }
}
