import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActorRole } from '../platform/context/request-context.js';
import { JobHandlers, type JobHandler, type JobMessage } from '../platform/jobs/job-handlers.js';
import { StaffPost } from '../platform/mail/staff-post.js';

/** Outbox kind of this letter; the subject is the member of staff. */
export const accountNoticeKind = 'mail.account-changed';

/** Tells a member of staff that their sign-in was changed or a recovery code used. The letter does not say which. */
@Injectable()
export class AccountNoticeJob implements JobHandler, OnModuleInit {
  readonly kind = accountNoticeKind;
  readonly roles: readonly ActorRole[] = ['therapist', 'supervisor', 'clinic_admin', 'owner'];

  constructor(
    private readonly post: StaffPost,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async run(message: JobMessage): Promise<'done' | 'skipped'> {
    return this.post.toActor(message.id, 'accountChanged');
  }
}
