import { Injectable } from '@nestjs/common';
import type {
  DocumentVersionView,
  InventoryEntry,
  InventoryView,
  OwnDocumentSectionView,
  OwnDocumentView,
} from '@trellis/contracts';
import { blocksWriting, documentSectionIds, latestDraft, sectionStanding } from '@trellis/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { DocumentRepository } from './document.repository.js';
import { DocumentWords } from './document-words.js';
import { stageOf, toVersionRow } from './document.mapper.js';
import { DraftRepository } from './draft.repository.js';
import { OwnDocuments, type OwnDocument } from './own-document.js';
import { versionNumberOf } from './version-number.js';
import { VersionReader } from './version-reader.js';

/** The author reads what they wrote, and what their therapist said of it. */
@Injectable()
export class OwnDocumentReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly mine: OwnDocuments,
    private readonly documents: DocumentRepository,
    private readonly drafts: DraftRepository,
    private readonly words: DocumentWords,
    private readonly versions: VersionReader,
  ) {}

  /** The whole page. @throws AppError not_found for anybody but the recovering person. */
  async page(): Promise<OwnDocumentView> {
    return this.work.run(async () => {
      const found = await this.mine.find();
      const { own, facts, document, legal } = found;
      const latest = latestDraft(facts?.versions ?? []);
      const comments =
        document === null || latest === null || document.destroyed_at !== null
          ? []
          : await this.versions.commentsOn(own.clinicId, document.id, latest.number, own.personId);
      const people = await this.documents.people(own);
      return {
        stage: stageOf(facts),
        sections: await this.sections(found),
        versions: (facts?.versions ?? []).map((version) => toVersionRow(version)),
        comments,
        legal: { exposurePossible: legal.exposurePossible, minorOrCrime: legal.minorOrCrime },
        version: document?.version ?? 0,
        therapistName: own.therapist?.name ?? null,
        ownNames: people.map(({ name }) => name),
        destroyedAt: facts?.destroyedAt?.toISOString() ?? null,
      };
    });
  }

  /** An earlier version, or the newest. @throws AppError not_found. */
  async version(number: string): Promise<DocumentVersionView> {
    return this.work.run(async () => {
      const { own, document } = await this.mine.find();
      if (document === null) throw notFound();
      const version = await this.versions.version(own.clinicId, document.id, versionNumberOf(number));
      if (version === null) throw notFound();
      const comments = await this.versions.commentsOn(
        ...[own.clinicId, document.id],
        version.number,
        own.personId,
      );
      return { number: version.number, at: version.at.toISOString(), sections: version.sections, comments };
    });
  }

  /** @throws AppError not_found for anybody but the recovering person. */
  async inventory(): Promise<InventoryView> {
    return this.work.run(async () => {
      const { own, document } = await this.mine.find();
      const row = document === null ? null : await this.drafts.inventory(own.clinicId, document.id);
      if (document === null || row === null) return { entries: [], version: 0, savedAt: null };
      const text = await this.words.open(own.clinicId, document.id, 'disclosure_inventory', row);
      const entries = JSON.parse(text) as InventoryEntry[];
      return { entries, version: row.version, savedAt: row.saved_at.toISOString() };
    });
  }

  private async sections({ own, document, facts, legal }: OwnDocument): Promise<OwnDocumentSectionView[]> {
    const drafts = document === null ? [] : await this.drafts.sections(own.clinicId, document.id);
    const handedIn = await this.handedIn({ own, document, facts });
    const views: OwnDocumentSectionView[] = [];
    for (const section of documentSectionIds) {
      const draft = drafts.find((row) => row.section === section);
      const text =
        document === null || draft === undefined
          ? ''
          : await this.words.open(own.clinicId, document.id, 'disclosure_section_draft', draft);
      views.push({
        section,
        text,
        version: draft?.version ?? 0,
        savedAt: draft?.saved_at.toISOString() ?? null,
        standing: sectionStanding(section, facts?.versions ?? [], facts?.decisions ?? []),
        block: blocksWriting(section, legal),
        changed: text !== (handedIn.get(section) ?? ''),
      });
    }
    return views;
  }

  private async handedIn({
    own,
    document,
    facts,
  }: Pick<OwnDocument, 'own' | 'document' | 'facts'>): Promise<Map<string, string>> {
    const latest = latestDraft(facts?.versions ?? []);
    if (document === null || latest === null) return new Map();
    const version = await this.versions.version(own.clinicId, document.id, latest.number);
    return new Map(version?.sections.map(({ section, text }) => [section, text]));
  }
}
