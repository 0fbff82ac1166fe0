import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  DecideDocumentSectionRequest,
  DocumentSavedView,
  RaiseDocumentGapsRequest,
} from '@trellis/contracts';
import { decideSection } from '@trellis/domain';
import { DisclosureSteps } from '../disclosure/disclosure-steps.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { CustodyRepository } from './custody.repository.js';
import { DocumentAccess, staffId } from './document-access.js';
import { DocumentRecords } from './document-records.js';
import { toSaved } from './document.mapper.js';
import { VersionRepository } from './version.repository.js';

/** What the two therapists say of a document. Each word of theirs is a step of the process, both or neither. */
@Injectable()
export class DecidingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: DocumentAccess,
    private readonly steps: DisclosureSteps,
    private readonly versions: VersionRepository,
    private readonly custody: CustodyRepository,
    private readonly records: DocumentRecords,
  ) {}

  /**
   * The own therapist approves a section or asks for changes. `version` is that of the process.
   * @throws AppError not_found, version_stale, disclosure_document_refused with the reason, disclosure_refused.
   */
  async decide(
    coupleId: string,
    { section, number, decision }: DecideDocumentSectionRequest,
    version: number,
  ): Promise<DocumentSavedView> {
    return this.work.run(async () => {
      const found = await this.access.requireDocument('disclosure.record', coupleId, ['RP']);
      const { grant, document, facts } = found;
      const at = this.records.now();
      const asked = { section, version: number, decision, at };
      const decided = decideSection(asked, 'T_RP', facts.versions, facts.state);
      if (!decided.ok) throw new AppError('disclosure_document_refused', { reason: decided.refusal });
      const event = decision === 'approved' ? 'approve_section' : 'request_changes';
      const after = await this.steps.byStaff(coupleId, { event, draftVersion: number }, version);
      const row = { ...decided.value, id: randomUUID(), by: staffId() };
      await this.versions.decide(grant.clinicId, document.id, row);
      await this.records.record(event, document.id, document.person_id);
      return toSaved(after.version, at);
    });
  }

  /**
   * The partner's therapist names the questions that the document leaves open; it goes back into writing.
   * @throws AppError not_found outside of their time, invalid_request for a question that is not the couple's,
   * version_stale, disclosure_refused.
   */
  async raiseGaps(
    coupleId: string,
    { questionIds }: RaiseDocumentGapsRequest,
    version: number,
  ): Promise<DocumentSavedView> {
    return this.work.run(async () => {
      const at = this.records.now();
      const { grant, document } = await this.access.requireReading('disclosure.record', coupleId, at);
      const known = await this.custody.questionsAmong(grant.clinicId, grant.coupleId, questionIds);
      if (known !== questionIds.length) throw new AppError('invalid_request', { field: 'questionIds' });
      for (const questionId of questionIds) {
        const gap = { id: randomUUID(), questionId, by: staffId(), at };
        await this.custody.raiseGap(grant.clinicId, document.id, gap);
      }
      const after = await this.steps.byStaff(coupleId, { event: 'gaps_found' }, version);
      await this.records.record('gaps_found', document.id, document.person_id);
      return toSaved(after.version, at);
    });
  }
}
