import { Body, Controller, Get, Post } from '@nestjs/common';
import { GiveRatingRequest, paths } from '@trellis/contracts';
import type { RatingWindowView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { OwnRatingsService } from './own-ratings.service.js';

/** Ratings for the person who gives them. */
@Controller(paths.home.predictors)
export class OwnRatingsController {
  constructor(private readonly ratings: OwnRatingsService) {}

  @ForInvited('pin')
  @Get('current')
  current(): Promise<RatingWindowView | null> {
    return this.ratings.current();
  }

  @ForInvited('pin')
  @Idempotent()
  @Post('current')
  give(@Body() request: GiveRatingRequest): Promise<RatingWindowView> {
    return this.ratings.give(request);
  }
}
