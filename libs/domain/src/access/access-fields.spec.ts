import { describe, expect, it } from '@jest/globals';
import { fieldsShown, type AccessField } from './access-fields.js';
import type { AccessResourceKind } from './access-resource.js';

type Fields = readonly AccessField[];
const words: Fields = ['words', 'state', 'dates'];
const states: Fields = ['state', 'dates'];
const card: Fields = ['names', 'dates', 'stage', 'state', 'attendance', 'overdue', 'flags'];
const outside: Fields = ['names', 'dates', 'stage', 'state_with_neutral_pause', 'attendance', 'overdue'];

const shown: Readonly<Record<AccessResourceKind, readonly [Fields, Fields]>> = {
  item: [words, states],
  rating_items: [words, []],
  score: [['score', 'dates'], []],
  document: [words, states],
  psychotherapy_note: [words, []],
  process_state: [['state', 'dates', 'actors'], ['state_with_neutral_pause', 'dates']],
  hold_reason: [['reason', 'dates'], []],
  alert: [['state', 'dates', 'counts'], []],
  couple: [card, outside],
  homework_plan: [states, states],
  report: [['words', 'dates'], ['counts', 'dates']],
  audit: [['actors', 'dates'], []],
  clinic: [['names', 'state', 'dates'], []],
  break_glass_review: [['actors', 'reason', 'dates'], []],
}; // prettier-ignore

describe('the fields of an answer (ACCESS-42)', () => {
  it.each(Object.entries(shown) as [AccessResourceKind, readonly [Fields, Fields]][])(
    'of %s are those named for the sight, and no other',
    (kind, [inWords, inStatus]) => {
      expect(fieldsShown(kind, 'words')).toEqual(inWords);
      expect(fieldsShown(kind, 'status')).toEqual(inStatus);
      expect(fieldsShown(kind, 'nothing')).toEqual([]);
      expect(fieldsShown(kind, 'metadata')).toEqual(['record_id', 'record_size', 'technical_times']);
    },
  );
});
