import { admin, all, both, self, system, therapist, type Rule, type Rules } from './row-rules.js';

// Whether, where and when not somebody wants reminders is their own; what was sent is the server's.

const own = both(({ role }) => role === 'client', self('person_id'));
/** The address of one's own calendar. */
const feed = both(therapist, self('staff_id'));
const newest: Rule = (_, row) => row['newest'] === true;

export const reminderRules: Readonly<Record<string, Rules>> = {
  reminder_wish: { see: own, add: both(own, newest), change: own },
  reminder: {},
  reminder_setting: { see: admin, add: both(admin, self('changed_by')) },
  calendar_feed: { see: feed, add: feed, change: feed, remove: feed },
};

/** Before anybody is known: whose calendar an address opens. */
export const calendarFeedAuthRules: Readonly<Record<string, Rules>> = { calendar_feed: { see: all } };

export const reminderWorkerRules: Readonly<Record<string, Rules>> = {
  reminder_wish: { see: system },
  reminder: { see: system, add: system, remove: system },
  reminder_setting: { see: system },
};
