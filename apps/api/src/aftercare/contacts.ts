import {
  asLocalDate,
  dueAfter,
  followUpsOnTime,
  fraction,
  isInTime,
  multiply,
  roundHalfAway,
  tracks,
  type AroundDue,
  type Track,
} from '@trellis/domain';
import type { ContactName, ContactRow, TaskRow } from './aftercare.repository.js';
import { aftercareSettings, aftercareTerms } from './aftercare-settings.js';

/** Tasks of therapists that are a contact: they are done when the contact is on record. */
const contactOf: Readonly<Record<string, readonly [Track, ContactName]>> = {
  'h24.T_BP.call': ['BP', 'h24'],
  'h24.T_RP.call': ['RP', 'h24'],
  'h72.T_BP.contact': ['BP', 'h72'],
  'h72.T_RP.contact': ['RP', 'h72'],
  'd7.T_BP.assess': ['BP', 'd7'],
  'd7.T_RP.assess': ['RP', 'd7'],
};

/** The contact that a task asks for; null for a task that is done by marking it. */
export function contactOfItem(item: string): Readonly<{ side: Track; contact: ContactName }> | null {
  const found = contactOf[item];
  return found === undefined ? null : { side: found[0], contact: found[1] };
}

export const safeDepartureItem = 'departure.LEAD.safe_departure';

/** When both sides are known to have left safely: the later of the two; null while one is not. */
export function bothLeft(contacts: readonly ContactRow[]): Date | null {
  const left = tracks.map((track) => madeAt(contacts, track, 'departure'));
  return left.includes(null) ? null : new Date(Math.max(...left.map((at) => at?.getTime() ?? 0)));
}

export function madeAt(contacts: readonly ContactRow[], track: Track, contact: ContactName): Date | null {
  return contacts.find((one) => one.side === track && one.contact === contact)?.made_at ?? null;
}

/** When a task was done: by its contact, by both having left, or as it was marked. */
export function doneAt(task: TaskRow, contacts: readonly ContactRow[]): Date | null {
  if (task.item === safeDepartureItem) return bothLeft(contacts);
  const asked = contactOfItem(task.item);
  return asked === null ? task.done_at : madeAt(contacts, asked.side, asked.contact);
}

export function dueOf({ due_at, due_on }: Pick<TaskRow, 'due_at' | 'due_on'>): AroundDue {
  if (due_at !== null) return { kind: 'instant', at: due_at };
  if (due_on === null) throw new Error('a task after a session is due at no time');
  return { kind: 'local_day', on: asLocalDate(due_on) };
}

/** Whether a task that is not done has passed its time; a contact of hours has its grace. */
export function isLate(task: TaskRow, now: Date, zone: string): boolean {
  const grace = contactOfItem(task.item) === null ? 0 : aftercareTerms.followUpGraceHours;
  return !isInTime(dueOf(task), now, zone, grace);
}

/** Contacts in time of those that were due, 0 to 100; null while none was (FTD-41). */
export function onTimeOf(
  endedAt: Date,
  contacts: readonly ContactRow[],
  now: Date,
  zone: string,
): number | null {
  const records = (['h24', 'h72', 'd7'] as const).flatMap((contact) =>
    tracks.map((track) => ({
      due: dueAfter(endedAt, aftercareSettings.offsets[contact], zone),
      doneAt: madeAt(contacts, track, contact),
    })),
  );
  const part = followUpsOnTime(records, now, zone, aftercareTerms);
  return part === null ? null : roundHalfAway(multiply(part, fraction(100)), 0);
}
