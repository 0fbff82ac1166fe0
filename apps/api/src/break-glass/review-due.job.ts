import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActorRole } from '../platform/context/request-context.js';
import { JobHandlers, type JobHandler, type JobMessage } from '../platform/jobs/job-handlers.js';
import { StaffPost } from '../platform/mail/staff-post.js';

/** Outbox kind of this letter, also written by app.remind_of_reviews; the subject is the owner it goes to. */
export const reviewDueKind = 'mail.review-due';

/** Tells an owner that the time for looking at an emergency reading is nearly over. */
@Injectable()
export class ReviewDueJob implements JobHandler, OnModuleInit {
  readonly kind = reviewDueKind;
  readonly roles: readonly ActorRole[] = ['system'];

  constructor(
    private readonly post: StaffPost,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async run(message: JobMessage): Promise<'done' | 'skipped'> {
    return this.post.toStaff(message.id, message.subjectId, 'reviewDue');
  }
}
