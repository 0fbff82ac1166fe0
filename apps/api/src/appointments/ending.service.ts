import { Injectable } from '@nestjs/common';
import type {
  AppointmentListView,
  CancelAppointmentRequest,
  MarkAttendanceRequest,
} from '@trellis/contracts';
import { asLocalDate, holdsHour, markAttendance, type AttendanceSheet } from '@trellis/domain';
import { changeFollowing, changeThis } from '@trellis/schedules';
import { CaseAccess } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { refusedWish } from './appointment-access.js';
import { AppointmentDesk } from './appointment-desk.js';
import type { AppointmentRow } from './appointment-row.js';
import { sheetOf } from './appointments.mapper.js';
import { dayAsked } from './booking.service.js';
import { found, placeOf } from './moving.service.js';
import { scheduleOf } from './series-schedule.js';

/** How sessions end: who came, and what was cancelled. */
@Injectable()
export class EndingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly cases: CaseAccess,
    private readonly desk: AppointmentDesk,
  ) {}

  /**
   * Puts down what became of one person's place. Readings are counted anew soon after.
   * @throws AppError not_found, version_stale; appointment_refused for a place that there is not or a time that has not
   * come; appointment_conflict where an hour that was given back is somebody else's by now.
   */
  mark(
    coupleId: string,
    id: string,
    version: number,
    { side, attendance, movedTo }: MarkAttendanceRequest,
  ): Promise<AppointmentListView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('appointments.keep', coupleId);
      const row = await found(this.desk, grant, id, version);
      if (row.clash) throw refusedWish('not_booked');
      const now = this.clock.now();
      const marked = markAttendance(sheetOf(row.people), side, attendance, row.starts_at <= now);
      if (!marked.ok) throw refusedWish(marked.refusal);
      const day = movedTo == null ? null : dayAsked(movedTo, 'movedTo');
      if (day !== null && attendance !== 'client_moved') throw refusedWish('not_moved');
      await this.write(row, marked.value, day);
      await this.desk.hours.hold(id, holdsHour(marked.value), now);
      await this.desk.hours.wind(coupleId, now);
      return this.desk.answer(grant, id, 'appointment.attendance');
    });
  }

  /**
   * The clinic cancels: this one, which stays to be seen as cancelled, or also what would have followed.
   * @throws AppError not_found, version_stale, appointment_refused for a series where there is none.
   */
  cancel(
    coupleId: string,
    id: string,
    version: number,
    { scope }: CancelAppointmentRequest,
  ): Promise<AppointmentListView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('appointments.keep', coupleId);
      const row = await found(this.desk, grant, id, version);
      if (scope === 'this') await this.cancelOne(row);
      else await this.cancelSeries(row, scope);
      await this.desk.hours.wind(coupleId, this.clock.now());
      return this.desk.answer(grant, id, 'appointment.cancel');
    });
  }

  private async cancelOne(row: AppointmentRow): Promise<void> {
    const sheet = sheetOf(row.people);
    const all = Object.keys(sheet).map((side) => [side, 'clinic_cancelled'] as const);
    await this.write(row, Object.fromEntries(all), null);
    await this.desk.hours.hold(row.id, false, this.clock.now());
    const series = row.series_id === null ? null : await this.desk.series.one(row.series_id);
    if (series === null || row.series_on === null) return;
    const left = changeThis(scheduleOf(series), { kind: 'left_out', on: asLocalDate(row.series_on) });
    if (left.ok) await this.desk.series.change(series.id, left.value, placeOf(series), series.written_until);
  }

  /** What was to come is taken out of the calendar; what was marked stays. */
  private async cancelSeries(row: AppointmentRow, scope: 'following' | 'all'): Promise<void> {
    const series = row.series_id === null ? null : await this.desk.series.one(row.series_id);
    if (series === null || row.series_on === null) throw refusedWish('no_series');
    const [now, from] = [this.clock.now(), asLocalDate(row.series_on)];
    await this.desk.series.takeOut(series.id, scope === 'following' ? from : null, now);
    const split = scope === 'following' ? changeFollowing(scheduleOf(series), from, {}) : null;
    const before = split?.ok === true ? split.value.before : null;
    if (before === null) await this.desk.series.close(series.id, now);
    else await this.desk.series.change(series.id, before, placeOf(series), series.written_until);
  }

  private async write(row: AppointmentRow, sheet: AttendanceSheet, movedTo: string | null): Promise<void> {
    for (const { id, side } of row.people) {
      const mark = sheet[side];
      if (mark !== undefined) await this.desk.hours.mark(row.id, id, mark, movedTo);
    }
  }
}
