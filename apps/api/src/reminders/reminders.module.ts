import { Module } from '@nestjs/common';
import { OwnRemindersController } from './own-reminders.controller.js';
import { OwnRemindersService } from './own-reminders.service.js';
import { ReminderSettingsController } from './reminder-settings.controller.js';
import { ReminderSettingsRepository } from './reminder-settings.repository.js';
import { ReminderSettingsService } from './reminder-settings.service.js';
import { ReminderRoundsModule } from './reminder-rounds.module.js';
import { ReminderWishRepository } from './reminder-wish.repository.js';

/** What people want to be reminded of, and when the clinic reminds; with the rounds, for a process that hosts jobs too. */
@Module({
  imports: [ReminderRoundsModule],
  controllers: [OwnRemindersController, ReminderSettingsController],
  providers: [
    OwnRemindersService,
    ReminderSettingsRepository,
    ReminderSettingsService,
    ReminderWishRepository,
  ],
})
export class RemindersModule {}
