import { Injectable } from '@nestjs/common';
import type {
  ChangePsychotherapyNoteRequest,
  PsychotherapyNoteRowView,
  PsychotherapyNoteSavedView,
  WritePsychotherapyNoteRequest,
} from '@trellis/contracts';
import { isUuid } from '@trellis/domain';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { NoteAccess, type NotesGrant } from './note-access.js';
import { NoteRecords } from './note-records.js';
import { changeOf, NoteWords } from './note-words.js';
import { toNoteRow, toSavedNote } from './note.mapper.js';
import { NoteRepository, type NoteRow } from './note.repository.js';

/** The author writes, changes, removes and brings back. Answers hold no word, because they are kept to be repeated. */
@Injectable()
export class NoteWritingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: NoteAccess,
    private readonly notes: NoteRepository,
    private readonly words: NoteWords,
    private readonly records: NoteRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes a note under the id that its writer made; the same again gets the first answer.
   * @throws AppError not_found, not_allowed when the author cares for the couple no longer, version_stale when the id
   * is taken.
   */
  async write(
    coupleId: string,
    { id, ...request }: WritePsychotherapyNoteRequest,
  ): Promise<PsychotherapyNoteSavedView> {
    return this.work.run(async () => {
      const grant = await this.access.requireWriting(coupleId);
      const now = this.clock.now();
      if (!(await this.notes.add(grant, id, changeOf(request, now))))
        return this.savedBefore(grant, id, 0, request);
      await this.words.keep(grant, id, 1, request.text, now);
      await this.records.changed('write', id);
      return toSavedNote(id, 1, 1, now);
    });
  }

  /**
   * Puts a new text in place of the one at `version`; the earlier one is kept for its author. What somebody (the
   * author on another device) wrote since is never replaced.
   * @throws AppError not_found, not_allowed, psychotherapy_note_removed, version_stale.
   */
  async change(
    coupleId: string,
    noteId: string,
    version: number,
    request: ChangePsychotherapyNoteRequest,
  ): Promise<PsychotherapyNoteSavedView> {
    return this.work.run(async () => {
      const { grant, note } = await this.found(coupleId, noteId);
      if (note.removed_at !== null) throw new AppError('psychotherapy_note_removed');
      const now = this.clock.now();
      if (!(await this.notes.change(grant, note.id, version, changeOf(request, now))))
        return this.savedBefore(grant, note.id, version, request);
      await this.words.keep(grant, note.id, note.revision + 1, request.text, now);
      await this.records.changed('change', note.id);
      return toSavedNote(note.id, note.revision + 1, version + 1, now);
    });
  }

  /** Takes a note out of the list. It can be brought back for thirty days. @throws AppError as change. */
  async remove(coupleId: string, noteId: string, version: number): Promise<PsychotherapyNoteRowView> {
    return this.setRemoved(coupleId, noteId, version, true);
  }

  /** Brings a removed note back. @throws AppError not_found, not_allowed, version_stale. */
  async restore(coupleId: string, noteId: string, version: number): Promise<PsychotherapyNoteRowView> {
    return this.setRemoved(coupleId, noteId, version, false);
  }

  private async setRemoved(
    coupleId: string,
    noteId: string,
    version: number,
    removed: boolean,
  ): Promise<PsychotherapyNoteRowView> {
    return this.work.run(async () => {
      const { grant, note } = await this.found(coupleId, noteId);
      if (!(await this.notes.setRemoved(grant, note.id, version, removed)))
        throw new AppError('version_stale');
      await this.records.changed(removed ? 'remove' : 'restore', note.id);
      const after = await this.notes.byId(grant, note.id);
      if (after === null) throw notFound();
      return toNoteRow(after);
    });
  }

  private async found(coupleId: string, noteId: string): Promise<{ grant: NotesGrant; note: NoteRow }> {
    const grant = await this.access.requireWriting(coupleId);
    const note = isUuid(noteId) ? await this.notes.byId(grant, noteId) : null;
    if (note === null) throw notFound();
    this.access.requireOwn(grant, 'read', note);
    return { grant, note };
  }

  /** The answer got lost on the way and the same was sent again under another key: it is there already. */
  private async savedBefore(
    grant: NotesGrant,
    id: string,
    version: number,
    { text, sessionOn }: ChangePsychotherapyNoteRequest,
  ): Promise<PsychotherapyNoteSavedView> {
    const note = await this.notes.byId(grant, id);
    if (note?.version !== version + 1 || note.removed_at !== null) throw new AppError('version_stale');
    this.access.requireOwn(grant, 'read', note);
    const present = await this.words.open(grant, id, note.revision);
    if (present?.text !== text || note.session_on !== (sessionOn ?? null))
      throw new AppError('version_stale');
    return toSavedNote(id, note.revision, note.version, note.changed_at);
  }
}
