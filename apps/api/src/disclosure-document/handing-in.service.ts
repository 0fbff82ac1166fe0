import { Injectable } from '@nestjs/common';
import type { DocumentHandedInView, DocumentSavedView, HandInDocumentRequest } from '@trellis/contracts';
import { addDraft, isUuid, latestDraft } from '@trellis/domain';
import { DisclosureSteps } from '../disclosure/disclosure-steps.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { CommentRepository } from './comment.repository.js';
import { DocumentRecords } from './document-records.js';
import { toSaved } from './document.mapper.js';
import { OwnDocuments } from './own-document.js';
import { VersionWriter } from './version-writer.js';

/** The author hands in a version, and marks comments as seen to. */
@Injectable()
export class HandingInService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly mine: OwnDocuments,
    private readonly steps: DisclosureSteps,
    private readonly versions: VersionWriter,
    private readonly comments: CommentRepository,
    private readonly records: DocumentRecords,
  ) {}

  /**
   * Makes the saved words a version that never changes, and takes the step of the process, both or neither. Only what
   * the author saw goes in: words that were saved elsewhere since stop it.
   * @throws AppError not_found, disclosure_document_locked, disclosure_writing_paused, version_stale,
   * disclosure_document_refused with the reason, disclosure_refused.
   */
  async handIn(request: HandInDocumentRequest): Promise<DocumentHandedInView> {
    return this.work.run(async () => {
      const now = this.records.now();
      const found = await this.mine.writable(now);
      const { own, document, facts } = found;
      for (const { section } of request.sections) this.mine.requireWriting(found, section);
      const seen = new Map(request.sections.map(({ section, version }) => [section, version]));
      const sections = await this.versions.prepare(own.clinicId, document, seen);
      const versions = facts?.versions ?? [];
      const sectionHashes = Object.fromEntries(sections.map(({ section, mark }) => [section, mark]));
      const added = addDraft(versions, { at: now, sectionHashes }, request.basedOn ?? null, false);
      if (!added.ok) throw refused(added.refusal);
      if (sections.length === 0) throw refused('nothing_new');
      const number = latestDraft(added.value)?.number ?? 1;
      await this.steps.byPerson({ event: 'submit_draft', draftVersion: number });
      await this.versions.add(own.clinicId, document.id, number, now, sections);
      await this.records.record('hand_in', document.id, own.personId);
      return { number, at: now.toISOString() };
    });
  }

  /** Marks a comment as seen to. @throws AppError not_found, version_stale. */
  async settle(commentId: string, version: number): Promise<DocumentSavedView> {
    return this.work.run(async () => {
      const { own, document } = await this.mine.find();
      const comment =
        document !== null && isUuid(commentId)
          ? await this.comments.one(own.clinicId, document.id, commentId)
          : null;
      if (document === null || comment === null) throw notFound();
      const now = this.records.now();
      if (!(await this.comments.settle(own.clinicId, comment.id, version, now)))
        throw new AppError('version_stale');
      await this.records.record('settle_comment', document.id, own.personId);
      return toSaved(version + 1, now);
    });
  }
}

function refused(reason: string): AppError {
  return new AppError('disclosure_document_refused', { reason });
}
