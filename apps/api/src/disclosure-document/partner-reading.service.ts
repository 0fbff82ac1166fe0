import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DocumentReadingView, DocumentSavedView } from '@trellis/contracts';
import { aroundValues, isUuid, readingEnd } from '@trellis/domain';
import { DisclosureSteps } from '../disclosure/disclosure-steps.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { CustodyRepository } from './custody.repository.js';
import { DocumentAccess, staffId } from './document-access.js';
import { DocumentRecords } from './document-records.js';
import { toSaved } from './document.mapper.js';
import { PartnerPages } from './partner-pages.js';

/** The partner's therapist reads, in their time, what the partner will hear: the newest version and nothing around it. */
@Injectable()
export class PartnerReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: DocumentAccess,
    private readonly steps: DisclosureSteps,
    private readonly pages: PartnerPages,
    private readonly custody: CustodyRepository,
    private readonly records: DocumentRecords,
  ) {}

  /** @throws AppError not_found outside of their time, as for a document that there is not. */
  async read(coupleId: string): Promise<DocumentReadingView> {
    return this.work.run(async () => {
      const now = this.records.now();
      const found = await this.access.requireReading('disclosure.read', coupleId, now);
      const { grant, document, facts, window } = found;
      const version = await this.pages.newest(grant.clinicId, document);
      if (version === null) throw notFound();
      const standing = await this.steps.standing(grant);
      await this.records.record('read', document.id, document.person_id);
      return {
        number: version.number,
        handedInAt: version.at.toISOString(),
        until: window.until.toISOString(),
        mode: window.mode === 'session' ? 'session' : 'review',
        sections: version.sections,
        gaps: [...facts.gaps],
        state: facts.state,
        processVersion: standing?.version ?? 0,
        watermark: { reader: await this.pages.readerName(grant.clinicId), at: now.toISOString() },
      };
    });
  }

  /** Asks for a later reading. @throws AppError not_found before the session, disclosure_document_refused while one waits. */
  async askLater(coupleId: string): Promise<DocumentSavedView> {
    return this.work.run(async () => {
      const { grant, document, facts } = await this.access.requireDocument('disclosure.record', coupleId, [
        'BP',
      ]);
      if (facts.sessionStartedAt === null || facts.destroyedAt !== null) throw notFound();
      const now = this.records.now();
      if (!(await this.custody.askLater(grant.clinicId, document.id, randomUUID(), staffId(), now)))
        throw new AppError('disclosure_document_refused', { reason: 'already_asked' });
      await this.records.record('ask_later_reading', document.id, document.person_id);
      return toSaved(1, now);
    });
  }

  /** The own therapist agrees to a later reading, for as many days as a review. @throws AppError not_found, version_stale. */
  async agreeLater(coupleId: string, readingId: string): Promise<DocumentSavedView> {
    return this.work.run(async () => {
      const found = await this.access.requireDocument('disclosure.record', coupleId, ['RP']);
      const { grant, document } = found;
      const reading = await this.custody.laterReading(grant.clinicId, document.id);
      if (!isUuid(readingId) || reading?.id !== readingId) throw notFound();
      const from = this.records.now();
      const until = readingEnd(from, grant.timeZone, aroundValues().reviewReadDays);
      const agreed = { by: staffId(), from, until };
      if (!(await this.custody.agreeLater(grant.clinicId, document.id, readingId, agreed)))
        throw new AppError('version_stale');
      await this.records.record('agree_later_reading', document.id, document.person_id);
      return toSaved(1, from);
    });
  }
}
