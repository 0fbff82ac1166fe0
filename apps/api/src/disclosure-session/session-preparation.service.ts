import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  AddHardDateRequest,
  ConfirmLogisticsRequest,
  DayCheckRequest,
  DisclosureSessionView,
  SessionCollisionsView,
  SessionLogisticsView,
} from '@trellis/contracts';
import { asLocalDate, calendarCheck, isUuid, localDateOf } from '@trellis/domain';
import { CaseAccess } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { wrongSpan } from './date-span.js';
import { SessionPlaces } from './session-places.js';
import { toLogistics } from './session.mapper.js';
import { capacitiesOf } from './session-view.service.js';
import { refusedAct } from './session-run.service.js';

/** What therapists and the office prepare: dates that matter, arrangements, and the checks of the day. */
@Injectable()
export class SessionPreparationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly cases: CaseAccess,
    private readonly places: SessionPlaces,
  ) {}

  /** @throws AppError not_found, invalid_request for a span that ends before it begins or is too long. */
  addDate(coupleId: string, request: AddHardDateRequest): Promise<DisclosureSessionView> {
    if (wrongSpan(request))
      throw new AppError('invalid_request', { fields: [{ field: 'to', rules: ['isSpan'] }] });
    return this.work.run(async () => {
      const grant = await this.cases.require('disclosure.record', coupleId);
      const date = { id: randomUUID(), kind: request.kind, from_day: request.from, to_day: request.to };
      await this.places.preparation.addDate(grant, {
        ...date,
        keptBy: currentActor().id,
        at: this.clock.now(),
      });
      return this.places.answer(grant, date.id, 'date_added');
    });
  }

  /** @throws AppError not_found, also for a date that a person keeps for their own side. */
  removeDate(coupleId: string, id: string): Promise<DisclosureSessionView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('disclosure.record', coupleId);
      if (!isUuid(id) || !(await this.places.preparation.removeDate(grant, id))) throw notFound();
      return this.places.answer(grant, id, 'date_removed');
    });
  }

  /** Says that the dates of this couple were gathered: an empty calendar is one only then. @throws AppError not_found. */
  confirmDates(coupleId: string): Promise<DisclosureSessionView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('disclosure.record', coupleId);
      await this.places.preparation.confirmDates(grant, currentActor().id, this.clock.now());
      return this.places.answer(grant, grant.coupleId, 'dates_gathered');
    });
  }

  /** Which days lie near a moment, of whomever they are. @throws AppError not_found. */
  collisions(coupleId: string, startsAt: string): Promise<SessionCollisionsView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('disclosure.schedule', coupleId);
      const facts = await this.places.sessions.facts(grant);
      const day = localDateOf(new Date(startsAt), grant.timeZone);
      const dates = facts?.hardDates?.map((text) => asLocalDate(text)) ?? null;
      const { checked, collisions } = calendarCheck(day, dates);
      return { checked, collisions: [...collisions] };
    });
  }

  /**
   * Confirms a line in the one capacity that the line asks for, or takes it back.
   * @throws AppError not_found, also for a line that is not the asker's; session_refused without an appointment.
   */
  confirm(coupleId: string, { line, confirmed }: ConfirmLogisticsRequest): Promise<SessionLogisticsView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('disclosure.schedule', coupleId);
      const { i_lead: iLead } = await this.places.sessions.case(grant);
      const mine = capacitiesOf(grant, iLead);
      const found = toLogistics([], mine).find((one) => one.line === line && one.mine);
      if (found === undefined) throw notFound();
      const appointment = await this.places.sessions.appointment(grant);
      if (appointment === null) throw refusedAct('not_booked');
      const mark = { line, confirmed_by: found.by, confirmed, actorId: currentActor().id };
      await this.places.preparation.mark(grant, appointment.id, { ...mark, at: this.clock.now() });
      await this.places.record(appointment.id, 'logistics');
      const lines = toLogistics(await this.places.preparation.marks(grant, appointment.id), mine);
      return { logistics: mine.includes('ADMIN') ? lines.filter(({ by }) => by === 'ADMIN') : lines };
    });
  }

  /**
   * What the person's own therapist asked them today. `version` is that of the check, 0 for the first.
   * @throws AppError not_found for the other side, version_stale, session_refused without an appointment.
   */
  askDay(
    coupleId: string,
    side: string,
    version: number,
    answers: DayCheckRequest,
  ): Promise<DisclosureSessionView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('disclosure.record', coupleId);
      if ((side !== 'RP' && side !== 'BP') || !grant.mySides.includes(side)) throw notFound();
      const appointment = await this.places.sessions.appointment(grant);
      if (appointment === null) throw refusedAct('not_booked');
      const people = await this.places.sessions.participants(grant, appointment.id);
      const personId = people.find((one) => one.side === side)?.person_id;
      if (personId == null) throw notFound();
      const kept = await this.places.preparation.askDay(grant, {
        ...{ appointmentId: appointment.id, personId, side, answers, version },
        ...{ askedBy: currentActor().id, at: this.clock.now() },
      });
      if (!kept) throw new AppError('version_stale');
      return this.places.answer(grant, appointment.id, 'day_check', personId);
    });
  }
}
