import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { PasskeyProofRequest, PasskeyQuestionView, paths, StaffSessionView } from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowStaff, Public } from '../../access/declare-access.js';
import { CurrentSession } from '../../platform/session/current-session.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { StaffSessionService } from '../staff-session.service.js';
import { StaffPasskeySessionService } from './staff-passkey-session.service.js';

@Controller(paths.clinic.session)
export class StaffPasskeyController {
  constructor(
    private readonly passkeys: StaffPasskeySessionService,
    private readonly session: StaffSessionService,
  ) {}

  @Public()
  @Post('passkey/question')
  @HttpCode(200)
  ask(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PasskeyQuestionView> {
    return this.passkeys.ask({ request, reply });
  }

  @Public()
  @Post('passkey')
  @HttpCode(200)
  async signIn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: PasskeyProofRequest,
  ): Promise<StaffSessionView> {
    return this.session.view(await this.passkeys.signIn({ request, reply }, body));
  }

  @AllowStaff()
  @Post('step-up/passkey/question')
  @HttpCode(200)
  askAgain(@CurrentSession() session: LiveSession): Promise<PasskeyQuestionView> {
    return this.passkeys.askAgain(session);
  }

  @AllowStaff()
  @Post('step-up/passkey')
  @HttpCode(200)
  async stepUp(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: PasskeyProofRequest,
  ): Promise<StaffSessionView> {
    return this.session.view(await this.passkeys.stepUp({ request, reply }, session, body));
  }
}
