import { Injectable } from '@nestjs/common';
import { AuditWriter } from '../audit/audit-writer.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { endNoteKind } from './end-note.job.js';
import { keptAfterRemovalDays } from './note.mapper.js';

/** What an act on a note leaves behind in its own transaction. No person is named: the words are the author's. */
@Injectable()
export class NoteRecords {
  constructor(
    private readonly audit: AuditWriter,
    private readonly outbox: Outbox,
  ) {}

  async opened(noteId: string): Promise<void> {
    await this.record('read', noteId);
  }

  /** A removal also orders the end of the note. */
  async changed(act: 'write' | 'change' | 'remove' | 'restore', noteId: string): Promise<void> {
    await this.record(act, noteId);
    if (act === 'remove') await this.outbox.addLater(endNoteKind, noteId, keptAfterRemovalDays);
  }

  private async record(act: string, noteId: string): Promise<void> {
    await this.audit.record({
      action: `psychotherapy_note.${act}`,
      resource: 'psychotherapy_note',
      resourceId: noteId,
      decision: 'allowed',
    });
  }
}
