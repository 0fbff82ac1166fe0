import { Injectable } from '@nestjs/common';
import type { DocumentCommentView, DocumentTextView } from '@trellis/contracts';
import { CommentRepository } from './comment.repository.js';
import { DocumentWords } from './document-words.js';
import { toComment } from './document.mapper.js';
import { VersionRepository, type VersionRow } from './version.repository.js';

const mostComments = 500;

/** Opens versions and comments. Who may is decided before, and by row-level security once more. */
@Injectable()
export class VersionReader {
  constructor(
    private readonly versions: VersionRepository,
    private readonly comments: CommentRepository,
    private readonly words: DocumentWords,
  ) {}

  /** Null for a number that there is not, or that the asker may not find. */
  async version(
    clinicId: string,
    documentId: string,
    number: number,
  ): Promise<(VersionRow & { readonly sections: DocumentTextView[] }) | null> {
    const version = await this.versions.one(clinicId, documentId, number);
    if (version === null) return null;
    const sections: DocumentTextView[] = [];
    for (const row of await this.versions.sections(clinicId, version.id)) {
      const text = await this.words.open(clinicId, documentId, 'disclosure_version_section', row);
      sections.push({ section: row.section, text });
    }
    return { ...version, sections };
  }

  /** Comments on one version, for the author and the own therapist. */
  async commentsOn(
    clinicId: string,
    documentId: string,
    number: number,
    readerId: string,
  ): Promise<DocumentCommentView[]> {
    const views: DocumentCommentView[] = [];
    for (const row of await this.comments.ofVersion(clinicId, documentId, number, mostComments)) {
      const text = await this.words.open(clinicId, documentId, 'disclosure_comment', row);
      views.push(toComment(row, text, readerId));
    }
    return views;
  }
}
