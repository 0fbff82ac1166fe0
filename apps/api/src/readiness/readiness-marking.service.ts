import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MarkReadinessRequest, ReadinessMarkedView } from '@trellis/contracts';
import {
  isTerminal,
  itemsWithoutException,
  readinessItems,
  type PersonId,
  type ReadinessItem,
} from '@trellis/domain';
import type { CaseGrant } from '../access/case-access.js';
import type { DisclosureStanding } from '../disclosure/disclosure-steps.service.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { mayBeAsked, mayMark } from './marking-rules.js';
import { MarkKeeper } from './mark-keeper.js';
import { ReadinessAccess } from './readiness-access.js';
import { ReadinessMarkRepository } from './readiness-mark.repository.js';
import { ReadinessRecordRepository } from './readiness-record.repository.js';

/** Therapists mark criteria of their own side; what is joint is for whoever leads. */
@Injectable()
export class ReadinessMarkingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: ReadinessAccess,
    private readonly marks: ReadinessMarkRepository,
    private readonly records: ReadinessRecordRepository,
    private readonly keeper: MarkKeeper,
  ) {}

  /**
   * `version` is the one the marker saw, 0 before the first mark. An override counts only once the named colleague has
   * signed it in their own sign-in.
   * @throws AppError not_found, not_allowed for a joint criterion without leading, version_stale, invalid_request
   * without a reason, readiness_refused with `no_process`, `no_exception` or `cosigner`.
   */
  async mark(
    coupleId: string,
    itemId: string,
    version: number,
    request: MarkReadinessRequest,
  ): Promise<ReadinessMarkedView> {
    const item = readinessItems.find(({ id }) => id === itemId);
    if (item === undefined) throw notFound();
    return this.work.run(async () => {
      const grant = await this.access.requireSide('disclosure.record', coupleId, item.side);
      const standing = await this.access.underWay(grant);
      this.requireMayMark(grant, standing, item);
      const excused = request.status === 'not_applicable' || request.status === 'clinician_override';
      if (excused) await this.requireException(grant, item, request);
      else if (request.reason != null || request.coSignerId != null)
        throw new AppError('invalid_request', { field: 'reason' });
      const person = await this.personOf(grant, item);
      const mark = {
        ...{ id: randomUUID(), processId: standing.processId, side: item.side, item: item.id },
        ...{ version: version + 1, status: request.status, personId: person },
        ...{ evidence: request.evidence ?? null, reason: excused ? (request.reason ?? null) : null },
        coSignerAsked: request.status === 'clinician_override' ? (request.coSignerId ?? null) : null,
      };
      await this.keeper.keep(grant, mark, 'therapist');
      return { item: item.id, status: request.status, version: version + 1 };
    });
  }

  private requireMayMark(grant: CaseGrant, standing: DisclosureStanding, item: ReadinessItem): void {
    if (
      isTerminal(standing.state) ||
      !mayMark(item, grant.mySides, standing.snapshot.leadId, currentActor().id)
    )
      throw new AppError('not_allowed');
  }

  private async requireException(
    grant: CaseGrant,
    { id, side }: ReadinessItem,
    { status, reason, coSignerId }: MarkReadinessRequest,
  ): Promise<void> {
    if (itemsWithoutException.includes(id))
      throw new AppError('readiness_refused', { reason: 'no_exception', item: id });
    if (reason == null) throw new AppError('invalid_request', { field: 'reason' });
    if (status !== 'clinician_override') return;
    const choices = await this.marks.coSigners(grant, currentActor().id);
    const chosen = choices.find((one) => one.id === coSignerId);
    if (chosen === undefined || !mayBeAsked(chosen.sides, side))
      throw new AppError('readiness_refused', { reason: 'cosigner', item: id });
  }

  private async personOf(grant: CaseGrant, { side }: ReadinessItem): Promise<PersonId | null> {
    if (side === 'JOINT') return null;
    const personId = await this.records.personOf(grant, side);
    if (personId === null) throw notFound();
    return personId;
  }
}
