import { say } from '../../shared/localized.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * B17 Values and decision space. Staying and leaving stand side by side, and nobody but the author reads it,
 * until they show it to their own therapist (HW-50).
 */
export const b17: HomeworkTemplate = {
  code: 'B17',
  version: 1,
  track: 'B',
  title: say('Values and room to decide', 'Valores y espacio para decidir'),
  purpose: say('Think about your path with no rush.', 'Pensar en su camino, sin prisa.'),
  fields: [
    {
      key: 'what_matters',
      kind: 'list',
      label: say('What matters to me', 'Lo que me importa'),
      required: false,
      rows: [{ key: 'value', kind: 'line', label: say('One thing', 'Una cosa'), required: true }],
    },
    {
      key: 'nothing_changed',
      kind: 'text',
      label: say('If nothing changed in six months', 'Si en seis meses nada cambiara'),
      required: false,
    },
    {
      key: 'to_stay_well',
      kind: 'text',
      label: say('What I would need to stay well', 'Qué necesitaría para quedarme bien'),
      required: false,
    },
    {
      key: 'to_leave_well',
      kind: 'text',
      label: say('What I would need to leave well', 'Qué necesitaría para irme bien'),
      required: false,
    },
    {
      key: 'decision_pressure',
      kind: 's10',
      label: say('How much pressure I feel to decide', 'Cuánta presión siento para decidir'),
      hint: say('You do not have to decide today.', 'No tiene que decidir hoy.'),
      ends: [say('None', 'Ninguna'), say('Very strong', 'Muy fuerte')],
      required: true,
    },
  ],
  cadence: { kind: 'monthly', months: 1 },
  minutes: 20,
  privacy: 'P0',
  sharing: { kind: 'therapist', to: 'T_BP' },
  stages: [1, 2, 3],
  feeds: ['TS'],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [],
  notes: [
    say(
      'Nobody else reads this. Staying and leaving are both good paths here. If you ever wish to, you can show it to your therapist.',
      'Nadie más lo lee. Aquí, quedarse e irse son caminos igual de válidos. Si alguna vez lo desea, puede mostrarlo a su terapeuta.',
    ),
  ],
};
