import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type {
  AnswerLegalQuestionRequest,
  DocumentSavedView,
  InventoryEntry,
  SaveInventoryRequest,
} from '@trellis/contracts';
import { documentSectionIds, type DocumentSectionId } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { DocumentRepository } from './document.repository.js';
import { DocumentRecords } from './document-records.js';
import { DocumentWords, type LegalAnswers } from './document-words.js';
import { toSaved } from './document.mapper.js';
import { DraftRepository, type InventoryRow } from './draft.repository.js';
import { OwnDocuments, type WritableDocument } from './own-document.js';

/** The author writes. What another device saved since is never replaced; the same words twice are saved once. */
@Injectable()
export class OwnDocumentWritingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly mine: OwnDocuments,
    private readonly documents: DocumentRepository,
    private readonly drafts: DraftRepository,
    private readonly words: DocumentWords,
    private readonly records: DocumentRecords,
  ) {}

  /**
   * Keeps one section as it is now. `version` is the one the writer last saw, 0 for the first words.
   * @throws AppError not_found, disclosure_document_locked, disclosure_writing_paused, version_stale.
   */
  async saveSection(name: string, version: number, text: string): Promise<DocumentSavedView> {
    const section = sectionOf(name);
    return this.work.run(async () => {
      const now = this.records.now();
      const found = await this.mine.writable(now);
      this.mine.requireWriting(found, section);
      const { own, document } = found;
      const earlier = await this.drafts.section(own.clinicId, document.id, section);
      const id = earlier?.id ?? randomUUID();
      const table = 'disclosure_section_draft';
      const sealed = await this.words.seal(own.clinicId, document.id, table, id, text);
      const change = { id, sealed, version, at: now };
      if (await this.drafts.keepSection(own.clinicId, document.id, section, change))
        return toSaved(version + 1, now);
      return this.savedBefore(found, section, version, text);
    });
  }

  /** Keeps the whole inventory. It waits for the legal question as a sensitive section does. @throws AppError as saveSection. */
  async saveInventory({ entries }: SaveInventoryRequest, version: number): Promise<DocumentSavedView> {
    return this.work.run(async () => {
      const now = this.records.now();
      const found = await this.mine.writable(now);
      this.mine.requireWriting(found, 'c');
      const { own, document } = found;
      const earlier = await this.drafts.inventory(own.clinicId, document.id);
      const id = earlier?.id ?? randomUUID();
      const text = JSON.stringify(entries);
      const sealed = await this.words.seal(own.clinicId, document.id, 'disclosure_inventory', id, text);
      const change = { id, sealed, version, at: now };
      if (await this.drafts.keepInventory(own.clinicId, document.id, entries.length, change))
        return toSaved(version + 1, now);
      const present = await this.drafts.inventory(own.clinicId, document.id);
      if (
        present?.version !== version + 1 ||
        !isDeepStrictEqual(await this.entriesOf(found, present), plain(entries))
      )
        throw new AppError('version_stale');
      return toSaved(present.version, present.saved_at);
    });
  }

  /**
   * Answers the legal question. What was said of a crime or of somebody under 18 is taken back by the own therapist
   * alone. `version` is that of the document, 0 before it was begun.
   * @throws AppError not_found, disclosure_document_locked, not_allowed, version_stale.
   */
  async answerLegal(request: AnswerLegalQuestionRequest, version: number): Promise<DocumentSavedView> {
    return this.work.run(async () => {
      const now = this.records.now();
      const before = await this.mine.find();
      const { own, document, legal } = await this.mine.writable(now);
      if (legal.minorOrCrime && !request.minorOrCrime) throw new AppError('not_allowed');
      // The first answer begins the document: its writer saw none.
      const seen = before.document === null && version === 0 ? document.version : version;
      const answers: LegalAnswers = {
        exposurePossible: request.exposurePossible ?? null,
        minorOrCrime: request.minorOrCrime,
      };
      const sealed = await this.words.sealLegal(own.clinicId, document.id, answers);
      if (!(await this.documents.keepLegal(own.clinicId, document.id, seen, sealed)))
        throw new AppError('version_stale');
      await this.records.record('answer_legal', document.id, own.personId);
      return toSaved(seen + 1, now);
    });
  }

  private async savedBefore(
    { own, document }: WritableDocument,
    section: DocumentSectionId,
    version: number,
    text: string,
  ): Promise<DocumentSavedView> {
    const present = await this.drafts.section(own.clinicId, document.id, section);
    if (present?.version !== version + 1) throw new AppError('version_stale');
    const kept = await this.words.open(own.clinicId, document.id, 'disclosure_section_draft', present);
    if (kept !== text) throw new AppError('version_stale');
    return toSaved(present.version, present.saved_at);
  }

  private async entriesOf({ own, document }: WritableDocument, row: InventoryRow): Promise<InventoryEntry[]> {
    const text = await this.words.open(own.clinicId, document.id, 'disclosure_inventory', row);
    return JSON.parse(text) as InventoryEntry[];
  }
}

/** The section a path names. @throws AppError not_found for any other text. */
function sectionOf(name: string): DocumentSectionId {
  const section = documentSectionIds.find((id) => id === name);
  if (section === undefined) throw notFound();
  return section;
}

function plain(entries: readonly InventoryEntry[]): unknown {
  return JSON.parse(JSON.stringify(entries));
}
