import { admin, both, self, system, type Rule, type Rules } from './row-rules.js';

// Whether, where and when not somebody wants reminders is their own; what was sent is the server's.

const own = both(({ role }) => role === 'client', self('person_id'));
const newest: Rule = (_, row) => row['newest'] === true;

export const reminderRules: Readonly<Record<string, Rules>> = {
  reminder_wish: { see: own, add: both(own, newest), change: own },
  reminder: {},
  reminder_setting: { see: admin, add: both(admin, self('changed_by')) },
};

export const reminderWorkerRules: Readonly<Record<string, Rules>> = {
  reminder_wish: { see: system },
  reminder: { see: system, add: system, remove: system },
  reminder_setting: { see: system },
};
