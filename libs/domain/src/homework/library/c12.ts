import { say } from '../../shared/localized.js';
import { coupleLocks, mayStop, whoDoes, writtenTogether } from './couple-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** C12 Rituals of connection: a plan for the month, ticked as it happens. */
export const c12: HomeworkTemplate = {
  code: 'C12',
  version: 1,
  track: 'C',
  title: say('Rituals of connection', 'Rituales para estar cerca'),
  purpose: say(
    'Small habits that bring you together, month by month.',
    'Costumbres pequeñas que acercan, mes a mes.',
  ),
  fields: [
    {
      key: 'rituals',
      kind: 'list',
      label: say('Our rituals this month', 'Nuestros rituales de este mes'),
      hint: say(
        'Such as tea at nine, or a walk on Sunday.',
        'Por ejemplo, un té a las nueve o un paseo el domingo.',
      ),
      required: true,
      by: 'together',
      leastRows: 1,
      rows: [
        { key: 'ritual', kind: 'line', label: say('What', 'Qué'), required: true },
        { key: 'when', kind: 'line', label: say('Day and time', 'Día y hora'), required: true },
        {
          key: 'who_starts',
          kind: 'choice',
          label: say('Who starts it', 'Quién empieza'),
          required: true,
          options: whoDoes,
        },
        { key: 'done', kind: 'bool', label: say('Did it happen?', '¿Se hizo?'), required: false },
      ],
    },
  ],
  cadence: { kind: 'monthly', months: 1 },
  minutes: 10,
  privacy: 'P4',
  sharing: { kind: 'together' },
  stages: [2, 3],
  feeds: ['PI'],
  completion: [{ kind: 'rows', key: 'rituals', least: 1 }],
  lockedBy: coupleLocks,
  avoid: [],
  notes: [writtenTogether, mayStop],
};
