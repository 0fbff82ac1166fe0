import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { GiveReadyPlanRequest, paths, ReadReadyPlansRequest } from '@trellis/contracts';
import type { ReadyPlansView, PlanBoardView } from '@trellis/contracts';
import { Allow } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ReadyPlanPreview } from './ready-plan-preview.service.js';
import { GiveReadyPlanService } from './give-ready-plan.service.js';

/** Default plans of the stages, and packs. */
@Controller(paths.clinic.readyPlans)
export class ReadyPlansController {
  constructor(
    private readonly preview: ReadyPlanPreview,
    private readonly giving: GiveReadyPlanService,
  ) {}

  @Allow('homework.assign')
  @Get()
  read(@Query() { coupleId, startsOn, days }: ReadReadyPlansRequest): Promise<ReadyPlansView> {
    return this.preview.of(coupleId, startsOn, days);
  }

  /** Answers with the board as it is after the act. */
  @Allow('homework.assign')
  @Idempotent()
  @Post()
  give(@Body() request: GiveReadyPlanRequest): Promise<PlanBoardView> {
    return this.giving.give(request);
  }
}
