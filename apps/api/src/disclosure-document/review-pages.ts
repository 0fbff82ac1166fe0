import { Injectable } from '@nestjs/common';
import type {
  AnswerLegalQuestionRequest,
  DocumentReviewView,
  DocumentSavedView,
  DocumentVersionView,
} from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import { CustodyRepository } from './custody.repository.js';
import type { DocumentInHand } from './document-access.js';
import type { DocumentFacts } from './document-facts.js';
import { DocumentRecords } from './document-records.js';
import { DocumentRepository } from './document.repository.js';
import { DocumentWords } from './document-words.js';
import { toLaterReading, toSaved } from './document.mapper.js';
import { DraftRepository } from './draft.repository.js';
import { VersionReader } from './version-reader.js';

type Around = Pick<DocumentReviewView, 'inventoryEntries' | 'legal' | 'version' | 'people' | 'laterReading'>;

/** Opens what the own therapist's pages show. */
@Injectable()
export class ReviewPages {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly drafts: DraftRepository,
    private readonly versions: VersionReader,
    private readonly custody: CustodyRepository,
    private readonly words: DocumentWords,
    private readonly records: DocumentRecords,
  ) {}

  /** What stands beside the versions. */
  async around(grant: CaseGrant, facts: DocumentFacts): Promise<Around> {
    const document = facts.processId === null ? null : await this.documents.ofProcess(grant, facts.processId);
    const names = await this.documents.people(grant);
    const nameOf = (side: 'RP' | 'BP'): string | null => names.find((one) => one.side === side)?.name ?? null;
    const people = { author: nameOf('RP') ?? '', partner: nameOf('BP') };
    const nothing = { inventoryEntries: null, legal: { exposurePossible: null, minorOrCrime: false } };
    if (document === null) return { ...nothing, version: 0, people, laterReading: null };
    const inventory = await this.drafts.inventory(grant.clinicId, document.id);
    return {
      inventoryEntries: inventory?.entries ?? null,
      legal: await this.words.openLegal(grant.clinicId, document.id, document.legal_sealed),
      version: document.version,
      people,
      laterReading: toLaterReading(await this.custody.laterReading(grant.clinicId, document.id)),
    };
  }

  async version(
    clinicId: string,
    documentId: string,
    number: number,
    readerId: string,
  ): Promise<DocumentVersionView | null> {
    const version = await this.versions.version(clinicId, documentId, number);
    if (version === null) return null;
    const comments = await this.versions.commentsOn(clinicId, documentId, number, readerId);
    return { number, at: version.at.toISOString(), sections: version.sections, comments };
  }

  async inventory(
    clinicId: string,
    documentId: string,
  ): Promise<{ readonly text: string; readonly version: number; readonly savedAt: Date } | null> {
    const row = await this.drafts.inventory(clinicId, documentId);
    if (row === null) return null;
    const text = await this.words.open(clinicId, documentId, 'disclosure_inventory', row);
    return { text, version: row.version, savedAt: row.saved_at };
  }

  /** Null when the document is not at `version` any more. */
  async keepLegal(
    { grant, document }: DocumentInHand,
    { exposurePossible, minorOrCrime }: AnswerLegalQuestionRequest,
    version: number,
  ): Promise<DocumentSavedView | null> {
    const answers = { exposurePossible: exposurePossible ?? null, minorOrCrime };
    const sealed = await this.words.sealLegal(grant.clinicId, document.id, answers);
    const kept = await this.documents.keepLegal(grant.clinicId, document.id, version, sealed);
    return kept ? toSaved(version + 1, this.records.now()) : null;
  }
}
