import { say } from '../../shared/localized.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * B12 Reality anchor. More than ten checks a day bring a gentle offer of grounding, and the therapist sees it
 * (HW-57). It is no alarm: checking after deceit is an understandable reaction.
 */
export const b12: HomeworkTemplate = {
  code: 'B12',
  version: 1,
  track: 'B',
  title: say('Reality anchor', 'Ancla de realidad'),
  purpose: say('Learn to trust what you notice again.', 'Volver a confiar en lo que usted nota.'),
  fields: [
    { key: 'noticed', kind: 'line', label: say('What I noticed', 'Lo que noté'), required: false },
    {
      key: 'facts',
      kind: 'list',
      label: say('Facts', 'Hechos'),
      hint: say('What anyone could have seen or heard.', 'Lo que cualquiera podría ver u oír.'),
      required: false,
      rows: [{ key: 'fact', kind: 'line', label: say('One fact', 'Un hecho'), required: true }],
    },
    {
      key: 'guesses',
      kind: 'list',
      label: say('Guesses', 'Suposiciones'),
      hint: say(
        'A guess can be right. It is just not checked yet.',
        'Puede ser cierta. Solo falta comprobarla.',
      ),
      required: false,
      rows: [{ key: 'guess', kind: 'line', label: say('One guess', 'Una suposición'), required: true }],
    },
    { key: 'gut', kind: 'line', label: say('What my gut says', 'Lo que me dice el cuerpo'), required: false },
    {
      key: 'low_cost_check',
      kind: 'line',
      label: say('A way to check that costs me little', 'Una forma de comprobarlo que me cueste poco'),
      hint: say('Asking is one way. So is waiting a day.', 'Preguntar es una forma. Esperar un día, otra.'),
      required: false,
    },
    { key: 'outcome', kind: 'line', label: say('What came of it', 'Qué resultó'), required: false },
    {
      key: 'self_trust',
      kind: 's10',
      label: say('How much I trust myself right now', 'Cuánto confío en mí ahora'),
      ends: [say('Not at all', 'Nada'), say('Fully', 'Del todo')],
      required: true,
    },
    {
      key: 'checks_today',
      kind: 'choice',
      label: say('How often I checked on things today', 'Cuántas veces comprobé algo hoy'),
      hint: say(
        'The urge to check makes sense. If it wears you out, try a grounding exercise. Your therapist can help.',
        'Las ganas de comprobar tienen sentido. Si le agotan, pruebe un ejercicio de calma. Su terapeuta puede ayudar.',
      ),
      required: false,
      options: [
        { value: 'none', label: say('not today', 'hoy no') },
        { value: 'one_to_three', label: say('1 to 3 times', 'de 1 a 3 veces') },
        { value: 'four_to_ten', label: say('4 to 10 times', 'de 4 a 10 veces') },
        { value: 'over_ten', label: say('more than 10 times', 'más de 10 veces'), opens: 'B03' },
      ],
    },
  ],
  cadence: { kind: 'weekly', times: 2 },
  minutes: 6,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [1, 2, 3],
  feeds: ['CT', 'TS'],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [
    say(
      'Letting it turn into watching the partner; look at it together at more than ten checks a day',
      'Que se vuelva vigilancia de la pareja; véanlo en sesión si hay más de diez comprobaciones al día',
    ),
  ],
  noticesTherapist: [{ field: 'checks_today', values: ['over_ten'] }],
};
