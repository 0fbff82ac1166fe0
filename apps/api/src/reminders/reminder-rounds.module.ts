import { Module } from '@nestjs/common';
import { MailModule } from '../platform/mail/mail.module.js';
import { ReminderJob } from './reminder.job.js';
import { ReminderLetters } from './reminder-letters.service.js';
import { ReminderLoop } from './reminder-loop.service.js';
import { ReminderSettingsRepository } from './reminder-settings.repository.js';
import { RemindersRepository } from './reminders.repository.js';

/** What the worker needs of reminders: to see what is due, and to write. */
@Module({
  imports: [MailModule],
  providers: [ReminderJob, ReminderLetters, ReminderLoop, ReminderSettingsRepository, RemindersRepository],
  exports: [ReminderLoop],
})
export class ReminderRoundsModule {}
