import type {
  DocumentCommentView,
  DocumentLaterReadingView,
  DocumentSavedView,
  DocumentVersionRowView,
  OwnDocumentView,
} from '@trellis/contracts';
import { documentSectionIds, type DraftVersion } from '@trellis/domain';
import type { CommentRow } from './comment.repository.js';
import type { LaterReadingRow } from './custody.repository.js';
import { canChange, type DocumentFacts } from './document-facts.js';

const beforeWriting: readonly string[] = ['NOT_STARTED', 'CONSIDERING', 'SCREENING'];

export function toSaved(version: number, at: Date): DocumentSavedView {
  return { version, savedAt: at.toISOString() };
}

export function toVersionRow({ number, at, sectionHashes }: DraftVersion): DocumentVersionRowView {
  const sections = documentSectionIds.filter((id) => sectionHashes[id] !== undefined);
  return { number, at: at.toISOString(), sections: [...sections] };
}

export function toComment(row: CommentRow, text: string, readerId: string): DocumentCommentView {
  return {
    id: row.id,
    number: row.number,
    section: row.section,
    start: row.starts_at,
    length: row.length,
    text,
    authorName: row.author_name,
    writtenAt: row.written_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
    version: row.version,
    mine: row.author_id === readerId,
  };
}

export function toLaterReading(row: LaterReadingRow | null): DocumentLaterReadingView | null {
  if (row === null) return null;
  return { id: row.id, askedAt: row.asked_at.toISOString(), until: row.until?.toISOString() ?? null };
}

/**
 * What the author is told. Every pause, an end that their therapist may not have told them of yet, and whatever comes
 * after the writing read the same: it stands.
 */
export function stageOf(facts: DocumentFacts | null): OwnDocumentView['stage'] {
  if (facts?.destroyedAt != null) return 'destroyed';
  if (facts === null || beforeWriting.includes(facts.state)) return 'not_yet';
  if (facts.state === 'COMPLETED') return 'over';
  if (canChange(facts)) return 'writing';
  return facts.documentId === null ? 'not_yet' : 'stands';
}
