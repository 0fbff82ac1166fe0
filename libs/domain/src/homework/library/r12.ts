import { say } from '../../shared/localized.js';
import { notAtAllToFully } from './shared-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** R12 Shame to responsibility. Done once a repair action has a date. */
export const r12: HomeworkTemplate = {
  code: 'R12',
  version: 1,
  track: 'R',
  title: say('From shame to responsibility', 'De la vergüenza a la responsabilidad'),
  purpose: say(
    'Shame wants to hide. Turn it into one repair.',
    'La vergüenza quiere ocultarse. Convertirla en una reparación.',
  ),
  fields: [
    { key: 'shame_told', kind: 'line', label: say('Shame told me', 'La vergüenza me dijo'), required: false },
    {
      key: 'responsible_part',
      kind: 'line',
      label: say('My responsible part says', 'Mi parte responsable dice'),
      required: false,
    },
    {
      key: 'repair_action',
      kind: 'line',
      label: say('One repair action', 'Una acción para reparar'),
      required: true,
    },
    { key: 'action_on', kind: 'day', label: say('When I will do it', 'Cuándo la haré'), required: true },
    {
      key: 'self_kindness',
      kind: 's04',
      label: say('I could be kind to myself', 'Pude tratarme con amabilidad'),
      ends: notAtAllToFully,
      required: false,
    },
    {
      key: 'urge_to_hide',
      kind: 's10',
      label: say('My urge to hide', 'Mis ganas de esconderme'),
      ends: [say('None', 'Ninguna'), say('Very strong', 'Muy fuertes')],
      required: false,
    },
  ],
  cadence: { kind: 'weekly', times: 1 },
  minutes: 12,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [1, 2],
  feeds: ['CG', 'ED'],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [say('Using it as a message of apology', 'Usarlo como mensaje de disculpa')],
};
