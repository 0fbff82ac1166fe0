import { Injectable } from '@nestjs/common';
import type { CaseStageGatesView, GateWordsView, StepBackRequest } from '@trellis/contracts';
import { isUuid, localDateOf } from '@trellis/domain';
import { CaseAccess } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { GateWords } from './gate-words.js';
import { StageGatesRepository } from './stage-gates.repository.js';
import { StageGatesService } from './stage-gates.service.js';

/** The way back to an earlier stage: at once, by one therapist, and the gates above it close. */
@Injectable()
export class GateClosingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly rows: StageGatesRepository,
    private readonly reading: StageGatesService,
    private readonly words: GateWords,
    private readonly audit: AuditWriter,
  ) {}

  /** A reason is kept for the side it is about, sealed. @throws AppError not_found, gate_refused for a stage that is no earlier one. */
  async back(coupleId: string, request: StepBackRequest, now: Date): Promise<CaseStageGatesView> {
    const { to, side, reason = null } = request;
    return this.work.run(async () => {
      const grant = await this.cases.require('stages.decide', coupleId);
      if (!grant.mySides.includes(side)) throw notFound();
      const { people } = await this.rows.couple(grant);
      const closed = await this.rows.stepBack(grant, to, now, localDateOf(now, grant.timeZone));
      if (closed === null) throw new AppError('gate_refused', { missing: ['not_an_earlier_stage'] });
      const by = currentActor().id;
      const personId = people.find((one) => one.side === side)?.id ?? null;
      const keyOwnerId = side === 'JOINT' || personId === null ? by : personId;
      for (const gateId of closed) {
        const place = { clinicId: grant.clinicId, rowId: gateId, ownerId: keyOwnerId };
        const sealed = await this.words.seal('gate_closing', place, keyOwnerId === by, reason);
        const closing = { gateId, side, by, kind: 'staff', at: now, keyOwnerId, reason: sealed } as const;
        await this.rows.recordClosing(grant, closing);
      }
      await this.record('gate_closing.back', grant.coupleId, null);
      return this.reading.view(grant);
    });
  }

  /** Why a gate was closed, for the side that it came from; each reading is on record. @throws AppError not_found. */
  async reason(coupleId: string, gateId: string): Promise<GateWordsView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('stages.decide', coupleId);
      const row = isUuid(gateId) ? await this.rows.reason(grant, gateId) : null;
      if (row?.reason_sealed == null) throw notFound();
      const place = { clinicId: grant.clinicId, rowId: gateId, ownerId: row.key_owner_id };
      const words = await this.words.open('gate_closing', place, row.reason_sealed);
      await this.record('gate_closing.read', gateId, row.side === 'JOINT' ? null : row.key_owner_id);
      return { words };
    });
  }

  private async record(action: string, resourceId: string, personId: string | null): Promise<void> {
    await this.audit.record({
      ...{ action, resource: 'gate_record', resourceId, decision: 'allowed' },
      ...(personId === null ? {} : { personId }),
    });
  }
}
