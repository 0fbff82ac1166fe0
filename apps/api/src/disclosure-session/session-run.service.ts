import { Injectable } from '@nestjs/common';
import type {
  AdvanceSessionRequest,
  DisclosureSessionView,
  SessionAttendanceRequest,
  SessionDistressRequest,
  SessionSignsRequest,
  SetSessionSettingRequest,
  TickSessionRequest,
} from '@trellis/contracts';
import { nextSubStep, sessionChecklist, sessionSteps } from '@trellis/domain';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { RunRepository } from './run.repository.js';
import { sessionStepOf } from './session-clock.js';
import { runningOf } from './session.mapper.js';
import { SessionActs, type HeldRun } from './session-acts.js';

/** Acts of the therapists on the run. Each bears the version that its asker saw: of two at once one looks again. */
@Injectable()
export class SessionRunService {
  constructor(
    private readonly acts: SessionActs,
    private readonly runs: RunRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins the first part, or ends the running one and begins the next.
   * @throws AppError not_found, version_stale, session_refused while nothing runs or after the last part.
   */
  advance(
    coupleId: string,
    version: number,
    { endingEarly }: AdvanceSessionRequest,
  ): Promise<DisclosureSessionView> {
    return this.acts.during(coupleId, version, 'advance', async (held) => {
      const now = this.clock.now();
      const running = runningOf(held.steps);
      const last = held.steps.at(-1)?.step;
      if (held.state === 'SESSION_PAUSED' && !endingEarly) throw refusedAct('paused');
      if (running === null && last !== undefined) throw refusedAct('over');
      const next = running === null ? sessionSteps[0] : nextSubStep(running.step, endingEarly);
      await this.runs.finish(held.grant, held.id, now);
      if (next !== null) await this.runs.begin(held.grant, held.id, next, now);
      await this.closeReading(held);
    });
  }

  /** @throws AppError as advance, invalid_request for a line that the part does not have. */
  tick(
    coupleId: string,
    version: number,
    { step, line, ticked }: TickSessionRequest,
  ): Promise<DisclosureSessionView> {
    return this.acts.during(coupleId, version, 'tick', async ({ grant, id, steps }) => {
      const row = steps.find((one) => one.step === step);
      if (row === undefined || line >= sessionChecklist[sessionStepOf(step)].length)
        throw new AppError('invalid_request', { fields: [{ field: 'line', rules: ['isLine'] }] });
      const others = row.ticked.filter((one) => one !== line);
      await this.runs.ticks(grant, id, { step, ticked: (ticked ? [...others, line] : others).sort() });
    });
  }

  /** @throws AppError as advance. */
  rate(
    coupleId: string,
    version: number,
    { side, moment, value }: SessionDistressRequest,
  ): Promise<DisclosureSessionView> {
    return this.acts.during(coupleId, version, 'distress', async ({ grant, id }) => {
      const rating = { side, moment, value, entered_at: this.clock.now() };
      await this.runs.rate(grant, id, rating, currentActor().id);
    });
  }

  /** @throws AppError as advance. */
  notice(coupleId: string, version: number, { signs }: SessionSignsRequest): Promise<DisclosureSessionView> {
    return this.acts.during(coupleId, version, 'signs', async ({ grant, id }) => {
      await this.runs.signs(grant, id, signs);
    });
  }

  /** The ways home are confirmed: without it the session does not end. @throws AppError as advance. */
  confirmDeparture(coupleId: string, version: number): Promise<DisclosureSessionView> {
    return this.acts.during(coupleId, version, 'departure', async ({ grant, id }) => {
      await this.runs.stamp(grant, id, 'departure_confirmed', currentActor().id, this.clock.now());
    });
  }

  /**
   * Opens the reading to the partner's own screen, or closes it. For the partner's therapist and the lead.
   * @throws AppError as advance, not_found for any other therapist.
   */
  allowReading(coupleId: string, version: number, allowed: boolean): Promise<DisclosureSessionView> {
    return this.acts.during(coupleId, version, 'reading', async (held) => {
      if (!held.iLead && !held.grant.mySides.includes('BP')) throw notFound();
      if (!allowed) return this.closeReading(held);
      if (runningOf(held.steps)?.step !== 'READING' || held.state !== 'IN_SESSION')
        throw refusedAct('not_reading');
      await this.runs.stamp(held.grant, held.id, 'reading_allowed', currentActor().id, this.clock.now());
    });
  }

  /** By video or in one place, and what was confirmed for it. @throws AppError not_found, version_stale. */
  setting(
    coupleId: string,
    version: number,
    { telehealth, marks }: SetSessionSettingRequest,
  ): Promise<DisclosureSessionView> {
    return this.acts.before(coupleId, version, 'setting', async ({ grant, id }) => {
      await this.runs.setting(grant, id, telehealth, telehealth ? [...marks].sort() : []);
    });
  }

  /** Contacts and local addresses were verified now. @throws AppError not_found, version_stale. */
  checkEmergency(coupleId: string, version: number): Promise<DisclosureSessionView> {
    return this.acts.before(coupleId, version, 'emergency', async ({ grant, id }) => {
      await this.runs.stamp(grant, id, 'emergency_checked', currentActor().id, this.clock.now());
    });
  }

  /** @throws AppError not_found, also for somebody who is not booked; version_stale. */
  attendance(
    coupleId: string,
    version: number,
    request: SessionAttendanceRequest,
  ): Promise<DisclosureSessionView> {
    const { participantId, attendance } = request;
    return this.acts.before(coupleId, version, 'attendance', async ({ grant, id }) => {
      if (!(await this.runs.attendance(grant, id, participantId, attendance))) throw notFound();
    });
  }

  private async closeReading({ grant, id }: HeldRun): Promise<void> {
    await this.runs.stamp(grant, id, 'reading_allowed', null, null);
  }
}

/** Something that the run does not allow now; `reason` is a code. */
export function refusedAct(reason: string): AppError {
  return new AppError('session_refused', { reason });
}
