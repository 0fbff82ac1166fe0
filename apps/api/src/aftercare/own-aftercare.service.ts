import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AftercareAnsweredView, AnswerAftercareRequest, OwnAftercareView } from '@trellis/contracts';
import { aftercareRiskRoute, isUuid } from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { asksRisk, isForm, toOwnCorrection, toOwnTask } from './aftercare.mapper.js';
import { AftercareRepository, type TaskRow } from './aftercare.repository.js';
import { CorrectionRepository } from './correction.repository.js';
import type { CheckWords } from './aftercare-reading.js';
import { OwnAnswers } from './own-answers.js';

const pledge = /^departure\./;

/** What waits for the person after the session, and their short checks. Nothing here speaks of the other person. */
@Injectable()
export class OwnAftercareService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly rows: AftercareRepository,
    private readonly additions: CorrectionRepository,
    private readonly answers: OwnAnswers,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found for somebody who is no person of a couple. */
  async one(): Promise<OwnAftercareView> {
    return this.work.run(async () => this.view(await this.people.require()));
  }

  /** As one, inside an open unit of work. */
  async view(own: PersonGrant): Promise<OwnAftercareView> {
    const period = await this.rows.period(own);
    const tasks = period === null ? [] : await this.rows.tasks(own, period.id);
    const recovering = own.side === 'RP';
    const corrections = recovering ? await this.additions.all(own) : [];
    return {
      timeZone: own.timeZone,
      endedAt: period?.ended_at.toISOString() ?? null,
      therapistName: own.therapist?.name ?? null,
      tasks: tasks.filter(({ item }) => !pledge.test(item)).map(toOwnTask),
      corrections: corrections.map((row) => toOwnCorrection(row, own.timeZone)),
      mayCorrect: recovering && period !== null,
      mayLogSlips: recovering,
    };
  }

  /**
   * Hands in a short check, or says that something is done. Whatever the answer to the risk question is, it is kept.
   * @throws AppError not_found, aftercare_already_done; invalid_request for a check of which nothing was sent.
   */
  async answer(taskId: string, request: AnswerAftercareRequest): Promise<AftercareAnsweredView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const task = isUuid(taskId) ? await this.rows.task(own, taskId) : null;
      if (task === null || task.recipient !== own.side || pledge.test(task.item)) throw notFound();
      const now = this.clock.now();
      if (!(await this.rows.markDone(own, task, own.personId, now)))
        throw new AppError('aftercare_already_done');
      const asked = isForm(task.item);
      if (asked && Object.values(request).every((one) => one === undefined)) throw nothingSent();
      const risk = asked && asksRisk(task.item) ? (request.risk ?? null) : null;
      const words: CheckWords = {
        ...{ sleep: request.sleep ?? null, food: request.food ?? null },
        ...{ contactWanted: request.contactWanted ?? null, words: request.words ?? null },
      };
      const answer = { id: randomUUID(), tap: null, risk, words: asked ? words : null };
      await this.answers.keep(own, task.id, answer, now);
      return this.followUp(own, task, { ...answer, wanted: asked && words.contactWanted === true }, now);
    });
  }

  private async followUp(
    own: PersonGrant,
    task: TaskRow,
    { id, risk, wanted }: { id: string; risk: 'safe' | 'unsure' | 'not_safe' | null; wanted: boolean },
    now: Date,
  ): Promise<AftercareAnsweredView> {
    const route = aftercareRiskRoute(own.side, risk);
    const asked = isForm(task.item) && asksRisk(task.item);
    const raised = asked && route.call !== null;
    if (raised) await this.answers.raise(own, 'risk_answer', id, now);
    else if (wanted) await this.answers.raise(own, 'call_wanted', id, now);
    return { showHelp: asked && route.showHelp, therapistCalls: raised || wanted };
  }
}

/** Every question may be left open, by saying so; a request that says nothing at all is a fault on its way. */
function nothingSent(): AppError {
  return new AppError('invalid_request', { fields: [{ field: 'risk', rules: ['isDefined'] }] });
}
