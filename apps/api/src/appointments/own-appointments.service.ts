import { Injectable } from '@nestjs/common';
import type { OwnAppointmentListView } from '@trellis/contracts';
import { PersonAccess } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
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
}
