import { Injectable } from '@nestjs/common';
import type { SupportPlansView } from '@trellis/contracts';
import { CaseAccess } from '../access/case-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { PlanWords } from './plan-words.js';
import { PreparationRepository } from './preparation.repository.js';

/** A person's plans, for the therapists of their own side. */
@Injectable()
export class PlanReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly preparation: PreparationRepository,
    private readonly words: PlanWords,
    private readonly audit: AuditWriter,
  ) {}

  /** Put on record for the person each time. @throws AppError not_found for another side. */
  read(coupleId: string, side: string): Promise<SupportPlansView> {
    return this.work.run(async () => {
      const grant = await this.cases.require('disclosure.read', coupleId);
      if (!grant.mySides.some((one) => one === side)) throw notFound();
      const rows = (await this.preparation.plans(grant)).filter((row) => row.side === side);
      const plans = [];
      for (const row of rows) {
        const sealed = await this.preparation.sealedPlan(grant, row.id);
        if (sealed === null) continue;
        const lines = await this.words.open(grant.clinicId, row, sealed);
        plans.push({ form: row.form, lines, savedAt: row.saved_at.toISOString(), version: row.version });
        await this.audit.record({
          ...{ action: 'session_plan.read', resource: 'support_plan', resourceId: row.id },
          ...{ personId: row.person_id, decision: 'allowed' },
        });
      }
      return { plans };
    });
  }
}
