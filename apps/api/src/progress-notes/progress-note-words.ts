import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/context/request-context.js';
import type { SealedPlace } from '../platform/sealing/envelope.js';
import { Vault } from '../platform/sealing/vault.js';
import type { Side } from './note-row.js';

type NoteTable = 'progress_note' | 'progress_note_remark' | 'progress_note_amendment';

export interface SealedRow {
  readonly id: string;
  readonly key_owner_id: string;
  readonly sealed: Buffer;
}

/**
 * Seals and opens what stands in a note and around it, bound to its row. What is about one person lies under that
 * person's key, what is joint under the key of whoever wrote it.
 */
@Injectable()
export class ProgressNoteWords {
  constructor(private readonly vault: Vault) {}

  async seal(
    table: NoteTable,
    side: Side,
    row: { id: string; keyOwnerId: string },
    words: unknown,
  ): Promise<Buffer> {
    const kind = side === 'JOINT' ? 'staff' : 'person';
    return this.vault.seal(kind, placeOf(table, row.id, row.keyOwnerId), JSON.stringify(words));
  }

  /** The texts of a note, part by part. */
  async texts(row: SealedRow): Promise<string[]> {
    return (await this.open('progress_note', row)) as string[];
  }

  async remark(row: SealedRow): Promise<string> {
    return (await this.open('progress_note_remark', row)) as string;
  }

  async amendment(row: SealedRow): Promise<{ readonly reason: string; readonly text: string }> {
    return (await this.open('progress_note_amendment', row)) as { reason: string; text: string };
  }

  private async open(table: NoteTable, row: SealedRow): Promise<unknown> {
    return JSON.parse(await this.vault.open(placeOf(table, row.id, row.key_owner_id), row.sealed)) as unknown;
  }
}

function placeOf(table: NoteTable, rowId: string, ownerId: string): SealedPlace {
  return { table, column: 'sealed', rowId, clinicId: currentActor().clinicId, ownerId };
}
