import { randomUUID } from 'node:crypto';
import type { ArrangedCase } from '../arrange-case.js';
import { writeNote } from '../arrange-notes.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** An author's own psychotherapy notes. */
export async function noteCalls({ mina, coupleId }: ArrangedCase): Promise<RightCalls> {
  const as = (): Promise<TestClient> => Promise.resolve(mina);
  const noteId = await writeNote(mina, coupleId, 'words of a note');
  const ids = { coupleId, noteId };
  const words = { sessionOn: '2025-01-06', text: 'other words' };
  return {
    'NoteFilesController.files': { as },
    'PsychotherapyNotesController.page': { as, ids: { coupleId }, query: '' },
    'PsychotherapyNotesController.write': {
      ...{ as, ids: { coupleId }, keyed: true, loose: /^sessionOn$/ },
      body: { id: randomUUID(), ...words },
    },
    'PsychotherapyNotesController.one': { as, ids },
    'PsychotherapyNotesController.change': {
      ...{ as, ids, version: 1, keyed: true, loose: /^sessionOn$/, body: words },
    },
    'PsychotherapyNotesController.remove': { as, ids, version: 1, keyed: true },
    'PsychotherapyNotesController.restore': { as, ids, version: 1, keyed: true },
    'PsychotherapyNotesController.revisions': { as, ids },
    'PsychotherapyNotesController.revision': { as, ids: { ...ids, revision: '1' } },
  };
}
