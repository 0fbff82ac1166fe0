import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CosignReadinessRequest, paths } from '@trellis/contracts';
import type { CosignDetailView, CosignListView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { CosignService } from './cosign.service.js';

/** Second signatures that colleagues asked for. The address stands before that of a couple. */
@Controller(`${paths.clinic.readiness}/cosigns`)
export class CosignsController {
  constructor(private readonly cosigns: CosignService) {}

  @Allow('disclosure.cosign')
  @Get()
  list(): Promise<CosignListView> {
    return this.cosigns.list();
  }

  @Allow('disclosure.cosign')
  @Get(':markId')
  one(@Param('markId') markId: string): Promise<CosignDetailView> {
    return this.cosigns.one(markId);
  }

  @Allow('disclosure.cosign')
  @Idempotent()
  @HttpCode(200)
  @Post(':markId')
  answer(
    @Param('markId') markId: string,
    @Body() { agreed }: CosignReadinessRequest,
  ): Promise<CosignListView> {
    return this.cosigns.answer(markId, agreed);
  }
}
