import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Permission, Refusal, TransitionRecord } from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DisclosureRepository, type StepRow } from './disclosure.repository.js';

const action: Permission = 'disclosure.transition';

/** What the process remembers of itself: each step that was taken, and each that was asked for and refused. */
@Injectable()
export class DisclosureLog {
  constructor(
    private readonly work: UnitOfWork,
    private readonly disclosures: DisclosureRepository,
    private readonly audit: AuditWriter,
  ) {}

  /** Records a step in the transaction that takes it. */
  async taken(grant: CaseGrant, processId: string, record: TransitionRecord): Promise<void> {
    const { event, from, to, at } = record;
    await this.add(grant, processId, { event, from, to, refusedGuards: [], record }, at);
    await this.audit.record({
      action,
      resource: 'disclosure_process',
      resourceId: processId,
      decision: 'allowed',
      reasonCode: event,
    });
  }

  /** Records a refusal after the transaction that it undoes, so that the answer and the record come together. */
  refused(grant: CaseGrant, processId: string | null, { event, from, unmet }: Refusal, at: Date): void {
    const refusedGuards = unmet.map(({ guardId, item }) => (item === null ? guardId : `${guardId} ${item}`));
    this.work.afterwards(async () => {
      await this.add(grant, processId, { event, from, to: from, refusedGuards, record: null }, at);
      await this.audit.record({
        action,
        resource: processId === null ? 'couple' : 'disclosure_process',
        resourceId: processId ?? grant.coupleId,
        decision: 'refused',
        reasonCode: event,
      });
    });
  }

  private async add(
    grant: CaseGrant,
    processId: string | null,
    step: Pick<StepRow, 'event' | 'from' | 'to' | 'refusedGuards' | 'record'>,
    at: Date,
  ): Promise<void> {
    const { id: actorId, role: actorRole } = currentActor();
    await this.disclosures.addStep(grant, { ...step, id: randomUUID(), processId, actorId, actorRole, at });
  }
}
