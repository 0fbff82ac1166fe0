import { Injectable } from '@nestjs/common';
import { asClinicId } from '@trellis/domain';
import { PinoLogger } from 'nestjs-pino';
import { withContext, type Actor } from '../context/request-context.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Meters } from '../metrics/meters.js';
import { failureCodeOf } from './failure-code.js';
import type { DeliveredJob, JobPayload } from './job-backend.js';
import { JobHandlers, type JobHandler } from './job-handlers.js';
import { OutboxRepository, type WaitingMessage } from './outbox.repository.js';

/** Minutes that a letter waits after each round of tries; then it is given up, and the office may try again. */
export const letterWaits: readonly number[] = [5, 15, 60, 240, 720];

type Outcome = 'done' | 'skipped' | 'failed';

/** Carries out one delivered message inside its clinic. Delivery may repeat; what is done stays done once. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: OutboxRepository,
    private readonly handlers: JobHandlers,
    private readonly logger: PinoLogger,
    private readonly meters: Meters,
  ) {}

  /** Rejects when the work should be tried again; the last try gives the message up before it rejects. */
  async process(job: DeliveredJob, attempts: number): Promise<Outcome> {
    const { clinicId, outboxId } = job.data;
    const message = await this.asSystem(job.data, () => this.messages.waiting(clinicId, outboxId));
    if (message === null) return 'skipped';
    const handler = this.handlers.find(message.kind);
    if (handler === null) return this.fail(job.data, 'kind_unknown');
    const actor = actorOf(message);
    if (!(await this.mayRun(handler, actor, outboxId))) return this.fail(job.data, 'actor_not_allowed');
    const begun = performance.now();
    const tried = (outcome: Outcome): void => {
      this.meters.tried(message.kind, outcome, (performance.now() - begun) / 1000);
    };
    try {
      const outcome = await this.carryOut(handler, message, actor);
      tried(outcome);
      return outcome;
    } catch (error) {
      tried('failed');
      const code = failureCodeOf(error);
      this.logger.warn(
        { kind: message.kind, failureCode: code, attempt: job.attemptsMade + 1 },
        'a job was not done',
      );
      const last = job.attemptsMade + 1 >= attempts;
      if (last && !(await this.putOff(job.data, message))) await this.fail(job.data, code);
      throw error;
    }
  }

  /** Gives a message up for good, and lets its handler say so where the work was ordered. */
  async fail(payload: JobPayload, failureCode: string): Promise<'failed'> {
    const { clinicId, outboxId } = payload;
    const message = await this.asSystem(payload, () => this.messages.waiting(clinicId, outboxId));
    if (message === null) return 'failed';
    const handler = this.handlers.find(message.kind);
    await this.as(actorOf(message), outboxId, async () => {
      if (!(await this.messages.markFailed(clinicId, outboxId, failureCode))) return;
      await handler?.givenUp?.({ id: outboxId, subjectId: message.subject_id });
    });
    return 'failed';
  }

  /** A letter waits, longer each time, before it is given up: a mail server may be away for hours. */
  private async putOff(payload: JobPayload, { kind, id, postponed }: WaitingMessage): Promise<boolean> {
    const minutes = kind.startsWith('mail.') ? letterWaits[postponed] : undefined;
    return minutes !== undefined && this.asSystem(payload, () => this.messages.postpone(id, minutes));
  }

  private async carryOut(handler: JobHandler, message: WaitingMessage, actor: Actor): Promise<Outcome> {
    const context = { correlationId: message.id, surface: 'job', actor } as const;
    const outcome = await withContext({ ...context }, () =>
      handler.run({ id: message.id, subjectId: message.subject_id }),
    );
    await this.as(actor, message.id, () => this.messages.markDone(message.clinic_id, message.id));
    return outcome;
  }

  private async mayRun(handler: JobHandler, actor: Actor, outboxId: string): Promise<boolean> {
    if (!handler.roles.includes(actor.role)) return false;
    return actor.role === 'system' || this.as(actor, outboxId, () => this.messages.stillHolds(actor));
  }

  private as<T>(actor: Actor, correlationId: string, work: () => Promise<T>): Promise<T> {
    return withContext({ correlationId, surface: 'job', actor }, () => this.work.run(work));
  }

  private asSystem<T>(payload: JobPayload, work: () => Promise<T>): Promise<T> {
    const clinicId = asClinicId(payload.clinicId);
    return this.as({ clinicId, id: clinicId, role: 'system' }, payload.outboxId, work);
  }
}

function actorOf(message: WaitingMessage): Actor {
  return { clinicId: asClinicId(message.clinic_id), id: message.actor_id, role: message.actor_role };
}
