import type { AppointmentView, AttendanceView, OwnAppointmentView, RepeatView } from '@trellis/contracts';
import {
  attendances,
  localDateOf,
  localTimeOf,
  officeKind,
  outcomeOf,
  type Attendance,
  type AttendanceSheet,
} from '@trellis/domain';
import { readRuleText } from '@trellis/schedules';
import type { AppointmentRow, PlaceRow } from './appointment-row.js';
import type { OwnAppointmentRow } from './appointments.repository.js';

/** One hour as its team reads it; the office reads how many come instead of what for. */
export function toAppointment(row: AppointmentRow, office: boolean): AppointmentView {
  const booked = row.kind !== 'disclosure';
  return {
    id: row.id,
    version: row.version,
    coupleId: row.couple_id,
    coupleName: row.couple_name,
    kind: office ? officeKind(row.kind, row.side) : row.kind,
    side: row.side,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    zone: row.zone,
    on: localDateOf(row.starts_at, row.zone),
    time: localTimeOf(row.starts_at, row.zone),
    minutes: Math.round((row.ends_at.getTime() - row.starts_at.getTime()) / 60_000),
    place: { at: row.place, roomId: row.room_id, roomName: row.room_name, link: row.link },
    state: stateOf(row),
    outcome: booked ? outcomeOf(sheetOf(row.people)) : 'open',
    people: row.people.map(({ side, name, attendance, movedTo }) => ({
      ...{ side, name, movedTo },
      attendance: booked && isMark(attendance) ? attendance : null,
    })),
    staff: row.staff.map(({ id, name }) => ({ id, name })),
    repeats: row.rule_text === null ? null : toRepeat(row.rule_text),
    mayChange: booked,
  };
}

/** What became of the places of a session, by person. */
export function sheetOf(people: readonly PlaceRow[]): AttendanceSheet {
  const marks = people.map(({ side, attendance }) => [side, isMark(attendance) ? attendance : 'expected']);
  return Object.fromEntries(marks) as AttendanceSheet;
}

/** A session of one's own, without what it is for and who else comes. */
export function toOwnAppointment(row: OwnAppointmentRow): OwnAppointmentView {
  return {
    id: row.id,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    zone: row.zone,
    together: row.side === 'JOINT',
    place: { at: row.place, roomId: null, roomName: row.room_name, link: row.link },
  };
}

function isMark(text: string): text is Attendance & AttendanceView {
  return attendances.some((one) => one === text);
}

function stateOf({ live, clash }: AppointmentRow): AppointmentView['state'] {
  if (live) return 'booked';
  return clash ? 'not_booked' : 'given_back';
}

function toRepeat(text: string): RepeatView {
  const { rule, end } = readRuleText(text);
  return {
    every: rule.every,
    interval: rule.interval,
    count: end.kind === 'count' ? end.count : null,
    lastOn: end.kind === 'until' ? end.lastOn : null,
  };
}
