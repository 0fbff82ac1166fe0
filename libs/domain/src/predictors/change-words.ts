import { roundHalfAway, type Fraction } from '../shared/fraction.js';
import { say, type LocalizedText } from '../shared/localized.js';
import type { ChangeStatement } from './reliable-change.js';

/** The four statements as a therapist reads them (PRED-40). */
export const statementWords: Readonly<Record<ChangeStatement, LocalizedText>> = {
  improved_beyond_noise: say('improved beyond noise', 'mejora más allá del ruido'),
  within_noise: say('within noise', 'dentro del ruido'),
  worse_beyond_noise: say('worse beyond noise', 'empeora más allá del ruido'),
  not_enough_data: say('not enough data yet', 'todavía no hay datos suficientes'),
};

/** The same in plain words, for a couple, without a number (PRED-40). */
export const plainStatements: Readonly<Record<ChangeStatement, LocalizedText>> = {
  improved_beyond_noise: say(
    'This is higher than at the start, by more than chance would bring.',
    'Esto está más alto que al inicio, más de lo que traería el azar.',
  ),
  within_noise: say(
    'This is about where it was at the start. Small ups and downs are normal.',
    'Esto está más o menos como al inicio. Pequeñas subidas y bajadas son normales.',
  ),
  worse_beyond_noise: say(
    'This is lower than at the start, by more than chance would bring. It is worth a talk in session.',
    'Esto está más bajo que al inicio, más de lo que traería el azar. Vale la pena hablarlo en sesión.',
  ),
  not_enough_data: say(
    'It is too early to say. More answers are needed first.',
    'Es pronto para decirlo. Primero hacen falta más respuestas.',
  ),
};

/** Stands beside every score (PRED-45). */
export const reviewScaleNote = say(
  'Clinic review scale, not a validated test.',
  'Escala de revisión de la clínica, no es una prueba validada.',
);

/** The chip from 25 points on; says nothing about who is right (PRED-08). */
export const viewsDifferWords = say(
  'Views differ. Explore this together.',
  'Las miradas difieren. Conviene explorarlo en conjunto.',
);

export type Audience = 'therapist' | 'client';

/** A score as it is shown: one decimal for a therapist, whole points for a client (PRED-06, PRED-41). */
export function shownScore(score: Fraction, audience: Audience): number {
  return roundHalfAway(score, audience === 'therapist' ? 1 : 0);
}

/** A statement in the words of its reader (PRED-40). */
export function statementFor(statement: ChangeStatement, audience: Audience): LocalizedText {
  return audience === 'therapist' ? statementWords[statement] : plainStatements[statement];
}
