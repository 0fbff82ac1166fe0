import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/** The end of a note. Row-level security lets only those go that were removed long enough ago. */
@Injectable()
export class EndNoteRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** True when the note is gone now; false when its time has not come or there is none. */
  async end(clinicId: string, noteId: string): Promise<boolean> {
    await this.work.change('DELETE FROM psychotherapy_note_text WHERE clinic_id = $1 AND note_id = $2', [
      ...[clinicId, noteId],
    ]);
    const ended = await this.work.change('DELETE FROM psychotherapy_note WHERE clinic_id = $1 AND id = $2', [
      ...[clinicId, noteId],
    ]);
    return ended === 1;
  }
}
