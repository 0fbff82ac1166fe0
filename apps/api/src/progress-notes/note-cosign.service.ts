import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AnswerCoSignRequest, NoteCoSignListView, NoteCoSignView } from '@trellis/contracts';
import { Clock } from '../platform/clock.js';
import { currentActor } from '../platform/context/request-context.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { NoteCoSignRepository } from './note-cosign.repository.js';
import { NoteDesk } from './note-desk.js';
import { NoteReadingService } from './note-reading.service.js';
import type { CoSignRow, NoteRow } from './note-row.js';
import { allowed } from './note-writing.service.js';
import { toCoSign, toFormOf } from './progress-note.mapper.js';

/** The second signature: whoever was asked reads the note and signs, or gives it back with a remark. */
@Injectable()
export class NoteCoSignService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asked: NoteCoSignRepository,
    private readonly reading: NoteReadingService,
    private readonly desk: NoteDesk,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<NoteCoSignListView> {
    return this.work.run(async () => this.requests());
  }

  /** With its words, put on the record of whom it is about. @throws AppError not_found. */
  async one(id: string): Promise<NoteCoSignView> {
    return this.work.run(async () => {
      const { row, note } = await this.found(id);
      await this.desk.records.opened(row);
      return {
        ...toCoSign(row),
        ...{ form: toFormOf(note), texts: await this.desk.words.texts(note) },
        remarks: await this.reading.remarks(note),
      };
    });
  }

  /**
   * Signs, which locks it, or gives it back.
   * @throws AppError not_found, version_stale, invalid_request for giving back without a remark.
   */
  async answer(
    id: string,
    version: number,
    { agreed, remark }: AnswerCoSignRequest,
  ): Promise<NoteCoSignListView> {
    return this.work.run(async () => {
      const { row, note } = await this.found(id);
      allowed(note, version, agreed ? 'cosign' : 'return');
      const at = this.clock.now();
      if (!agreed) await this.say(note, remark ?? null, at);
      if (!(await this.asked.answer(id, version, agreed, at))) throw new AppError('version_stale');
      const personId = row.side === 'JOINT' ? null : (row.person_ids[0] ?? null);
      await this.desk.records.done(agreed ? 'cosign' : 'return', id, personId);
      return this.requests();
    });
  }

  private async say(note: NoteRow, remark: string | null, at: Date): Promise<void> {
    if (remark === null) throw new AppError('invalid_request', { field: 'remark' });
    const id = randomUUID();
    const keyOwnerId = note.side === 'JOINT' ? currentActor().id : note.key_owner_id;
    const sealed = await this.desk.words.seal('progress_note_remark', note.side, { id, keyOwnerId }, remark);
    await this.desk.around.remark(note, { id, keyOwnerId, sealed, at });
  }

  private async requests(): Promise<NoteCoSignListView> {
    return { requests: (await this.asked.askedOfMe()).map(toCoSign) };
  }

  /** What the asker was asked for, judged where the request for it is judged. */
  private async found(id: string): Promise<{ readonly row: CoSignRow; readonly note: NoteRow }> {
    const row = (await this.asked.askedOfMe()).find((one) => one.id === id);
    const note = row === undefined ? null : await this.asked.waiting(row.id);
    if (row === undefined || note === null) throw notFound();
    return { row, note };
  }
}
