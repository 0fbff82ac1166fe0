import type {
  PsychotherapyNoteFileView,
  PsychotherapyNoteRevisionView,
  PsychotherapyNoteRowView,
  PsychotherapyNoteSavedView,
} from '@trellis/contracts';
import type { NoteRevisionRow } from './note-text.repository.js';
import type { NoteFileRow, NoteRow } from './note.repository.js';

/** Whole days between the removal of a note and its end. The policy of the table names the same number. */
export const keptAfterRemovalDays = 30;

export function toNoteRow(row: NoteRow): PsychotherapyNoteRowView {
  return {
    id: row.id,
    sessionOn: row.session_on,
    writtenAt: row.written_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    characters: row.characters,
    revision: row.revision,
    version: row.version,
    removedAt: row.removed_at?.toISOString() ?? null,
    goneAt: row.removed_at === null ? null : goneAfter(row.removed_at).toISOString(),
  };
}

export function toSavedNote(
  id: string,
  revision: number,
  version: number,
  at: Date,
): PsychotherapyNoteSavedView {
  return { id, version, revision, savedAt: at.toISOString() };
}

export function toRevision(row: NoteRevisionRow): PsychotherapyNoteRevisionView {
  return { revision: row.revision, writtenAt: row.written_at.toISOString(), characters: row.characters };
}

export function toNoteFile(row: NoteFileRow): PsychotherapyNoteFileView {
  return {
    coupleId: row.couple_id,
    coupleName: row.couple_name,
    notes: row.notes,
    lastChangedAt: row.last_changed_at.toISOString(),
  };
}

function goneAfter(removedAt: Date): Date {
  return new Date(removedAt.getTime() + keptAfterRemovalDays * 24 * 60 * 60_000);
}
