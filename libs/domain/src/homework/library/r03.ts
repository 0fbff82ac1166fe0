import { say } from '../../shared/localized.js';
import { notAtAllToFully } from './shared-fields.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const momentRow: readonly Field[] = [
  { key: 'situation', kind: 'line', label: say('Situation', 'Situación'), required: false },
  { key: 'said', kind: 'line', label: say('What I said', 'Lo que dije'), required: false },
  {
    key: 'true_inside',
    kind: 'text',
    label: say('What was true inside', 'La verdad por dentro'),
    required: false,
  },
  {
    key: 'gap',
    kind: 's04',
    label: say('Gap: how far apart were the two?', 'Distancia: ¿qué tan lejos estaba lo uno de lo otro?'),
    ends: notAtAllToFully,
    required: true,
  },
  {
    key: 'corrected',
    kind: 'choice',
    label: say('Did I correct it?', '¿Lo corregí?'),
    required: true,
    options: [
      { value: 'same_day', label: say('The same day', 'El mismo día') },
      { value: 'later', label: say('Later', 'Más tarde') },
      { value: 'not_yet', label: say('Not yet', 'Todavía no') },
      { value: 'not_needed', label: say('Not needed', 'No hizo falta') },
    ],
  },
  { key: 'with_whom', kind: 'line', label: say('With whom', 'Con quién'), required: false },
];

/** R03 Radical-honesty log. New facts about past betrayal are held back for the therapist first (HW-45). */
export const r03: HomeworkTemplate = {
  code: 'R03',
  version: 1,
  track: 'R',
  title: say('Radical-honesty log', 'Registro de honestidad radical'),
  purpose: say(
    'Bring what you say and what you feel closer together.',
    'Acercar lo que usted dice a lo que usted siente.',
  ),
  notes: [
    say(
      'New facts about past betrayal go to your therapist first.',
      'Los hechos nuevos sobre engaños pasados se hablan primero con su terapeuta.',
    ),
  ],
  fields: [
    {
      key: 'moments',
      kind: 'list',
      label: say(
        'Moments when my words and my truth differed',
        'Momentos en que mis palabras y mi verdad no coincidieron',
      ),
      required: true,
      orKey: 'honest_moment',
      rows: momentRow,
    },
    {
      key: 'honest_moment',
      kind: 'text',
      label: say(
        'No gaps noticed: one moment I was fully honest',
        'No noté ninguna distancia: un momento en que hablé con toda la verdad',
      ),
      required: false,
    },
  ],
  cadence: { kind: 'weekly', times: 3 },
  minutes: 5,
  privacy: 'P1',
  sharing: { kind: 'session', fields: ['moments'] },
  stages: [1, 2, 3],
  feeds: ['CT', 'ED'],
  completion: [{ kind: 'rows', key: 'moments', least: 1, orKey: 'honest_moment' }],
  lockedBy: [],
  avoid: [
    say(
      'Using the log to hand the partner new facts bit by bit',
      'Usar el registro para dar a la pareja hechos nuevos de a poco',
    ),
  ],
};
