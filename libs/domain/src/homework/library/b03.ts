import { say } from '../../shared/localized.js';
import { calmToFlooded } from './partner-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** B03 Grounding practice log. Done means distress before and after; the technique itself need not be named. */
export const b03: HomeworkTemplate = {
  code: 'B03',
  version: 1,
  track: 'B',
  title: say('Grounding practice', 'Práctica de calma'),
  purpose: say('Find out what steadies you.', 'Descubrir qué le devuelve la calma.'),
  fields: [
    {
      key: 'distress_before',
      kind: 's10',
      label: say('Before: how heavy is it?', 'Antes: ¿cuánto pesa?'),
      ends: calmToFlooded,
      required: true,
    },
    {
      key: 'technique',
      kind: 'choice',
      label: say('What I tried', 'Lo que probé'),
      hint: say(
        'If slow breathing brings panic, stop and pick another one.',
        'Si respirar lento le da pánico, pare y elija otra práctica.',
      ),
      required: false,
      options: [
        { value: 'five_senses', label: say('five senses, one by one', 'los cinco sentidos, uno por uno') },
        { value: 'feet_and_floor', label: say('feet on the floor', 'los pies en el suelo') },
        {
          value: 'paced_breath',
          label: say('slow breath: in for 4, out for 6', 'aire lento: 4 al entrar, 6 al salir'),
        },
        { value: 'cold_water', label: say('cold water', 'agua fría') },
        { value: 'orienting', label: say('looking around the room', 'mirar lo que hay en el cuarto') },
        { value: 'safe_place', label: say('picture of a safe place', 'imagen de un lugar seguro') },
        { value: 'movement', label: say('moving my body', 'mover el cuerpo') },
        { value: 'bilateral_tapping', label: say('tapping left and right', 'toques a un lado y al otro') },
      ],
    },
    {
      key: 'distress_after',
      kind: 's10',
      label: say('After: how heavy is it now?', 'Después: ¿cuánto pesa ahora?'),
      hint: say(
        'It does not have to go down. You practiced, and that counts.',
        'No tiene que bajar. Usted practicó, y eso cuenta.',
      ),
      ends: calmToFlooded,
      required: true,
    },
    { key: 'what_helped', kind: 'line', label: say('What helped', 'Qué ayudó'), required: false },
    {
      key: 'numb_or_unreal',
      kind: 'bool',
      label: say('I felt numb, or as if things were not real', 'No sentí nada, o todo parecía irreal'),
      hint: say(
        'If so: keep your eyes open. Name five objects you see, out loud.',
        'Si es así: mantenga los ojos abiertos. Nombre en voz alta cinco objetos que ve.',
      ),
      required: false,
    },
  ],
  cadence: { kind: 'on_event', leastPerWeek: 3 },
  minutes: 10,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [1, 2, 3],
  feeds: ['TS'],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [
    say(
      'Breath work when it brings on panic; offer another technique',
      'Los ejercicios de respiración si provocan pánico; ofrezca otra técnica',
    ),
  ],
  variants: [{ key: 'short', label: say('Five minutes', 'Cinco minutos'), minutes: 5 }],
};
