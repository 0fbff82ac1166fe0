import { Injectable } from '@nestjs/common';
import type { MeasurementConsentView } from '@trellis/contracts';
import { AuditWriter } from '../audit/audit-writer.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { consentTexts } from './consent-texts.js';
import { EnrolmentRepository } from './enrolment.repository.js';

/** The one consent that care does not depend on; a person gives it and takes it back alone, without approval. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly consents: EnrolmentRepository,
    private readonly audit: AuditWriter,
  ) {}

  async measurement(): Promise<MeasurementConsentView> {
    return this.work.run(async () => this.view());
  }

  /** Takes effect with the next thing anybody reads. Saying the same twice changes nothing. */
  async change(given: boolean): Promise<MeasurementConsentView> {
    return this.work.run(async () => {
      const text = consentTexts.find(({ kind }) => kind === 'measurement');
      if (given && text !== undefined) await this.consents.addConsent(text);
      if (!given) await this.consents.withdraw('measurement');
      const personId = currentActor().id;
      const action = given ? 'consent.give' : 'consent.withdraw';
      await this.audit.record({
        action,
        resource: 'consent',
        personId,
        reasonCode: 'measurement',
        decision: 'allowed',
      });
      return this.view();
    });
  }

  private async view(): Promise<MeasurementConsentView> {
    const since = await this.consents.consentSince('measurement');
    return { given: since !== null, since: since?.toISOString() ?? null };
  }
}
