import { say } from '../../shared/localized.js';
import { safetyBounds } from '../../stages/safety-bounds.js';
import { notAtAllToFully } from './shared-fields.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const touch: readonly Field[] = [
  { key: 'touch', kind: 'line', label: say('A kind of touch', 'Una forma de contacto'), required: true },
];

/**
 * B16 Body and choice reflection. Pressure of 3 or more tells the own therapist at once, and nobody else (HW-59).
 * Nothing of it can be released: a list of limits could be used as a list of demands.
 */
export const b16: HomeworkTemplate = {
  code: 'B16',
  version: 1,
  track: 'B',
  title: say('Body and choice', 'Cuerpo y decisión'),
  purpose: say('Listen to your own yes and no.', 'Escuchar su propio sí y su propio no.'),
  fields: [
    {
      key: 'my_no',
      kind: 'text',
      label: say('My no is easy or hard because …', 'Decir que no me es fácil o difícil porque…'),
      required: false,
    },
    {
      key: 'touch_fine',
      kind: 'list',
      label: say('Touch that is fine', 'Contacto que está bien'),
      required: false,
      rows: touch,
    },
    {
      key: 'touch_not_now',
      kind: 'list',
      label: say('Touch that is not for now', 'Contacto que ahora no'),
      required: false,
      rows: touch,
    },
    {
      key: 'touch_never',
      kind: 'list',
      label: say('Touch I never want', 'Contacto que no quiero nunca'),
      hint: say('You need no reason for it.', 'No necesita dar razones.'),
      required: false,
      rows: touch,
    },
    {
      key: 'pressure',
      kind: 's04',
      label: say('How much pressure I felt', 'Cuánta presión sentí'),
      hint: say(
        'With an answer of 3 or 4, we tell your therapist. We never tell your partner.',
        'Si responde 3 o 4, avisamos a su terapeuta. Nunca a su pareja.',
      ),
      ends: notAtAllToFully,
      required: true,
      alarm: { atLeast: safetyBounds.pressureFrom },
    },
    {
      key: 'stage_3_wish',
      kind: 'choice',
      label: say(
        'Do I wish to move to stage 3, closeness and touch?',
        '¿Deseo pasar a la etapa 3, cercanía y contacto?',
      ),
      hint: say('Each answer is fine, and you can change it.', 'Toda respuesta vale, y puede cambiarla.'),
      required: true,
      options: [
        { value: 'yes', label: say('Yes', 'Sí') },
        { value: 'unsure', label: say('Not sure', 'No sé') },
        { value: 'no', label: say('No', 'No') },
      ],
    },
  ],
  cadence: { kind: 'every_weeks', weeks: 2 },
  minutes: 12,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [2, 3],
  feeds: [],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [],
  notes: [
    say(
      'Only you and your therapist read this. Your therapist reads it in working hours. If you need someone now, tap Help.',
      'Solo usted y su terapeuta leen esto. Su terapeuta lo lee en horario de trabajo. Si necesita a alguien ahora, toque Ayuda.',
    ),
  ],
};
