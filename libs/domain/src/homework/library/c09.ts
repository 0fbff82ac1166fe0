import { say } from '../../shared/localized.js';
import { coupleLocks, hiddenUntilBoth, mayStop, oneLine } from './couple-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** C09 Our alarm cycle. Plain words for what attachment theory describes; both halves first, then one name for it. */
export const c09: HomeworkTemplate = {
  code: 'C09',
  version: 1,
  track: 'C',
  title: say('Our alarm cycle', 'Nuestro ciclo de alarma'),
  purpose: say(
    'See the loop you both get caught in, and name it.',
    'Ver la rueda que les atrapa y ponerle un nombre.',
  ),
  fields: [
    {
      key: 'danger_move',
      kind: 'choice',
      label: say('When I sense danger, I', 'Cuando siento peligro, yo'),
      hint: say('Pick the one you do most. All of them protect.', 'Elija lo que más hace. Todo eso protege.'),
      required: true,
      options: [
        { value: 'pursue', label: say('go after you', 'busco a mi pareja') },
        { value: 'question', label: say('ask and ask', 'pregunto y pregunto') },
        { value: 'check', label: say('check', 'reviso') },
        { value: 'protest', label: say('protest', 'protesto') },
        { value: 'withdraw', label: say('pull away', 'me alejo') },
        { value: 'numb', label: say('go numb', 'dejo de sentir') },
        { value: 'please', label: say('try to please', 'trato de agradar') },
        { value: 'argue', label: say('argue', 'discuto') },
      ],
    },
    {
      key: 'underneath',
      kind: 'line',
      label: say('Underneath I feel', 'Por debajo siento'),
      hint: oneLine,
      required: false,
    },
    {
      key: 'what_you_see',
      kind: 'line',
      label: say('What you see from outside', 'Lo que mi pareja ve desde fuera'),
      hint: oneLine,
      required: false,
    },
    {
      key: 'what_i_need',
      kind: 'line',
      label: say('What I need then', 'Lo que necesito entonces'),
      hint: oneLine,
      required: false,
    },
    {
      key: 'cycle_name',
      kind: 'line',
      label: say('Our name for the loop', 'Nuestro nombre para la rueda'),
      hint: say(
        'Find it together, once both parts are in.',
        'Búsquenlo en conjunto, con las dos partes listas.',
      ),
      required: false,
      by: 'together',
    },
  ],
  cadence: { kind: 'once' },
  minutes: 40,
  privacy: 'P4',
  sharing: { kind: 'reveal_on_both' },
  stages: [2],
  feeds: ['ED'],
  completion: [{ kind: 'both_parts' }],
  lockedBy: coupleLocks,
  avoid: [],
  notes: [hiddenUntilBoth, mayStop],
};
