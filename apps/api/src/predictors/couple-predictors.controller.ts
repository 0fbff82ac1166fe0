import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { GiveRatingRequest, paths, PredictorSumRequest } from '@trellis/contracts';
import type { CouplePredictorsView, PredictorSumView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { CouplePredictorsService } from './couple-predictors.service.js';

/** Predictors for therapists. */
@Controller(paths.clinic.predictors)
export class CouplePredictorsController {
  constructor(private readonly predictors: CouplePredictorsService) {}

  @Allow('predictors.read')
  @Get(':coupleId')
  charts(@Param('coupleId') coupleId: string): Promise<CouplePredictorsView> {
    return this.predictors.charts(coupleId);
  }

  @Allow('predictors.read')
  @Get(':coupleId/sum')
  sum(@Param('coupleId') coupleId: string, @Query() request: PredictorSumRequest): Promise<PredictorSumView> {
    return this.predictors.sum(coupleId, request);
  }

  @Allow('ratings.enter')
  @Idempotent()
  @Post(':coupleId/ratings')
  rate(
    @Param('coupleId') coupleId: string,
    @Body() request: GiveRatingRequest,
  ): Promise<CouplePredictorsView> {
    return this.predictors.rate(coupleId, request);
  }
}
