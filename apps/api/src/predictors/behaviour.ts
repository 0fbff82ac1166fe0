import {
  behaviourOfCounts,
  frameOf,
  indicatorCounts,
  latenessOf,
  predictors,
  type BehaviourRecords,
  type CountedOccurrence,
  type Fraction,
  type PredictorCode,
  type RatingWindow,
} from '@trellis/domain';
import type { HomeworkFact } from './predictors.repository.js';

/**
 * Indicators whose records exist so far: homework of the recovering person. Of the others nothing is recorded yet, so
 * they do not apply; that nobody wrote a thing down is never counted as not done.
 */
const onRecord: readonly string[] = ['c1', 'c2', 'c4', 'e1', 'g1', 'g2'];

const nothingElse: Omit<BehaviourRecords, 'occurrences'> = {
  slips: [],
  sessions: [],
  shared: [],
  updatesOn: [],
  dialogues: [],
  plannedOn: [],
  activeOn: [],
  contacts: [],
  people: [],
  jointWork: 'open',
  partnerOptedOut: false,
};

/** Behaviour of one predictor in the fortnight of a reading, 0 to 100, exact; null under half of its weight. */
export function behaviourIn(
  code: PredictorCode,
  window: RatingWindow,
  zone: string,
  homework: readonly HomeworkFact[],
  now: Date,
): Fraction | null {
  const occurrences = homework.flatMap((fact) => occurrenceAt(fact, now));
  const counts = indicatorCounts(code, { ...nothingElse, occurrences }, frameOf(window, zone));
  const counted = Object.entries(counts).filter(([key]) => onRecord.includes(key));
  return behaviourOfCounts(Object.fromEntries(counted), predictors[code]).score;
}

/** What became of an exercise until `now`; one that is not yet due was not expected so far. */
function occurrenceAt({ code, on, ...fact }: HomeworkFact, now: Date): CountedOccurrence[] {
  const [dueAt, submittedAt] = [
    new Date(fact.dueAt),
    fact.submittedAt === null ? null : new Date(fact.submittedAt),
  ];
  if (fact.skipped) return [{ code, on, outcome: 'skipped' }];
  if (submittedAt === null && dueAt > now) return [];
  return [{ code, on, outcome: latenessOf(submittedAt, dueAt, now) }];
}
