import { Injectable } from '@nestjs/common';
import type {
  ConfirmLogisticsRequest,
  DayCheckRequest,
  OwnDisclosureSessionView,
  SessionNoGoRequest,
} from '@trellis/contracts';
import { logisticsChecklist } from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { DisclosureSteps } from '../disclosure/disclosure-steps.service.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { dayIsOpen } from './own-session.mapper.js';
import type { OwnSessionRow } from './own-session.repository.js';
import { OwnSessionPlaces } from './own-session-places.js';
import { refusedAct } from './session-run.service.js';

type Appointment = NonNullable<OwnSessionRow['appointment']>;

/** A person's own part of the session. What the other side has done shows nowhere in it. */
@Injectable()
export class OwnSessionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PersonAccess,
    private readonly places: OwnSessionPlaces,
    private readonly steps: DisclosureSteps,
  ) {}

  /** @throws AppError not_found for somebody who is no person of a couple. */
  one(): Promise<OwnDisclosureSessionView> {
    return this.work.run(async () => this.places.view(await this.people.require()));
  }

  /** @throws AppError not_found for a line that is not each person's own; session_refused without an appointment. */
  confirm({ line, confirmed }: ConfirmLogisticsRequest): Promise<OwnDisclosureSessionView> {
    if (!logisticsChecklist.some(({ id, confirmedBy }) => id === line && confirmedBy === 'each'))
      throw notFound();
    return this.atAppointment('logistics', async (own, { id }) => {
      if (confirmed) await this.places.own.mark(own, id, line, this.clock.now());
      else await this.places.own.unmark(own, id, line);
    });
  }

  /** What the person says of the day; their own therapist reads it. @throws AppError session_refused, version_stale. */
  sayDay(version: number, answers: DayCheckRequest): Promise<OwnDisclosureSessionView> {
    return this.atAppointment('own_day', async (own, appointment) => {
      const now = this.clock.now();
      if (!dayIsOpen(appointment, now)) throw refusedAct('not_yet');
      if (!(await this.places.own.sayDay(own, appointment.id, answers, version, now)))
        throw new AppError('version_stale');
    });
  }

  /** No reason is asked. A pause that somebody else began is answered as one. @throws AppError session_refused. */
  pause(): Promise<OwnDisclosureSessionView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const { run } = await this.places.own.session(own);
      if (run === null) throw refusedAct('not_running');
      if (!run.paused) await this.steps.byPerson({ event: 'pause' });
      return this.places.view(own);
    });
  }

  /** Not today. No reason is asked. @throws AppError disclosure_refused outside of the day of the check. */
  noGo({ kind }: SessionNoGoRequest): Promise<OwnDisclosureSessionView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const event = kind === 'postpone' ? 'no_go_postpone' : 'no_go_hold';
      await this.steps.byPerson({ event, holdReason: 'other' });
      return this.places.view(own);
    });
  }

  private atAppointment(
    name: string,
    act: (own: PersonGrant, appointment: Appointment) => Promise<void>,
  ): Promise<OwnDisclosureSessionView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const { appointment } = await this.places.own.session(own);
      if (appointment === null) throw refusedAct('not_booked');
      await act(own, appointment);
      await this.places.record(own, appointment.id, name);
      return this.places.view(own);
    });
  }
}
