import { Injectable } from '@nestjs/common';
import type {
  AnswerLegalQuestionRequest,
  DocumentReviewView,
  DocumentSavedView,
  DocumentVersionView,
  InventoryEntry,
  InventoryView,
} from '@trellis/contracts';
import { documentSectionIds, dueDates, sectionStanding } from '@trellis/domain';
import { DisclosureSteps } from '../disclosure/disclosure-steps.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { DocumentAccess, staffId } from './document-access.js';
import { awaitingSince, canChange } from './document-facts.js';
import { DocumentRecords } from './document-records.js';
import { toVersionRow } from './document.mapper.js';
import { ReviewPages } from './review-pages.js';
import { versionNumberOf } from './version-number.js';

/** The recovering person's therapist reads what was handed in. Each opening of words is on record for the author. */
@Injectable()
export class DocumentReviewService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: DocumentAccess,
    private readonly steps: DisclosureSteps,
    private readonly pages: ReviewPages,
    private readonly records: DocumentRecords,
  ) {}

  /** Where the document stands, without a word of it. @throws AppError not_found for anybody but that therapist. */
  async standing(coupleId: string): Promise<DocumentReviewView> {
    return this.work.run(async () => {
      const { grant, facts } = await this.access.require('disclosure.read', coupleId, ['RP']);
      const standing = await this.steps.standing(grant);
      const { versions, decisions } = facts;
      return {
        begun: facts.documentId !== null && facts.destroyedAt === null,
        state: facts.state,
        processVersion: standing?.version ?? 0,
        open: canChange(facts),
        sections: documentSectionIds.map((section) => ({
          section,
          standing: sectionStanding(section, versions, decisions),
        })),
        versions: versions.map((version) => toVersionRow(version)),
        rounds: versions.length,
        roundsNeeded: standing?.snapshot.settings.draftReviewRoundsMin ?? 0,
        awaitingSince: awaitingSince(facts)?.toISOString() ?? null,
        answerDueOn: standing === null ? null : dueDates(standing.snapshot).draftAnswer,
        gaps: [...facts.gaps],
        ...(await this.pages.around(grant, facts)),
      };
    });
  }

  /** One version with the comments on it. @throws AppError not_found. */
  async version(coupleId: string, number: string): Promise<DocumentVersionView> {
    return this.work.run(async () => {
      const { grant, document } = await this.access.requireDocument('disclosure.read', coupleId, ['RP']);
      const version = await this.pages.version(
        grant.clinicId,
        document.id,
        versionNumberOf(number),
        staffId(),
      );
      if (version === null) throw notFound();
      await this.records.record('read', document.id, document.person_id);
      return version;
    });
  }

  /** @throws AppError not_found. */
  async inventory(coupleId: string): Promise<InventoryView> {
    return this.work.run(async () => {
      const { grant, document } = await this.access.requireDocument('disclosure.read', coupleId, ['RP']);
      const found = await this.pages.inventory(grant.clinicId, document.id);
      if (found === null) return { entries: [], version: 0, savedAt: null };
      await this.records.record('read', document.id, document.person_id);
      const entries = JSON.parse(found.text) as InventoryEntry[];
      return { entries, version: found.version, savedAt: found.savedAt.toISOString() };
    });
  }

  /** The legal question as it was talked about; a stop that its author set is taken back here alone. */
  async answerLegal(
    coupleId: string,
    request: AnswerLegalQuestionRequest,
    version: number,
  ): Promise<DocumentSavedView> {
    return this.work.run(async () => {
      const found = await this.access.requireDocument('disclosure.record', coupleId, ['RP']);
      if (!canChange(found.facts)) throw new AppError('disclosure_document_locked');
      const saved = await this.pages.keepLegal(found, request, version);
      if (saved === null) throw new AppError('version_stale');
      await this.records.record('answer_legal', found.document.id, found.document.person_id);
      return saved;
    });
  }
}
