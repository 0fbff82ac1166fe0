import { Controller, Get, Param } from '@nestjs/common';
import { paths } from '@trellis/contracts';
import type { CoupleTrustView } from '@trellis/contracts';
import { Allow } from '../../access/declare-access.js';
import { TrustReviewsService } from './trust-reviews.service.js';

/** Trust as two people rated it, for the therapists of both. */
@Controller(paths.clinic.trustReviews)
export class TrustReviewsController {
  constructor(private readonly trust: TrustReviewsService) {}

  @Allow('homework.read')
  @Get(':coupleId')
  ofCouple(@Param('coupleId') coupleId: string): Promise<CoupleTrustView> {
    return this.trust.ofCouple(coupleId);
  }
}
