import { randomUUID } from 'node:crypto';
import type { ArrangedCase } from '../arrange-case.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** Progress notes, their forms and what the office learns. What a call names need not be there: its form is what counts. */
export function progressNoteCalls(ours: ArrangedCase, admin: TestClient): RightCalls {
  const as = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const office = (): Promise<TestClient> => Promise.resolve(admin);
  const none = '99999999-9999-4999-8999-999999999999';
  const ids = { coupleId: ours.coupleId };
  const one = { ...ids, noteId: none };
  const form = { name: 'Course', parts: [{ heading: 'Course', isPlan: false }] };
  return {
    'ProgressNotesController.page': { as, ids, query: '' },
    'ProgressNotesController.one': { as, ids: one },
    'ProgressNotesController.begin': {
      ...{ as, ids, keyed: true },
      body: { id: randomUUID(), appointmentId: none, side: 'RP', form: 'SOAP' },
    },
    'ProgressNotesController.save': {
      ...{ as, ids: one, version: 1, keyed: true, body: { parts: ['words of a part'] } },
    },
    'ProgressNotesController.remove': { as, ids: one, version: 1, keyed: true },
    'ProgressNotesController.sign': {
      ...{ as, ids: one, version: 1, keyed: true, loose: /^coSignerId$/, body: { coSignerId: none } },
    },
    'ProgressNotesController.amend': {
      ...{ as, ids: one, keyed: true, body: { id: randomUUID(), reason: 'the day', text: 'words' } },
    },
    'NoteListsController.due': { as },
    'NoteListsController.counts': { as: office },
    'NoteListsController.setLateness': { as: office, version: 0, body: { lateAfterDays: 5 } },
    'NoteListsController.waiting': { as },
    'NoteListsController.one': { as, ids: { noteId: none } },
    'NoteListsController.answer': {
      ...{ as, ids: { noteId: none }, version: 1, keyed: true, loose: /^remark$/ },
      body: { agreed: false, remark: 'say more' },
    },
    'NoteFormsController.list': { as },
    'NoteFormsController.add': { as: office, keyed: true, body: form },
    'NoteFormsController.change': {
      ...{ as: office, ids: { formId: none }, version: 1, keyed: true, body: form },
    },
    'NoteFormsController.retire': { as: office, ids: { formId: none }, version: 1, keyed: true },
  };
}
