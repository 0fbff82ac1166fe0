import { say } from '../../shared/localized.js';
import { notAtAllToFully } from './shared-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** R17 Sexual health reflection, for the own therapist only. Aims to change an orientation are not allowed (HW-49). */
export const r17: HomeworkTemplate = {
  code: 'R17',
  version: 1,
  track: 'R',
  title: say('Sexual health reflection', 'Reflexión sobre salud sexual'),
  purpose: say('Learn what desire means when it is free.', 'Conocer qué significa el deseo cuando es libre.'),
  notes: [
    say(
      'No details are needed. Hard memories from the past are for a talk with your therapist.',
      'No hacen falta detalles. Los recuerdos duros del pasado se hablan con su terapeuta.',
    ),
    say(
      'Whom you are drawn to is not a problem to solve here.',
      'Por quién siente atracción no es aquí un problema que resolver.',
    ),
  ],
  fields: [
    {
      key: 'managed_with_arousal',
      kind: 'text',
      label: say('What I used arousal to manage', 'Lo que traté de manejar con la excitación'),
      required: false,
    },
    {
      key: 'signals_connection',
      kind: 'text',
      label: say('Signals that desire is connection', 'Señales de que el deseo es conexión'),
      required: false,
    },
    {
      key: 'signals_escape',
      kind: 'text',
      label: say('Signals that desire is escape', 'Señales de que el deseo es escape'),
      required: false,
    },
    {
      key: 'intruding',
      kind: 'text',
      label: say(
        'A fantasy or memory that intrudes, and what I do next',
        'Una fantasía o un recuerdo que irrumpe, y lo que hago después',
      ),
      hint: say('Name it in a few words. No details.', 'Nómbrelo en pocas palabras. Sin detalles.'),
      required: false,
    },
    {
      key: 'body_ease',
      kind: 's04',
      label: say('My body feels at ease', 'Mi cuerpo se siente en calma'),
      ends: notAtAllToFully,
      required: true,
    },
  ],
  cadence: { kind: 'every_weeks', weeks: 2 },
  minutes: 20,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [2, 3],
  feeds: ['CG'],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [
    say('Trauma memories without a therapist', 'Recuerdos de trauma sin terapeuta'),
    say(
      'Any aim to change a person’s sexual orientation: not allowed',
      'Cualquier intento de cambiar la orientación sexual: no está permitido',
    ),
  ],
};
