import {
  alertLimits,
  behaviourOfCounts,
  frameOf,
  indicatorCounts,
  latenessOf,
  predictors,
  type BehaviourRecords,
  type CountedBehaviour,
  type CountedOccurrence,
  type IndicatorCounts,
  type PredictorCode,
  type RatingWindow,
  type SlipOnRecord,
} from '@trellis/domain';
import type { HomeworkFact, SlipFact } from './predictors.repository.js';

/**
 * Indicators whose records exist so far: exercises of the recovering person, and slips. Of the others nothing is
 * recorded yet, so they do not apply; that nobody wrote a thing down is never counted as not done.
 */
const onRecord: readonly string[] = ['c1', 'c2', 'c3', 'c4', 'e1', 'g1', 'g2'];

/** Hours within which a slip is told where the couple has agreed on none. */
const { tellingHours } = alertLimits();

/** What behaviour of the recovering person is counted from. */
export interface BehaviourFacts {
  readonly homework: readonly HomeworkFact[];
  readonly slips: readonly SlipFact[];
}

/** Behaviour with the counts behind it, by indicator; null where an indicator does not apply. */
export type BehaviourOnRecord = CountedBehaviour & { readonly counts: IndicatorCounts };

const nothingElse: Omit<BehaviourRecords, 'occurrences' | 'slips'> = {
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

/** Behaviour of one predictor in the fortnight of a reading, 0 to 100, exact; no score under half of its weight. */
export function behaviourIn(
  code: PredictorCode,
  window: RatingWindow,
  zone: string,
  facts: BehaviourFacts,
  now: Date,
): BehaviourOnRecord {
  const occurrences = facts.homework.flatMap((fact) => occurrenceAt(fact, now));
  const slips = facts.slips.flatMap((fact) => slipAt(fact, now));
  const counted = indicatorCounts(code, { ...nothingElse, occurrences, slips }, frameOf(window, zone));
  const counts = Object.fromEntries(Object.entries(counted).filter(([key]) => onRecord.includes(key)));
  return { ...behaviourOfCounts(counts, predictors[code]), counts };
}

/** A slip that the partner knows of by `now`; any other counts nowhere yet. */
function slipAt({ at, partner, partnerAt }: SlipFact, now: Date): SlipOnRecord[] {
  if (partnerAt === null || new Date(partnerAt) > now) return [];
  const outcome =
    partner === 'told'
      ? ({ how: 'told', at: new Date(partnerAt) } as const)
      : ({ how: 'found_out' } as const);
  return [{ at: new Date(at), agreedHours: tellingHours, outcome }];
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
