import { Controller, Get, Query } from '@nestjs/common';
import { paths, ReviewQueueRequest } from '@trellis/contracts';
import type { ReviewQueueView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { ReviewQueueService } from './review-queue.service.js';

/** What waits for the asking therapist. */
@Controller(paths.clinic.reviewQueue)
export class ReviewQueueController {
  constructor(private readonly queue: ReviewQueueService) {}

  @Allow('homework.review')
  @Get()
  list(@Query() query: ReviewQueueRequest): Promise<ReviewQueueView> {
    return this.queue.list(query);
  }
}
