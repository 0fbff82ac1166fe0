import type { Compartment, Track } from '../access/roles.js';
import { hasReached } from './judge-completion.js';
import type { LockFacts } from './lock-facts.js';
import type { HomeworkTemplate, LockReason } from './template.js';

/** One reason why an exercise is closed, and the side whose concern it is. */
export type LockCause = Readonly<{ reason: LockReason; side: Compartment }>;

/** Open, or every cause at once. Causes are for therapists; a person is told by `lockShown`. */
export type Lock = Readonly<{ open: true } | { open: false; causes: readonly LockCause[] }>;

/**
 * Whether an exercise is open for the person, or all causes why it is not (HW-10, HW-24). `person` is the one who
 * would write it; in a couple exercise the concerns of both count. Unknown facts close.
 */
export function lockOf(template: HomeworkTemplate, facts: LockFacts, person: Track): Lock {
  const both = template.track === 'C';
  const sides: readonly Track[] = both ? ['RP', 'BP'] : [person];
  const named = template.lockedBy
    .filter((reason) => reason !== 'stage' && reason !== 'unsafe_release')
    .flatMap((reason) => causesOf(reason, facts, sides, both ? 'JOINT' : person, template));
  return lockFrom([...stageCauses(template, facts, both ? 'JOINT' : person), ...named]);
}

/**
 * Whether words of the exercise may travel now (HW-10). `unsafe_release` closes the way to the partner, never the
 * writing: any hold, and a fear flag of either, closes it.
 */
export function releaseLockOf(template: HomeworkTemplate, facts: LockFacts): Lock {
  if (!template.lockedBy.includes('unsafe_release')) return { open: true };
  const held = (facts.holds ?? (['JOINT'] as const)).map((side): LockCause => ({
    reason: 'unsafe_release',
    side,
  }));
  return lockFrom([...held, ...sidesNotCleared('fear_flag', facts.fearFlag, ['RP', 'BP'])]);
}

/** The lock that these causes make. */
export function lockFrom(causes: readonly LockCause[]): Lock {
  return causes.length === 0 ? { open: true } : { open: false, causes };
}

/**
 * The stage lock (HW-25). An exercise opens with its earliest stage and stays open afterwards. Where the disclosure
 * opens it earlier, that is enough; where it must also have come so far ('before_disclosure_state'), both are
 * needed. Stage 3 counts only with a valid gate.
 */
function stageCauses(template: HomeworkTemplate, facts: LockFacts, side: Compartment): readonly LockCause[] {
  const opensSooner =
    template.opensFrom !== undefined && !template.lockedBy.includes('before_disclosure_state');
  if (opensSooner && hasReached(facts.disclosure, template.opensFrom)) return [];
  return stageReached(template.stages, facts) ? [] : [{ reason: 'stage', side }];
}

/** True when the earliest of the stages has come; stage 3 needs the gate before it to be valid as well. */
export function stageReached(wanted: HomeworkTemplate['stages'], facts: LockFacts): boolean {
  if (facts.stage === null || wanted.length === 0) return false;
  const earliest = Math.min(...wanted);
  return facts.stage >= earliest && (earliest < 3 || facts.gateToThreeValid === true);
}

function causesOf(
  reason: LockReason,
  facts: LockFacts,
  sides: readonly Track[],
  side: Compartment,
  template: HomeworkTemplate,
): readonly LockCause[] {
  switch (reason) {
    case 'hold':
      return (facts.holds ?? (['JOINT'] as const)).map((by) => ({ reason, side: by }));
    case 'fear_flag':
      return sidesNotCleared(reason, facts.fearFlag, sides);
    case 'acute_risk':
      return sidesNotCleared(reason, facts.acuteRisk, sides);
    default:
      return plainlyClosed(reason, facts, template) ? [{ reason, side }] : [];
  }
}

function sidesNotCleared(
  reason: LockReason,
  concern: Readonly<Record<Track, boolean | null>>,
  sides: readonly Track[],
): readonly LockCause[] {
  return sides.filter((side) => concern[side] !== false).map((side) => ({ reason, side }));
}

function plainlyClosed(reason: LockReason, facts: LockFacts, template: HomeworkTemplate): boolean {
  switch (reason) {
    case 'no_support_that_evening':
      return facts.supportThisEvening !== true;
    case 'legal_question_open':
      return facts.legalQuestionOpen !== false;
    case 'before_disclosure_state':
      return !hasReached(facts.disclosure, template.opensFrom ?? []);
    case 'before_aftercare':
      return !aftercareReached(facts);
    case 'touch_suspended':
      return facts.touchSuspended !== false;
    case 'step_not_open':
      return false; // asked for each step, see steps.ts
    default:
      return true;
  }
}

/** Aftercare has begun, or it is settled that there will be no session to wait for. */
function aftercareReached({ disclosure }: LockFacts): boolean {
  return hasReached(disclosure, ['AFTERCARE']) || disclosure === 'WAIVED' || disclosure === 'DECLINED';
}
