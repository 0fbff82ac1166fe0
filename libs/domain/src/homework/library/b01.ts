import { say } from '../../shared/localized.js';
import { feelings, safeNow } from './shared-fields.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * B01 Daily partner check-in. Neither question about safety is required: nobody is made to put fear in writing
 * in order to be done.
 */
export const b01: HomeworkTemplate = {
  code: 'B01',
  version: 1,
  track: 'B',
  title: say('Daily check-in', 'Registro diario'),
  purpose: say('Two minutes to notice how you are.', 'Dos minutos para notar cómo está.'),
  fields: [
    {
      key: 'feelings',
      kind: 'multi',
      label: say('What is here right now?', '¿Qué hay ahora mismo?'),
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
      key: 'distress',
      kind: 's10',
      label: say('How heavy is it right now?', '¿Cuánto pesa ahora mismo?'),
      ends: [
        say('Still water', 'Agua en calma'),
        say('More than I can hold', 'Más de lo que puedo sostener'),
      ],
      required: true,
    },
    {
      key: 'steadiness',
      kind: 's10',
      label: say('How steady do you feel?', '¿Qué tan firme se siente?'),
      ends: [say('Not steady', 'Nada firme'), say('Very steady', 'Muy firme')],
      required: true,
    },
    {
      key: 'cared_by',
      kind: 'line',
      label: say('I cared for myself by', 'Me cuidé de esta manera'),
      required: false,
    },
    {
      key: 'safe_person_reached',
      kind: 'bool',
      label: say('I reached someone safe', 'Hablé con una persona de confianza'),
      required: false,
    },
    {
      key: 'safe_with_partner',
      kind: 'choice',
      label: say('Do you feel safe with your partner today?', '¿Se siente a salvo con su pareja hoy?'),
      hint: say(
        'Your partner is never told that we ask this, or what you say.',
        'Su pareja nunca sabe que preguntamos esto, ni lo que usted responde.',
      ),
      required: false,
      options: [
        { value: 'yes', label: say('Yes', 'Sí') },
        { value: 'unsure', label: say('Not sure', 'No sé'), risk: 'look' },
        { value: 'no', label: say('No', 'No'), risk: 'alarm' },
      ],
    },
    safeNow,
  ],
  cadence: { kind: 'daily', windowHours: 4 },
  otherCadences: [{ kind: 'weekly', times: 3 }],
  minutes: 2,
  privacy: 'P1',
  stages: [1, 2, 3],
  feeds: ['TS'],
  sharing: { kind: 'none' },
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [],
};
