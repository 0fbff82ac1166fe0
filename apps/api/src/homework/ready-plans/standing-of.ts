import {
  causesShownTo,
  lockOf,
  type Compartment,
  type HomeworkTemplate,
  type LockFacts,
  type Track,
} from '@trellis/domain';
import type { ReadyPlanItemView } from '@trellis/contracts';
import { confirmedFacts } from '../plan-giver.service.js';

const canBeSettled = ['acute_risk', 'no_support_that_evening', 'legal_question_open'] as const;

/** What keeps an exercise closed, and what a therapist could settle with its person so that it opens. */
export type Standing = Readonly<{
  state: 'open' | 'locked';
  causes: ReadyPlanItemView['causes'];
  settles: ReadyPlanItemView['settles'];
}>;

/** `side` is null for an exercise of two people, in which nothing can be settled with one of them. */
export function standingOf(
  template: HomeworkTemplate,
  side: Track | null,
  facts: LockFacts,
  mySides: readonly Compartment[],
): Standing {
  const lock = lockOf(template, facts, side ?? 'RP');
  const causes = causesShownTo(mySides, lock).map((cause) => ({ ...cause }));
  if (lock.open) return { state: 'open', causes: [], settles: [] };
  if (side === null || !lockOf(template, confirmedFacts(facts, side, canBeSettled), side).open)
    return { state: 'locked', causes, settles: [] };
  return {
    state: 'open',
    causes: [],
    settles: canBeSettled.filter((reason) => lock.causes.some((cause) => cause.reason === reason)),
  };
}
