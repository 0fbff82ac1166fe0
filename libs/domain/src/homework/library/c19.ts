import { say } from '../../shared/localized.js';
import { coupleLocks, mayStop, oneLine, writtenTogether } from './couple-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** C19 Trigger-date calendar. A row names a day, or a season where there is no one day; only a day marks charts. */
export const c19: HomeworkTemplate = {
  code: 'C19',
  version: 1,
  track: 'C',
  title: say('Calendar of tender days', 'Calendario de días sensibles'),
  purpose: say('Know hard days ahead, and plan comfort.', 'Prever los días difíciles y planear consuelo.'),
  fields: [
    {
      key: 'dates',
      kind: 'list',
      label: say('Days and seasons', 'Días y temporadas'),
      required: true,
      by: 'together',
      leastRows: 1,
      rows: [
        {
          key: 'on',
          kind: 'day',
          label: say('Day', 'Día'),
          hint: say('Or name a season below.', 'O ponga abajo una temporada.'),
          required: true,
          orKey: 'season',
        },
        { key: 'season', kind: 'line', label: say('Season', 'Temporada'), required: false },
        {
          key: 'meaning',
          kind: 'line',
          label: say('What it means', 'Qué significa'),
          hint: oneLine,
          required: false,
        },
        { key: 'plan', kind: 'line', label: say('Our plan', 'Nuestro plan'), hint: oneLine, required: false },
        {
          key: 'comfort',
          kind: 'line',
          label: say('What brings comfort', 'Qué da consuelo'),
          hint: oneLine,
          required: false,
        },
      ],
    },
  ],
  cadence: { kind: 'monthly', months: 3 },
  minutes: 15,
  privacy: 'P4',
  sharing: { kind: 'together' },
  stages: [1, 2, 3],
  feeds: ['ED'],
  completion: [{ kind: 'rows', key: 'dates', least: 1 }],
  lockedBy: coupleLocks,
  avoid: [],
  notes: [
    writtenTogether,
    mayStop,
    say(
      'Calendars show only a plain title, never what the day means.',
      'Los calendarios muestran solo un título neutro, nunca qué significa el día.',
    ),
  ],
};
