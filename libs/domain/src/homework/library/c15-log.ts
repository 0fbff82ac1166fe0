import { say, type LocalizedText } from '../../shared/localized.js';
import { safetyBounds } from '../../stages/safety-bounds.js';
import { onlyOwnTherapist } from './couple-fields.js';
import { notAtAllToFully } from './shared-fields.js';
import type { Field, FieldOption } from '../field.js';
import type { Step } from '../template.js';

const stepLabels: readonly LocalizedText[] = [
  say('0: hands or feet, clothed, 10 minutes each', '0: manos o pies, con ropa, 10 minutos por persona'),
  say('1: back, arms and legs', '1: espalda, brazos y piernas'),
  say('2: whole body without breasts or genitals', '2: todo el cuerpo sin pechos ni genitales'),
  say('3: breasts and genitals too, no goal', '3: también pechos y genitales, sin meta'),
  say('4: touch at the same time', '4: contacto al mismo tiempo'),
  say('5: joined, first still, then moving (you may skip it)', '5: unión, primero sin moverse (es opcional)'),
];

/** Finished sessions of a step, with both calm, before a therapist may open the next one (HW-69). */
const roundsBeforeNext = 3;

export const touchSteps: readonly Step[] = stepLabels.map((label, index) => ({
  key: `step_${index}`,
  label,
  stages: [3],
  ...(index === 0 ? {} : { afterRounds: roundsBeforeNext }),
  therapistOpens: true,
}));

const yesNo = (risky: 'yes' | 'no', risk: 'alarm' | 'look'): readonly FieldOption[] => [
  { value: 'no', label: say('No', 'No'), ...(risky === 'no' ? { risk } : {}) },
  { value: 'yes', label: say('Yes', 'Sí'), ...(risky === 'yes' ? { risk } : {}) },
];

const minutes = { kind: 'min', required: false, range: [0, 60], privacy: 'P1' } as const;
const scale = { kind: 's04', ends: notAtAllToFully, required: true, privacy: 'P1' } as const;

/**
 * The private log of C15 (HW-69). Flashes, numbness and an unheeded stop are choices and not plain yes or no, so
 * that the answer itself can ask for attention. Calm is rated because the next step needs 3 of 4 from both.
 */
export const touchLog: readonly Field[] = [
  {
    key: 'on',
    kind: 'day',
    label: say('When', 'Cuándo'),
    hint: onlyOwnTherapist,
    required: true,
    privacy: 'P1',
  },
  {
    key: 'step',
    kind: 'choice',
    label: say('Which step?', '¿Qué paso?'),
    required: true,
    privacy: 'P1',
    options: touchSteps.map(({ key, label }) => ({ value: key, label })),
  },
  { key: 'minutes_touching', label: say('Minutes I touched', 'Minutos en que toqué'), ...minutes },
  { key: 'minutes_receiving', label: say('Minutes I received', 'Minutos en que recibí'), ...minutes },
  {
    key: 'attention',
    label: say('I could stay with what I sensed', 'Pude atender a lo que sentía'),
    ...scale,
  },
  { key: 'calm', label: say('I was calm', 'Sentí calma'), ...scale },
  {
    key: 'pressure',
    label: say('I felt pressed to go on', 'Sentí presión para seguir'),
    ...scale,
    alarm: { atLeast: safetyBounds.pressureFrom },
  },
  {
    key: 'anxiety',
    kind: 's10',
    label: say('How much fear or worry was there?', '¿Cuánto miedo o inquietud hubo?'),
    ends: [say('None', 'Nada'), say('Very much', 'Muchísimo')],
    required: true,
    privacy: 'P1',
  },
  {
    key: 'flash',
    kind: 'choice',
    label: say('Did a picture or memory push in?', '¿Se metió una imagen o un recuerdo?'),
    required: true,
    privacy: 'P1',
    options: yesNo('yes', 'look'),
  },
  {
    key: 'numb',
    kind: 'choice',
    label: say('Did I go numb or far away?', '¿Dejé de sentir, o me fui lejos?'),
    required: true,
    privacy: 'P1',
    options: yesNo('yes', 'look'),
  },
  {
    key: 'stop_used',
    kind: 'bool',
    label: say('Was the stop signal used?', '¿Se usó la señal de parar?'),
    required: true,
    privacy: 'P1',
  },
  {
    key: 'stop_respected',
    kind: 'choice',
    label: say('Was it respected at once?', '¿Se respetó enseguida?'),
    required: true,
    askedWhen: { key: 'stop_used', is: [true] },
    privacy: 'P1',
    options: yesNo('no', 'alarm'),
  },
  {
    key: 'wish_next',
    kind: 'choice',
    label: say('What I wish for next time', 'Lo que deseo para la próxima vez'),
    required: true,
    privacy: 'P1',
    options: [
      { value: 'repeat', label: say('do it again', 'repetir') },
      { value: 'stay', label: say('stay at this step', 'quedarnos en este paso') },
      { value: 'step_back', label: say('go one step back', 'volver un paso atrás') },
      { value: 'pause', label: say('pause', 'una pausa') },
    ],
  },
];
