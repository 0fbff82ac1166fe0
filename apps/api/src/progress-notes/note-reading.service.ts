import { Injectable } from '@nestjs/common';
import type {
  CoSignerView,
  ProgressNoteAmendmentView,
  ProgressNoteRemarkView,
  ProgressNotesView,
  ProgressNoteView,
} from '@trellis/contracts';
import { mayCoSign, progressNoteSettings, worksWith } from '@trellis/domain';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { pageOf, positionOf } from '../platform/http/time-cursor.js';
import { NoteDesk } from './note-desk.js';
import type { NoteRow } from './note-row.js';
import { ProgressNoteAccess } from './progress-note-access.js';
import { toFormOf, toNoteRow, toSession } from './progress-note.mapper.js';

const pageSize = 50;
const dayMs = 86_400_000;

/** Notes of a couple for whoever reads their record. Opened words are put on the record of each person they are about. */
@Injectable()
export class NoteReadingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: ProgressNoteAccess,
    private readonly desk: NoteDesk,
    private readonly clock: Clock,
  ) {}

  /** No words. @throws AppError not_found, invalid_request for a cursor that no page gave. */
  async page(coupleId: string, cursor: string | undefined): Promise<ProgressNotesView> {
    const after = positionOf(cursor);
    return this.work.run(async () => {
      const grant = await this.access.couple(coupleId, 'read');
      const found = await this.desk.notes.page(grant, after, pageSize + 1);
      const { rows, nextCursor } = pageOf(
        found.map((row) => ({ ...row, at: row.session_at })),
        pageSize,
      );
      const mayWrite = grant.emergency === null && currentActor().role === 'therapist';
      const now = this.clock.now();
      const from = new Date(now.getTime() - progressNoteSettings.dueWindowDays.standard * dayMs);
      const sessions = mayWrite ? await this.desk.sessions.recent(grant, from, now) : [];
      return {
        ...{ notes: rows.map(toNoteRow), nextCursor, mayWrite, timeZone: grant.timeZone },
        ...{ mySides: mayWrite ? [...grant.mySides] : [], sessions: sessions.map(toSession) },
      };
    });
  }

  /** @throws AppError not_found. */
  async one(coupleId: string, noteId: string): Promise<ProgressNoteView> {
    return this.work.run(async () => {
      const { grant, note } = await this.access.note(coupleId, noteId, 'read');
      const isAuthor = note.author_id === currentActor().id;
      const texts = await this.desk.words.texts(note);
      await this.desk.records.opened(note);
      return {
        ...toNoteRow(note),
        ...{ form: toFormOf(note), texts, isAuthor },
        amended: await this.amended(note),
        remarks: isAuthor ? await this.remarks(note) : [],
        coSigners: isAuthor && note.state !== 'signed' ? await this.coSigners(note) : [],
        mayAmend:
          note.state === 'signed' &&
          grant.emergency === null &&
          currentActor().role === 'therapist' &&
          worksWith(grant.mySides, note.side),
      };
    });
  }

  /** Remarks on a note that the asker was found to read. */
  async remarks(
    note: Pick<NoteRow, 'id' | 'couple_id' | 'side' | 'author_id'>,
  ): Promise<ProgressNoteRemarkView[]> {
    const said: ProgressNoteRemarkView[] = [];
    for (const row of await this.desk.around.remarks(note))
      said.push({
        ...{ byName: row.by_name, at: row.made_at.toISOString(), text: await this.desk.words.remark(row) },
      });
    return said;
  }

  private async amended(note: NoteRow): Promise<ProgressNoteAmendmentView[]> {
    const amended: ProgressNoteAmendmentView[] = [];
    for (const row of await this.desk.around.amendments(note))
      amended.push({
        ...{ id: row.id, byName: row.by_name, at: row.made_at.toISOString() },
        ...(await this.desk.words.amendment(row)),
      });
    return amended;
  }

  private async coSigners({ couple_id, side }: NoteRow): Promise<CoSignerView[]> {
    const colleagues = await this.desk.around.colleagues(couple_id);
    return colleagues
      .filter(({ supervises, sides }) => mayCoSign({ isSupervisor: supervises, sides }, side))
      .map(({ id, name }) => ({ id, name }));
  }
}
