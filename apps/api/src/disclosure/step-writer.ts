import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  evolve,
  withoutReadiness,
  type Actor,
  type DisclosureRequest,
  type Move,
  type Refusal,
} from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { CoreEffects } from './core-effects.js';
import { DisclosureLog } from './disclosure-log.js';
import { DisclosureParts, type DisclosureScope, type StepInHand } from './disclosure-parts.service.js';
import { ProcessRepository } from './process.repository.js';
import type { Standing } from './standing.js';

/** Why, in the words of whoever acts; null where nothing was said. */
export type StepWords = string | null;

export interface DecidedStep {
  readonly scope: DisclosureScope;
  readonly standing: Standing;
  readonly move: Move;
  readonly request: DisclosureRequest;
  readonly actor: Actor;
  readonly now: Date;
  readonly words: StepWords;
}

/** Writes a step that the domain allowed: process, facts, record and effects, all of them as the system or none. */
@Injectable()
export class StepWriter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly processes: ProcessRepository,
    private readonly log: DisclosureLog,
    private readonly effects: CoreEffects,
    private readonly parts: DisclosureParts,
  ) {}

  /** @throws AppError version_stale, disclosure_already_open when somebody else was faster. */
  async take(step: DecidedStep): Promise<void> {
    await this.work.asSystem('disclosure.step', () => this.write(step));
  }

  /** Puts a refusal on record once the caller's transaction has ended. */
  refused(scope: DisclosureScope, processId: string | null, refusal: Refusal, at: Date): void {
    this.log.refused(scope, processId, refusal, at);
  }

  /** Takes back what was signed under readiness, without a step; no readiness stands in the facts any longer. */
  async forgetReadiness(scope: DisclosureScope, { process, snapshot }: Standing, at: Date): Promise<void> {
    if (process === null) return;
    await this.work.asSystem('disclosure.step', async () => {
      await this.processes.saveFacts(scope, process.id, withoutReadiness(snapshot), null);
      await this.effects.endReadiness({ scope, processId: process.id, at });
    });
  }

  private async write(step: DecidedStep): Promise<void> {
    const { scope, standing, move, request, actor, now } = step;
    const before = standing.snapshot;
    const after = evolve(before, move, request, actor, now);
    const inHand: StepInHand = {
      ...{ scope, request, actor, before, after, at: now },
      processId: await this.move(step, after),
    };
    await this.processes.saveFacts(scope, inHand.processId, after, endOf(step));
    await this.log.taken(scope, inHand.processId, move.record, step.words, standing.core.people);
    for (const effect of move.effects) {
      await this.effects.carryOut(effect, inHand, standing.core);
      for (const part of this.parts.all) await part.carryOut?.(effect, inHand);
    }
    await this.effects.afterStep(inHand);
  }

  /** The id of the process, which begins with the step where there was none. */
  private async move(
    { scope, standing, actor, now }: DecidedStep,
    after: StepInHand['after'],
  ): Promise<string> {
    const byStaff = !actor.roles.some((role) => role === 'RP' || role === 'BP' || role === 'SYSTEM');
    if (standing.process === null) {
      const id = randomUUID();
      if (!(await this.processes.open(scope, id, after.state, byStaff ? actor.id : null, now)))
        throw new AppError('disclosure_already_open');
      return id;
    }
    if (!(await this.processes.move(scope, standing.process, after, now)))
      throw new AppError('version_stale');
    return standing.process.id;
  }
}

/** From where a process ended that is not completed, and the date it then had. */
function endOf({ standing, move }: DecidedStep): { from: string; sessionAt: Date | null } | null {
  const ended = move.state === 'DECLINED' || move.state === 'STOPPED' || move.state === 'WAIVED';
  if (!ended || standing.core.fact?.endedFrom != null) return null;
  const { session, state } = standing.snapshot;
  return { from: state, sessionAt: session?.endedAt == null ? (session?.startsAt ?? null) : null };
}
