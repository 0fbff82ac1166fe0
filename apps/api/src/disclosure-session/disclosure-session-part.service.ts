import { Injectable, type OnModuleInit } from '@nestjs/common';
import { logisticsChecklist, type DayCheck, type DisclosureEffect } from '@trellis/domain';
import {
  DisclosureParts,
  type DisclosureCard,
  type DisclosurePart,
  type DisclosureScope,
  type PartFacts,
  type StepInHand,
} from '../disclosure/disclosure-parts.service.js';
import { PersonAccess } from '../access/person-access.js';
import { BookingRepository } from './booking.repository.js';
import { OwnSessionRepository } from './own-session.repository.js';
import { SessionRepository, type SessionFactsRow } from './session.repository.js';

const minuteMs = 60_000;

/** What the session brings to the process, and what it does when the process moves. */
@Injectable()
export class DisclosureSessionPart implements DisclosurePart, OnModuleInit {
  readonly area = 'disclosure-session';

  constructor(
    private readonly parts: DisclosureParts,
    private readonly sessions: SessionRepository,
    private readonly bookings: BookingRepository,
    private readonly people: PersonAccess,
    private readonly own: OwnSessionRepository,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async facts(scope: DisclosureScope): Promise<PartFacts> {
    const found = await this.sessions.facts(scope);
    if (found === null) return {};
    const { telehealth, departurePlanConfirmed, emergencyCheckedAt, dayChecks, hardDates } = found;
    return {
      hardDates,
      session: {
        telehealth,
        departurePlanConfirmed,
        emergencyCheckedAt: emergencyCheckedAt === null ? null : new Date(emergencyCheckedAt),
        dayChecks: { RP: checkOf(dayChecks.RP), BP: checkOf(dayChecks.BP) },
      },
    };
  }

  /** Books, moves and gives back the time of the session. @throws AppError appointment_conflict. */
  async carryOut(effect: DisclosureEffect, step: StepInHand): Promise<void> {
    if (effect.kind === 'set_session_date') return this.book(step);
    if (effect.kind === 'postpone_session' || effect.kind === 'cancel_session')
      return this.bookings.settle(step.scope, 'close');
    if (effect.kind === 'open_day_form') return this.bookings.settle(step.scope, 'reopen_day');
  }

  /** The place for one's own days and plans, always; and what is to arrange, once there is an appointment. */
  async cards(): Promise<readonly DisclosureCard[]> {
    const own = await this.people.require();
    const { appointment } = await this.own.session(own);
    const marks = await this.own.marks(own, appointment?.id);
    const days: DisclosureCard = { kind: 'session_days', dueAt: null, done: true };
    if (appointment === null) return [days];
    const mine = logisticsChecklist.filter(({ confirmedBy }) => confirmedBy === 'each');
    const done = mine.every(({ id }) => marks.includes(id));
    return [days, { kind: 'session_arrangements', dueAt: new Date(appointment.startsAt), done }];
  }

  private async book({ scope, request, actor, after, processId, at }: StepInHand): Promise<void> {
    const startsAt = request.sessionAt;
    if (startsAt === undefined) return;
    const endsAt = new Date(startsAt.getTime() + after.settings.sessionLengthMin * minuteMs);
    await this.bookings.book(scope, { processId, startsAt, endsAt, bookedBy: actor.id, at });
  }
}

function checkOf(row: SessionFactsRow['dayChecks']['RP']): DayCheck | null {
  return row === null ? null : { ...row, at: new Date(row.at) };
}
