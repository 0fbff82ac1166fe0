import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { currentActor, type Actor } from '../context/request-context.js';
import { OutboxRepository } from './outbox.repository.js';

/** Where a use case leaves work that happens after it: in its own transaction, so that neither exists alone. */
@Injectable()
export class Outbox {
  constructor(private readonly messages: OutboxRepository) {}

  /**
   * Asks for work of a registered kind on one row, in the name of whoever acts now. Needs an open unit of work.
   * Returns the id of the message, which is also the id of the job.
   */
  async add(kind: string, subjectId: string): Promise<string> {
    return this.addFor(currentActor(), kind, subjectId);
  }

  /** As add, for work that waits `days` whole days before it is done. */
  async addLater(kind: string, subjectId: string, days: number): Promise<string> {
    return this.addFor(currentActor(), kind, subjectId, days);
  }

  /** As add, before anybody is signed in: the caller names whom the work concerns. */
  async addFor(actor: Actor, kind: string, subjectId: string, days = 0): Promise<string> {
    const id = randomUUID();
    await this.messages.insert(actor, id, kind, subjectId, days);
    return id;
  }
}
