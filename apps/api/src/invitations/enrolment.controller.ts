import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { EnrolledView, EnrolmentView, EnrolRequest, paths } from '@trellis/contracts';
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
    return this.enrolments.enrol(session, reply, body);
  }
}
