import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  JoinStaffRequest,
  JoinView,
  OpenStaffInvitationRequest,
  paths,
  RecoveryCodesView,
} from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/declare-access.js';
import { JoinService } from './join.service.js';

@Controller(paths.clinic.join)
export class JoinController {
  constructor(private readonly joining: JoinService) {}

  @Public()
  @Post('open')
  @HttpCode(200)
  open(@Req() request: FastifyRequest, @Body() body: OpenStaffInvitationRequest): Promise<JoinView> {
    return this.joining.open(request, body);
  }

  @Public()
  @Post()
  join(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: JoinStaffRequest,
  ): Promise<RecoveryCodesView> {
    return this.joining.join(request, reply, body);
  }
}
