/** What a person chose about reminders; `version` 0 while they chose nothing. */
export class OwnRemindersView {
  readonly version!: number;
  readonly given!: boolean;
  /** Null unless reminders are sent. */
  readonly address!: string | null;
  readonly quietFrom!: string;
  readonly quietUntil!: string;
  readonly quietDays!: number[];
  readonly timeZone!: string;
  readonly discreet!: boolean;
  /** Since when it stands so; null at version 0. */
  readonly since!: string | null;
}

/** One change of the intervals, newest first in a list. */
export class ReminderChangeView {
  readonly version!: number;
  readonly changedBy!: string;
  readonly changedAt!: string;
  readonly own!: Record<string, number>;
}

/** When the clinic reminds: what differs from the standard, and who changed it. */
export class ReminderSettingsView {
  readonly version!: number;
  readonly own!: Record<string, number>;
  readonly changes!: ReminderChangeView[];
}
