import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ChangePsychotherapyNoteRequest } from '@trellis/contracts';
import type { SealedPlace } from '../platform/sealing/envelope.js';
import { Vault } from '../platform/sealing/vault.js';
import type { NotesGrant } from './note-access.js';
import type { NoteChange } from './note.repository.js';
import { NoteTextRepository, type NoteRevisionRow } from './note-text.repository.js';

export interface NoteText extends NoteRevisionRow {
  readonly text: string;
}

/** Seals and opens the texts of notes, each bound to its row and under the key of its author and couple. */
@Injectable()
export class NoteWords {
  constructor(
    private readonly vault: Vault,
    private readonly texts: NoteTextRepository,
  ) {}

  async keep(grant: NotesGrant, noteId: string, revision: number, text: string, at: Date): Promise<void> {
    const id = randomUUID();
    const keyOwner = await this.texts.keyOwner(grant);
    const sealed = await this.vault.seal('note', placeOf(grant, id, keyOwner), text);
    const row = { id, revision, characters: lengthOf(text), sealed, written_at: at, keyOwner };
    await this.texts.add(grant, noteId, row);
  }

  /** Null for a revision that there is not. */
  async open(grant: NotesGrant, noteId: string, revision: number): Promise<NoteText | null> {
    const row = await this.texts.one(grant, noteId, revision);
    if (row === null) return null;
    const place = placeOf(grant, row.id, await this.texts.keyOwner(grant));
    const text = await this.vault.open(place, row.sealed);
    return { revision: row.revision, written_at: row.written_at, characters: row.characters, text };
  }
}

/** What a new text brings to its note. */
export function changeOf(request: ChangePsychotherapyNoteRequest, at: Date): NoteChange {
  return { sessionOn: request.sessionOn ?? null, characters: lengthOf(request.text), at };
}

/** In code points, which is near enough to what people count. */
function lengthOf(text: string): number {
  return [...text].length;
}

function placeOf({ clinicId }: NotesGrant, rowId: string, ownerId: string): SealedPlace {
  return { table: 'psychotherapy_note_text', column: 'sealed', rowId, clinicId, ownerId };
}
