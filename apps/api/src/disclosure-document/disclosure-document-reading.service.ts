import { Injectable } from '@nestjs/common';
import type { DocumentTextView } from '@trellis/contracts';
import { latestDraft } from '@trellis/domain';
import type { DisclosureScope } from '../disclosure/disclosure-parts.service.js';
import { notFound } from '../platform/http/app-error.js';
import { windowOf } from './document-access.js';
import { DocumentRecords } from './document-records.js';
import { DocumentRepository } from './document.repository.js';
import { VersionReader } from './version-reader.js';

/** The sections of the newest version, and until when they may be shown. */
export interface OpenedDocument {
  readonly documentId: string;
  readonly number: number;
  readonly until: Date;
  readonly sections: readonly DocumentTextView[];
}

/** The one way by which another feature shows words of the document: in the running session, to a reader of it. */
@Injectable()
export class DisclosureDocumentReading {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly versions: VersionReader,
    private readonly records: DocumentRecords,
  ) {}

  /**
   * Opens the newest version for the signed-in reader, inside the caller's unit of work. Who the reader is on this
   * couple the caller has found out; row-level security asks it once more. Leaves an audit row for the author.
   * @throws AppError not_found outside of the running session, and where there is nothing to read.
   */
  async openForReading(scope: DisclosureScope, reader: 'BP' | 'T_BP', at: Date): Promise<OpenedDocument> {
    const facts = await this.documents.facts(scope.coupleId);
    const window = facts === null ? null : windowOf(facts, scope.timeZone, reader, at);
    const latest = latestDraft(facts?.versions ?? []);
    const [documentId, personId] = [facts?.documentId ?? null, facts?.personId ?? null];
    if (window?.mode !== 'session' || window.until === null || latest === null) throw notFound();
    if (documentId === null || personId === null) throw notFound();
    const version = await this.versions.version(scope.clinicId, documentId, latest.number);
    if (version === null) throw notFound();
    await this.records.record('read', documentId, personId);
    return { documentId, number: version.number, until: window.until, sections: version.sections };
  }
}
