/** Who may do what about reminders and outgoing mail at all. */
export const reminderActs: Readonly<Record<string, readonly string[]>> = {
  'OwnRemindersController.choose': ['person'],
  'ReminderSettingsController.change': ['clinic_admin', 'owner'],
  'OwnCalendarFeedController.renew': ['therapist'],
  'OwnCalendarFeedController.end': ['therapist'],
  'CalendarFeedsController.read': ['nobody', 'person', 'therapist', 'supervisor', 'clinic_admin', 'owner'],
  'OutgoingMailController.retry': ['clinic_admin', 'owner'],
};
