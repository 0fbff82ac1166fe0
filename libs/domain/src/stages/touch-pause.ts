import type { Track } from '../access/roles.js';
import type { LocalDate } from '../shared/local-date.js';
import { say, type LocalizedText } from '../shared/localized.js';
import { ok, refuse, type Result } from '../shared/result.js';
import { gateHolds, type Gate } from './gate.js';
import type { TouchSignal } from './touch-signals.js';

/** Whether the exercises of stage 3 are open. `signals` is for therapists of the side that each came from. */
export type TouchState = Readonly<
  | { state: 'open' }
  | { state: 'paused_safely'; since: Date; lastSignalAt: Date; signals: readonly TouchSignal[] }
>;

/** What both people read, whatever the reason and whoever it came from (STAGE-06). */
export const touchPausedWords: LocalizedText = say(
  'Touch exercises are paused for now.',
  'Los ejercicios de contacto están en pausa por ahora.',
);

/** Pauses stage 3 at once; more signals join a pause that is there already (STAGE-05). No signal, no change. */
export function pauseTouch(state: TouchState, signals: readonly TouchSignal[], now: Date): TouchState {
  if (signals.length === 0) return state;
  if (state.state === 'open') return { state: 'paused_safely', since: now, lastSignalAt: now, signals };
  return { ...state, lastSignalAt: now, signals: [...state.signals, ...signals] };
}

export type TouchView = Readonly<{ state: TouchState['state']; words: LocalizedText | null }>;

/** What a person in treatment sees: never a reason, a name or a time (STAGE-06). */
export function touchViewFor(state: TouchState): TouchView {
  return { state: state.state, words: state.state === 'open' ? null : touchPausedWords };
}

/** The signals that a therapist of these sides may see (STAGE-06). */
export function touchSignalsFor(state: TouchState, sides: readonly Track[]): readonly TouchSignal[] {
  return state.state === 'open' ? [] : state.signals.filter(({ side }) => sides.includes(side));
}

/** The last talk alone, by a therapist with each person; so neither talk tells who paused. */
export type TalksHeld = Readonly<Partial<Record<Track, Date | null>>>;
export type LiftGap = 'not_paused' | 'gate_not_open' | 'talk_with_RP' | 'talk_with_BP';

/**
 * Lifts the pause: a therapist does so after a talk alone with each person that was later than the last signal, while
 * gate 2 to 3 is open and not due for review (STAGE-07). The refusal lists what is missing.
 */
export function liftTouchPause(
  state: TouchState,
  talks: TalksHeld,
  gate: Gate,
  today: LocalDate,
): Result<TouchState, readonly LiftGap[]> {
  if (state.state === 'open') return refuse(['not_paused']);
  const talked = (track: Track): boolean => {
    const at = talks[track];
    return at instanceof Date && at >= state.lastSignalAt;
  };
  const gaps: LiftGap[] = [
    ...(gate.to === 3 && gateHolds(gate, today) ? [] : (['gate_not_open'] as const)),
    ...(talked('RP') ? [] : (['talk_with_RP'] as const)),
    ...(talked('BP') ? [] : (['talk_with_BP'] as const)),
  ];
  return gaps.length > 0 ? refuse(gaps) : ok({ state: 'open' });
}
