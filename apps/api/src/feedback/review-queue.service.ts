import { Injectable } from '@nestjs/common';
import type { ReviewQueueRequest, ReviewQueueView } from '@trellis/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { exerciseIn } from '../platform/exercises/exercise-in.js';
import { reviewKinds } from './feedback-row.js';
import { ReviewQueueRepository } from './review-queue.repository.js';

const pageSize = 100;

/** What waits for a therapist over all couples: names of exercises and people, never a word. */
@Injectable()
export class ReviewQueueService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queue: ReviewQueueRepository,
  ) {}

  /** Risk first, then what was too hard, what was handed in, put aside, and is to be talked about; 100 at most. */
  async list({ show = 'all' }: ReviewQueueRequest): Promise<ReviewQueueView> {
    return this.work.run(async () => {
      const rows = await this.queue.waiting(show === 'all' ? reviewKinds : [show], pageSize);
      return {
        items: rows.slice(0, pageSize).map((row) => ({
          ...{ taskId: row.task_id, coupleId: row.couple_id, personName: row.person_name },
          ...{ compartment: row.compartment, kind: row.kind, version: row.version },
          title: exerciseIn(row).title,
          since: row.since.toISOString(),
        })),
        more: rows.length > pageSize,
      };
    });
  }
}
