import { say } from '../../shared/localized.js';
import { notAtAllToFully } from './shared-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** B06 Support-network map. Two people, or a plan to find them: having nobody yet is an answer too. */
export const b06: HomeworkTemplate = {
  code: 'B06',
  version: 1,
  track: 'B',
  title: say('My support map', 'Mi mapa de apoyo'),
  purpose: say('See who can stand by you.', 'Ver quién puede acompañarle.'),
  fields: [
    {
      key: 'people',
      kind: 'list',
      label: say('People who can be there', 'Personas que pueden estar'),
      hint: say('Two are enough.', 'Bastan dos.'),
      required: true,
      orKey: 'plan_to_find',
      leastRows: 2,
      rows: [
        {
          key: 'name',
          kind: 'line',
          label: say('First name or a letter', 'Nombre o una letra'),
          hint: say('No last names, please.', 'Sin apellidos, por favor.'),
          required: true,
        },
        {
          key: 'kind',
          kind: 'choice',
          label: say('What they can give', 'Qué puede dar'),
          required: false,
          options: [
            { value: 'listener', label: say('listens', 'escucha') },
            { value: 'practical', label: say('helps with daily things', 'ayuda con lo diario') },
            { value: 'peer', label: say('has lived through this too', 'ha vivido algo así') },
            { value: 'professional', label: say('helps as a professional', 'ayuda profesional') },
            { value: 'spiritual', label: say('faith or spirit', 'fe o espíritu') },
          ],
        },
        {
          key: 'knows',
          kind: 'choice',
          label: say('How much they know', 'Cuánto sabe'),
          required: false,
          options: [
            { value: 'nothing', label: say('nothing', 'nada') },
            { value: 'a_little', label: say('a little', 'un poco') },
            { value: 'most', label: say('most of it', 'casi todo') },
          ],
        },
        {
          key: 'safe_to_tell',
          kind: 's04',
          label: say('How safe it feels to tell them', 'Cuánta confianza me da contarle'),
          ends: notAtAllToFully,
          required: false,
        },
        {
          key: 'best_way',
          kind: 'line',
          label: say('Best way to reach them', 'La mejor forma de contacto'),
          required: false,
        },
      ],
    },
    {
      key: 'gaps',
      kind: 'line',
      label: say('What is still missing', 'Lo que aún falta'),
      required: false,
    },
    {
      key: 'plan_to_find',
      kind: 'line',
      label: say('Nobody yet? My plan to find someone', '¿Aún no hay nadie? Mi plan para encontrar apoyo'),
      hint: say(
        'Many people start here. Your therapist can help you look.',
        'Mucha gente empieza así. Su terapeuta puede ayudarle a buscar.',
      ),
      required: false,
    },
  ],
  cadence: { kind: 'once' },
  followUp: { kind: 'monthly', months: 1 },
  minutes: 15,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [1],
  feeds: ['TS'],
  completion: [{ kind: 'rows', key: 'people', least: 2, orKey: 'plan_to_find' }],
  lockedBy: [],
  avoid: [],
};
