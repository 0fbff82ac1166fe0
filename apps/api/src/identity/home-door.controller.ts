import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  DeviceView,
  PassphraseRequest,
  PasskeyProofRequest,
  PasskeyQuestionView,
  paths,
  PersonSessionView,
  PinRequest,
} from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForInvited, Public } from '../access/declare-access.js';
import { CurrentSession } from '../platform/session/current-session.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { DeviceSessionService } from './device/device-session.service.js';
import { PassphraseStepUpService } from './passphrase-step-up.service.js';
import { PersonPasskeySessionService } from './passkeys/person-passkey-session.service.js';
import { PersonSessionService } from './person-session.service.js';

/** The ways in that are no passphrase, and proving once more who is there. */
@Controller(paths.home.session)
export class HomeDoorController {
  constructor(
    private readonly devices: DeviceSessionService,
    private readonly passkeys: PersonPasskeySessionService,
    private readonly passphrases: PassphraseStepUpService,
    private readonly session: PersonSessionService,
  ) {}

  @Public()
  @Get('device')
  device(@Req() request: FastifyRequest): Promise<DeviceView> {
    return this.devices.view(request);
  }

  @Public()
  @Post('pin')
  @HttpCode(200)
  async pin(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: PinRequest,
  ): Promise<PersonSessionView> {
    return this.session.view(await this.devices.open({ request, reply }, body.pin));
  }

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
  ): Promise<PersonSessionView> {
    return this.session.view(await this.passkeys.signIn({ request, reply }, body));
  }

  @ForInvited()
  @Post('step-up')
  @HttpCode(200)
  async stepUp(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: PassphraseRequest,
  ): Promise<PersonSessionView> {
    return this.session.view(await this.passphrases.stepUp({ request, reply }, session, body.passphrase));
  }

  @ForInvited()
  @Post('step-up/passkey/question')
  @HttpCode(200)
  askAgain(@CurrentSession() session: LiveSession): Promise<PasskeyQuestionView> {
    return this.passkeys.askAgain(session);
  }

  @ForInvited()
  @Post('step-up/passkey')
  @HttpCode(200)
  async stepUpWithPasskey(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: PasskeyProofRequest,
  ): Promise<PersonSessionView> {
    return this.session.view(await this.passkeys.stepUp({ request, reply }, session, body));
  }
}
