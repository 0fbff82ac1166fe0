import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AppointmentListView, MoveAppointmentRequest } from '@trellis/contracts';
import { asLocalDate, instantOf, isUuid, type LocalDate } from '@trellis/domain';
import {
  changeAll,
  changeFollowing,
  changeThis,
  shiftDays,
  type Schedule,
  type ScheduleException,
} from '@trellis/schedules';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { refusedWish, sidesOf } from './appointment-access.js';
import { AppointmentDesk } from './appointment-desk.js';
import type { AppointmentRow, SeriesRow } from './appointment-row.js';
import { dayAsked } from './booking.service.js';
import type { Guests, HourFrame } from './hours.repository.js';
import { horizonAt, hoursOf, scheduleOf, spanFrom } from './series-schedule.js';
import type { SeriesPlace } from './series.repository.js';

/** Puts sessions to other days, hours and places: one, it and those that follow, or all that are to come. */
@Injectable()
export class MovingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly cases: CaseAccess,
    private readonly desk: AppointmentDesk,
  ) {}

  /**
   * @throws AppError not_found, version_stale; appointment_conflict with the hours that are taken; appointment_refused
   * for a session that was marked or given back, and for a series where there is none.
   */
  move(
    coupleId: string,
    id: string,
    version: number,
    request: MoveAppointmentRequest,
  ): Promise<AppointmentListView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('appointments.keep', coupleId);
      const row = await found(this.desk, grant, id, version);
      if (row.people.some(({ attendance }) => attendance !== 'expected') || (!row.live && !row.clash))
        throw refusedWish('marked_already');
      const place = { ...(await this.desk.places.of(request.place)), minutes: request.minutes };
      const on = dayAsked(request.on, 'on');
      const series = row.series_id === null ? null : await this.desk.series.one(row.series_id);
      if (request.scope === 'this') await this.moveOne(grant, row, series, on, request.time, place);
      else if (series === null || row.series_on === null) throw refusedWish('no_series');
      else await this.moveSeries(grant, row, series, on, request, place);
      return this.desk.answer(grant, id, 'appointment.move');
    });
  }

  private async moveOne(
    grant: CaseGrant,
    row: AppointmentRow,
    series: SeriesRow | null,
    on: LocalDate,
    time: string,
    place: SeriesPlace,
  ): Promise<void> {
    const hour = spanFrom(instantOf(on, time, row.zone), place.minutes);
    const guests = { ...guestsOf(row), roomId: place.roomId };
    const people = await this.desk.people.people(grant);
    await this.desk.taken.refuse(grant, people, guests, [hour], [row.id]);
    await this.desk.hours.move(row.id, hour, place);
    if (series === null || row.series_on === null) return;
    const change = { kind: 'moved', on: asLocalDate(row.series_on), toDay: on, toTime: time } as const;
    await this.except(series, change);
  }

  private async except(series: SeriesRow, change: ScheduleException): Promise<void> {
    const changed = changeThis(scheduleOf(series), change);
    if (!changed.ok) return;
    await this.desk.series.change(series.id, changed.value, placeOf(series), series.written_until);
  }

  private async moveSeries(
    grant: CaseGrant,
    row: AppointmentRow,
    series: SeriesRow,
    on: LocalDate,
    { scope, time }: MoveAppointmentRequest,
    place: SeriesPlace,
  ): Promise<void> {
    const now = this.clock.now();
    const from = asLocalDate(row.series_on ?? on);
    const until = horizonAt(now);
    const schedule = scheduleOf(series);
    await this.desk.series.takeOut(series.id, scope === 'following' ? from : null, now);
    const kept = await this.desk.series.days(series.id);
    const split = scope === 'following' ? changeFollowing(schedule, from, { wallTime: time }) : null;
    if (split?.ok === false) throw refusedWish('no_series');
    const changed = split === null ? changeAll(schedule, { wallTime: time }) : split.value.following;
    const moved = withoutChange(shiftDays(changed, from, on), from);
    const before = split?.value.before ?? null;
    const seriesId = before === null ? series.id : randomUUID();
    const frame: HourFrame = { ...frameOf(grant, series, place, now), seriesId };
    const guests: Guests = { ...guestsOf(row), roomId: place.roomId };
    const hours = hoursOf(moved, place.minutes, now, until, kept);
    await this.desk.taken.refuse(grant, await this.desk.people.people(grant), guests, hours);
    if (before === null) await this.desk.series.change(series.id, moved, place, until);
    else {
      await this.desk.series.change(series.id, before, placeOf(series), series.written_until);
      const written = { staffIds: guests.staffIds, writtenUntil: until };
      await this.desk.series.add(seriesId, frame, moved, place, written);
    }
    await this.desk.hours.book(frame, guests, hours);
  }
}

/** @throws AppError not_found for what the asker does not work with, version_stale. */
export async function found(
  desk: AppointmentDesk,
  grant: CaseGrant,
  id: string,
  version: number,
): Promise<AppointmentRow> {
  const row = isUuid(id) ? await desk.appointments.one(grant, sidesOf(grant), id) : null;
  if (row === null) throw notFound();
  if (row.version !== version) throw new AppError('version_stale');
  return row;
}

/** Place and length as a series has them. */
export function placeOf({ minutes, place, room_id: roomId, link }: SeriesRow): SeriesPlace {
  return { minutes, place, roomId, link };
}

function guestsOf({ people, staff }: AppointmentRow): Omit<Guests, 'roomId'> {
  return { staffIds: staff.map(({ id }) => id), personIds: people.map(({ id }) => id) };
}

function frameOf(grant: CaseGrant, series: SeriesRow, { place, link }: SeriesPlace, at: Date): HourFrame {
  return {
    ...{ clinicId: grant.clinicId, coupleId: grant.coupleId, kind: series.kind, side: series.side },
    ...{ zone: series.zone, place, link, seriesId: series.id, bookedBy: currentActor().id, at },
  };
}

function withoutChange(schedule: Schedule, on: LocalDate): Schedule {
  return { ...schedule, exceptions: schedule.exceptions.filter((one) => one.on !== on) };
}
