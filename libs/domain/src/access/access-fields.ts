import type { AccessSight } from './access-decision.js';
import type { AccessResourceKind } from './access-resource.js';

/** Groups of fields that an answer may hold. A view serialises those that are named and no other (ACCESS-42). */
export type AccessField =
  | 'words'
  | 'state'
  | 'state_with_neutral_pause'
  | 'dates'
  | 'actors'
  | 'score'
  | 'counts'
  | 'reason'
  | 'names'
  | 'stage'
  | 'attendance'
  | 'overdue'
  | 'flags'
  | 'record_id'
  | 'record_size'
  | 'technical_times';

type Shown = Readonly<{ words: readonly AccessField[]; status: readonly AccessField[] }>;
const states: readonly AccessField[] = ['state', 'dates'];
const neutral: readonly AccessField[] = ['state_with_neutral_pause', 'dates'];
const metadata: readonly AccessField[] = ['record_id', 'record_size', 'technical_times'];
const full: readonly AccessField[] = ['words', 'state', 'dates'];

const fields: Readonly<Record<AccessResourceKind, Shown>> = {
  item: { words: full, status: states },
  rating_items: { words: full, status: [] },
  score: { words: ['score', 'dates'], status: [] },
  document: { words: full, status: states },
  psychotherapy_note: { words: full, status: [] },
  process_state: { words: ['state', 'dates', 'actors'], status: neutral },
  hold_reason: { words: ['reason', 'dates'], status: [] },
  alert: { words: ['state', 'dates', 'counts'], status: [] },
  couple: {
    words: ['names', 'dates', 'stage', 'state', 'attendance', 'overdue', 'flags'],
    status: ['names', 'dates', 'stage', 'state_with_neutral_pause', 'attendance', 'overdue'],
  },
  homework_plan: { words: states, status: states },
  report: { words: ['words', 'dates'], status: ['counts', 'dates'] },
  audit: { words: ['actors', 'dates'], status: [] },
  clinic: { words: ['names', 'state', 'dates'], status: [] },
  break_glass_review: { words: ['actors', 'reason', 'dates'], status: [] },
};

/** The groups of fields that a decision's sight opens; none for a sight that the kind does not have. */
export function fieldsShown(kind: AccessResourceKind, sight: AccessSight): readonly AccessField[] {
  if (sight === 'nothing') return [];
  return sight === 'metadata' ? metadata : fields[kind][sight];
}
