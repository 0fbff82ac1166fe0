import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import {
  AddPasskeyRequest,
  OwnPasskeysView,
  PasskeyOfferView,
  paths,
  RenamePasskeyRequest,
} from '@trellis/contracts';
import type { FastifyReply } from 'fastify';
import { AllowStaff, StepUp } from '../../access/declare-access.js';
import { CurrentSession } from '../../platform/session/current-session.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { OwnPasskeysService } from './own-passkeys.service.js';

@Controller(`${paths.clinic.account}/passkeys`)
export class OwnPasskeysController {
  constructor(private readonly passkeys: OwnPasskeysService) {}

  @AllowStaff()
  @Get()
  list(@CurrentSession() session: LiveSession): Promise<OwnPasskeysView> {
    return this.passkeys.list(session);
  }

  @AllowStaff()
  @StepUp()
  @Post('offer')
  @HttpCode(200)
  offer(@CurrentSession() session: LiveSession): Promise<PasskeyOfferView> {
    return this.passkeys.offer(session);
  }

  @AllowStaff()
  @StepUp()
  @Post()
  add(
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: AddPasskeyRequest,
  ): Promise<OwnPasskeysView> {
    return this.passkeys.add(reply, session, body);
  }

  @AllowStaff()
  @Put(':passkeyId')
  rename(
    @CurrentSession() session: LiveSession,
    @Param('passkeyId') id: string,
    @Body() body: RenamePasskeyRequest,
  ): Promise<OwnPasskeysView> {
    return this.passkeys.rename(session, id, body.label);
  }

  @AllowStaff()
  @StepUp()
  @Delete(':passkeyId')
  remove(
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Param('passkeyId') id: string,
  ): Promise<OwnPasskeysView> {
    return this.passkeys.remove(reply, session, id);
  }
}
