import { Injectable } from '@nestjs/common';
import type {
  AmendProgressNoteRequest,
  ProgressNoteSavedView,
  SignProgressNoteRequest,
} from '@trellis/contracts';
import { hasWords, mayCoSign } from '@trellis/domain';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/http/app-error.js';
import { NoteDesk } from './note-desk.js';
import type { NoteRow } from './note-row.js';
import { allowed, saved } from './note-writing.service.js';
import { ProgressNoteAccess } from './progress-note-access.js';
import { personOf } from './progress-note-records.js';

/** The author's signature, alone or with a colleague's after it, and what is put right beside a signed note. */
@Injectable()
export class NoteSigningService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: ProgressNoteAccess,
    private readonly desk: NoteDesk,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks the note, or lets it wait for the colleague named. Of two signatures at once one counts.
   * @throws AppError not_found, version_stale, co_signer_unknown, progress_note_refused also for a note without words.
   */
  async sign(
    coupleId: string,
    noteId: string,
    version: number,
    { coSignerId: asked }: SignProgressNoteRequest,
  ): Promise<ProgressNoteSavedView> {
    return this.work.run(async () => {
      const coSignerId = asked ?? null;
      const { grant, note } = await this.access.note(coupleId, noteId, 'keep');
      const state = allowed(note, version, coSignerId === null ? 'sign' : 'submit');
      if (!hasWords(await this.desk.words.texts(note)))
        throw new AppError('progress_note_refused', { reason: 'empty' });
      if (coSignerId !== null) await this.requireCoSigner(note, coSignerId);
      const at = this.clock.now();
      if (!(await this.desk.notes.move(grant, note.id, version, { state, coSignerId, at })))
        throw new AppError('version_stale');
      await this.desk.records.done(coSignerId === null ? 'sign' : 'submit', note.id, personOf(note));
      return saved(note.id, state, version + 1, at);
    });
  }

  /** Adds to a signed note; the same again is there once. @throws AppError not_found, progress_note_refused. */
  async amend(
    coupleId: string,
    noteId: string,
    { id, reason, text }: AmendProgressNoteRequest,
  ): Promise<ProgressNoteSavedView> {
    return this.work.run(async () => {
      const { note } = await this.access.note(coupleId, noteId, 'keep');
      allowed(note, note.version, 'amend');
      const at = this.clock.now();
      const keyOwnerId = personOf(note) ?? currentActor().id;
      const place = { id, keyOwnerId };
      const sealed = await this.desk.words.seal('progress_note_amendment', note.side, place, {
        reason,
        text,
      });
      if (await this.desk.around.amend(note, { id, keyOwnerId, sealed, at }))
        await this.desk.records.done('amend', note.id, personOf(note));
      return saved(note.id, note.state, note.version, at);
    });
  }

  private async requireCoSigner({ couple_id, side }: NoteRow, coSignerId: string): Promise<void> {
    const colleagues = await this.desk.around.colleagues(couple_id);
    const one = colleagues.find(({ id }) => id === coSignerId);
    if (one === undefined || !mayCoSign({ isSupervisor: one.supervises, sides: one.sides }, side))
      throw new AppError('co_signer_unknown');
  }
}
