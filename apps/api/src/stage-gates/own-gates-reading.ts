import { Injectable } from '@nestjs/common';
import type { OwnGateView, OwnStageGatesView } from '@trellis/contracts';
import { addDays, localDateOf, steppedBackNotice, touchPausedWords, weekday } from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { LockFactsReader } from './lock-facts.service.js';
import { gateTerms } from './gate-standing.service.js';
import { OwnGatesRepository, type OwnAnswerRow, type PastGate } from './own-gates.repository.js';

const hourMs = 3_600_000;

/** A person's own page. Of the other it holds nothing but two sentences that both read alike. */
@Injectable()
export class OwnGatesReading {
  constructor(
    private readonly people: PersonAccess,
    private readonly rows: OwnGatesRepository,
    private readonly locks: LockFactsReader,
  ) {}

  /** Needs an open unit of work. @throws AppError not_found. */
  async own(): Promise<PersonGrant> {
    return this.people.require();
  }

  async view(own: PersonGrant, now: Date): Promise<OwnStageGatesView> {
    const { stage } = own;
    const past = await this.rows.past(own);
    const suspended = (await this.locks.of(own)).touchSuspended === true;
    const week = weekOfIndex(own, now);
    return {
      stage,
      next: stage === 3 ? null : await this.next(own, stage === 1 ? 2 : 3, past, now),
      notice: wentBack(past, stage) ? steppedBackNotice : null,
      touchPaused: stage === 3 && suspended ? touchPausedWords : null,
      mayPauseTouch: stage === 3 && !suspended,
      index: stage === 1 ? null : { week, given: await this.rows.hasIndex(own, week) },
      therapistName: own.therapist?.name ?? null,
    };
  }

  /** An answer from before the last way back counts no more. */
  private async next(
    own: PersonGrant,
    to: 2 | 3,
    past: readonly PastGate[],
    now: Date,
  ): Promise<OwnGateView> {
    const closedAt = past.find((one) => one.to === to)?.closedAt ?? null;
    const found = await this.rows.answer(own, to);
    const before = found !== null && closedAt !== null && found.answered_at <= new Date(closedAt);
    const row = found === null || found.withdrawn_at !== null || before ? null : found;
    const until = row === null ? null : countsUntil(row, to);
    return {
      to,
      answer: row?.answer ?? null,
      answeredAt: row?.answered_at.toISOString() ?? null,
      countsUntil: until !== null && until >= now ? until.toISOString() : null,
    };
  }
}

/** Monday of the running week in the couple's zone. */
export function weekOfIndex({ timeZone }: PersonGrant, now: Date): string {
  const today = localDateOf(now, timeZone);
  return addDays(today, 1 - weekday(today));
}

function wentBack(past: readonly PastGate[], stage: number): boolean {
  return past.some(({ to, open, closedAt }) => to === stage + 1 && !open && closedAt !== null);
}

function countsUntil({ answer, can_say_no, given_alone, answered_at }: OwnAnswerRow, to: 2 | 3): Date | null {
  if (answer !== 'yes' || !can_say_no || !given_alone) return null;
  const hours = to === 2 ? gateTerms.agreementHoursStage2 : gateTerms.agreementHoursStage3;
  return new Date(answered_at.getTime() + hours * hourMs);
}
