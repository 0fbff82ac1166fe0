import { Module } from '@nestjs/common';
import { HalvesModule } from '../joint/halves.module.js';
import { TrustReviewsController } from './trust-reviews.controller.js';
import { TrustReviewsService } from './trust-reviews.service.js';
import { TrustReviewsRepository } from './trust-reviews.repository.js';

/** Three sides of trust, as two people rated them. */
@Module({
  imports: [HalvesModule],
  controllers: [TrustReviewsController],
  providers: [TrustReviewsService, TrustReviewsRepository],
})
export class TrustReviewsModule {}
