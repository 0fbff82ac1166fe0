import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { OpenStepRequest, paths } from '@trellis/contracts';
import type { CaseStepsView } from '@trellis/contracts';
import { Allow } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { CaseStepsService } from './case-steps.service.js';

/** Steps of an exercise, opened one by one by the couple's therapists. */
@Controller(paths.clinic.steps)
export class StepsController {
  constructor(private readonly steps: CaseStepsService) {}

  @Allow('homework.read')
  @Get(':workId')
  one(@Param('workId') workId: string): Promise<CaseStepsView> {
    return this.steps.one(workId);
  }

  @Allow('homework.review')
  @Idempotent()
  @HttpCode(200)
  @Post(':workId/opening')
  open(@Param('workId') workId: string, @Body() { step }: OpenStepRequest): Promise<CaseStepsView> {
    return this.steps.open(workId, step);
  }
}
