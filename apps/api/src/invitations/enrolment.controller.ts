import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  EnrolDeviceRequest,
  EnrolledView,
  EnrolmentView,
  EnrolPasskeyRequest,
  EnrolRequest,
  PasskeyOfferView,
  paths,
} from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForInvited } from '../access/declare-access.js';
import { CurrentSession } from '../platform/session/current-session.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { EnrolmentService } from './enrolment.service.js';

@Controller(paths.home.enrolment)
export class EnrolmentController {
  constructor(private readonly enrolments: EnrolmentService) {}

  @ForInvited('enrolment')
  @Get()
  view(@CurrentSession() session: LiveSession): Promise<EnrolmentView> {
    return this.enrolments.view(session);
  }

  @ForInvited('enrolment')
  @Post()
  enrol(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: EnrolRequest,
  ): Promise<EnrolledView> {
    return this.enrolments.enrol({ request, reply }, session, body, {
      kind: 'passphrase',
      passphrase: body.passphrase,
    });
  }

  @ForInvited('enrolment')
  @Post('device')
  enrolDevice(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: EnrolDeviceRequest,
  ): Promise<EnrolledView> {
    return this.enrolments.enrol({ request, reply }, session, body, { kind: 'device', pin: body.pin });
  }

  @ForInvited('enrolment')
  @Post('passkey/offer')
  @HttpCode(200)
  offer(@CurrentSession() session: LiveSession): Promise<PasskeyOfferView> {
    return this.enrolments.offer(session);
  }

  @ForInvited('enrolment')
  @Post('passkey')
  enrolPasskey(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentSession() session: LiveSession,
    @Body() body: EnrolPasskeyRequest,
  ): Promise<EnrolledView> {
    return this.enrolments.enrol({ request, reply }, session, body, {
      kind: 'passkey',
      passkey: body.passkey,
    });
  }
}
