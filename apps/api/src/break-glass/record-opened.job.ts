import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActorRole } from '../platform/context/request-context.js';
import { JobHandlers, type JobHandler, type JobMessage } from '../platform/jobs/job-handlers.js';
import { StaffPost } from '../platform/mail/staff-post.js';

/** Outbox kind of this letter; the subject is the member of staff it goes to. */
export const recordOpenedKind = 'mail.record-opened';

/**
 * Tells a therapist of the couple, or an owner, that a record was opened in an emergency. It runs for the clinic and
 * not for whoever opened: the letter goes out even when they have left by then.
 */
@Injectable()
export class RecordOpenedJob implements JobHandler, OnModuleInit {
  readonly kind = recordOpenedKind;
  readonly roles: readonly ActorRole[] = ['system'];

  constructor(
    private readonly post: StaffPost,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async run(message: JobMessage): Promise<'done' | 'skipped'> {
    return this.post.toStaff(message.id, message.subjectId, 'recordOpened');
  }
}
