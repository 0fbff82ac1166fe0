import type { Track } from '../../access/roles.js';
import { own } from '../answer-access.js';
import type { StepRound } from '../steps.js';
import type { Answers } from '../template.js';

/**
 * One round of C15 from both private logs, or null while it is no finished round: a log is missing, the two name
 * different steps, or it was paused (HW-69). Distress at a stop is a stop that was not respected, or one that came
 * with numbness or a memory pushing in, in either log; what a log does not say is never taken as calm.
 */
export function touchRoundOf(logs: Readonly<Record<Track, Answers | null>>): StepRound | null {
  const { RP, BP } = logs;
  if (RP === null || BP === null) return null;
  const results = [RP, BP].map((log) => own(log, 'together_result'));
  const step = own(RP, 'step');
  if (typeof step !== 'string' || step !== own(BP, 'step')) return null;
  if (!results.includes('done') || results.includes('paused')) return null;
  return {
    step,
    calm: { RP: calmOf(RP), BP: calmOf(BP) },
    stopDistress: eitherOf([RP, BP].map(distressAtStop)),
  };
}

function calmOf(log: Answers): number | null {
  const calm = own(log, 'calm');
  return typeof calm === 'number' ? calm : null;
}

function distressAtStop(log: Answers): boolean | null {
  const used = own(log, 'stop_used');
  if (used === false) return false;
  if (used !== true) return null;
  const { stopIgnored, dissociation } = touchSignsOf(log);
  return eitherOf([stopIgnored, dissociation]);
}

/** True when one says yes; false only when both say no. */
function eitherOf(views: readonly (boolean | null)[]): boolean | null {
  if (views.includes(true)) return true;
  return views.every((view) => view === false) ? false : null;
}

/** What one private log says about pausing; null where it does not say. The rule that pauses is the stage's. */
export type TouchSigns = Readonly<{
  /** 0 to 4. */
  pressure: number | null;
  /** Numb or far away, or a picture or memory pushing in. */
  dissociation: boolean | null;
  stopIgnored: boolean | null;
  wishesPause: boolean | null;
}>;

/** The signs of one log that may pause touch for both (HW-69). */
export function touchSignsOf(log: Answers): TouchSigns {
  const [pressure, used, respected, wish] = ['pressure', 'stop_used', 'stop_respected', 'wish_next'].map(
    (key) => own(log, key),
  );
  return {
    pressure: typeof pressure === 'number' ? pressure : null,
    dissociation: eitherOf(['flash', 'numb'].map((key) => yesOrNo(own(log, key)))),
    stopIgnored: used === false ? false : negated(yesOrNo(respected)),
    wishesPause: typeof wish === 'string' ? wish === 'pause' : null,
  };
}

function yesOrNo(answer: unknown): boolean | null {
  if (answer === 'yes') return true;
  return answer === 'no' ? false : null;
}

function negated(known: boolean | null): boolean | null {
  return known === null ? null : !known;
}
