import { Injectable } from '@nestjs/common';
import type { AppointmentListView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { isOffice, sidesOf } from './appointment-access.js';
import { toAppointment } from './appointments.mapper.js';
import { BookingPlaces } from './booking-places.js';
import { AppointmentsRepository } from './appointments.repository.js';
import { HoursRepository } from './hours.repository.js';
import { SeriesRepository } from './series.repository.js';

const day = 86_400_000;

/** Where the services of the calendar find what they work with, and how they answer. */
@Injectable()
export class AppointmentDesk {
  constructor(
    readonly appointments: AppointmentsRepository,
    readonly hours: HoursRepository,
    readonly series: SeriesRepository,
    private readonly around: BookingPlaces,
    private readonly clock: Clock,
    private readonly audit: AuditWriter,
  ) {}

  get people(): BookingPlaces['people'] {
    return this.around.people;
  }

  get places(): BookingPlaces['places'] {
    return this.around.places;
  }

  get rooms(): BookingPlaces['rooms'] {
    return this.around.rooms;
  }

  get taken(): BookingPlaces['taken'] {
    return this.around.taken;
  }

  /** Sessions of the couple that the asker works with, from four weeks ago on. */
  async list(grant: CaseGrant): Promise<AppointmentListView> {
    const from = new Date(this.clock.now().getTime() - 28 * day);
    const rows = await this.appointments.ofCouple(grant, sidesOf(grant), from);
    const office = isOffice();
    return { appointments: rows.map((row) => toAppointment(row, office)) };
  }

  /** Puts the act on record, and shows the list as it stands after it. */
  async answer(grant: CaseGrant, resourceId: string, action: string): Promise<AppointmentListView> {
    await this.audit.record({ action, resource: 'appointment', resourceId, decision: 'allowed' });
    return this.list(grant);
  }
}
