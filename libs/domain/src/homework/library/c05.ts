import { say } from '../../shared/localized.js';
import { coupleLocks, mayStop, signatures, writtenTogether } from './couple-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** C05 Time-out and return agreement. Done with both signatures and one practice; a second practice follows (HW-65). */
export const c05: HomeworkTemplate = {
  code: 'C05',
  version: 1,
  track: 'C',
  title: say('Time-out and return', 'Pausa y regreso'),
  purpose: say(
    'A way to stop before it hurts, and to come back.',
    'Una forma de parar antes de que duela, y de volver.',
  ),
  fields: [
    {
      key: 'signal',
      kind: 'line',
      label: say('Our signal for a time-out', 'Nuestra señal para la pausa'),
      hint: say('A word or a sign with the hand.', 'Una palabra o un gesto con la mano.'),
      required: true,
      by: 'together',
    },
    {
      key: 'minutes',
      kind: 'min',
      label: say('How long, in minutes', 'Cuánto dura, en minutos'),
      hint: say('From 20 to 60.', 'De 20 a 60.'),
      required: true,
      range: [20, 60],
      by: 'together',
    },
    { key: 'where_i_go', kind: 'line', label: say('Where I go', 'Adónde voy'), required: true },
    {
      key: 'what_i_do',
      kind: 'line',
      label: say('What I do to calm down', 'Qué hago para calmarme'),
      required: true,
    },
    {
      key: 'return_time',
      kind: 'line',
      label: say('When and where we meet again', 'Cuándo y dónde volvemos a vernos'),
      required: true,
      by: 'together',
    },
    {
      key: 'who_restarts',
      kind: 'choice',
      label: say('Who starts the talk again?', '¿Quién retoma la charla?'),
      required: true,
      by: 'together',
      options: [
        { value: 'who_called', label: say('The one who called it', 'Quien pidió la pausa') },
        { value: 'the_other', label: say('The other one', 'La otra persona') },
        { value: 'turns', label: say('We take turns', 'Por turnos') },
      ],
    },
    {
      key: 'not_allowed',
      kind: 'list',
      label: say('Not allowed in a time-out', 'Lo que no vale durante la pausa'),
      hint: say(
        'Such as following, or driving off.',
        'Por ejemplo, seguir a la otra persona o irse en auto.',
      ),
      required: true,
      by: 'together',
      leastRows: 1,
      rows: [{ key: 'what', kind: 'line', label: say('Not this', 'Esto no'), required: true }],
    },
    ...signatures,
    {
      key: 'practices',
      kind: 'list',
      label: say('When we tried it', 'Cuándo lo probamos'),
      hint: say('Try it twice, on a calm day.', 'Prueben dos veces, en un día de calma.'),
      required: false,
      by: 'together',
      rows: [
        { key: 'on', kind: 'dt', label: say('Day and time', 'Día y hora'), required: true },
        {
          key: 'came_back',
          kind: 'bool',
          label: say('Did we come back on time?', '¿Volvimos a la hora?'),
          required: false,
        },
      ],
    },
  ],
  cadence: { kind: 'once' },
  followUp: { kind: 'times', times: 1 },
  minutes: 20,
  privacy: 'P4',
  sharing: { kind: 'together' },
  stages: [1],
  feeds: ['ED'],
  completion: [
    { kind: 'both_parts' },
    { kind: 'signed', by: ['RP', 'BP'] },
    { kind: 'rows', key: 'practices', least: 1 },
  ],
  lockedBy: coupleLocks,
  avoid: [],
  notes: [writtenTogether, mayStop],
};
