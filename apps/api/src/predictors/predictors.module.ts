import { Module } from '@nestjs/common';
import { CouplePredictorsController } from './couple-predictors.controller.js';
import { CouplePredictorsService } from './couple-predictors.service.js';
import { OwnRatingsController } from './own-ratings.controller.js';
import { OwnRatingsService } from './own-ratings.service.js';
import { PredictorsRepository } from './predictors.repository.js';
import { RatingWriter } from './rating-writer.js';

/** The five predictors: rated by three people, drawn for their therapists. */
@Module({
  controllers: [CouplePredictorsController, OwnRatingsController],
  providers: [CouplePredictorsService, OwnRatingsService, PredictorsRepository, RatingWriter],
  exports: [CouplePredictorsService, OwnRatingsService, PredictorsRepository],
})
export class PredictorsModule {}
