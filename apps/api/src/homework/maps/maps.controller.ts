import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApproveMapRequest, paths } from '@trellis/contracts';
import type { CaseMapView } from '@trellis/contracts';
import { Allow } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { CaseMapService } from './case-map.service.js';

/** Maps of preferences, for the couple's therapists. */
@Controller(paths.clinic.maps)
export class MapsController {
  constructor(private readonly maps: CaseMapService) {}

  @Allow('homework.read')
  @Get(':workId')
  one(@Param('workId') workId: string): Promise<CaseMapView> {
    return this.maps.one(workId);
  }

  @Allow('homework.review')
  @Idempotent()
  @HttpCode(200)
  @Post(':workId/approval')
  approve(@Param('workId') workId: string, @Body() { side }: ApproveMapRequest): Promise<CaseMapView> {
    return this.maps.approve(workId, side);
  }
}
