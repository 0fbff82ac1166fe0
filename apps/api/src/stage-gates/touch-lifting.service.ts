import { Injectable } from '@nestjs/common';
import type { CaseStageGatesView } from '@trellis/contracts';
import { CaseAccess } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { GateRecordsRepository } from './gate-records.repository.js';
import { StageGatesService } from './stage-gates.service.js';

/** Ends a pause of touch exercises (STAGE-07). */
@Injectable()
export class TouchLiftingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly rows: GateRecordsRepository,
    private readonly reading: StageGatesService,
    private readonly audit: AuditWriter,
  ) {}

  /** @throws AppError not_found, touch_pause_stays with what is missing. */
  async lift(coupleId: string, now: Date): Promise<CaseStageGatesView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('stages.decide', coupleId);
      const [pause, before] = [await this.rows.pause(grant), await this.reading.view(grant)];
      const missing = before.touch?.gaps ?? ['not_paused'];
      if (pause === null || missing.length > 0) throw new AppError('touch_pause_stays', { missing });
      await this.rows.lift(grant, pause.id, currentActor().id, now);
      await this.audit.record({
        ...{ action: 'touch.lift', resource: 'touch_pause', resourceId: pause.id, decision: 'allowed' },
      });
      return this.reading.view(grant);
    });
  }
}
