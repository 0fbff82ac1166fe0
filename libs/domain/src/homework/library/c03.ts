import { say } from '../../shared/localized.js';
import { coupleLocks, hiddenUntilBoth, mayStop, oneLine, onlyOwnTherapist, tick } from './couple-fields.js';
import { feelings, notAtAllToFully } from './shared-fields.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const whenNow = { key: 'good_time', is: ['yes'] } as const;

const asListener: readonly Field[] = [
  {
    key: 'mirror_rounds',
    kind: 'list',
    label: say('As listener: my rounds of mirroring', 'Al escuchar: mis rondas de espejo'),
    hint: say('Add a row for each round.', 'Agregue una fila por ronda.'),
    required: true,
    askedWhen: whenNow,
    leastRows: 1,
    rows: [
      tick(
        'said_back',
        say(
          'I said “I hear …” and asked “Did I get it?”',
          'Dije «Lo que oigo es…» y pregunté «¿Entendí bien?»',
        ),
      ),
      {
        ...tick('asked_more', say('I asked “Is there more?”', 'Pregunté «¿Hay algo más?»')),
        required: false,
      },
    ],
  },
  { ...tick('summary', say('I summed it up', 'Hice un resumen')), askedWhen: whenNow },
  {
    key: 'makes_sense',
    kind: 'line',
    label: say('It makes sense because', 'Tiene sentido porque'),
    hint: oneLine,
    required: false,
    askedWhen: whenNow,
  },
  {
    key: 'imagined_feelings',
    kind: 'multi',
    label: say('I imagine you feel', 'Imagino que mi pareja siente'),
    required: false,
    askedWhen: whenNow,
    options: feelings,
  },
];

const privateAfter: readonly Field[] = [
  {
    key: 'felt_heard',
    kind: 's04',
    label: say('I felt heard', 'Sentí que me escuchó'),
    hint: onlyOwnTherapist,
    ends: notAtAllToFully,
    required: true,
    askedWhen: whenNow,
    privacy: 'P1',
  },
  {
    key: 'flooded',
    kind: 'bool',
    label: say('Was it too much for me?', '¿Fue demasiado para mí?'),
    hint: onlyOwnTherapist,
    required: false,
    askedWhen: whenNow,
    privacy: 'P1',
  },
  {
    key: 'time_out_used',
    kind: 'bool',
    label: say('Did we use the time-out?', '¿Usamos la pausa acordada?'),
    hint: onlyOwnTherapist,
    required: false,
    askedWhen: { key: 'flooded', is: [true] },
    privacy: 'P1',
  },
];

/** C03 Safe Conversation. A second date that was agreed on counts as done; the ratings after it are private (HW-63). */
export const c03: HomeworkTemplate = {
  code: 'C03',
  version: 1,
  track: 'C',
  title: say('Safe conversation', 'Conversación segura'),
  purpose: say(
    'One topic, step by step: say it back, see the sense, feel with the other.',
    'Un tema, paso a paso: repetir lo oído, ver el sentido, acompañar lo que se siente.',
  ),
  fields: [
    {
      key: 'good_time',
      kind: 'choice',
      label: say('Is now a good time?', '¿Es un buen momento?'),
      required: true,
      options: [
        { value: 'yes', label: say('Yes', 'Sí') },
        { value: 'later', label: say('Later, at a set time', 'Después, a una hora fija') },
      ],
    },
    {
      key: 'agreed_time',
      kind: 'dt',
      label: say('We agreed on', 'Acordamos este momento'),
      required: true,
      askedWhen: { key: 'good_time', is: ['later'] },
    },
    {
      key: 'topic',
      kind: 'line',
      label: say('As speaker: my one topic', 'Al hablar: mi único tema'),
      hint: say('One issue, in a few words.', 'Un solo asunto, en pocas palabras.'),
      required: true,
      askedWhen: whenNow,
    },
    ...asListener,
    ...privateAfter,
  ],
  cadence: { kind: 'weekly', times: 2 },
  minutes: 30,
  privacy: 'P4',
  sharing: { kind: 'reveal_on_both' },
  stages: [2, 3],
  feeds: ['ED', 'PI'],
  completion: [{ kind: 'both_parts' }],
  lockedBy: coupleLocks,
  avoid: [
    say(
      'Details of the betrayal as a topic before after-care has begun',
      'Detalles de la traición como tema antes de que empiece el cuidado posterior',
    ),
    say('Distress above 7 out of 10', 'Malestar por encima de 7 sobre 10'),
  ],
  notes: [
    hiddenUntilBoth,
    mayStop,
    say(
      'The ratings at the end are yours. Only your own therapist sees them.',
      'Las respuestas del final son suyas. Solo las ve su terapeuta.',
    ),
    say(
      'Is it more than 7 out of 10? Call a time-out. Then set a new date.',
      '¿Pasa de 7 sobre 10? Pida una pausa. Luego fijen otra fecha.',
    ),
  ],
};
