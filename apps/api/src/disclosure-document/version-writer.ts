import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DocumentSectionId } from '@trellis/domain';
import { AppError } from '../platform/http/app-error.js';
import type { DocumentRow } from './document.repository.js';
import { DocumentRepository } from './document.repository.js';
import { DocumentWords } from './document-words.js';
import { DraftRepository } from './draft.repository.js';
import { VersionRepository } from './version.repository.js';

/** Words of one section on their way into a version. */
export interface SectionForVersion {
  readonly section: DocumentSectionId;
  readonly text: string;
  /** The same as before where the words are. */
  readonly mark: string;
}

/** Turns saved words into a version. */
@Injectable()
export class VersionWriter {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly drafts: DraftRepository,
    private readonly versions: VersionRepository,
    private readonly words: DocumentWords,
  ) {}

  /**
   * The saved words of every section that has some. `seen` holds the version of each as the author saw it.
   * @throws AppError version_stale when there are words that the author did not see.
   */
  async prepare(
    clinicId: string,
    document: DocumentRow,
    seen: ReadonlyMap<DocumentSectionId, number>,
  ): Promise<SectionForVersion[]> {
    const before = await this.textsOf(clinicId, document);
    const sections: SectionForVersion[] = [];
    for (const draft of await this.drafts.sections(clinicId, document.id)) {
      const text = await this.words.open(clinicId, document.id, 'disclosure_section_draft', draft);
      if (text.trim() === '' && !seen.has(draft.section)) continue;
      if (seen.get(draft.section) !== draft.version) throw new AppError('version_stale');
      if (text.trim() === '') continue;
      const earlier = before.get(draft.section);
      const mark = earlier?.text === text ? earlier.mark : randomUUID();
      sections.push({ section: draft.section, text, mark });
    }
    return sections;
  }

  /** @throws AppError version_stale when another version came first. */
  async add(
    clinicId: string,
    documentId: string,
    number: number,
    at: Date,
    sections: readonly SectionForVersion[],
  ): Promise<void> {
    if (!(await this.documents.count(clinicId, documentId, number))) throw new AppError('version_stale');
    const rows = [];
    for (const { section, mark, text } of sections) {
      const id = randomUUID();
      const sealed = await this.words.seal(clinicId, documentId, 'disclosure_version_section', id, text);
      rows.push({ id, section, mark, sealed });
    }
    await this.versions.add(clinicId, documentId, { id: randomUUID(), number, at }, rows);
  }

  private async textsOf(
    clinicId: string,
    document: DocumentRow,
  ): Promise<Map<DocumentSectionId, { text: string; mark: string }>> {
    const texts = new Map<DocumentSectionId, { text: string; mark: string }>();
    const version = await this.versions.one(clinicId, document.id, document.latest_version);
    if (version === null) return texts;
    for (const row of await this.versions.sections(clinicId, version.id)) {
      const text = await this.words.open(clinicId, document.id, 'disclosure_version_section', row);
      texts.set(row.section, { text, mark: row.mark });
    }
    return texts;
  }
}
