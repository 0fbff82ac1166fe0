import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/context/request-context.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { accountNoticeKind } from './account-notice.job.js';

/** Letters to an account about itself. Needs an open unit of work. */
@Injectable()
export class AccountLettersService {
  constructor(private readonly outbox: Outbox) {}

  /** The sign-in of a member of staff was changed. */
  async changed(member: Actor): Promise<void> {
    await this.outbox.addFor(member, accountNoticeKind, member.id);
  }
}
