import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { paths, StrongerWayView } from '@trellis/contracts';
import type { FastifyRequest } from 'fastify';
import { ForInvited } from '../../access/declare-access.js';
import { CurrentSession } from '../../platform/session/current-session.js';
import type { LiveSession } from '../../platform/session/live-session.js';
import { StrongerWayService } from './stronger-way.service.js';

/** The calm card on a device with a PIN. Repeating any of it changes nothing more. */
@Controller(`${paths.home.devices}/stronger-way`)
export class StrongerWayController {
  constructor(private readonly ways: StrongerWayService) {}

  @ForInvited('pin')
  @Get()
  view(@Req() request: FastifyRequest, @CurrentSession() session: LiveSession): Promise<StrongerWayView> {
    return this.ways.view(request, session);
  }

  @ForInvited('pin')
  @Post('not-now')
  @HttpCode(204)
  putOff(@Req() request: FastifyRequest, @CurrentSession() session: LiveSession): Promise<void> {
    return this.ways.putOff(request, session);
  }

  @ForInvited('pin')
  @Post('link')
  @HttpCode(204)
  wantLink(@CurrentSession() session: LiveSession): Promise<void> {
    return this.ways.wantLink(session);
  }
}
