import { Module } from '@nestjs/common';
import { CaseFeedbackController } from './case-feedback.controller.js';
import { CaseFeedbackService } from './case-feedback.service.js';
import { FeedbackAccess } from './feedback-access.js';
import { FeedbackRepository } from './feedback.repository.js';
import { FeedbackWords } from './feedback-words.js';
import { OwnFeedbackController } from './own-feedback.controller.js';
import { OwnFeedbackService } from './own-feedback.service.js';
import { ReviewQueueController } from './review-queue.controller.js';
import { ReviewQueueRepository } from './review-queue.repository.js';
import { ReviewQueueService } from './review-queue.service.js';

/** What follows a handing in: a therapist's queue, words to the author, and what was talked about. */
@Module({
  controllers: [ReviewQueueController, CaseFeedbackController, OwnFeedbackController],
  providers: [
    CaseFeedbackService,
    FeedbackAccess,
    FeedbackRepository,
    FeedbackWords,
    OwnFeedbackService,
    ReviewQueueRepository,
    ReviewQueueService,
  ],
})
export class FeedbackModule {}
