import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ExchangeInvitationRequest, paths } from '@trellis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/declare-access.js';
import { ExchangeService } from './exchange.service.js';

@Controller(paths.home.invitations)
export class ExchangeController {
  constructor(private readonly invitations: ExchangeService) {}

  @Public()
  @Post('exchange')
  @HttpCode(204)
  exchange(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: ExchangeInvitationRequest,
  ): Promise<void> {
    return this.invitations.exchange(request, reply, body);
  }
}
