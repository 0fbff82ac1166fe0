import { say, type LocalizedText } from '../../shared/localized.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const areas: readonly Readonly<{
  key: string;
  item: LocalizedText;
  when: LocalizedText;
  done: LocalizedText;
}>[] = [
  area('body', say('Body', 'Cuerpo')),
  area('rest', say('Rest', 'Descanso')),
  area('food', say('Food', 'Comida')),
  area('joy', say('Joy', 'Alegría')),
  area('money', say('Money', 'Dinero')),
  area('boundary', say('Boundary', 'Límite')),
];

/** B07 Self-care plan: one small thing for each of six parts of life. Only the energy is asked for. */
export const b07: HomeworkTemplate = {
  code: 'B07',
  version: 1,
  track: 'B',
  title: say('Self-care plan', 'Plan de cuidado personal'),
  purpose: say('Plan small things that give you strength.', 'Planear cosas pequeñas que le dan fuerza.'),
  fields: [
    ...areas.flatMap(({ key, item, when, done }): readonly Field[] => [
      { key, kind: 'line', label: item, required: false },
      { key: `${key}_when`, kind: 'line', label: when, required: false },
      { key: `${key}_done`, kind: 'bool', label: done, required: false },
    ]),
    {
      key: 'energy',
      kind: 's10',
      label: say('My energy this week', 'Mi energía esta semana'),
      ends: [say('Empty', 'Sin energía'), say('Full', 'Con mucha energía')],
      required: true,
    },
  ],
  cadence: { kind: 'weekly', times: 1 },
  minutes: 6,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [1, 2, 3],
  feeds: ['TS', 'CG'],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [],
  notes: [
    say(
      'Pick what fits this week. It is fine to leave parts empty.',
      'Elija lo que sirva esta semana. Puede dejar partes en blanco.',
    ),
  ],
};

function area(key: string, name: LocalizedText) {
  return {
    key,
    item: say(`${name.en}: one small thing`, `${name.es}: una cosa pequeña`),
    when: say(`${name.en}: when`, `${name.es}: cuándo`),
    done: say(`${name.en}: I did it`, `${name.es}: lo hice`),
  };
}
