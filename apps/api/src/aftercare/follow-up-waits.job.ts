import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActorRole } from '../platform/context/request-context.js';
import { JobHandlers, type JobHandler, type JobMessage } from '../platform/jobs/job-handlers.js';
import { StaffPost } from '../platform/mail/staff-post.js';

/** Outbox kind of this letter; the subject is the member of staff it goes to. */
export const followUpWaitsKind = 'mail.follow-up-waits';

/** Tells a member of staff that something waits for them. It names nothing and nobody. */
@Injectable()
export class FollowUpWaitsJob implements JobHandler, OnModuleInit {
  readonly kind = followUpWaitsKind;
  readonly roles: readonly ActorRole[] = ['system'];

  constructor(
    private readonly post: StaffPost,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async run(message: JobMessage): Promise<'done' | 'skipped'> {
    return this.post.toStaff(message.id, message.subjectId, 'followUpWaits');
  }
}
