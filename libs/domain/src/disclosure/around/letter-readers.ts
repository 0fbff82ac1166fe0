import { say, type LocalizedText } from '../../shared/localized.js';
import type { LetterKind } from './letters.js';

export const letterReaders = ['RP', 'BP', 'T_RP', 'T_BP', 'T_C', 'ADMIN'] as const;
export type LetterReader = (typeof letterReaders)[number];

export type LetterReadingFacts = Readonly<{
  /** The author has released it to the other therapist. */
  releasedToOtherTherapist: boolean;
  /** The session in which it is read aloud is running. */
  inDeliverySession: boolean;
  /** The author has sealed it for good. */
  sealedForGood?: boolean;
}>;

const sides = {
  impact: { author: 'BP', own: 'T_BP', otherTherapist: 'T_RP', listener: 'RP' },
  restitution: { author: 'RP', own: 'T_RP', otherTherapist: 'T_BP', listener: 'BP' },
} as const;

/**
 * Who may read a letter (FTD-55, clinical brief 1.10): author and own therapist; the other therapist after the
 * author's release or in the session; the listener in that session only, and not after it. What is sealed for good
 * opens to its author alone. Nobody else.
 */
export function mayReadLetter(kind: LetterKind, reader: LetterReader, facts: LetterReadingFacts): boolean {
  const { author, own, otherTherapist, listener } = sides[kind];
  if (reader === author) return true;
  if (facts.sealedForGood === true) return false;
  if (reader === own) return true;
  if (reader === otherTherapist) return facts.releasedToOtherTherapist || facts.inDeliverySession;
  return reader === listener && facts.inDeliverySession;
}

export type LetterCheck = Readonly<{ id: string; kinds: readonly LetterKind[]; ask: LocalizedText }>;

const both: readonly LetterKind[] = ['impact', 'restitution'];

/** What a therapist looks at before a letter is read aloud. It advises and blocks nothing (FTD-56). */
export const letterChecklist: readonly LetterCheck[] = [
  {
    id: 'forgiveness_demand',
    kinds: both,
    ask: say('Does it ask for forgiveness?', '¿Pide perdón como exigencia?'),
  },
  {
    id: 'deadline',
    kinds: both,
    ask: say('Does it set the other a time limit?', '¿Le pone un plazo a la otra persona?'),
  },
  { id: 'threat', kinds: both, ask: say('Does it threaten?', '¿Contiene amenazas?') },
  {
    id: 'new_facts',
    kinds: ['restitution'],
    ask: say(
      'Does it bring new facts? Those go to the correction steps',
      '¿Trae hechos nuevos? Esos van a los pasos de corrección',
    ),
  },
  {
    id: 'defence',
    kinds: ['restitution'],
    ask: say('Does it defend, explain away or compare?', '¿Se defiende, justifica o compara?'),
  },
  {
    id: 'request_for_answer',
    kinds: ['restitution'],
    ask: say('Does it press for an answer?', '¿Presiona para recibir respuesta?'),
  },
  {
    id: 'point_by_point',
    kinds: ['restitution'],
    ask: say(
      'Does it answer the impact letter point by point?',
      '¿Responde a la carta de impacto punto por punto?',
    ),
  },
  {
    id: 'observable_change',
    kinds: ['restitution'],
    ask: say('Does it name changes that can be seen?', '¿Nombra cambios que se pueden ver?'),
  },
  {
    id: 'own_words',
    kinds: ['impact'],
    ask: say('Is it in the person’s own words?', '¿Está en las propias palabras de la persona?'),
  },
  {
    id: 'wanted',
    kinds: ['impact'],
    ask: say('Does the person still want to read it?', '¿La persona todavía quiere leerla?'),
  },
];

/** The questions for one kind of letter, in order. */
export function letterChecks(kind: LetterKind): readonly LetterCheck[] {
  return letterChecklist.filter(({ kinds }) => kinds.includes(kind));
}
