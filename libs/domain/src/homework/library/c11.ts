import { say } from '../../shared/localized.js';
import { coupleLocks, hiddenUntilBoth, mayStop, oneLine, signatures, whoDoes } from './couple-fields.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const alone: readonly Field[] = [
  {
    key: 'ordinary_tuesday',
    kind: 'text',
    label: say('In 3 years, an ordinary Tuesday with us', 'En 3 años, un martes cualquiera en pareja'),
    required: false,
  },
  {
    key: 'next_90_days',
    kind: 'text',
    label: say('The next 90 days with us', 'Los próximos 90 días en pareja'),
    required: false,
  },
  {
    key: 'statements',
    kind: 'list',
    label: say('Five short lines about us', 'Cinco frases cortas sobre la pareja'),
    required: true,
    leastRows: 5,
    rows: [
      {
        key: 'statement',
        kind: 'line',
        label: say('We …', 'En nuestra pareja…'),
        hint: say('Such as: we eat without phones.', 'Por ejemplo: comemos sin teléfonos.'),
        required: true,
      },
    ],
  },
];

const merged: readonly Field[] = [
  {
    key: 'merged',
    kind: 'list',
    label: say('Our list', 'Nuestra lista'),
    hint: say(
      'Fill this in together, once both parts are in.',
      'Se llena en conjunto, con las dos partes listas.',
    ),
    required: false,
    by: 'together',
    rows: [
      { key: 'statement', kind: 'line', label: say('The line', 'La frase'), required: true },
      {
        key: 'choice',
        kind: 'choice',
        label: say('What do we do with it?', '¿Qué hacemos con ella?'),
        required: true,
        options: [
          { value: 'keep', label: say('keep', 'queda') },
          { value: 'adapt', label: say('adapt', 'se cambia') },
          { value: 'park', label: say('park for now', 'se deja para después') },
        ],
      },
      {
        key: 'adapted',
        kind: 'line',
        label: say('New wording', 'Nueva forma'),
        hint: oneLine,
        required: false,
        askedWhen: { key: 'choice', is: ['adapt'] },
      },
    ],
  },
  {
    key: 'commitments',
    kind: 'list',
    label: say('Three things we will do', 'Tres cosas que haremos'),
    required: false,
    by: 'together',
    rows: [
      { key: 'what', kind: 'line', label: say('What', 'Qué'), required: true },
      { key: 'by_when', kind: 'day', label: say('By when', 'Para cuándo'), required: true },
      { key: 'who', kind: 'choice', label: say('Who', 'Quién'), required: false, options: whoDoes },
    ],
  },
  // Signed after the merge: neither half may wait for it.
  ...signatures.map((field): Field => ({ ...field, required: false })),
];

/**
 * C11 Shared-vision exercise: each alone, then merged and signed. Nothing that is done together is required of a
 * half; the completion rules ask for it. A partner who is undecided looks at 90 days instead of three years.
 */
export const c11: HomeworkTemplate = {
  code: 'C11',
  version: 1,
  track: 'C',
  title: say('Our shared picture', 'Nuestra imagen en común'),
  purpose: say(
    'Find out what you both want, and take first steps.',
    'Descubrir lo que quieren las dos personas y dar los primeros pasos.',
  ),
  fields: [...alone, ...merged],
  cadence: { kind: 'sittings', least: 3, most: 3 },
  minutes: 40,
  privacy: 'P4',
  sharing: { kind: 'reveal_on_both' },
  stages: [2, 3],
  feeds: ['CG', 'PI'],
  completion: [
    { kind: 'both_parts' },
    { kind: 'rows', key: 'merged', least: 1 },
    { kind: 'rows', key: 'commitments', least: 3 },
    { kind: 'signed', by: ['RP', 'BP'] },
  ],
  lockedBy: coupleLocks,
  variants: [
    { key: 'three_years', label: say('Three years', 'Tres años'), omits: ['next_90_days'] },
    {
      key: 'ninety_days',
      label: say('Vision for the next 90 days', 'Imagen de los próximos 90 días'),
      omits: ['ordinary_tuesday'],
    },
  ],
  avoid: [
    say(
      'Three years, while the partner is undecided; choose the 90 days',
      'Tres años, mientras la pareja no ha decidido; elija los 90 días',
    ),
  ],
  notes: [
    hiddenUntilBoth,
    mayStop,
    say(
      'Write your own part first. Then merge in a sitting together.',
      'Escriba primero su parte. Luego júntenlas en otro momento.',
    ),
  ],
};
