import { say } from '../../shared/localized.js';
import { touchLog, touchSteps } from './c15-log.js';
import { mayStop, touchLocks } from './couple-fields.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * C15 Sensate focus. Each log is private; together there is only "done" or "paused". A pressure of 3 or more, and
 * a stop that was not respected, tell the own therapist at once (HW-69).
 */
export const c15: HomeworkTemplate = {
  code: 'C15',
  version: 1,
  track: 'C',
  title: say('Touch with attention', 'Contacto con atención'),
  purpose: say(
    'Touch to notice warmth, pressure and texture. There is no goal to reach.',
    'Tocar para notar calor, presión y textura. No hay ninguna meta.',
  ),
  fields: [
    ...touchLog,
    {
      key: 'together_result',
      kind: 'choice',
      label: say('What you both see: this time was', 'Lo que ven las dos personas: esta vez'),
      required: true,
      by: 'together',
      options: [
        { value: 'done', label: say('done', 'se hizo') },
        { value: 'paused', label: say('paused', 'quedó en pausa') },
      ],
    },
  ],
  cadence: { kind: 'weekly', times: 2 },
  minutes: 45,
  privacy: 'P4',
  sharing: { kind: 'together' },
  stages: [3],
  feeds: ['PI', 'CG'],
  completion: [{ kind: 'both_parts' }],
  lockedBy: [...touchLocks, 'step_not_open'],
  steps: touchSteps,
  avoid: [
    say('Before the gate to stage 3 is open', 'Antes de que se abra el paso a la etapa 3'),
    say(
      'While touch is paused: a slip, a low safety index, pressure, panic, or a wish to pause',
      'Mientras el contacto está en pausa: un tropiezo, índice de seguridad bajo, presión, pánico o deseo de pausa',
    ),
    say('Pain during touch', 'Dolor durante el contacto'),
    say('A recent assault', 'Una agresión reciente'),
    say(
      'Pregnancy with complications: ask a doctor first',
      'Embarazo con complicaciones: consulta médica antes',
    ),
  ],
  notes: [
    say(
      'You both see only “done” or “paused”, and so does your couple therapist.',
      'Usted, su pareja y su terapeuta de pareja ven solo «se hizo» o «en pausa».',
    ),
    mayStop,
    say(
      'Your log is private. Only you and your own therapist see it.',
      'Su registro es privado. Solo lo ven usted y su terapeuta.',
    ),
    say(
      'Stop if it hurts. Many couples stay at an early step, and that is fine.',
      'Pare si algo duele. Muchas parejas se quedan en un paso temprano, y está bien.',
    ),
  ],
};
