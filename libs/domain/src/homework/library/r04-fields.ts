import { say } from '../../shared/localized.js';
import type { Field, FieldOption } from '../field.js';

const forMoment = { key: 'entry_kind', is: ['moment'] } as const;
const forReview = { key: 'entry_kind', is: ['weekly_review'] } as const;

const before: readonly FieldOption[] = [
  { value: 'tired', label: say('tired', 'cansancio') },
  { value: 'lonely', label: say('lonely', 'soledad') },
  { value: 'angry', label: say('angry', 'enojo') },
  { value: 'bored', label: say('bored', 'aburrimiento') },
  { value: 'ashamed', label: say('ashamed', 'vergüenza') },
  { value: 'anxious', label: say('anxious', 'ansiedad') },
  { value: 'conflict', label: say('conflict', 'conflicto') },
  { value: 'success', label: say('success', 'un logro') },
  { value: 'alcohol', label: say('alcohol', 'alcohol') },
  { value: 'device_alone', label: say('alone with a device', 'a solas con un aparato') },
];

const responses: readonly FieldOption[] = [
  { value: 'reached_out', label: say('reached out', 'busqué a alguien') },
  { value: 'left_room', label: say('left the room', 'salí de la habitación') },
  { value: 'blocked', label: say('blocked it', 'lo bloqueé') },
  { value: 'moved', label: say('moved my body', 'moví el cuerpo') },
  { value: 'grounding', label: say('grounding', 'ejercicio de calma') },
  { value: 'prayer_meditation', label: say('prayer or meditation', 'oración o meditación') },
  { value: 'waited', label: say('waited it out', 'esperé a que pasara') },
  { value: 'other', label: say('other', 'otra cosa') },
];

/** One urge or trigger, written when it happens. */
export const momentFields: readonly Field[] = [
  { key: 'at', kind: 'dt', label: say('When was it?', '¿Cuándo fue?'), required: true, askedWhen: forMoment },
  {
    key: 'intensity',
    kind: 's10',
    label: say('How strong was it?', '¿Qué tan fuerte fue?'),
    ends: [say('Barely there', 'Apenas'), say('Very strong', 'Muy fuerte')],
    required: true,
    askedWhen: forMoment,
  },
  {
    key: 'lasted',
    kind: 'min',
    label: say('How many minutes did it last?', '¿Cuántos minutos duró?'),
    range: [0, 1440],
    required: false,
    askedWhen: forMoment,
  },
  {
    key: 'place',
    kind: 'choice',
    label: say('Where was I?', '¿Dónde estaba?'),
    required: false,
    askedWhen: forMoment,
    options: [
      { value: 'home', label: say('Home', 'En casa') },
      { value: 'work', label: say('Work', 'En el trabajo') },
      { value: 'travel', label: say('Travel', 'De viaje') },
      { value: 'other', label: say('Other', 'Otro lugar') },
    ],
  },
  {
    key: 'before',
    kind: 'multi',
    label: say('Before it there was', 'Antes había'),
    required: false,
    askedWhen: forMoment,
    options: before,
  },
  {
    key: 'body_sign',
    kind: 'line',
    label: say('A sign in my body', 'Una señal en el cuerpo'),
    required: false,
    askedWhen: forMoment,
  },
  {
    key: 'response',
    kind: 'multi',
    label: say('What I did', 'Qué hice'),
    required: false,
    askedWhen: forMoment,
    options: responses,
  },
  {
    key: 'outcome',
    kind: 'choice',
    label: say('How did it go?', '¿Cómo terminó?'),
    required: true,
    askedWhen: forMoment,
    options: [
      { value: 'passed', label: say('It passed', 'Pasó') },
      { value: 'delayed', label: say('I put it off', 'Lo aplacé') },
      { value: 'slip', label: say('A slip', 'Un tropiezo'), opens: 'R09' },
    ],
  },
  {
    key: 'needed',
    kind: 'text',
    label: say('What I actually needed', 'Lo que de verdad necesitaba'),
    required: false,
    askedWhen: forMoment,
  },
];

/** The look back over the week. A quiet week counts too: nobody needs two urges in order to be done. */
export const reviewFields: readonly Field[] = [
  {
    key: 'top_situations',
    kind: 'list',
    label: say('My top two situations this week', 'Las dos situaciones más difíciles de esta semana'),
    required: true,
    orKey: 'quiet_week',
    askedWhen: forReview,
    rows: [{ key: 'situation', kind: 'line', label: say('Situation', 'Situación'), required: true }],
  },
  {
    key: 'quiet_week',
    kind: 'line',
    label: say('If there were fewer than two: what helped?', 'Si hubo menos de dos: ¿qué ayudó?'),
    required: false,
    askedWhen: forReview,
  },
  {
    key: 'one_change',
    kind: 'line',
    label: say('One change for next week', 'Un cambio para la próxima semana'),
    required: true,
    askedWhen: forReview,
  },
];
