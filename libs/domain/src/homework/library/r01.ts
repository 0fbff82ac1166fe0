import { say } from '../../shared/localized.js';
import { feelings, safeNow } from './shared-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** R01 Daily recovery check-in. */
export const r01: HomeworkTemplate = {
  code: 'R01',
  version: 1,
  track: 'R',
  title: say('Daily recovery check-in', 'Registro diario de recuperación'),
  purpose: say('A small, steady habit of honesty.', 'Un hábito pequeño y constante de honestidad.'),
  fields: [
    {
      key: 'feelings',
      kind: 'multi',
      label: say('Right now my main feelings are', 'Ahora mismo, lo que más siento es'),
      hint: say(
        'Pick as many as fit. Every one of them makes sense.',
        'Elija todas las que quiera. Todas tienen sentido.',
      ),
      required: true,
      orKey: 'feelings_own_word',
      options: feelings,
    },
    { key: 'feelings_own_word', kind: 'line', label: say('Another word', 'Otra palabra'), required: false },
    {
      key: 'pull',
      kind: 's10',
      label: say('My pull toward old behavior today', 'Las ganas de volver a lo de antes, hoy'),
      ends: [say('None', 'Ninguna'), say('Very strong', 'Muy fuertes')],
      required: true,
    },
    {
      key: 'boundaries',
      kind: 'choice',
      label: say('Did I act outside my agreed boundaries?', '¿Actué fuera de los límites que acordé?'),
      required: true,
      options: [
        { value: 'no', label: say('No', 'No') },
        { value: 'close', label: say('Close to it', 'Estuve cerca') },
        { value: 'yes', label: say('Yes', 'Sí'), opens: 'R09' },
      ],
    },
    {
      key: 'left_out',
      kind: 'text',
      label: say('One thing I was tempted to leave out', 'Algo que tuve la tentación de no contar'),
      hint: say(
        'This box is for you alone. Your therapist does not read it.',
        'Este espacio es solo suyo. Su terapeuta no lo lee.',
      ),
      required: false,
      privacy: 'P0',
    },
    {
      key: 'tools',
      kind: 'multi',
      label: say('Tools I used', 'Herramientas que usé'),
      required: false,
      options: [
        { value: 'reached_out', label: say('reached out', 'busqué a alguien') },
        { value: 'left_room', label: say('left the room', 'salí de la habitación') },
        { value: 'blocked', label: say('blocked it', 'lo bloqueé') },
        { value: 'moved', label: say('moved my body', 'moví el cuerpo') },
        { value: 'grounding', label: say('grounding', 'ejercicio de calma') },
        { value: 'prayer_meditation', label: say('prayer or meditation', 'oración o meditación') },
        { value: 'other', label: say('other', 'otra') },
      ],
    },
    {
      key: 'sleep_hours',
      kind: 'num',
      label: say('Sleep hours', 'Horas de sueño'),
      range: [0, 24],
      required: false,
    },
    { ...safeNow, required: true },
  ],
  cadence: { kind: 'daily', windowHours: 4 },
  minutes: 3,
  privacy: 'P1',
  stages: [1, 2, 3],
  feeds: ['CT', 'CG'],
  sharing: { kind: 'none' },
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [
    say(
      'Checking in over and over; a lower rhythm helps more',
      'Registrarse una y otra vez; un ritmo más bajo ayuda más',
    ),
  ],
};
