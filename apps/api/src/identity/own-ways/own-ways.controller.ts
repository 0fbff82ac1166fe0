import { Body, Controller, Delete, Get, HttpCode, Param, Put, Req, Res } from '@nestjs/common';
import { OwnDevicesView, PassphraseRequest, paths } from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForInvited, StepUp } from '../../access/declare-access.js';
import { CurrentSession } from '../../platform/session/current-session.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { OwnPassphraseService } from './own-passphrase.service.js';
import { OwnWaysService } from './own-ways.service.js';

/** Where I am signed in. */
@Controller(paths.home.devices)
export class OwnWaysController {
  constructor(
    private readonly ways: OwnWaysService,
    private readonly passphrases: OwnPassphraseService,
  ) {}

  @ForInvited('pin')
  @Get()
  view(@Req() request: FastifyRequest, @CurrentSession() session: LiveSession): Promise<OwnDevicesView> {
    return this.ways.view(request, session);
  }

  @ForInvited()
  @Delete('sessions/:ref')
  @HttpCode(204)
  end(@CurrentSession() session: LiveSession, @Param('ref') ref: string): Promise<void> {
    return this.ways.end(session, ref);
  }

  @ForInvited()
  @StepUp()
  @Delete('sessions')
  @HttpCode(204)
  endOthers(
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
  ): Promise<void> {
    return this.ways.endOthers(reply, session);
  }

  @ForInvited()
  @StepUp()
  @Delete('passkeys/:passkeyId')
  @HttpCode(204)
  removePasskey(
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Param('passkeyId') id: string,
  ): Promise<void> {
    return this.ways.removePasskey(reply, session, id);
  }

  @ForInvited()
  @StepUp()
  @Delete('pins/:pinId')
  @HttpCode(204)
  removePin(
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Param('pinId') id: string,
  ): Promise<void> {
    return this.ways.removePin(reply, session, id);
  }

  @ForInvited('pin')
  @Delete('pin')
  @HttpCode(204)
  forgetHere(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
  ): Promise<void> {
    return this.ways.forgetHere({ request, reply }, session);
  }

  @ForInvited()
  @StepUp()
  @Put('passphrase')
  @HttpCode(204)
  passphrase(
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: PassphraseRequest,
  ): Promise<void> {
    return this.passphrases.change(reply, session, body.passphrase);
  }
}
