import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { currentActor, currentContext, type Actor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** What happened. Names, codes and ids only: an audit row never holds a person's words. */
export interface AuditEntry {
  /** Noun and verb. The verb `read` is for words of `personId` that were shown: people see those acts as openings. */
  readonly action: string;
  /** Kind of thing acted on, such as `homework_task`. */
  readonly resource: string;
  readonly resourceId?: string;
  /** Whose record was touched, where it is one person's. */
  readonly personId?: string;
  readonly decision: 'allowed' | 'refused';
  readonly reasonCode?: string;
}

/** Writes the audit row of an act into the act's own transaction: both are kept or neither is. */
@Injectable()
export class AuditWriter {
  constructor(private readonly work: UnitOfWork) {}

  /** Records an act of the signed-in actor. Needs an open unit of work. */
  async record(entry: AuditEntry): Promise<void> {
    await this.recordFor(currentActor(), entry);
  }

  /** As record, for acts before anybody is signed in: the caller names whom the act concerns. */
  async recordFor(actor: Actor, entry: AuditEntry): Promise<void> {
    // No RETURNING: the roles that write audit rows may not read them.
    await this.work.change(
      `INSERT INTO audit_event (clinic_id, id, at, actor_id, actor_role, action, resource, resource_id, person_id,
          decision, reason_code, correlation_id)
        VALUES ($1, $2, date_trunc('milliseconds', app.now()), $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        actor.clinicId,
        randomUUID(),
        actor.id,
        actor.role,
        entry.action,
        entry.resource,
        entry.resourceId ?? null,
        entry.personId ?? null,
        entry.decision,
        entry.reasonCode ?? null,
        currentContext().correlationId,
      ],
    );
  }
}
