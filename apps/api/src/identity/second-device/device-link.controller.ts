import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  DeviceLinkView,
  NewPasskeyRequest,
  OpenDeviceLinkRequest,
  PasskeyOfferView,
  paths,
} from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForInvited, Public, StepUp } from '../../access/declare-access.js';
import { CurrentSession } from '../../platform/session/current-session.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { DeviceLinkService } from './device-link.service.js';

/** Further passkeys. A challenge is used up by its answer, and a code by its first use: nothing here happens twice. */
@Controller(paths.home.deviceLink)
export class DeviceLinkController {
  constructor(private readonly links: DeviceLinkService) {}

  @ForInvited()
  @StepUp()
  @Post('here/offer')
  @HttpCode(200)
  offerHere(@CurrentSession() session: LiveSession): Promise<PasskeyOfferView> {
    return this.links.offer(session);
  }

  @ForInvited()
  @StepUp()
  @Post('here')
  @HttpCode(204)
  addHere(@CurrentSession() session: LiveSession, @Body() body: NewPasskeyRequest): Promise<void> {
    return this.links.add(session, body);
  }

  @ForInvited()
  @StepUp()
  @Post()
  begin(@CurrentSession() session: LiveSession): Promise<DeviceLinkView> {
    return this.links.begin(session);
  }

  @Public()
  @Post('open')
  @HttpCode(204)
  open(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: OpenDeviceLinkRequest,
  ): Promise<void> {
    return this.links.open({ request, reply }, body.code);
  }

  @ForInvited('adding')
  @Post('there/offer')
  @HttpCode(200)
  offerThere(@CurrentSession() session: LiveSession): Promise<PasskeyOfferView> {
    return this.links.offer(session);
  }

  @ForInvited('adding')
  @Post('there')
  @HttpCode(204)
  finish(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: NewPasskeyRequest,
  ): Promise<void> {
    return this.links.finish({ request, reply }, session, body);
  }
}
