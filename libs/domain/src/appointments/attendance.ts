import type { Compartment, Track } from '../access/roles.js';
import type { LostSession } from '../alerts/alert-history.js';
import type { SessionEnd } from '../predictors/behaviour-records.js';
import type { LocalDate } from '../shared/local-date.js';
import { ok, refuse, type Result } from '../shared/result.js';

/** What became of one person's place in a session (APPT-03). */
export const attendances = [
  'expected',
  'attended',
  'late_cancel',
  'no_show',
  'clinic_cancelled',
  'partner_pause',
  'client_moved',
] as const;
export type Attendance = (typeof attendances)[number];

/** Ends that are of the whole session, so that everybody of it has the same. */
const ofAll: readonly Attendance[] = ['clinic_cancelled', 'partner_pause', 'client_moved'];
const afterBegin: readonly Attendance[] = ['attended', 'no_show'];

/** Attendance by person; whoever is not named does not belong to the session. */
export type AttendanceSheet = Readonly<Partial<Record<Track, Attendance>>>;
export type AttendanceRefusal = 'not_of_it' | 'not_begun' | 'pause_is_of_both';

/**
 * The sheet after one person's attendance was marked (APPT-03). An end of the whole session is everybody's; taking it
 * back leaves the other one expected. `begun`: the session's first minute has come.
 */
export function markAttendance(
  sheet: AttendanceSheet,
  who: Track,
  mark: Attendance,
  begun: boolean,
): Result<AttendanceSheet, AttendanceRefusal> {
  const people = peopleIn(sheet);
  const before = sheet[who];
  if (before === undefined) return refuse('not_of_it');
  if (!begun && afterBegin.includes(mark)) return refuse('not_begun');
  if (mark === 'partner_pause' && people.length < 2) return refuse('pause_is_of_both');
  const others = (held: Attendance | undefined): Attendance | undefined => {
    if (ofAll.includes(mark)) return mark;
    return held !== undefined && ofAll.includes(held) ? 'expected' : held;
  };
  const marked = people.map((one) => [one, one === who ? mark : others(sheet[one])]);
  return ok(Object.fromEntries(marked) as AttendanceSheet);
}

/**
 * Whether the hour stays taken (APPT-04). A session of both is given back as a whole or not at all, so that its place
 * on one person's phone never tells what the other one did.
 */
export function holdsHour(sheet: AttendanceSheet): boolean {
  const all = valuesOf(sheet);
  if (all.some((one) => ofAll.includes(one))) return false;
  return all.length !== 1 || all[0] !== 'late_cancel';
}

export type SessionOutcome = 'open' | 'held' | 'one_came' | 'not_held' | 'given_back';

/** How the session as a whole ended; that one partner came follows from the two places (APPT-05). */
export function outcomeOf(sheet: AttendanceSheet): SessionOutcome {
  const all = valuesOf(sheet);
  if (all.some((one) => ofAll.includes(one))) return 'given_back';
  if (all.length === 0 || all.includes('expected')) return 'open';
  const came = all.filter((one) => one === 'attended').length;
  if (came === all.length) return 'held';
  return came > 0 ? 'one_came' : 'not_held';
}

/**
 * How a session counts (APPT-06); null while somebody's place is not marked: what nobody wrote down is never counted
 * as not done. A session of both was held when both came.
 */
export function sessionEnd(sheet: AttendanceSheet, movedTo: LocalDate | null): SessionEnd | null {
  const all = valuesOf(sheet);
  if (all.includes('clinic_cancelled')) return { kind: 'clinic_cancel' };
  if (all.includes('partner_pause')) return { kind: 'partner_pause' };
  if (all.includes('client_moved')) return { kind: 'client_moved', movedTo };
  if (all.length === 0 || all.includes('expected')) return null;
  if (all.every((one) => one === 'attended')) return { kind: 'attended' };
  return { kind: all.includes('no_show') ? 'no_show' : 'late_cancel' };
}

/** Places that were lost, by whose they were, for the rules about engagement (APPT-06). */
export function lostPlaces(sheet: AttendanceSheet, on: LocalDate): readonly LostSession[] {
  return peopleIn(sheet).flatMap((by): LostSession[] => {
    const mark = sheet[by];
    return mark === 'late_cancel' || mark === 'no_show' ? [{ on, reason: mark, by }] : [];
  });
}

/** Whether a therapist with these sides works with a session of that side: of both with any (APPT-02). */
export function worksWith(mySides: readonly Compartment[], side: Compartment): boolean {
  return side === 'JOINT' ? mySides.length > 0 : mySides.includes(side);
}

function peopleIn(sheet: AttendanceSheet): Track[] {
  return (['RP', 'BP'] as const).filter((who) => sheet[who] !== undefined);
}

function valuesOf(sheet: AttendanceSheet): Attendance[] {
  return peopleIn(sheet).flatMap((who) => sheet[who] ?? []);
}
