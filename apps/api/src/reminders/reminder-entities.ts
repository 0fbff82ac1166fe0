import { Reminder } from './reminder.entity.js';
import { ReminderSetting } from './reminder-setting.entity.js';
import { ReminderWish } from './reminder-wish.entity.js';

/** Tables of reminders. */
export const reminderEntities = [ReminderWish, Reminder, ReminderSetting];
