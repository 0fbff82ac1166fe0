import type { AppointmentView, TimeOffView } from '@trellis/contracts';
import { addDays, instantOf, localDateOf, localTimeOf, weekday, type LocalDate } from '@trellis/domain';

/** First and last hour of a day that are always shown. */
const usualHours = { from: 8, to: 19 } as const;
const hourPx = 56;

/** Something in a column, in the minutes of its day. */
export interface Block {
  readonly id: string;
  readonly appointment: AppointmentView | null;
  readonly timeOff: TimeOffView | null;
  readonly time: string;
  readonly top: string;
  readonly height: string;
  readonly left: string;
  readonly width: string;
}

export interface DayColumn {
  readonly day: LocalDate;
  readonly isToday: boolean;
  readonly blocks: readonly Block[];
}

/** The Monday of a local day. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekday(day));
}

/** The instants between which a week lies. */
export function spanOf(monday: LocalDate, zone: string): { from: string; to: string } {
  return {
    from: instantOf(monday, '00:00', zone).toISOString(),
    to: instantOf(addDays(monday, 7), '00:00', zone).toISOString(),
  };
}

interface Piece {
  readonly id: string;
  readonly appointment: AppointmentView | null;
  readonly timeOff: TimeOffView | null;
  readonly day: LocalDate;
  readonly from: number;
  readonly to: number;
  readonly time: string;
}

/** Hours that a week shows: the usual ones, and more where something lies outside of them. */
export function hoursOf(pieces: readonly Pick<Piece, 'from' | 'to'>[]): { from: number; to: number } {
  const from = Math.min(usualHours.from, ...pieces.map((one) => Math.floor(one.from / 60)));
  const to = Math.max(usualHours.to, ...pieces.map((one) => Math.ceil(one.to / 60)));
  return { from, to };
}

/** Sessions and time off, cut at midnight, by the wall of the zone. */
export function piecesOf(
  monday: LocalDate,
  zone: string,
  appointments: readonly AppointmentView[],
  timeOff: readonly TimeOffView[],
): readonly Piece[] {
  const cut = (
    id: string,
    span: { startsAt: string; endsAt: string },
    what: Pick<Piece, 'appointment' | 'timeOff'>,
    wholeDays: boolean,
  ): Piece[] =>
    Array.from({ length: 7 }, (_, n) => addDays(monday, n)).flatMap((day) => {
      const [from, to] = [minuteOn(day, span.startsAt, zone), minuteOn(day, span.endsAt, zone)];
      if (to <= 0 || from >= 1440) return [];
      const time = localTimeOf(new Date(span.startsAt), zone);
      const edges = wholeDays ? usualHours : { from: 0, to: 24 };
      const [begin, end] = [
        Math.max(from, from < 0 ? edges.from * 60 : 0),
        Math.min(to, to > 1440 ? edges.to * 60 : 1440),
      ];
      return end > begin ? [{ id: `${id} ${day}`, ...what, day, from: begin, to: end, time }] : [];
    });
  return [
    ...appointments.flatMap((one) => cut(one.id, one, { appointment: one, timeOff: null }, false)),
    ...timeOff.flatMap((one) => cut(one.id, one, { appointment: null, timeOff: one }, true)),
  ];
}

/** Seven columns with everything in its place; what overlaps stands side by side. */
export function columnsOf(
  monday: LocalDate,
  today: LocalDate,
  pieces: readonly Piece[],
  firstHour: number,
): readonly DayColumn[] {
  return Array.from({ length: 7 }, (_, n) => addDays(monday, n)).map((day) => {
    const ofDay = pieces.filter((one) => one.day === day).sort((a, b) => a.from - b.from || b.to - a.to);
    return { day, isToday: day === today, blocks: ofDay.map((one) => blockOf(one, ofDay, firstHour)) };
  });
}

function blockOf(one: Piece, ofDay: readonly Piece[], firstHour: number): Block {
  const beside = ofDay.filter((other) => other.from < one.to && one.from < other.to);
  const [lane, lanes] = [beside.indexOf(one), beside.length];
  const px = (minutes: number): string => `${((minutes / 60) * hourPx).toFixed(0)}px`;
  return {
    ...{ id: one.id, appointment: one.appointment, timeOff: one.timeOff, time: one.time },
    top: px(one.from - firstHour * 60),
    height: px(Math.max(20, one.to - one.from) - 3),
    left: `${((100 * lane) / lanes).toFixed(2)}%`,
    width: `${(100 / lanes).toFixed(2)}%`,
  };
}

/** Minutes from the midnight of the day, by the wall; below 0 before it, above 1440 after it. */
function minuteOn(day: LocalDate, instant: string, zone: string): number {
  const at = new Date(instant);
  const on = localDateOf(at, zone);
  if (on < day) return -1;
  if (on > day) return localTimeOf(at, zone) === '00:00' && on === addDays(day, 1) ? 1440 : 1441;
  const [hours = 0, minutes = 0] = localTimeOf(at, zone).split(':').map(Number);
  return hours * 60 + minutes;
}
