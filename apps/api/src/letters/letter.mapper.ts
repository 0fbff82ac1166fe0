import type {
  CaseLetterRowView,
  LetterCommentView,
  LetterRevisionView,
  LetterRowView,
  OwnLetterRowView,
} from '@trellis/contracts';
import {
  isReleased,
  retentionOf,
  type LetterCommentRow,
  type LetterRow,
  type LetterTextRow,
} from './letter-row.js';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What both people may know of a letter that was read: no word, no revision, nothing of how it is kept. */
export function toLetterRow(row: LetterRow, zone: string): LetterRowView {
  return {
    id: row.id,
    kind: row.kind,
    deliveredAt: iso(row.delivered_at),
    retentionOn: retentionOf(row, zone),
    destroyedAt: iso(row.destroyed_at),
    agreedAt: { RP: iso(row.agreed_rp), BP: iso(row.agreed_bp) },
  };
}

export function toOwnLetterRow(row: LetterRow, zone: string, mayWrite: boolean): OwnLetterRowView {
  return {
    ...toLetterRow(row, zone),
    revision: row.revision,
    released: isReleased(row),
    changedAt: row.changed_at.toISOString(),
    sealedAt: iso(row.sealed_at),
    mayWrite,
    version: row.version,
  };
}

export function toCaseLetterRow(
  row: LetterRow,
  zone: string,
  { own, mayRead }: { readonly own: boolean; readonly mayRead: boolean },
): CaseLetterRowView {
  return {
    ...toLetterRow(row, zone),
    side: row.side,
    revision: own || mayRead ? row.revision : 0,
    released: isReleased(row),
    // How the author keeps it is for their own side.
    sealed: own && row.sealed_at !== null,
    mayRead,
    mayComment: own && mayRead,
  };
}

export function toRevision(row: Omit<LetterTextRow, 'sealed'>): LetterRevisionView {
  return { revision: row.revision, writtenAt: row.written_at.toISOString(), characters: row.characters };
}

export function toComment(row: LetterCommentRow, text: string): LetterCommentView {
  return {
    id: row.id,
    revision: row.revision,
    byName: row.by_name,
    text,
    writtenAt: row.written_at.toISOString(),
  };
}
