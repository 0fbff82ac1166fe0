import { say } from '../../shared/localized.js';
import { coupleLocks, hiddenUntilBoth, mayStop, oneLine } from './couple-fields.js';
import { notAtAllToFully } from './shared-fields.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * C01 Weekly couple check-in. Ten minutes in stage 1, and no place for new facts about a slip: those go through
 * R09 alone (HW-62). No line has to be written, least of all one of appreciation.
 */
export const c01: HomeworkTemplate = {
  code: 'C01',
  version: 1,
  track: 'C',
  title: say('Weekly couple check-in', 'Encuentro semanal de pareja'),
  purpose: say(
    'A calm talk each week. One speaks, the other only listens.',
    'Una charla tranquila cada semana. Una persona habla y la otra solo escucha.',
  ),
  fields: [
    {
      key: 'feelings',
      kind: 'line',
      label: say('This week I felt', 'Esta semana sentí'),
      hint: oneLine,
      required: false,
    },
    {
      key: 'appreciation',
      kind: 'line',
      label: say('One thing I value in you', 'Algo que valoro de mi pareja'),
      hint: say('Leave it empty if nothing is there yet.', 'Déjelo vacío si todavía no hay nada.'),
      required: false,
    },
    {
      key: 'need',
      kind: 'line',
      label: say('One thing I need', 'Algo que necesito'),
      hint: oneLine,
      required: false,
    },
    {
      key: 'ownership',
      kind: 'line',
      label: say('One thing that was mine this week', 'Algo que me toca asumir de esta semana'),
      hint: oneLine,
      required: false,
    },
    {
      key: 'boundary_kept',
      kind: 'choice',
      label: say('Did I keep my boundaries?', '¿Mantuve mis límites?'),
      hint: say(
        'Is there something new to tell? Not here. Set this aside and open “After a slip” first.',
        '¿Hay algo nuevo que contar? Aquí no. Deje esto por ahora y abra primero «Después de un tropiezo».',
      ),
      required: true,
      by: 'RP',
      options: [
        { value: 'yes', label: say('Yes', 'Sí') },
        { value: 'near', label: say('I came near the edge', 'Estuve cerca del borde') },
        { value: 'slip_told', label: say('A slip, already told', 'Un tropiezo que ya conté') },
      ],
    },
    {
      key: 'self_care',
      kind: 'choice',
      label: say('Did I take care of myself?', '¿Cuidé de mí?'),
      required: true,
      by: 'BP',
      options: [
        { value: 'yes', label: say('Yes', 'Sí') },
        { value: 'some', label: say('A little', 'Un poco') },
        { value: 'not_yet', label: say('Not yet', 'Todavía no') },
      ],
    },
    {
      key: 'felt_heard',
      kind: 's04',
      label: say('I felt heard', 'Sentí que me escuchó'),
      ends: notAtAllToFully,
      required: true,
    },
    {
      key: 'stayed_kind',
      kind: 's04',
      label: say('I stayed kind', 'Traté bien a mi pareja'),
      ends: notAtAllToFully,
      required: true,
    },
  ],
  cadence: { kind: 'weekly', times: 1 },
  minutes: 20,
  privacy: 'P4',
  sharing: { kind: 'reveal_on_both' },
  stages: [1, 2, 3],
  feeds: ['PI', 'CT'],
  completion: [{ kind: 'both_parts' }],
  lockedBy: coupleLocks,
  variants: [
    {
      key: 'ten_minutes',
      label: say('Ten minutes, in stage 1', 'Diez minutos, en la etapa 1'),
      stage: 1,
      minutes: 10,
    },
  ],
  avoid: [
    say('More than ten minutes in stage 1', 'Más de diez minutos en la etapa 1'),
    say(
      'New facts about a slip; they go through R09 only',
      'Hechos nuevos sobre un tropiezo; van solo por R09',
    ),
  ],
  notes: [
    hiddenUntilBoth,
    mayStop,
    say(
      'Set a timer. When you listen, you only listen. Then switch.',
      'Ponga un reloj. Quien escucha, solo escucha. Luego cambien.',
    ),
  ],
};
