import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  AppointmentListView,
  CalendarRequest,
  CalendarView,
  TakeTimeOffRequest,
} from '@trellis/contracts';
import { isUuid } from '@trellis/domain';
import { CaseAccess } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { isOffice, refusedWish } from './appointment-access.js';
import { AppointmentDesk } from './appointment-desk.js';
import { toAppointment } from './appointments.mapper.js';
import { TimeOffRepository } from './time-off.repository.js';

const day = 86_400_000;
const longestSpan = 42 * day;
const longestTimeOff = 62 * day;

/** The hours of one member of staff, and of one couple. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly desk: AppointmentDesk,
    private readonly free: TimeOffRepository,
    private readonly audit: AuditWriter,
  ) {}

  /** @throws AppError not_found for a therapist who asks for a colleague's hours; invalid_request for a wrong span. */
  span({ from, to, staffId }: CalendarRequest): Promise<CalendarView> {
    const { id: asker } = currentActor();
    const office = isOffice();
    const asked = (staffId ?? asker).toLowerCase();
    if (!office && asked !== asker) throw notFound();
    const [begin, end] = spanOf(from, to, longestSpan);
    return this.work.run(async () => {
      const colleagues = office ? await this.desk.appointments.therapists() : [];
      const whose = staffId === undefined && office ? (colleagues[0]?.id ?? asker) : asked;
      const rows = await this.desk.appointments.inSpan(whose, begin, end, office);
      const timeOff = await this.free.inSpan(whose, begin, end);
      return {
        staffId: whose,
        appointments: rows.map((row) => toAppointment(row, office)),
        timeOff: timeOff.map(({ id, starts_at: starts, ends_at: ends }) => ({
          ...{ id, startsAt: starts.toISOString(), endsAt: ends.toISOString() },
        })),
        colleagues: colleagues.map(({ id, name }) => ({ id, name })),
      };
    });
  }

  /** @throws AppError not_found. */
  ofCouple(coupleId: string): Promise<AppointmentListView> {
    return this.work.run(async () => this.desk.list(await this.cases.require('appointments.read', coupleId)));
  }

  /** The asker's own. @throws AppError appointment_conflict over a booked hour, invalid_request for a wrong span. */
  takeOff({ from, to }: TakeTimeOffRequest): Promise<void> {
    const [startsAt, endsAt] = spanOf(from, to, longestTimeOff);
    const { clinicId, id: staffId } = currentActor();
    return this.work.run(async () => {
      const hour = { startsAt, endsAt };
      const guests = { staffIds: [staffId], personIds: [], roomId: null };
      const taken = await this.desk.hours.taken(guests, [hour]);
      if (taken.length > 0)
        throw new AppError('appointment_conflict', {
          hours: [{ startsAt: startsAt.toISOString(), taken: ['staff'], staffIds: [staffId] }],
        });
      const id = randomUUID();
      await this.free.add({ clinicId, id, staffId, ...hour });
      await this.record('time_off.take', id);
    });
  }

  /** Takes it back. @throws AppError not_found for anybody else's. */
  giveBack(id: string): Promise<void> {
    return this.work.run(async () => {
      if (!isUuid(id) || !(await this.free.remove(id, currentActor().id))) throw notFound();
      await this.record('time_off.give_back', id);
    });
  }

  private async record(action: string, id: string): Promise<void> {
    await this.audit.record({ action, resource: 'time_off', resourceId: id, decision: 'allowed' });
  }
}

function spanOf(from: string, to: string, longest: number): [Date, Date] {
  const [begin, end] = [new Date(from), new Date(to)];
  const length = end.getTime() - begin.getTime();
  if (!(length > 0)) throw new AppError('invalid_request', { fields: [{ field: 'to', rules: ['isSpan'] }] });
  if (length > longest) throw refusedWish('too_long');
  return [begin, end];
}
