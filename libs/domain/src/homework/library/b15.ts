import { say } from '../../shared/localized.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * B15 Reclaiming me. The two lines are the author's alone until they show them to their own
 * therapist; the tick and the number are for the therapist too (HW-50).
 */
export const b15: HomeworkTemplate = {
  code: 'B15',
  version: 1,
  track: 'B',
  title: say('Reclaiming me', 'Volver a mí'),
  purpose: say(
    'Bring back a part of you, one small act a week.',
    'Recuperar algo suyo con un acto por semana.',
  ),
  fields: [
    {
      key: 'part_set_aside',
      kind: 'line',
      label: say('A part of me that I set aside', 'Una parte de mí que dejé de lado'),
      hint: say(
        'Your words here are for you alone, unless you show them. Your therapist sees the tick and the number.',
        'Sus palabras aquí son solo suyas, a menos que las muestre. Su terapeuta ve la marca y el número.',
      ),
      required: false,
      privacy: 'P0',
    },
    {
      key: 'small_act',
      kind: 'line',
      label: say('One small act', 'Un acto pequeño'),
      required: false,
      privacy: 'P0',
    },
    { key: 'done', kind: 'bool', label: say('I did it', 'Lo hice'), required: false },
    {
      key: 'aliveness',
      kind: 's10',
      label: say('How alive I feel', 'Cuánta vida siento en mí'),
      ends: [say('Not at all', 'Nada'), say('Very much', 'Mucha')],
      required: true,
    },
  ],
  cadence: { kind: 'weekly', times: 1 },
  minutes: 10,
  privacy: 'P1',
  sharing: { kind: 'therapist', to: 'T_BP', fields: ['part_set_aside', 'small_act'] },
  stages: [2, 3],
  feeds: ['CG'],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [],
};
