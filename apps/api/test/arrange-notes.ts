import { randomUUID } from 'node:crypto';
import type { PsychotherapyNoteView } from '@trellis/contracts';
import type { TestClient } from './test-client.js';

/** Where the notes on a couple are, below `/api/clinic/`. */
export const notesOn = (coupleId: string): string => `couples/${coupleId}/psychotherapy-notes`;

/** Writes a note and answers its id. */
export async function writeNote(
  by: TestClient,
  coupleId: string,
  text: string,
  sessionOn: string | null = null,
): Promise<string> {
  const id = randomUUID();
  const answer = await by.call('post', notesOn(coupleId), { body: { id, text, sessionOn } });
  if (answer.status !== 201) throw new Error(`no note was written: ${answer.text}`);
  return id;
}

export async function readNote(
  by: TestClient,
  coupleId: string,
  noteId: string,
): Promise<PsychotherapyNoteView> {
  return (await by.call('get', `${notesOn(coupleId)}/${noteId}`)).body as PsychotherapyNoteView;
}
