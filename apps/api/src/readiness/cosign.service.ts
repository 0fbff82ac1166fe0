import { Injectable } from '@nestjs/common';
import type { CosignDetailView, CosignListView, CosignRowView } from '@trellis/contracts';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { ReadinessMarkRepository, type CosignRow } from './readiness-mark.repository.js';
import { ReadinessWords } from './readiness-words.js';

/** The second signature: the colleague who was asked reads the reason and signs, or does not, in their own sign-in. */
@Injectable()
export class CosignService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly marks: ReadinessMarkRepository,
    private readonly words: ReadinessWords,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /** At most 100, newest first. Only what still counts: a criterion marked anew asks nobody any more. */
  async list(): Promise<CosignListView> {
    return this.work.run(async () => ({ requests: (await this.marks.askedOfMe()).map(toRow) }));
  }

  /** With the reason, which is put on record as read. @throws AppError not_found. */
  async one(id: string): Promise<CosignDetailView> {
    return this.work.run(async () => {
      const row = await this.found(id);
      const { clinicId } = currentActor();
      const kept = await this.marks.reasonOf(clinicId, row.id);
      if (kept === null) throw notFound();
      const place = { clinicId, rowId: row.id, ownerId: kept.key_owner_id, side: row.side };
      const reason = await this.words.open(place, 'reason_sealed', kept.reason_sealed);
      await this.audit.record({
        ...{ action: 'readiness.read', resource: 'readiness', resourceId: row.id, decision: 'allowed' },
        ...(row.side === 'JOINT' ? {} : { personId: kept.key_owner_id }),
      });
      return { ...toRow(row), reason };
    });
  }

  /** @throws AppError not_found, also for one that was answered or has been marked anew. */
  async answer(id: string, agreed: boolean): Promise<CosignListView> {
    return this.work.run(async () => {
      const row = await this.found(id);
      const { clinicId, id: staffId } = currentActor();
      if (!(await this.marks.answer(clinicId, row.id, staffId, agreed, this.clock.now()))) throw notFound();
      await this.audit.record({
        ...{
          action: 'readiness.cosign',
          resource: 'readiness_mark',
          resourceId: row.id,
          decision: 'allowed',
        },
        reasonCode: agreed ? 'agreed' : 'not_agreed',
      });
      return { requests: (await this.marks.askedOfMe()).map(toRow) };
    });
  }

  private async found(id: string): Promise<CosignRow> {
    const row = (await this.marks.askedOfMe()).find((one) => one.id === id);
    if (row === undefined) throw notFound();
    return row;
  }
}

function toRow({ id, couple_name, item, side, marked_by_name, marked_at }: CosignRow): CosignRowView {
  return { id, coupleName: couple_name, item, side, byName: marked_by_name, at: marked_at.toISOString() };
}
