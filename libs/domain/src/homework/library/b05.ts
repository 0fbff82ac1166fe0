import { say } from '../../shared/localized.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * B05 Boundaries and needs planner. Writing stays open at all times; nothing of it can be released while a hold is
 * on or the partner may not be safe (HW-53). Done once the own therapist has looked through it.
 */
export const b05: HomeworkTemplate = {
  code: 'B05',
  version: 1,
  track: 'B',
  title: say('Boundaries and needs', 'Límites y necesidades'),
  purpose: say('Put in words what keeps you safe.', 'Poner en palabras lo que le da seguridad.'),
  fields: [
    {
      key: 'needs',
      kind: 'list',
      label: say('My needs and boundaries', 'Mis necesidades y límites'),
      hint: say(
        'A boundary is what you will do. A request is what you ask of someone else.',
        'Un límite es lo que usted hará. Una petición es lo que pide a otra persona.',
      ),
      required: true,
      leastRows: 1,
      rows: [
        { key: 'need', kind: 'line', label: say('What I need', 'Lo que necesito'), required: true },
        {
          key: 'boundary',
          kind: 'line',
          label: say('To stay safe I will …', 'Para cuidarme, haré lo siguiente…'),
          required: false,
        },
        { key: 'request', kind: 'line', label: say('I ask you to …', 'Le pido que…'), required: false },
        {
          key: 'if_not_kept',
          kind: 'line',
          label: say('If it is not kept, I will …', 'Si no se cumple, haré lo siguiente…'),
          hint: say(
            'Pick something that you can do and that keeps you safe.',
            'Elija algo que usted pueda hacer y que le dé seguridad.',
          ),
          required: false,
        },
        {
          key: 'review_on',
          kind: 'day',
          label: say('When I look at it again', 'Cuándo lo reviso'),
          required: false,
        },
        {
          key: 'type',
          kind: 'choice',
          label: say('What it is about', 'De qué se trata'),
          required: false,
          options: [
            { value: 'digital', label: say('phones and screens', 'teléfonos y pantallas') },
            { value: 'physical', label: say('space and body', 'espacio y cuerpo') },
            { value: 'sexual', label: say('sex', 'sexualidad') },
            { value: 'financial', label: say('money', 'dinero') },
            { value: 'information', label: say('what I am told', 'lo que se me cuenta') },
            { value: 'parenting', label: say('parenting', 'crianza') },
          ],
        },
      ],
    },
  ],
  cadence: { kind: 'once' },
  followUp: { kind: 'monthly', months: 1 },
  minutes: 30,
  privacy: 'P1',
  sharing: { kind: 'partner' },
  stages: [1, 2, 3],
  feeds: ['CT', 'TS'],
  completion: [{ kind: 'answers' }, { kind: 'therapist_confirms' }],
  lockedBy: ['unsafe_release'],
  avoid: [
    say(
      'Sharing it where the partner may not be safe; no release while a hold is on',
      'Compartirlo si la pareja puede ser un peligro; no se comparte nada durante una pausa de seguridad',
    ),
  ],
  notes: [
    say(
      'You can write this for yourself alone. Sharing is a later step, and it is up to you.',
      'Puede escribirlo solo para usted. Compartirlo es otro paso, y usted decide.',
    ),
  ],
};
