import { Injectable } from '@nestjs/common';
import type { OwnAppointmentListView } from '@trellis/contracts';
import { PersonAccess } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { calendarFile } from '../platform/mail/calendar-file.js';
import { toOwnAppointment } from './appointments.mapper.js';
import { AppointmentsRepository } from './appointments.repository.js';

/** What a person has ahead of them. */
@Injectable()
export class OwnAppointmentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PersonAccess,
    private readonly appointments: AppointmentsRepository,
  ) {}

  /** Their own sessions and those of both, the next first. The other one's own are nowhere in it. */
  list(): Promise<OwnAppointmentListView> {
    return this.work.run(async () => {
      const rows = await this.appointments.own(await this.people.require(), this.clock.now());
      return { appointments: rows.map(toOwnAppointment) };
    });
  }

  /** One of them for the calendar of a phone, with a title that says nothing. @throws AppError not_found. */
  file(id: string): Promise<string> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const found = (await this.appointments.own(own, this.clock.now())).find((row) => row.id === id);
      if (found === undefined) throw notFound();
      const { starts_at: startsAt, ends_at: endsAt, version, booked_at: changedAt } = found;
      return calendarFile([{ id, startsAt, endsAt, version, changedAt, cancelled: false }], own.language);
    });
  }
}
