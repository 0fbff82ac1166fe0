import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ChangeLimitsRequest, paths } from '@trellis/contracts';
import type { OffTrackLimitsView } from '@trellis/contracts';
import { Allow } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { LimitsService } from './limits.service.js';

/** Limits of the off-track rules. */
@Controller(paths.clinic.offTrackLimits)
export class LimitsController {
  constructor(private readonly limits: LimitsService) {}

  @Allow('limits.read')
  @Get()
  read(): Promise<OffTrackLimitsView> {
    return this.limits.read();
  }

  @Allow('settings.manage')
  @Idempotent()
  @HttpCode(200)
  @Post()
  change(@IfMatch() version: number, @Body() request: ChangeLimitsRequest): Promise<OffTrackLimitsView> {
    return this.limits.change(version, request);
  }
}
