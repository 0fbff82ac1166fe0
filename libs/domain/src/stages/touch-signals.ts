import type { Track } from '../access/roles.js';
import { compare, fraction } from '../shared/fraction.js';
import { emotionalSafetyIndex, indexAlarms, type IndexAnswers } from './emotional-safety-index.js';
import type { GateSettingValues } from './gate-settings.js';
import { safetyBounds } from './safety-bounds.js';

/** What pauses stage 3 (STAGE-05). */
export const touchPauseTriggers = [
  'slip_logged',
  'index_low',
  'index_alarm',
  'pressure',
  'stop_not_respected',
  'answer_not_free',
  'touch_distress',
  'person_paused',
] as const;
export type TouchPauseTrigger = (typeof touchPauseTriggers)[number];

/** A trigger and whose entry it came from. SAFE-1 or a task goes to that person's own therapist only. */
export type TouchSignal = Readonly<{
  trigger: TouchPauseTrigger;
  side: Track;
  tells: 'SAFE-1' | 'therapist_task' | 'nobody';
}>;

const tells: Readonly<Record<TouchPauseTrigger, TouchSignal['tells']>> = {
  slip_logged: 'therapist_task',
  index_low: 'therapist_task',
  index_alarm: 'therapist_task',
  pressure: 'SAFE-1',
  stop_not_respected: 'SAFE-1',
  answer_not_free: 'SAFE-1',
  touch_distress: 'therapist_task',
  person_paused: 'therapist_task',
};

/** The signal of a trigger that was found elsewhere: a slip in the log, or the pause control. */
export function touchSignal(trigger: TouchPauseTrigger, side: Track): TouchSignal {
  return { trigger, side, tells: tells[trigger] };
}

/** One person's private log after a round of touch. Scales 0 to 4; what was not answered is left out. */
export type TouchLog = Readonly<{
  pressure?: number;
  flashback?: boolean;
  numb?: boolean;
  panic?: boolean;
  stopUsed?: boolean;
  stopRespected?: boolean;
  wishNext?: 'repeat' | 'stay' | 'step_back' | 'pause';
}>;

/**
 * Signals of a touch log (STAGE-05): pressure of 3 or more (2, where the clinic set it so), a stop that is not known to have been respected,
 * panic or being far away, or the wish to pause. A stop that was used and respected is no signal.
 */
export function touchLogSignals(
  log: TouchLog,
  side: Track,
  settings: GateSettingValues,
): readonly TouchSignal[] {
  const found: readonly (readonly [boolean, TouchPauseTrigger])[] = [
    [log.stopUsed === true && log.stopRespected !== true, 'stop_not_respected'],
    [[log.flashback, log.numb, log.panic].includes(true), 'touch_distress'],
    [log.wishNext === 'pause', 'person_paused'],
  ];
  return [
    ...pressureSignals(log.pressure, side, settings),
    ...found.filter(([present]) => present).map(([, trigger]) => touchSignal(trigger, side)),
  ];
}

/** A clinic may let less pressure pause; SAFE-1 stays at 3 and more, and less is a task for the therapist. */
function pressureSignals(
  pressure: number | undefined,
  side: Track,
  { pressurePause }: GateSettingValues,
): readonly TouchSignal[] {
  if (pressure === undefined || pressure < pressurePause) return [];
  const signal = touchSignal('pressure', side);
  return [pressure < safetyBounds.pressureFrom ? { ...signal, tells: 'therapist_task' } : signal];
}

/** The signal of a consent dialogue (STAGE-05): "My answer was free" at 1 or less. */
export function dialogueSignals(answerWasFree: number | undefined, side: Track): readonly TouchSignal[] {
  return answerWasFree !== undefined && answerWasFree <= safetyBounds.freeAtMost
    ? [touchSignal('answer_not_free', side)]
    : [];
}

/** Signals of one week's index (STAGE-05): a score under 50, or an alarm of item 3 or 4 (GATE-22). */
export function indexSignals(
  answers: IndexAnswers,
  side: Track,
  settings: GateSettingValues,
): readonly TouchSignal[] {
  const score = emotionalSafetyIndex(answers);
  const low = score !== null && compare(score, fraction(settings.indexPause)) < 0;
  return [
    ...(low ? [touchSignal('index_low', side)] : []),
    ...(indexAlarms(answers).length > 0 ? [touchSignal('index_alarm', side)] : []),
  ];
}
