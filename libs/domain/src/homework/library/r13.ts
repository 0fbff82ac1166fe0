import { say } from '../../shared/localized.js';
import type { HomeworkTemplate } from '../template.js';

/** R13 Defense catcher. One entry for each moment, two a week. */
export const r13: HomeworkTemplate = {
  code: 'R13',
  version: 1,
  track: 'R',
  title: say('Defense catcher', 'Detector de defensas'),
  purpose: say('Notice a defense sooner, and come back sooner.', 'Notar antes una defensa, y volver antes.'),
  fields: [
    {
      key: 'trigger_sentence',
      kind: 'line',
      label: say('The trigger sentence', 'La frase que me activó'),
      required: false,
    },
    {
      key: 'my_move',
      kind: 'multi',
      label: say('My move', 'Mi reacción'),
      required: true,
      options: [
        { value: 'explain', label: say('explain', 'explicar') },
        { value: 'deny', label: say('deny', 'negar') },
        { value: 'counter_attack', label: say('counter-attack', 'contraatacar') },
        { value: 'minimize', label: say('make it small', 'quitarle importancia') },
        { value: 'go_silent', label: say('go silent', 'callar') },
        { value: 'cry_for_comfort', label: say('cry for comfort', 'llorar en busca de consuelo') },
        { value: 'fix', label: say('fix it fast', 'arreglarlo de prisa') },
      ],
    },
    {
      key: 'seconds_until_noticed',
      kind: 'num',
      label: say('Seconds until I noticed', 'Segundos hasta que lo noté'),
      hint: say('A guess is fine.', 'Basta un cálculo aproximado.'),
      range: [0, 86_400],
      required: false,
    },
    {
      key: 'return_sentence',
      kind: 'line',
      label: say('My sentence to come back', 'Mi frase para volver'),
      required: false,
    },
    {
      key: 'repair_made',
      kind: 'bool',
      label: say('I made a repair', 'Hice una reparación'),
      required: true,
    },
  ],
  cadence: { kind: 'on_event', leastPerWeek: 2 },
  minutes: 4,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [1, 2, 3],
  feeds: ['ED'],
  completion: [{ kind: 'answers' }, { kind: 'per_week', least: 2 }],
  lockedBy: [],
  avoid: [],
};
