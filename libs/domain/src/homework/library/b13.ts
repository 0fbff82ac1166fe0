import { say } from '../../shared/localized.js';
import { calmToFlooded } from './partner-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** B13 Sleep and nightmare log. The two questions about a nightmare are asked only after a yes. */
export const b13: HomeworkTemplate = {
  code: 'B13',
  version: 1,
  track: 'B',
  title: say('Sleep log', 'Registro de sueño'),
  purpose: say('See how your nights are going.', 'Ver cómo van sus noches.'),
  fields: [
    {
      key: 'hours',
      kind: 'num',
      label: say('Hours I slept', 'Horas que dormí'),
      hint: say('A rough guess is fine.', 'Basta un cálculo aproximado.'),
      range: [0, 24],
      required: true,
    },
    {
      key: 'woke',
      kind: 'num',
      label: say('Times I woke up', 'Veces que me desperté'),
      range: [0, 50],
      required: false,
    },
    { key: 'nightmare', kind: 'bool', label: say('I had a nightmare', 'Tuve una pesadilla'), required: true },
    {
      key: 'nightmare_distress',
      kind: 's10',
      label: say('How heavy was it?', '¿Cuánto pesó?'),
      ends: calmToFlooded,
      required: true,
      askedWhen: { key: 'nightmare', is: [true] },
    },
    {
      key: 'theme',
      kind: 'choice',
      label: say('What it was about', 'De qué trató'),
      hint: say('No need to tell the dream.', 'No hace falta contar el sueño.'),
      required: true,
      askedWhen: { key: 'nightmare', is: [true] },
      options: [
        { value: 'betrayal', label: say('what my partner did', 'lo que pasó con mi pareja') },
        { value: 'other', label: say('something else', 'otra cosa') },
        { value: 'no_recall', label: say('I do not remember', 'no recuerdo') },
      ],
    },
  ],
  cadence: { kind: 'daily', windowHours: 4 },
  minutes: 2,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [1, 2],
  feeds: ['TS'],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [],
  notes: [
    say('Best in the morning, soon after you wake up.', 'Mejor en la mañana, poco después de despertar.'),
  ],
};
