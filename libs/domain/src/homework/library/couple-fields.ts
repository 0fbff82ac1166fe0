import { say, type LocalizedText } from '../../shared/localized.js';
import type { Field, FieldOption } from '../field.js';
import type { LockReason } from '../template.js';

/** What keeps every couple exercise closed: a hold or a fear flag, on either side (HW-60). */
export const coupleLocks: readonly LockReason[] = ['hold', 'fear_flag'];

/** As `coupleLocks`, and while touch exercises are paused (HW-60). */
export const touchLocks: readonly LockReason[] = [...coupleLocks, 'touch_suspended'];

/** First note of joint work in two halves (HW-61). */
export const hiddenUntilBoth = say(
  'You will both read this, and so will your couple therapist. Each part stays hidden until both are in.',
  'Esto lo leen usted, su pareja y su terapeuta de pareja. Cada parte queda oculta hasta que estén las dos.',
);

/** First note of joint work that two people write on one page (HW-61). */
export const writtenTogether = say(
  'You write this one together. You both read it, and so does your couple therapist.',
  'Esto se escribe en conjunto. Lo leen usted, su pareja y su terapeuta de pareja.',
);

/** Second note of every couple exercise (HW-60). */
export const mayStop = say(
  'Each of you can stop at any time. No reason is needed.',
  'Cada persona puede parar cuando quiera. No hace falta dar razones.',
);

/** Hint of a private answer inside joint work. */
export const onlyOwnTherapist = say(
  'Only you and your own therapist see this.',
  'Esto lo ven solo usted y su terapeuta.',
);

/** Hint of a line that may stay empty or short. */
export const oneLine = say(
  'A few words are enough. You may leave it empty.',
  'Bastan pocas palabras. Puede dejarlo vacío.',
);

/** A box to tick: the only answer is that it was done, so that an untick never counts as an answer. */
export function tick(key: string, label: LocalizedText): Field {
  return {
    key,
    kind: 'choice',
    label,
    required: true,
    options: [{ value: 'done', label: say('Done', 'Hecho') }],
  };
}

/** Who takes something on. */
export const eitherPerson: readonly FieldOption[] = [
  { value: 'rp', label: say('The person in recovery', 'La persona en recuperación') },
  { value: 'bp', label: say('The partner', 'La pareja') },
];

/** As `eitherPerson`, or both. */
export const whoDoes: readonly FieldOption[] = [
  ...eitherPerson,
  { value: 'both', label: say('Both of us', 'En conjunto') },
];

const signature = say('My signature', 'Mi firma');

/** Both signatures under an agreement that is written together. */
export const signatures: readonly Field[] = [
  { key: 'signature_rp', kind: 'sig', label: signature, required: true, by: 'RP' },
  { key: 'signature_bp', kind: 'sig', label: signature, required: true, by: 'BP' },
];
