import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AppointmentListView, BookAppointmentRequest, BookingOptionsView } from '@trellis/contracts';
import {
  addDays,
  instantOf,
  isLocalDate,
  kindFits,
  officeKind,
  peopleOf,
  type LocalDate,
} from '@trellis/domain';
import { ruleOn, type Schedule, type ScheduleEnd } from '@trellis/schedules';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { isOffice, refusedWish, sidesOf } from './appointment-access.js';
import { AppointmentDesk } from './appointment-desk.js';
import type { Guests, Hour, HourFrame } from './hours.repository.js';
import { horizonAt, hoursOf, spanFrom } from './series-schedule.js';
import type { SeriesPlace } from './series.repository.js';

const day = 86_400_000;

/** Books sessions with a couple: once, or as a series. */
@Injectable()
export class BookingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly cases: CaseAccess,
    private readonly desk: AppointmentDesk,
  ) {}

  /** What a session with the couple can be made of. @throws AppError not_found. */
  options(coupleId: string): Promise<BookingOptionsView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('appointments.keep', coupleId);
      const people = await this.desk.people.people(grant);
      return {
        coupleName: await this.desk.people.coupleName(grant),
        zone: grant.timeZone,
        sides: sidesOf(grant),
        people: people.map(({ side, name }) => ({ side, name })),
        staff: await this.desk.people.team(grant),
        rooms: await this.desk.rooms.open(),
      };
    });
  }

  /**
   * @throws AppError not_found, also for a side that is not the asker's; appointment_conflict with the hours that are
   * taken; appointment_refused for a kind that is not of the side, staff outside the team, a room that there is not, a
   * day too far away or a series without a day; invalid_request for a day that there is not.
   */
  book(coupleId: string, request: BookAppointmentRequest): Promise<AppointmentListView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('appointments.keep', coupleId);
      if (!sidesOf(grant).includes(request.side)) throw notFound();
      const { kind, side, minutes } = request;
      if (!kindFits(kind, side) || (isOffice() && officeKind(kind, side) !== kind))
        throw refusedWish('kind_and_side');
      const now = this.clock.now();
      const staffIds = request.staffIds.map((id) => id.toLowerCase());
      if (!(await this.desk.people.areOfTeam(grant, side, staffIds))) throw refusedWish('staff_not_of_team');
      const place: SeriesPlace = { ...(await this.desk.places.of(request.place)), minutes };
      const people = await this.desk.people.people(grant);
      const come = people.filter((one) => peopleOf(kind, side).includes(one.side));
      const guests: Guests = { staffIds, personIds: come.map(({ id }) => id), roomId: place.roomId };
      const schedule = scheduleFrom(request, grant, now);
      const frame: HourFrame = {
        ...{ clinicId: grant.clinicId, coupleId: grant.coupleId, kind, side, zone: grant.timeZone },
        ...{ place: place.place, link: place.link, bookedBy: currentActor().id, at: now },
        seriesId: schedule === null ? null : randomUUID(),
      };
      const hours = schedule === null ? [onceAt(request, grant)] : seriesHours(schedule, minutes, now);
      if (hours.length === 0) throw refusedWish('no_day');
      await this.desk.taken.refuse(grant, people, guests, hours);
      if (schedule !== null && frame.seriesId !== null) {
        const written = { staffIds, writtenUntil: untilOf(schedule, now) };
        await this.desk.series.add(frame.seriesId, frame, schedule, place, written);
      }
      await this.desk.hours.book(frame, guests, hours);
      return this.desk.answer(grant, frame.seriesId ?? grant.coupleId, 'appointment.book');
    });
  }
}

function seriesHours(schedule: Schedule, minutes: number, now: Date): Hour[] {
  const first = instantOf(schedule.startsOn, '00:00', schedule.zone);
  return hoursOf(schedule, minutes, first, untilOf(schedule, now));
}

function untilOf(schedule: Schedule, now: Date): Date {
  const first = instantOf(schedule.startsOn, '00:00', schedule.zone);
  return horizonAt(first > now ? first : now);
}

function onceAt(
  { on, time, minutes }: BookAppointmentRequest,
  { timeZone }: Pick<CaseGrant, 'timeZone'>,
): Hour {
  const startsAt = instantOf(on as LocalDate, time, timeZone);
  return { ...spanFrom(startsAt, minutes), seriesOn: null, clash: false };
}

/** Null for a session that comes once. A session may be put down a month after it was, and two years before it is. */
function scheduleFrom(
  { on, time, repeats }: BookAppointmentRequest,
  { timeZone }: Pick<CaseGrant, 'timeZone'>,
  now: Date,
): Schedule | null {
  const startsOn = dayAsked(on, 'on');
  const away = (instantOf(startsOn, time, timeZone).getTime() - now.getTime()) / day;
  if (away < -31 || away > 731) throw refusedWish('too_far');
  if (repeats == null) return null;
  const { every, interval, count, lastOn } = repeats;
  const end: ScheduleEnd =
    count != null
      ? { kind: 'count', count }
      : lastOn != null
        ? { kind: 'until', lastOn: dayAsked(lastOn, 'repeats.lastOn') }
        : { kind: 'never' };
  if (end.kind === 'until' && end.lastOn > addDays(startsOn, 3660)) throw refusedWish('too_far');
  const rule = ruleOn(startsOn, every, interval);
  return { startsOn, wallTime: time, zone: timeZone, rule, end, exceptions: [] };
}

/** @throws AppError invalid_request for a day that no calendar has. */
export function dayAsked(text: string, field: string): LocalDate {
  if (!isLocalDate(text)) throw new AppError('invalid_request', { fields: [{ field, rules: ['isDay'] }] });
  return text;
}
