import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { paths, ScheduleDisclosureRequest, type DisclosureView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { DisclosureService } from './disclosure.service.js';

@Controller(paths.clinic.disclosure)
export class DisclosureController {
  constructor(private readonly disclosures: DisclosureService) {}

  @Allow('disclosure.read')
  @Get(':coupleId')
  one(@Param('coupleId') coupleId: string): Promise<DisclosureView> {
    return this.disclosures.one(coupleId);
  }

  @Allow('disclosure.transition')
  @Idempotent()
  @Post(':coupleId')
  open(@Param('coupleId') coupleId: string): Promise<DisclosureView> {
    return this.disclosures.open(coupleId);
  }

  @Allow('disclosure.schedule')
  @HttpCode(200)
  @Post(':coupleId/schedule')
  schedule(
    @Param('coupleId') coupleId: string,
    @Body() request: ScheduleDisclosureRequest,
    @IfMatch() version: number,
  ): Promise<DisclosureView> {
    return this.disclosures.schedule(coupleId, request, version);
  }
}
