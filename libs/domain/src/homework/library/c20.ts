import { say } from '../../shared/localized.js';
import { coupleLocks, mayStop, oneLine, writtenTogether } from './couple-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** C20 Quarterly growth review, with the couple therapist. */
export const c20: HomeworkTemplate = {
  code: 'C20',
  version: 1,
  track: 'C',
  title: say('Three-month review', 'Repaso de tres meses'),
  purpose: say(
    'See what has grown, and choose what comes next.',
    'Ver lo que ha crecido y elegir lo que sigue.',
  ),
  fields: [
    {
      key: 'different',
      kind: 'list',
      label: say('What is different now', 'Qué es distinto ahora'),
      required: false,
      rows: [{ key: 'what', kind: 'line', label: say('This', 'Esto'), required: true }],
    },
    {
      key: 'charts_viewed',
      kind: 'choice',
      label: say('Did we look at the five areas, as agreed?', '¿Vimos las cinco áreas, como acordamos?'),
      required: true,
      by: 'together',
      options: [
        { value: 'yes', label: say('Yes', 'Sí') },
        { value: 'not_this_time', label: say('Not this time', 'Esta vez no') },
        { value: 'not_agreed', label: say('We agreed not to', 'Acordamos no hacerlo') },
      ],
    },
    {
      key: 'goals',
      kind: 'list',
      label: say('Three goals', 'Tres metas'),
      required: true,
      by: 'together',
      leastRows: 3,
      rows: [{ key: 'goal', kind: 'line', label: say('Goal', 'Meta'), required: true }],
    },
    {
      key: 'gratitude',
      kind: 'line',
      label: say('I am grateful for', 'Siento gratitud por'),
      hint: oneLine,
      required: false,
    },
    {
      key: 'no_longer_needed',
      kind: 'list',
      label: say('What we no longer need', 'Lo que ya no necesitamos'),
      hint: say('Such as a filter or a report.', 'Por ejemplo, un filtro o un informe.'),
      required: false,
      by: 'together',
      rows: [
        { key: 'tool', kind: 'line', label: say('Tool', 'Herramienta'), required: true },
        { key: 'ends_on', kind: 'day', label: say('Ends on', 'Termina el'), required: false },
      ],
    },
  ],
  cadence: { kind: 'monthly', months: 3 },
  minutes: 45,
  privacy: 'P4',
  sharing: { kind: 'together' },
  stages: [2, 3],
  feeds: ['CG'],
  completion: [{ kind: 'answers' }, { kind: 'rows', key: 'goals', least: 3 }],
  lockedBy: coupleLocks,
  avoid: [],
  notes: [
    writtenTogether,
    mayStop,
    say('Do this with your couple therapist.', 'Háganlo con su terapeuta de pareja.'),
  ],
};
