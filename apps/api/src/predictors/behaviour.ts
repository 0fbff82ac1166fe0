import {
  alertLimits,
  behaviourOfCounts,
  countsForBehaviour,
  frameOf,
  indicatorCounts,
  latenessOf,
  partnerTellingHours,
  predictors,
  sessionEnd,
  type CountedBehaviour,
  type CountedOccurrence,
  type IndicatorCounts,
  type PredictorCode,
  type RatingWindow,
  type SessionRecord,
  type SlipOnRecord,
} from '@trellis/domain';
import type { ActFacts } from './acts/act-facts.js';
import { actRecordsIn } from './acts/act-records.js';
import type { HomeworkFact, SessionFact, SlipFact } from './predictors.repository.js';

/** Hours within which a slip is told where the couple had agreed on none when it happened. */
const { tellingHours } = alertLimits();

/** What behaviour of the recovering person is counted from. */
export interface BehaviourFacts {
  readonly homework: readonly HomeworkFact[];
  readonly slips: readonly SlipFact[];
  readonly sessions: readonly SessionFact[];
  readonly acts: ActFacts;
}

/** Behaviour with the counts behind it, by indicator; null where an indicator does not apply. */
export type BehaviourOnRecord = CountedBehaviour & { readonly counts: IndicatorCounts };

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
  const sessions = facts.sessions.flatMap(sessionAt);
  const frame = frameOf(window, zone);
  const { updatesAgreed, ...acts } = actRecordsIn(frame, facts.acts, now);
  const counted = indicatorCounts(code, { occurrences, slips, sessions, ...acts }, frame);
  // That nobody wrote a thing down is never counted as not done: without an agreement no update was expected.
  const counts = 'p3' in counted && !updatesAgreed ? { ...counted, p3: null } : counted;
  return { ...behaviourOfCounts(counts, predictors[code]), counts };
}

/** A session whose places are all marked; nobody's word is no record. */
function sessionAt({ kind, side, on, places, movedTo }: SessionFact): SessionRecord[] {
  const end = sessionEnd(places, movedTo);
  return end === null || !countsForBehaviour(kind) ? [] : [{ with: side, on, end }];
}

/** A slip that the partner knows of by `now`; any other counts nowhere yet. */
function slipAt({ at, partner, partnerAt, agreed }: SlipFact, now: Date): SlipOnRecord[] {
  if (partnerAt === null || new Date(partnerAt) > now) return [];
  const agreedHours = partnerTellingHours(agreed, tellingHours);
  if (agreedHours === null) return [];
  const outcome =
    partner === 'told'
      ? ({ how: 'told', at: new Date(partnerAt) } as const)
      : ({ how: 'found_out' } as const);
  return [{ at: new Date(at), agreedHours, outcome }];
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
