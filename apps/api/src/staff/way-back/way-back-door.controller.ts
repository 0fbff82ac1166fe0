import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  JoinStaffRequest,
  OpenStaffInvitationRequest,
  paths,
  RecoveryCodesView,
  ReturnView,
} from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../access/declare-access.js';
import { WayBackDoorService } from './way-back-door.service.js';

/** The door for colleagues who come back. The link of the letter and the code that somebody told open it together. */
@Controller(paths.clinic.wayBack)
export class WayBackDoorController {
  constructor(private readonly ways: WayBackDoorService) {}

  @Public()
  @Post('open')
  @HttpCode(200)
  open(@Req() request: FastifyRequest, @Body() body: OpenStaffInvitationRequest): Promise<ReturnView> {
    return this.ways.open(request, body);
  }

  @Public()
  @Post()
  comeBack(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: JoinStaffRequest,
  ): Promise<RecoveryCodesView> {
    return this.ways.comeBack({ request, reply }, body);
  }
}
