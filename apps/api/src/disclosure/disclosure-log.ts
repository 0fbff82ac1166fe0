import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { asClinicId, type Permission, type Refusal, type TransitionRecord } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor, type Actor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { CoreRow } from './core-facts.js';
import type { DisclosureScope } from './disclosure-parts.service.js';
import { DisclosureRepository, type StepRow } from './disclosure.repository.js';
import { StepWordsKeeper } from './step-words.js';

const action: Permission = 'disclosure.transition';

/** What the process remembers of itself: each step that was taken, and each that was asked for and refused. */
@Injectable()
export class DisclosureLog {
  constructor(
    private readonly work: UnitOfWork,
    private readonly disclosures: DisclosureRepository,
    private readonly words: StepWordsKeeper,
    private readonly audit: AuditWriter,
  ) {}

  /** Records a step in the transaction that takes it, with the words behind it where there are some. */
  async taken(
    scope: DisclosureScope,
    processId: string,
    record: TransitionRecord,
    words: string | null = null,
    people: CoreRow['people'] = [],
  ): Promise<void> {
    const { event, from, to, at } = record;
    const actor = record.role === 'SYSTEM' ? clinicOf(scope) : currentActor();
    const id = randomUUID();
    await this.add(scope, actor, { id, processId, event, from, to, refusedGuards: [], record, at });
    if (words !== null) await this.words.keep(scope, { eventId: id, record, people, words });
    await this.audit.recordFor(actor, {
      action,
      resource: 'disclosure_process',
      resourceId: processId,
      decision: 'allowed',
      reasonCode: event,
    });
  }

  /** Records a refusal after the transaction that it undoes, so that the answer and the record come together. */
  refused(scope: DisclosureScope, processId: string | null, { event, from, unmet }: Refusal, at: Date): void {
    const refusedGuards = unmet.map(({ guardId, item }) => (item === null ? guardId : `${guardId} ${item}`));
    const actor = currentActor();
    const step = { id: randomUUID(), processId, event, from, to: from, refusedGuards, record: null, at };
    this.work.afterwards(async () => {
      await this.add(scope, actor, step);
      await this.audit.record({
        action,
        resource: processId === null ? 'couple' : 'disclosure_process',
        resourceId: processId ?? scope.coupleId,
        decision: 'refused',
        reasonCode: event,
      });
    });
  }

  private async add(
    scope: DisclosureScope,
    actor: Actor,
    step: Omit<StepRow, 'actorId' | 'actorRole'>,
  ): Promise<void> {
    const row = { ...step, actorId: actor.id, actorRole: actor.role };
    await this.work.asSystem('disclosure.step', () => this.disclosures.addStep(scope, row));
  }
}

/** The system acts as nobody in particular; whoever set it off is not named. */
function clinicOf({ clinicId }: DisclosureScope): Actor {
  return { clinicId: asClinicId(clinicId), id: clinicId, role: 'system' };
}
