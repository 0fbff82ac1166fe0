import { Injectable } from '@nestjs/common';
import type {
  BeginProgressNoteRequest,
  ProgressNoteSavedView,
  SaveProgressNoteRequest,
} from '@trellis/contracts';
import { afterNoteAct, asStaffId, fitsNoteForm, isStandardNoteForm, type NoteAct, type NoteState } from '@trellis/domain'; // prettier-ignore
import type { CaseGrant } from '../access/case-access.js';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { NoteDesk } from './note-desk.js';
import type { NoteRow, SessionRow } from './note-row.js';
import { handsOf, ProgressNoteAccess, type OpenedNote } from './progress-note-access.js';
import { personOf } from './progress-note-records.js';
import { partsOf } from './progress-note.mapper.js';
import type { NewNote } from './progress-note.repository.js';

/** The author begins, saves and removes drafts. Answers hold no word, because they are kept to be repeated. */
@Injectable()
export class NoteWritingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: ProgressNoteAccess,
    private readonly desk: NoteDesk,
    private readonly clock: Clock,
  ) {}

  /**
   * An empty draft of a session that has begun.
   * @throws AppError not_found for a couple, session or form that is none of the asker's; progress_note_refused for a
   * record that the session or the asker does not have; progress_note_begun where the asker's note is there already.
   */
  async begin(coupleId: string, request: BeginProgressNoteRequest): Promise<ProgressNoteSavedView> {
    return this.work.run(async () => {
      const grant = await this.access.couple(coupleId, 'keep');
      const at = this.clock.now();
      const session = await this.desk.sessions.one(grant, request.appointmentId, at);
      if (session === null) throw notFound();
      const note = await this.newNote(grant, session, request, at);
      if (!(await this.desk.notes.begin(grant, note))) throw new AppError('progress_note_begun');
      await this.desk.records.done('begin', note.id, note.personId);
      return saved(note.id, 'draft', 1, at);
    });
  }

  /** @throws AppError not_found, version_stale, progress_note_refused, invalid_request for texts that fit no form. */
  async save(
    coupleId: string,
    noteId: string,
    version: number,
    { parts }: SaveProgressNoteRequest,
  ): Promise<ProgressNoteSavedView> {
    return this.work.run(async () => {
      const { grant, note } = await this.access.note(coupleId, noteId, 'keep');
      const state = allowed(note, version, 'save');
      if (!fitsNoteForm(parts, partsOf(note))) throw new AppError('invalid_request', { field: 'parts' });
      const at = this.clock.now();
      const row = { id: note.id, keyOwnerId: note.key_owner_id };
      const sealed = await this.desk.words.seal('progress_note', note.side, row, parts);
      if (!(await this.desk.notes.save(grant, note.id, version, sealed, at)))
        throw new AppError('version_stale');
      return saved(note.id, state, version + 1, at);
    });
  }

  /** A draft that nobody else has read. @throws AppError not_found, version_stale, progress_note_refused. */
  async remove(coupleId: string, noteId: string, version: number): Promise<void> {
    return this.work.run(async () => {
      const { grant, note }: OpenedNote = await this.access.note(coupleId, noteId, 'keep');
      allowed(note, version, 'remove');
      if (!(await this.desk.notes.remove(grant, note.id, version))) throw new AppError('version_stale');
      await this.desk.records.done('remove', note.id, personOf(note));
    });
  }

  private async newNote(
    grant: CaseGrant,
    session: SessionRow,
    { id, side, form: asked }: BeginProgressNoteRequest,
    at: Date,
  ): Promise<NewNote> {
    const fits = side === 'JOINT' ? session.side === 'JOINT' : grant.mySides.includes(side);
    if (!fits || (session.side !== 'JOINT' && session.side !== side))
      throw new AppError('progress_note_refused', { reason: 'other_record' });
    const personId = side === 'JOINT' ? null : await this.desk.notes.personOf(grant, side);
    if (side !== 'JOINT' && personId === null) throw notFound();
    const { form, count } = await this.formOf(asked);
    const keyOwnerId = personId ?? currentActor().id;
    const empty = Array.from({ length: count }, () => '');
    const sealed = await this.desk.words.seal('progress_note', side, { id, keyOwnerId }, empty);
    return { id, session, side, personId, form, keyOwnerId, sealed, at };
  }

  private async formOf(asked: string): Promise<{ readonly form: NewNote['form']; readonly count: number }> {
    if (isStandardNoteForm(asked))
      return { form: { standard: asked }, count: partsOf({ ...noOwnForm, standard_form: asked }) };
    const form = await this.desk.forms.latest(asked);
    if (form === null) throw notFound();
    if (form.retired_at !== null) throw new AppError('progress_note_form_retired');
    return { form: { id: form.id, number: form.number }, count: form.parts.length };
  }
}

const noOwnForm = { form_id: null, form_name: null, form_parts: null } as const;

/** The state after an act of the asker. @throws AppError version_stale, progress_note_refused with the reason. */
export function allowed(note: NoteRow, version: number, act: NoteAct): NoteState {
  if (note.version !== version) throw new AppError('version_stale');
  const after = afterNoteAct(handsOf(note), act, asStaffId(currentActor().id));
  if (!after.ok) throw new AppError('progress_note_refused', { reason: after.refusal });
  return after.value;
}

export function saved(id: string, state: NoteState, version: number, at: Date): ProgressNoteSavedView {
  return { id, state, version, savedAt: at.toISOString() };
}
