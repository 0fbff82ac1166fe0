import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OpenCorrectionRequest, OwnAftercareView } from '@trellis/contracts';
import { needsStaggeredReview, openAddendum } from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { pastMoment } from '../platform/past-moment.js';
import { CorrectionKeeping } from './correction-keeping.js';
import { OwnAftercareService } from './own-aftercare.service.js';
import { addendumOf } from './aftercare.mapper.js';
import { aftercareTerms } from './aftercare-settings.js';

/** "Something I left out": from the recovering person to their own therapist, and to nobody else. */
@Injectable()
export class OwnCorrectionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly aftercare: OwnAftercareService,
    private readonly keeping: CorrectionKeeping,
    private readonly audit: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens an addition, or joins the one that waits for its meeting. With words the therapist counts as told now.
   * @throws AppError not_found for the partner, aftercare_not_running, invalid_request for a moment ahead of now.
   */
  async open({ recalledAt, words }: OpenCorrectionRequest): Promise<OwnAftercareView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      if (own.side !== 'RP') throw notFound();
      const now = this.clock.now();
      const recalled = pastMoment(new Date(recalledAt), now);
      if (recalled === null)
        throw new AppError('invalid_request', { fields: [{ field: 'recalledAt', rules: ['isNotAhead'] }] });
      const period = await this.keeping.period(own);
      if (period === null) throw new AppError('aftercare_not_running');
      const id = await this.openOrJoin(own, period, recalled, words ?? null, now);
      await this.audit.record({
        ...{ action: 'correction.open', resource: 'correction', resourceId: id },
        ...{ personId: own.personId, decision: 'allowed' },
      });
      return this.aftercare.view(own);
    });
  }

  private async openOrJoin(
    own: PersonGrant,
    periodId: string,
    recalledAt: Date,
    words: string | null,
    now: Date,
  ): Promise<string> {
    const before = await this.keeping.all(own);
    const opened = openAddendum(before.map(addendumOf), recalledAt);
    const waiting = before.find(({ met_at }) => met_at === null);
    const id = opened.ok || waiting === undefined ? randomUUID() : waiting.id;
    if (opened.ok) {
      const toldAt = words === null ? null : now;
      await this.keeping.open(own, { id, periodId, personId: own.personId, recalledAt, toldAt });
      await this.keeping.raise(own, 'correction_opened', id, now);
      if (needsStaggeredReview(opened.value, aftercareTerms))
        await this.keeping.raise(own, 'staggered_review', id, now);
    }
    if (words !== null) await this.keeping.write(own, id, words, now);
    return id;
  }
}
