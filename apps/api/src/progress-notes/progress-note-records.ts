import { Injectable } from '@nestjs/common';
import { AuditWriter } from '../audit/audit-writer.js';
import type { NoteRow } from './note-row.js';

type Act = 'begin' | 'remove' | 'submit' | 'sign' | 'return' | 'cosign' | 'amend';

/** What acts on notes leave on record, in their own transaction. */
@Injectable()
export class ProgressNoteRecords {
  constructor(private readonly audit: AuditWriter) {}

  /** Words were shown: on the record of each person it is about. */
  async opened({ id, person_ids }: Pick<NoteRow, 'id' | 'person_ids'>): Promise<void> {
    for (const personId of person_ids) await this.record('read', id, personId);
  }

  /** `personId`: whose record it is; null for a joint one. */
  async done(act: Act, id: string, personId: string | null): Promise<void> {
    await this.record(act, id, personId);
  }

  private async record(act: string, id: string, personId: string | null): Promise<void> {
    await this.audit.record({
      ...{ action: `progress_note.${act}`, resource: 'progress_note', resourceId: id, decision: 'allowed' },
      ...(personId === null ? {} : { personId }),
    });
  }
}

/** The one person whose record it is; null for a joint one. */
export function personOf({ side, person_ids }: Pick<NoteRow, 'side' | 'person_ids'>): string | null {
  return side === 'JOINT' ? null : (person_ids[0] ?? null);
}
