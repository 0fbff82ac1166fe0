import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { LogSlipRequest, paths, TellSlipRequest } from '@trellis/contracts';
import type { CaseSlipsView, SlipView, SlipWordsView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { CaseSlipsService } from './case-slips.service.js';

/** Slips of a couple, for the therapists of the recovering person. */
@Controller(`${paths.clinic.slips}/:coupleId`)
export class CaseSlipsController {
  constructor(private readonly slips: CaseSlipsService) {}

  @Allow('disclosure.record')
  @Get()
  list(@Param('coupleId') coupleId: string): Promise<CaseSlipsView> {
    return this.slips.list(coupleId);
  }

  @Allow('disclosure.record')
  @Get(':slipId')
  words(@Param('coupleId') coupleId: string, @Param('slipId') slipId: string): Promise<SlipWordsView> {
    return this.slips.words(coupleId, slipId);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post()
  log(@Param('coupleId') coupleId: string, @Body() request: LogSlipRequest): Promise<SlipView> {
    return this.slips.log(coupleId, request);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(204)
  @Post('asked')
  asked(@Param('coupleId') coupleId: string): Promise<void> {
    return this.slips.asked(coupleId);
  }

  @Allow('disclosure.record')
  @Idempotent()
  @HttpCode(200)
  @Post(':slipId/telling')
  tell(
    @Param('coupleId') coupleId: string,
    @Param('slipId') slipId: string,
    @IfMatch() version: number,
    @Body() request: TellSlipRequest,
  ): Promise<SlipView> {
    return this.slips.tell(coupleId, slipId, version, request);
  }
}
