import type { LetterMark } from './letters-facts.service.js';

const ofRecovering: readonly LetterMark[] = ['listening_rehearsed', 'restitution_approved'];
const ofOneText: readonly LetterMark[] = ['restitution_approved', 'restitution_safe'];

/** Whose therapist lays a mark down. */
export function sideOfMark(mark: LetterMark): 'RP' | 'BP' {
  return ofRecovering.includes(mark) ? 'RP' : 'BP';
}

/** Whether a mark is about one text, and says nothing of a newer one. */
export function isAboutOneText(mark: LetterMark): boolean {
  return ofOneText.includes(mark);
}

/** The letter that a mark belongs to. */
export function letterOfMark(mark: LetterMark): 'impact' | 'restitution' {
  return ofOneText.includes(mark) ? 'restitution' : 'impact';
}
