import {
  dialogueSignals,
  touchLogSignals,
  type TouchLog,
  type TouchSignal,
} from '../stages/touch-signals.js';
import type { GateSettingValues } from '../stages/gate-settings.js';
import type { Track } from '../access/roles.js';
import { own } from './answer-access.js';
import type { Answers, HomeworkTemplate } from './template.js';

const wishes = ['repeat', 'stay', 'step_back', 'pause'] as const;

/** What a private log of C15 says, in the words of the stages; what it leaves open is left out (HW-69, HW-81). */
export function touchLogOf(log: Answers): TouchLog {
  const [pressure, stopUsed] = [own(log, 'pressure'), own(log, 'stop_used')];
  const [flashback, numb] = [yesOrNo(own(log, 'flash')), yesOrNo(own(log, 'numb'))];
  const stopRespected = yesOrNo(own(log, 'stop_respected'));
  const wishNext = wishes.find((known) => known === own(log, 'wish_next'));
  return {
    ...(typeof pressure === 'number' && { pressure }),
    ...(flashback !== null && { flashback }),
    ...(numb !== null && { numb }),
    ...(typeof stopUsed === 'boolean' && { stopUsed }),
    ...(stopRespected !== null && { stopRespected }),
    ...(wishNext !== undefined && { wishNext }),
  };
}

/**
 * Signals of a half that was handed in: of the private log of C15, and of "My answer was free" in C13 (HW-67, HW-69,
 * STAGE-05). No other exercise pauses touch by itself.
 */
export function touchSignalsOf(
  { code }: Pick<HomeworkTemplate, 'code'>,
  answers: Answers,
  side: Track,
  settings: GateSettingValues,
): readonly TouchSignal[] {
  if (code === 'C15') return touchLogSignals(touchLogOf(answers), side, settings);
  if (code !== 'C13') return [];
  const free = own(answers, 'answer_free');
  return dialogueSignals(typeof free === 'number' ? free : undefined, side);
}

function yesOrNo(answer: unknown): boolean | null {
  if (answer === 'yes') return true;
  return answer === 'no' ? false : null;
}
