import { Injectable } from '@nestjs/common';
import type {
  PsychotherapyNoteFilesView,
  PsychotherapyNoteRevisionsView,
  PsychotherapyNotesView,
  PsychotherapyNoteTextView,
  PsychotherapyNoteView,
} from '@trellis/contracts';
import { isUuid } from '@trellis/domain';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/app-error.js';
import { pageOf, positionOf } from '../platform/http/time-cursor.js';
import { NoteAccess, type NotesGrant } from './note-access.js';
import { NoteRecords } from './note-records.js';
import { NoteTextRepository } from './note-text.repository.js';
import { NoteWords, type NoteText } from './note-words.js';
import { toNoteFile, toNoteRow, toRevision } from './note.mapper.js';
import { NoteRepository, type NoteRow } from './note.repository.js';

const pageSize = 50;
const most = 200;

/** The author reads their own notes; each opening of words leaves an audit row in the same transaction. */
@Injectable()
export class NoteReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: NoteAccess,
    private readonly notes: NoteRepository,
    private readonly texts: NoteTextRepository,
    private readonly words: NoteWords,
    private readonly records: NoteRecords,
  ) {}

  /** @throws AppError not_found, invalid_request for a cursor that no page gave. */
  async page(
    coupleId: string,
    removed: boolean,
    cursor: string | undefined,
  ): Promise<PsychotherapyNotesView> {
    const after = positionOf(cursor);
    return this.work.run(async () => {
      const grant = await this.access.require(coupleId);
      const found = await this.notes.page(grant, removed, after, pageSize + 1);
      const { rows, nextCursor } = pageOf(
        found.map((row) => ({ ...row, at: row.written_at })),
        pageSize,
      );
      return { notes: rows.map((row) => toNoteRow(row)), nextCursor, mayWrite: grant.mayWrite };
    });
  }

  /** The couples on which the asker keeps notes, those they care for no longer too. */
  async files(): Promise<PsychotherapyNoteFilesView> {
    return this.work.run(async () => {
      const { clinicId, id } = currentActor();
      return { files: (await this.notes.files(clinicId, id, most)).map((row) => toNoteFile(row)) };
    });
  }

  /** @throws AppError not_found. */
  async one(coupleId: string, noteId: string): Promise<PsychotherapyNoteView> {
    return this.work.run(async () => {
      const { grant, note } = await this.found(coupleId, noteId);
      const { text } = await this.open(grant, note, note.revision);
      return { ...toNoteRow(note), text, mayWrite: grant.mayWrite };
    });
  }

  /** @throws AppError not_found. */
  async revisions(coupleId: string, noteId: string): Promise<PsychotherapyNoteRevisionsView> {
    return this.work.run(async () => {
      const { grant, note } = await this.found(coupleId, noteId);
      const rows = await this.texts.revisions(grant, note.id, most);
      return { revisions: rows.map((row) => toRevision(row)) };
    });
  }

  /** An earlier text, or the present one. @throws AppError not_found. */
  async revision(coupleId: string, noteId: string, number: string): Promise<PsychotherapyNoteTextView> {
    return this.work.run(async () => {
      const { grant, note } = await this.found(coupleId, noteId);
      const text = await this.open(grant, note, /^[1-9]\d{0,5}$/.test(number) ? Number(number) : 0);
      return { ...toRevision(text), text: text.text };
    });
  }

  private async found(coupleId: string, noteId: string): Promise<{ grant: NotesGrant; note: NoteRow }> {
    const grant = await this.access.require(coupleId);
    const note = isUuid(noteId) ? await this.notes.byId(grant, noteId) : null;
    if (note === null) throw notFound();
    this.access.requireOwn(grant, 'read', note);
    return { grant, note };
  }

  private async open(grant: NotesGrant, note: NoteRow, revision: number): Promise<NoteText> {
    const text = await this.words.open(grant, note.id, revision);
    if (text === null) throw notFound();
    await this.records.opened(note.id);
    return text;
  }
}
