import { Injectable } from '@nestjs/common';
import { asStaffId, isUuid, readsNote, type StaffViewer } from '@trellis/domain';
import { CaseAccess, type CaseGrant } from '../access/case-access.js';
import { currentActor } from '../platform/context/request-context.js';
import { notFound } from '../platform/http/app-error.js';
import type { NoteRow } from './note-row.js';
import { ProgressNoteRepository } from './progress-note.repository.js';

export interface OpenedNote {
  readonly grant: CaseGrant;
  readonly note: NoteRow;
}

/** The wall around progress notes: the couple first, then the record that a note belongs to. */
@Injectable()
export class ProgressNoteAccess {
  constructor(
    private readonly cases: CaseAccess,
    private readonly notes: ProgressNoteRepository,
  ) {}

  /** @throws AppError not_found. */
  couple(coupleId: string, act: 'read' | 'keep'): Promise<CaseGrant> {
    return this.cases.require(`progress_notes.${act}`, coupleId);
  }

  /** A note that the asker reads. @throws AppError not_found for every other, unknown ones and no ids too. */
  async note(coupleId: string, noteId: string, act: 'read' | 'keep'): Promise<OpenedNote> {
    const grant = await this.couple(coupleId, act);
    const note = isUuid(noteId) ? await this.notes.byId(grant, noteId) : null;
    if (note === null || !readsNote(viewerOf(grant), handsOf(note))) throw notFound();
    return { grant, note };
  }
}

/** An emergency reading shows what a therapist of its sides would read. */
function viewerOf({ coupleId, mySides, emergency }: CaseGrant): StaffViewer {
  const { id, role } = currentActor();
  const roles = emergency === null && role === 'supervisor' ? ([role] as const) : (['therapist'] as const);
  return {
    kind: 'staff',
    staffId: asStaffId(id),
    roles,
    assignments: mySides.map((side) => ({ coupleId, side })),
  };
}

/** The note in the form of the domain. */
export function handsOf({ couple_id: coupleId, side, state, author_id, cosigner_id }: NoteRow) {
  return { coupleId, side, state, authorId: author_id, coSignerId: cosigner_id } as const;
}
