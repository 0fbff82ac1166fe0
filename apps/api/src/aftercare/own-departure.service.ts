import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OwnDepartureView } from '@trellis/contracts';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { AftercareRepository, type PeriodRow, type TaskRow } from './aftercare.repository.js';
import { AftercareAnswerRepository, type Tap } from './answer.repository.js';
import { OwnAnswers } from './own-answers.js';

/** Hours after the session in which the tap is offered: until the first call. */
const openHours = 24;
const hourMs = 3_600_000;

interface Departure {
  readonly period: PeriodRow;
  readonly task: TaskRow;
}

/** One tap on the way home: how the person is now. A tap that says safe is also that they left safely. */
@Injectable()
export class OwnDepartureService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly rows: AftercareRepository,
    private readonly answers: AftercareAnswerRepository,
    private readonly keeping: OwnAnswers,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found for somebody who is no person of a couple. */
  async one(): Promise<OwnDepartureView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      return this.view(own, await this.departure(own));
    });
  }

  /** Another tap may follow: something changed. @throws AppError not_found, aftercare_not_running. */
  async tap(tap: Tap): Promise<OwnDepartureView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const departure = await this.departure(own);
      if (departure === null) throw new AppError('aftercare_not_running');
      const now = this.clock.now();
      const id = randomUUID();
      const safe = tap !== 'call_me';
      const answer = { id, tap, risk: safe ? ('safe' as const) : null, words: null };
      await this.keeping.keep(own, departure.task.id, answer, now);
      await this.rows.markDone(own, departure.task, own.personId, now);
      const contact = { side: own.side, contact: 'departure' } as const;
      if (safe) await this.rows.addContact(own, departure.period.id, contact, own.personId, now);
      else await this.keeping.raise(own, 'call_wanted', id, now);
      return this.view(own, departure);
    });
  }

  /** What is asked now; null before a session and once its first day is over. */
  private async departure(own: PersonGrant): Promise<Departure | null> {
    const period = await this.rows.period(own);
    if (period === null) return null;
    if (this.clock.now().getTime() > period.ended_at.getTime() + openHours * hourMs) return null;
    const tasks = await this.rows.tasks(own, period.id);
    const task = tasks.find(({ item }) => item === `departure.${own.side}.pledge`);
    return task === undefined ? null : { period, task };
  }

  private async view(own: PersonGrant, departure: Departure | null): Promise<OwnDepartureView> {
    const names = {
      therapistName: own.therapist?.name ?? null,
      partnerName: own.partnerName,
      timeZone: own.timeZone,
    };
    if (departure === null)
      return { open: false, ...names, by: null, tap: null, tappedAt: null, nextContactAt: null };
    const { period, task } = departure;
    const [said] = await this.answers.newest(own, [task.id]);
    return {
      open: true,
      ...names,
      by: task.due_at?.toISOString() ?? null,
      tap: said?.tap ?? null,
      tappedAt: said?.answered_at.toISOString() ?? null,
      nextContactAt: new Date(period.ended_at.getTime() + openHours * hourMs).toISOString(),
    };
  }
}
