import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AskInformationReleaseRequest, InformationReleaseView } from '@trellis/contracts';
import { addDays, asLocalDate, localDateOf } from '@trellis/domain';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { InformationReleaseRepository } from './information-release.repository.js';
import { ReadinessAccess } from './readiness-access.js';
import { releaseView } from './readiness.mapper.js';
import { ReadinessRecordRepository } from './readiness-record.repository.js';

const longestDays = 366;

/** A therapist asks their own person to let all therapists of the couple talk to each other. They sign nothing for them. */
@Injectable()
export class CaseInformationReleasesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly access: ReadinessAccess,
    private readonly releases: InformationReleaseRepository,
    private readonly records: ReadinessRecordRepository,
    private readonly audit: AuditWriter,
  ) {}

  /** @throws AppError not_found, invalid_request for a last day before today or more than a year ahead. */
  async ask(coupleId: string, request: AskInformationReleaseRequest): Promise<InformationReleaseView> {
    const { side, scopes, validUntil } = request;
    return this.work.run(async () => {
      const grant = await this.access.requireSide('disclosure.record', coupleId, side);
      const now = this.clock.now();
      const [today, last] = [localDateOf(now, grant.timeZone), asLocalDate(validUntil)];
      if (last < today || last > addDays(today, longestDays))
        throw new AppError('invalid_request', { field: 'validUntil' });
      const personId = await this.records.personOf(grant, side);
      if (personId === null) throw notFound();
      const id = randomUUID();
      const askedBy = currentActor().id;
      await this.releases.add(grant, { id, personId, side, scopes, validUntil, askedBy, askedAt: now });
      await this.audit.record({
        ...{ action: 'information_release.ask', resource: 'information_release', resourceId: id, personId },
        decision: 'allowed',
      });
      const row = await this.releases.one(grant, id);
      if (row === null) throw notFound();
      return releaseView(row, today);
    });
  }
}
