import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActorRole } from '../platform/context/request-context.js';
import { JobHandlers, type JobHandler, type JobMessage } from '../platform/jobs/job-handlers.js';
import { StaffPost } from '../platform/mail/staff-post.js';

/** Outbox kind of this letter; the subject is the member of staff whom it reaches. */
export const recordErasedKind = 'mail.record-erased';

/** Tells somebody of a care team that a record was erased. The letter says neither whose nor who asked. */
@Injectable()
export class RecordErasedJob implements JobHandler, OnModuleInit {
  readonly kind = recordErasedKind;
  readonly roles: readonly ActorRole[] = ['system'];

  constructor(
    private readonly post: StaffPost,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async run({ id, subjectId }: JobMessage): Promise<'done' | 'skipped'> {
    return this.post.toStaff(id, subjectId, 'recordErased');
  }
}
