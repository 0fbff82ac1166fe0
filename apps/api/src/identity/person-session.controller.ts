import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { PassphraseSignInRequest, paths, PersonSessionView } from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForInvited, Public } from '../access/declare-access.js';
import { CurrentSession } from '../platform/session/current-session.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { PersonSessionService } from './person-session.service.js';

@Controller(paths.home.session)
export class PersonSessionController {
  constructor(private readonly session: PersonSessionService) {}

  @Public()
  @Post()
  @HttpCode(200)
  signIn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: PassphraseSignInRequest,
  ): Promise<PersonSessionView> {
    return this.session.signIn(request, reply, body);
  }

  @ForInvited('any')
  @Get()
  current(@CurrentSession() session: LiveSession): Promise<PersonSessionView> {
    return this.session.view(session);
  }

  @ForInvited('pin')
  @Delete()
  @HttpCode(204)
  signOut(
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
  ): Promise<void> {
    return this.session.signOut(reply, session);
  }

  /** Sent as a beacon while the page goes away; a beacon can carry no header, so that origin and cookie must do. */
  @Public()
  @Post('exit')
  @HttpCode(204)
  exit(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.session.exit(request, reply);
  }
}
