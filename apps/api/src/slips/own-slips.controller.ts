import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { LogOwnSlipRequest, paths, TellSlipRequest } from '@trellis/contracts';
import type { LoggedSlipView, OwnSlipsView, SlipView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { OwnSlipsService } from './own-slips.service.js';

/** Slips, for the person who had them. */
@Controller(paths.home.slips)
export class OwnSlipsController {
  constructor(private readonly slips: OwnSlipsService) {}

  @ForInvited()
  @Get()
  list(): Promise<OwnSlipsView> {
    return this.slips.list();
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post()
  log(@Body() request: LogOwnSlipRequest): Promise<LoggedSlipView> {
    return this.slips.log(request);
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post(':slipId/telling')
  tell(
    @Param('slipId') slipId: string,
    @IfMatch() version: number,
    @Body() request: TellSlipRequest,
  ): Promise<SlipView> {
    return this.slips.tell(slipId, version, request);
  }
}
