import { say, type LocalizedText } from '../shared/localized.js';

/** Two separate dimensions. There are no types and no categories of people (PRED-53). */
export const attachmentDimensions = ['anxious', 'avoidant'] as const;
export type AttachmentDimension = (typeof attachmentDimensions)[number];

export type AttachmentItem = Readonly<{ key: string; dimension: AttachmentDimension; words: LocalizedText }>;

function item(dimension: AttachmentDimension, n: number, en: string, es: string): AttachmentItem {
  return { key: `${dimension}_${n}`, dimension, words: say(en, es) };
}

/** Eight items, each 0 to 4, for both people (PRED-53, source clinical brief 4.9). */
export const attachmentItems: readonly AttachmentItem[] = [
  item(
    'anxious',
    1,
    'I needed repeated proof that we are okay.',
    'Necesité pruebas repetidas de que estamos bien.',
  ),
  item('anxious', 2, 'Distance felt like losing them.', 'Sentí la distancia como una pérdida.'),
  item(
    'anxious',
    3,
    'I watched for signs of leaving or lying.',
    'Busqué señales de que se iría o de que mentía.',
  ),
  item(
    'anxious',
    4,
    'I could not settle until I got an answer.',
    'No pude calmarme hasta tener una respuesta.',
  ),
  item(
    'avoidant',
    1,
    'I kept feelings to myself so as not to need anyone.',
    'Me guardé lo que sentía para no necesitar a nadie.',
  ),
  item('avoidant', 2, 'Closeness made me want to get away.', 'La cercanía me dio ganas de alejarme.'),
  item('avoidant', 3, 'I told myself it did not matter.', 'Me dije que no importaba.'),
  item('avoidant', 4, 'I handled hard moments alone.', 'Pasé a solas los momentos difíciles.'),
];

/** The names of the dimensions, as states of the last four weeks. */
export const attachmentNames: Readonly<Record<AttachmentDimension, LocalizedText>> = {
  anxious: say('Seeking closeness and proof', 'Buscar cercanía y pruebas'),
  avoidant: say('Keeping distance', 'Guardar distancia'),
};

/** The time that every item asks about. */
export const attachmentPeriod = say('In the last four weeks', 'En las últimas cuatro semanas');

/** Must stand beside every score (PRED-54). */
export const attachmentCaption = say(
  'After a betrayal, being on guard may be an accurate reading of what is going on. This shows the last four weeks, not what kind of person someone is.',
  'Después de una traición, estar en alerta puede ser una lectura acertada de lo que pasa. Esto muestra las últimas cuatro semanas, no cómo es una persona.',
);
