import type { SessionKind } from '../appointments/session-kinds.js';
import { dayMs } from '../shared/durations.js';
import { settingsUnder, type SettingTable } from '../shared/setting.js';

const setting = settingsUnder('progress_note');

/** Days until a note is late, and how far back sessions without one are asked for (NOTE-06). */
export const progressNoteSettings = {
  lateAfterDays: setting('late_after', 3, 1, 30, 'days'),
  dueWindowDays: setting('due_window', 90, 90, 90, 'days'),
} as const satisfies SettingTable;

/** Kinds of session after which a note is due: those to which people come (NOTE-06). */
export function needsNote(kind: SessionKind): boolean {
  return kind !== 'team';
}

/** When the note of a session that was over at `endedAt` begins to be late. `lateAfterDays`: whole days of 24 hours. */
export function noteLateFrom(endedAt: Date, lateAfterDays: number): Date {
  return new Date(endedAt.getTime() + lateAfterDays * dayMs);
}

/** Whether it is late at `now`; the last moment of the time is still in time. */
export function isNoteLate(endedAt: Date, lateAfterDays: number, now: Date): boolean {
  return now.getTime() > noteLateFrom(endedAt, lateAfterDays).getTime();
}
