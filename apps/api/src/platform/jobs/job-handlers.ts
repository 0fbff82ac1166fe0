import { Injectable } from '@nestjs/common';
import type { ActorRole } from '../context/request-context.js';

export interface JobMessage {
  /** Id of the message; the same in every redelivery. */
  readonly id: string;
  readonly subjectId: string;
}

/**
 * Carries out one kind of work, as the person who asked for it and under the worker's role. May be called again
 * after it succeeded: it has to find that out and answer `skipped`. Throwing means "try again later".
 */
export interface JobHandler {
  readonly kind: string;
  /** Roles in whose name this work may run; the role is checked again at run time. */
  readonly roles: readonly ActorRole[];
  run(message: JobMessage): Promise<'done' | 'skipped'>;
  /** After the last try, inside the transaction that records the failure. */
  givenUp?(message: JobMessage): Promise<void>;
}

/** Every kind of work this process can do. Features add theirs when they start. */
@Injectable()
export class JobHandlers {
  private readonly byKind = new Map<string, JobHandler>();

  /** @throws Error when two features claim one kind. */
  register(handler: JobHandler): void {
    if (this.byKind.has(handler.kind)) throw new Error(`two handlers for jobs of kind ${handler.kind}`);
    this.byKind.set(handler.kind, handler);
  }

  find(kind: string): JobHandler | null {
    return this.byKind.get(kind) ?? null;
  }
}
