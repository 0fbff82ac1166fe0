import { b10 } from '../../homework/library/b10.js';
import { r11 } from '../../homework/library/r11.js';
import type { HomeworkTemplate } from '../../homework/template.js';
import { isTerminal, type DisclosureState } from '../states.js';
import type { LetterKind } from './letters.js';

const exercises: Readonly<Record<LetterKind, HomeworkTemplate>> = { impact: b10, restitution: r11 };

/** The exercise that a letter is written in: its title, its purpose, and a text field for every section. */
export function letterExercise(kind: LetterKind): HomeworkTemplate {
  return exercises[kind];
}

/** Keys of the sections of a letter, in order. None has to be written. */
export function letterSectionKeys(kind: LetterKind): readonly string[] {
  return exercises[kind].fields.map(({ key }) => key);
}

const fromThenOn: Readonly<Record<LetterKind, readonly DisclosureState[]>> = {
  impact: ['AFTERCARE', 'IMPACT_PREP'],
  restitution: ['IMPACT_DELIVERED', 'RESTITUTION_PREP'],
};

/**
 * Whether a letter may be begun (FTD-75): the impact letter from aftercare on, the restitution letter once the impact
 * letter was read or its author chose not to write one. What was begun may be written on until the process ends, and
 * after that it is kept as it is.
 */
export function mayBeginLetter(kind: LetterKind, state: DisclosureState | null): boolean {
  return state !== null && fromThenOn[kind].includes(state);
}

/** Whether a letter that was begun is still open for writing (FTD-75). */
export function mayWriteLetter(
  state: DisclosureState | null,
  letter: Readonly<{ sealedAt: Date | null; destroyedAt: Date | null; deliveredAt: Date | null }>,
): boolean {
  if (letter.sealedAt !== null || letter.destroyedAt !== null || letter.deliveredAt !== null) return false;
  return state !== null && !isTerminal(state);
}
