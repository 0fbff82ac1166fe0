import { say, type LocalizedText } from '../../shared/localized.js';
import { coupleLocks, hiddenUntilBoth, mayStop, oneLine, tick } from './couple-fields.js';
import { notAtAllToFully } from './shared-fields.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const parts: readonly (readonly [key: string, tick: LocalizedText, words: LocalizedText])[] = [
  [
    'appreciation',
    say('Part 1: appreciation', 'Parte 1: aprecio'),
    say('One specific thing I value', 'Algo preciso que valoro'),
  ],
  [
    'news',
    say('Part 2: news', 'Parte 2: novedades'),
    say('Something in my day, or inside me', 'Algo de mi día, o de lo que siento'),
  ],
  ['puzzle', say('Part 3: a puzzle', 'Parte 3: una duda'), say('I wonder about', 'Me pregunto por')],
  [
    'complaint',
    say('Part 4: a complaint with a request', 'Parte 4: una queja con un pedido'),
    say('When this happens, I would prefer', 'Cuando pasa esto, yo prefiero'),
  ],
  ['hope', say('Part 5: a hope', 'Parte 5: un deseo'), say('I hope, or I wish', 'Espero, o deseo')],
];

/** Each part has a tick, which counts, and a line, which may stay empty. */
const partFields: readonly Field[] = parts.flatMap(([key, label, words]): Field[] => [
  tick(`${key}_done`, label),
  { key, kind: 'line', label: words, hint: oneLine, required: false },
]);

/**
 * C02 Daily Temperature Reading. Done is five ticks of each person; said aloud, only the ticks are left. A couple
 * that does it in stage 1 leaves out the complaint (HW-62).
 */
export const c02: HomeworkTemplate = {
  code: 'C02',
  version: 1,
  track: 'C',
  title: say('Daily Temperature Reading', 'La temperatura del día'),
  purpose: say('Five short parts that keep you in touch.', 'Cinco partes breves para seguir en contacto.'),
  fields: [
    ...partFields,
    {
      key: 'closeness',
      kind: 's04',
      label: say('How close do I feel now?', '¿Qué tan cerca me siento ahora?'),
      ends: notAtAllToFully,
      required: false,
    },
  ],
  cadence: { kind: 'daily', windowHours: 12 },
  otherCadences: [{ kind: 'weekly', times: 3 }],
  minutes: 15,
  privacy: 'P4',
  sharing: { kind: 'reveal_on_both' },
  stages: [2, 3],
  feeds: ['PI', 'ED'],
  completion: [{ kind: 'both_parts' }],
  lockedBy: coupleLocks,
  variants: [
    {
      key: 'aloud',
      label: say('We said it aloud: ticks only', 'Lo dijimos en voz alta: solo marcas'),
      omits: parts.map(([key]) => key),
    },
    {
      key: 'without_complaint',
      label: say('Without part 4, in stage 1', 'Sin la parte 4, en la etapa 1'),
      stage: 1,
      omits: ['complaint_done', 'complaint'],
    },
  ],
  avoid: [say('Part 4 while in stage 1', 'La parte 4 durante la etapa 1')],
  notes: [
    hiddenUntilBoth,
    mayStop,
    say(
      'Paper or talk works too. Then just tick each part.',
      'También sirve hablar o usar papel. Entonces solo marque cada parte.',
    ),
  ],
};
