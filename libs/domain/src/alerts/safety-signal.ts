import type { Track } from '../access/roles.js';
import { safetyBounds } from '../stages/safety-bounds.js';

/** Bounds of answers that ask for attention at once. Not for a clinic to change (ALERT-01). */
export const safetyTerms = { ...safetyBounds, selfHarmFrom: 1 } as const;

/**
 * Something a person reported that may concern safety: a risk item, fear of the partner, how free an answer was
 * (C13), pressure (C15, B16), a stop signal, the item on self-harm of a depression scale, a note of violence, a share
 * under pressure, or a phrase found in a text. The Emotional Safety Index is none of them: its items call the
 * author's therapist and pause stage 3 (GATE-22).
 */
export type SafetySignal = Readonly<{ track: Track; at: Date }> &
  Readonly<
    | { kind: 'risk_item' | 'violence_note' | 'pressed_to_share' }
    | { kind: 'fear_of_partner'; answer: 'yes' | 'unsure' | 'no' }
    | { kind: 'answer_free' | 'felt_pressure' | 'self_harm_item'; value: number }
    | { kind: 'stop_signal'; respected: boolean | null }
    | { kind: 'crisis_phrase'; authorAgreed: boolean }
  >;

/**
 * Whether the signal goes to a therapist at once (ALERT-01, source clinical brief 4.10, 6.4, 7.7). What is unsure
 * counts. A phrase in a private text is passed on only where its author agreed to that.
 */
export function raisesSafety(signal: SafetySignal): boolean {
  switch (signal.kind) {
    case 'risk_item':
    case 'violence_note':
    case 'pressed_to_share':
      return true;
    case 'fear_of_partner':
      return signal.answer !== 'no';
    case 'answer_free':
      return !(signal.value > safetyTerms.freeAtMost);
    case 'felt_pressure':
      return !(signal.value < safetyTerms.pressureFrom);
    case 'self_harm_item':
      return !(signal.value < safetyTerms.selfHarmFrom);
    case 'stop_signal':
      return signal.respected !== true;
    case 'crisis_phrase':
      return signal.authorAgreed;
  }
}
