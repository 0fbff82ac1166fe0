import { adherenceOf } from '../homework/lateness.js';
import type { CountedOccurrence } from './behaviour-records.js';
import { countOf, isWithin, weekInFrame, type Count, type CountFrame } from './count-frame.js';

/** R03, R05, R10, R13 and R01 have indicators of their own; g1 takes the rest (PRED-22). */
export const countedElsewhere = ['R01', 'R03', 'R05', 'R10', 'R13'] as const;

function occurrenceCount(
  occurrences: readonly CountedOccurrence[],
  frame: CountFrame,
  counts: (code: string) => boolean,
): Count | null {
  const inside = occurrences.filter(({ code, on }) => counts(code) && isWithin(frame, on));
  const { done, expected, ratio } = adherenceOf(inside.map(({ outcome }) => outcome));
  return ratio === null ? null : { done, expected };
}

/** Weeks of the frame with one of the exercise done, of the weeks in which it was expected and not skipped. */
function weekCount(
  occurrences: readonly CountedOccurrence[],
  frame: CountFrame,
  counted: string,
): Count | null {
  const left = occurrences.filter(
    ({ code, on, outcome }) => code === counted && outcome !== 'skipped' && isWithin(frame, on),
  );
  const done = left.filter(({ outcome }) => outcome === 'on_time' || outcome === 'late');
  const weeks = (some: typeof left): number => new Set(some.map(({ on }) => weekInFrame(frame, on))).size;
  return countOf(weeks(done), weeks(left));
}

/** c1: daily check-ins (R01) done of expected; late ones count one half (PRED-14). */
export function checkInCount(occurrences: readonly CountedOccurrence[], frame: CountFrame): Count | null {
  return occurrenceCount(occurrences, frame, (code) => code === 'R01');
}

/** c2: accountability-tool logs (R05) done of expected (PRED-14). */
export function toolLogCount(occurrences: readonly CountedOccurrence[], frame: CountFrame): Count | null {
  return occurrenceCount(occurrences, frame, (code) => code === 'R05');
}

/** c4: weeks with at least one honesty log (R03), of 2 (PRED-14). */
export function honestyWeekCount(occurrences: readonly CountedOccurrence[], frame: CountFrame): Count | null {
  return weekCount(occurrences, frame, 'R03');
}

/** e1: empathy reps (R10, three a week) and defense catches (R13, two a week) done of assigned (PRED-20). */
export function empathyRepCount(occurrences: readonly CountedOccurrence[], frame: CountFrame): Count | null {
  return occurrenceCount(occurrences, frame, (code) => code === 'R10' || code === 'R13');
}

/** g1: the recovering person's other homework, on time 1 and late one half (PRED-22). */
export function otherHomeworkCount(
  occurrences: readonly CountedOccurrence[],
  frame: CountFrame,
): Count | null {
  return occurrenceCount(
    occurrences,
    frame,
    (code) => code.startsWith('R') && !countedElsewhere.some((elsewhere) => elsewhere === code),
  );
}

/** g2: weeks with an update of the growth goals (R15), of 2 (PRED-23). */
export function goalWeekCount(occurrences: readonly CountedOccurrence[], frame: CountFrame): Count | null {
  return weekCount(occurrences, frame, 'R15');
}
