import { Injectable } from '@nestjs/common';
import type { ReadinessItemId, ReadinessStatus } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import type { DisclosureScope } from '../disclosure/disclosure-parts.service.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { AppError } from '../platform/http/app-error.js';
import { ReadinessMarkRepository, type NewMark } from './readiness-mark.repository.js';
import { ReadinessWords } from './readiness-words.js';

interface MarkToKeep {
  readonly id: string;
  readonly processId: string;
  readonly side: 'RP' | 'BP' | 'JOINT';
  readonly item: ReadinessItemId;
  readonly version: number;
  readonly status: ReadinessStatus;
  /** Whose side it is; null for a joint criterion. */
  readonly personId: string | null;
  readonly evidence: string | null;
  readonly reason: string | null;
  readonly coSignerAsked: string | null;
}

/** Writes a mark with its sealed words and its line in the record of acts. */
@Injectable()
export class MarkKeeper {
  constructor(
    private readonly marks: ReadinessMarkRepository,
    private readonly words: ReadinessWords,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError version_stale when somebody marked the criterion since. */
  async keep(scope: DisclosureScope, mark: MarkToKeep, markedRole: NewMark['markedRole']): Promise<void> {
    const { id, side, personId, reason, evidence } = mark;
    const markedBy = currentActor().id;
    const keyOwnerId = personId ?? markedBy;
    const place = { clinicId: scope.clinicId, rowId: id, ownerId: keyOwnerId, side };
    const added = await this.marks.add(scope, {
      ...{ ...mark, markedBy, markedRole, keyOwnerId, markedAt: this.clock.now() },
      reason: await this.words.seal(place, 'reason_sealed', reason),
      evidence: await this.words.seal(place, 'evidence_sealed', evidence),
    });
    if (!added) throw new AppError('version_stale');
    await this.audit.record({
      ...{ action: 'readiness.mark', resource: 'couple', resourceId: scope.coupleId, decision: 'allowed' },
      ...(personId === null ? {} : { personId }),
      reasonCode: mark.item,
    });
  }
}
