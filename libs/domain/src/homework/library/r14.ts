import { say, type LocalizedText } from '../../shared/localized.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const timesThisWeek = (key: string, label: LocalizedText): Field => ({
  key,
  kind: 'num',
  label,
  range: [0, 50],
  required: true,
});

/** R14 Recovery-support log. Secular and faith options stand side by side; only the counts may reach the partner. */
export const r14: HomeworkTemplate = {
  code: 'R14',
  version: 1,
  track: 'R',
  title: say('Recovery-support log', 'Registro de apoyos'),
  purpose: say(
    'See who helps you, and plan the next week.',
    'Ver quién le ayuda y planear la próxima semana.',
  ),
  notes: [
    say(
      'Faith-based and secular support count the same. Zero is an answer too.',
      'El apoyo religioso y el no religioso cuentan igual. Cero también es una respuesta.',
    ),
    say(
      'Your partner can see the numbers if you share them, and nothing else.',
      'Su pareja puede ver los números si usted los comparte, y nada más.',
    ),
  ],
  fields: [
    timesThisWeek('meetings', say('Meetings this week', 'Reuniones esta semana')),
    timesThisWeek('group', say('Group sessions', 'Sesiones de grupo')),
    timesThisWeek('therapy', say('Therapy sessions', 'Sesiones de terapia')),
    timesThisWeek('sponsor', say('Talks with a sponsor or mentor', 'Charlas con quien me guía o apadrina')),
    {
      key: 'contact_when_hard',
      kind: 'bool',
      label: say('I reached someone when it was hard', 'Busqué a alguien cuando fue difícil'),
      required: false,
    },
    {
      key: 'plan',
      kind: 'list',
      label: say('Plan for next week', 'Plan para la próxima semana'),
      required: true,
      leastRows: 1,
      rows: [
        { key: 'what', kind: 'line', label: say('What', 'Qué'), required: true },
        { key: 'when', kind: 'day', label: say('When', 'Cuándo'), required: true },
      ],
    },
  ],
  cadence: { kind: 'weekly', times: 1 },
  minutes: 3,
  privacy: 'P1',
  sharing: { kind: 'partner', fields: ['meetings', 'group', 'therapy', 'sponsor'] },
  stages: [1, 2, 3],
  feeds: ['TS', 'CG'],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [],
};
