import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActorRole } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { JobHandlers, type JobHandler, type JobMessage } from '../platform/jobs/job-handlers.js';
import { Mailer } from '../platform/mail/mailer.js';
import { ReminderLetters } from './reminder-letters.service.js';

/** Outbox kind of these letters; the subject is the reminder. */
export const reminderKind = 'mail.reminder';

/** Sends one reminder to one person. Sent again, it carries the same id, and mail programs show it once. */
@Injectable()
export class ReminderJob implements JobHandler, OnModuleInit {
  readonly kind = reminderKind;
  readonly roles: readonly ActorRole[] = ['system'];

  constructor(
    private readonly work: UnitOfWork,
    private readonly letters: ReminderLetters,
    private readonly mailer: Mailer,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  /** 'skipped' when there is nothing to remind of any more, or nobody who wants it. */
  async run({ id, subjectId }: JobMessage): Promise<'done' | 'skipped'> {
    const letter = await this.work.run(() => this.letters.of(subjectId));
    if (letter === null) return 'skipped';
    await this.mailer.send({ id, ...letter });
    return 'done';
  }
}
