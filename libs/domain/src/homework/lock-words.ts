import type { Compartment } from '../access/roles.js';
import { say, type LocalizedText } from '../shared/localized.js';
import type { Lock, LockCause } from './locks.js';
import type { LockReason } from './template.js';

/** What a person is told about a lock: open, or one sentence. Never a reason, a name or a date. */
export type LockShown = Readonly<{ open: true } | { open: false; words: LocalizedText }>;

/**
 * The ordinary pause. A hold, a fear flag and an acute risk all read exactly like a pause for scheduling, for both
 * people: the whole value is the same (HW-26).
 */
export const pausedShown: LockShown = {
  open: false,
  words: say(
    'This exercise is paused for now. Your therapist will tell you when it continues.',
    'Este ejercicio está en pausa por ahora. Su terapeuta le avisará cuando continúe.',
  ),
};

const pausing = [
  'hold',
  'fear_flag',
  'acute_risk',
  'unsafe_release',
] as const satisfies readonly LockReason[];

type SpokenReason = Exclude<LockReason, (typeof pausing)[number]>;

const words: Readonly<Record<SpokenReason, LocalizedText>> = {
  touch_suspended: say(
    'Touch exercises are paused for now.',
    'Los ejercicios de contacto están en pausa por ahora.',
  ),
  stage: say('This exercise comes in a later stage.', 'Este ejercicio llega en una etapa posterior.'),
  before_disclosure_state: say(
    'This exercise opens later in the disclosure process.',
    'Este ejercicio se abre más adelante en el proceso de revelación.',
  ),
  before_aftercare: say(
    'This exercise opens some time after the disclosure.',
    'Este ejercicio se abre un tiempo después de la revelación.',
  ),
  step_not_open: say(
    'This step opens after the one before it, together with your therapist.',
    'Este paso se abre después del anterior, junto con su terapeuta.',
  ),
  legal_question_open: say(
    'Please settle the legal question with your therapist before you write.',
    'Antes de escribir, aclare la pregunta legal con su terapeuta.',
  ),
  no_support_that_evening: say(
    'Please choose an evening when someone can be there for you.',
    'Elija una noche en la que alguien pueda acompañarle.',
  ),
};

const order = Object.keys(words) as SpokenReason[];

/**
 * The lock as the person may be told it. Where several causes come together one sentence is shown, a pause first:
 * what else is closed must not tell one kind of pause from another.
 */
export function lockShown(lock: Lock): LockShown {
  if (lock.open) return lock;
  if (lock.causes.some(({ reason }) => isPrivate(reason))) return pausedShown;
  const first = order.find((reason) => lock.causes.some((cause) => cause.reason === reason));
  return first === undefined ? pausedShown : { open: false, words: words[first] };
}

/**
 * Whether what closes it is the ordinary pause (HW-26). An exercise of two people is then asked of neither: it is not on
 * Today. What is closed for another cause stays there with its sentence.
 */
export function isPaused(lock: Lock): boolean {
  return lockShown(lock) === pausedShown;
}

/**
 * The causes as a therapist on these sides may read them (HW-27). A fear flag or an acute risk of a side on which
 * they are not assigned reads as an ordinary hold, and so does a hold of that side.
 */
export function causesShownTo(sides: readonly Compartment[], lock: Lock): readonly LockCause[] {
  if (lock.open) return [];
  const shown = lock.causes.map((cause): LockCause => {
    const concealed = cause.side !== 'JOINT' && !sides.includes(cause.side) && isPrivate(cause.reason);
    return concealed ? { reason: 'hold', side: 'JOINT' } : cause;
  });
  return shown.filter(
    (cause, index) => shown.findIndex((c) => c.reason === cause.reason && c.side === cause.side) === index,
  );
}

function isPrivate(reason: LockReason): boolean {
  return pausing.some((pause) => pause === reason);
}
