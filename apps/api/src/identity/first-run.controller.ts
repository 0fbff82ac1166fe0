import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  AuthenticatorSeedView,
  paths,
  RecoveryCodesView,
  SetUpClinicRequest,
  SetUpTokenRequest,
} from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/declare-access.js';
import { FirstRunService } from './first-run.service.js';

@Controller(paths.clinic.setup)
export class FirstRunController {
  constructor(private readonly firstRun: FirstRunService) {}

  @Public()
  @Post('authenticator')
  @HttpCode(200)
  authenticator(
    @Req() request: FastifyRequest,
    @Body() body: SetUpTokenRequest,
  ): Promise<AuthenticatorSeedView> {
    return this.firstRun.seed(request, body.token);
  }

  @Public()
  @Post()
  setUp(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: SetUpClinicRequest,
  ): Promise<RecoveryCodesView> {
    return this.firstRun.setUp(request, reply, body);
  }
}
