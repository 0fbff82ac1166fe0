import { say } from '../../shared/localized.js';
import { noneToVeryStrong } from './partner-fields.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * B04 Trigger map and care plan. Of all columns only the wish to the partner may be released (HW-52): a map of what
 * sets off pain must not reach somebody who could use it. Not even the wish goes out while a hold is on (HW-53).
 * Feeds empathy once a wish was released.
 */
export const b04: HomeworkTemplate = {
  code: 'B04',
  version: 1,
  track: 'B',
  title: say('Trigger map and care plan', 'Mapa de alarmas y plan de cuidado'),
  purpose: say(
    'Know what sets off your alarm, and what helps then.',
    'Saber qué enciende su alarma y qué ayuda entonces.',
  ),
  fields: [
    {
      key: 'triggers',
      kind: 'list',
      label: say('My triggers', 'Lo que enciende mi alarma'),
      hint: say('Three are enough. Start with a small one.', 'Bastan tres. Empiece por algo pequeño.'),
      required: true,
      leastRows: 3,
      rows: [
        {
          key: 'cue',
          kind: 'line',
          label: say('What sets it off', 'Qué la enciende'),
          hint: say('A place, a sound, a date, a tone of voice.', 'Un lugar, un sonido, una fecha, un tono.'),
          required: true,
        },
        {
          key: 'reminds_me_of',
          kind: 'line',
          label: say('What it reminds me of', 'Qué me recuerda'),
          required: false,
        },
        {
          key: 'body_reaction',
          kind: 'line',
          label: say('What my body does', 'Qué hace mi cuerpo'),
          required: false,
        },
        {
          key: 'heat',
          kind: 's10',
          label: say('How hot it gets', 'Qué tan fuerte es'),
          ends: noneToVeryStrong,
          required: false,
        },
        {
          key: 'need_from_me',
          kind: 'line',
          label: say('What I need from me', 'Lo que necesito de mí'),
          required: false,
        },
        {
          key: 'wish_to_partner',
          kind: 'line',
          label: say('What I would like from my partner', 'Lo que me gustaría de mi pareja'),
          hint: say(
            'Only if you want to. Just this column can be shared, and only if you say so.',
            'Solo si quiere. Solo esta columna se puede compartir, y solo si usted lo decide.',
          ),
          required: false,
        },
        {
          key: 'ask_again',
          kind: 'bool',
          label: say('Ask me about this one again', 'Que me vuelvan a preguntar por esto'),
          required: false,
        },
      ],
    },
  ],
  cadence: { kind: 'once' },
  followUp: { kind: 'weekly', times: 1 },
  minutes: 20,
  privacy: 'P1',
  sharing: { kind: 'partner', fields: ['triggers.wish_to_partner'] },
  stages: [1, 2],
  feeds: ['TS', 'ED'],
  completion: [{ kind: 'rows', key: 'triggers', least: 3 }],
  lockedBy: ['unsafe_release'],
  avoid: [],
};
