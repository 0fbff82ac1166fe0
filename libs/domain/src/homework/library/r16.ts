import { say } from '../../shared/localized.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const promiseRow: readonly Field[] = [
  { key: 'promise', kind: 'line', label: say('My promise', 'Mi promesa'), required: true },
  { key: 'by_when', kind: 'day', label: say('By when', 'Para cuándo'), required: true },
  {
    key: 'kept',
    kind: 'choice',
    label: say('Did I keep it?', '¿La cumplí?'),
    hint: say('Leave this open until the day has come.', 'Deje esto abierto hasta que llegue el día.'),
    required: false,
    options: [
      { value: 'yes', label: say('Yes', 'Sí') },
      { value: 'late', label: say('Late', 'Tarde') },
      { value: 'no_told', label: say('No, and I said so', 'No, y lo dije') },
    ],
  },
  { key: 'effect', kind: 'line', label: say('The effect I noticed', 'El efecto que noté'), required: false },
];

/** R16 Living-amends planner. A promise is closed by any of the three answers: saying that it was not kept counts. */
export const r16: HomeworkTemplate = {
  code: 'R16',
  version: 1,
  track: 'R',
  title: say('Living-amends planner', 'Plan de reparación diaria'),
  purpose: say(
    'Rebuild trust with small promises, kept.',
    'Reconstruir la confianza con promesas pequeñas y cumplidas.',
  ),
  notes: [
    say(
      'Your partner can read this after you share it and your therapist agrees.',
      'Su pareja puede leer esto después de que usted lo comparta y su terapeuta esté de acuerdo.',
    ),
    say('Small and true beats grand.', 'Lo pequeño y verdadero vale más que lo grandioso.'),
  ],
  fields: [
    {
      key: 'promises',
      kind: 'list',
      label: say('My promises', 'Mis promesas'),
      required: true,
      leastRows: 1,
      rows: promiseRow,
    },
  ],
  cadence: { kind: 'weekly', times: 1 },
  minutes: 6,
  privacy: 'P3',
  sharing: { kind: 'partner' },
  stages: [2, 3],
  feeds: ['CG', 'CT'],
  completion: [
    { kind: 'rows_with', key: 'promises', field: 'kept', values: ['yes', 'late', 'no_told'], least: 1 },
  ],
  lockedBy: [],
  avoid: [
    say('Grand gestures', 'Gestos grandiosos'),
    say('Gifts in place of honesty', 'Regalos en lugar de honestidad'),
  ],
};
