import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import {
  EnrolDeviceRequest,
  EnrolledView,
  EnrolmentView,
  EnrolPasskeyRequest,
  EnrolRequest,
  PasskeyOfferView,
  paths,
} from '@trellis/contracts';
import type { FastifyReply } from 'fastify';
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
    @CurrentSession() session: LiveSession,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: EnrolRequest,
  ): Promise<EnrolledView> {
    return this.enrolments.enrol(session, reply, body, { kind: 'passphrase', passphrase: body.passphrase });
  }

  @ForInvited('enrolment')
  @Post('device')
  enrolDevice(
    @CurrentSession() session: LiveSession,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: EnrolDeviceRequest,
  ): Promise<EnrolledView> {
    return this.enrolments.enrol(session, reply, body, { kind: 'device', pin: body.pin });
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
    @CurrentSession() session: LiveSession,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: EnrolPasskeyRequest,
  ): Promise<EnrolledView> {
    return this.enrolments.enrol(session, reply, body, { kind: 'passkey', passkey: body.passkey });
  }
}
