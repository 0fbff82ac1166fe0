import { say } from '../../shared/localized.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const item: readonly Field[] = [
  { key: 'item', kind: 'line', label: say('One thing', 'Una cosa'), required: true },
];

/**
 * R06 Personal boundary map: what a slip is, what comes close, what is healthy. The therapist's signature is their
 * confirmation, so it is a condition of being done and no field of the author.
 */
export const r06: HomeworkTemplate = {
  code: 'R06',
  version: 1,
  track: 'R',
  title: say('Personal boundary map', 'Mapa de límites personales'),
  purpose: say(
    'Say what a slip is, what comes close, and what does you good.',
    'Definir qué es un tropiezo, qué se acerca y qué le hace bien.',
  ),
  notes: [
    say(
      'These are your words. Sexuality as such is not a slip. You and your therapist look at the map together.',
      'Son sus palabras. La sexualidad en sí no es un tropiezo. Usted y su terapeuta ven el mapa en conjunto.',
    ),
  ],
  fields: [
    {
      key: 'stopping',
      kind: 'list',
      label: say('Behaviors I am stopping', 'Conductas que dejo'),
      required: true,
      leastRows: 1,
      rows: item,
    },
    {
      key: 'warning_zone',
      kind: 'list',
      label: say('Warning-zone situations', 'Situaciones de alerta'),
      required: true,
      leastRows: 1,
      rows: item,
    },
    {
      key: 'life_giving',
      kind: 'list',
      label: say('Life-giving activities', 'Actividades que me dan vida'),
      required: true,
      leastRows: 1,
      rows: item,
    },
    { key: 'starts_on', kind: 'day', label: say('From when', 'Desde cuándo'), required: true },
    {
      key: 'how_i_know',
      kind: 'text',
      label: say('How I will know I crossed', 'Cómo sabré que crucé el límite'),
      required: false,
    },
  ],
  cadence: { kind: 'once' },
  followUp: { kind: 'monthly', months: 1 },
  minutes: 30,
  privacy: 'P1',
  sharing: { kind: 'partner' },
  stages: [1],
  feeds: ['CT', 'CG'],
  completion: [{ kind: 'answers' }, { kind: 'therapist_confirms' }],
  lockedBy: [],
  avoid: [
    say('Definitions imposed by the partner', 'Definiciones impuestas por la pareja'),
    say(
      'Definitions that treat any sexuality as a slip',
      'Definiciones que ven toda sexualidad como un tropiezo',
    ),
  ],
};
