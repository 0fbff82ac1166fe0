import { say } from '../../shared/localized.js';
import { feelings, notAtAllToFully } from './shared-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** R10 Empathy reps. The defense stays with the author alone (HW-44). Two of the three a week are enough. */
export const r10: HomeworkTemplate = {
  code: 'R10',
  version: 1,
  track: 'R',
  title: say('Empathy reps', 'Práctica de empatía'),
  purpose: say('Learn to name pain and stay with it.', 'Aprender a nombrar el dolor y a quedarse ahí.'),
  notes: [
    say(
      'This is practice for you. Please do not ask your partner to praise it.',
      'Es práctica para usted. Por favor, no pida a su pareja que la elogie.',
    ),
  ],
  fields: [
    {
      key: 'moment',
      kind: 'line',
      label: say(
        'A moment this week when my partner hurt',
        'Un momento de esta semana en que a mi pareja le dolió',
      ),
      required: false,
    },
    {
      key: 'they_felt',
      kind: 'multi',
      label: say('What they may have felt', 'Lo que quizá sintió'),
      required: true,
      orKey: 'they_felt_own_word',
      options: feelings,
    },
    { key: 'they_felt_own_word', kind: 'line', label: say('Another word', 'Otra palabra'), required: false },
    {
      key: 'weight',
      kind: 'text',
      label: say('What in my past conduct gives it weight', 'Qué de mi conducta pasada le da peso'),
      required: false,
    },
    {
      key: 'defense',
      kind: 'text',
      label: say('What I wanted to say in defense', 'Lo que quise decir para defenderme'),
      hint: say(
        'This box is for you alone. Your therapist does not read it.',
        'Este espacio es solo suyo. Su terapeuta no lo lee.',
      ),
      required: false,
      privacy: 'P0',
    },
    {
      key: 'instead',
      kind: 'text',
      label: say('What I can say instead, in two sentences', 'Lo que puedo decir en su lugar, en dos frases'),
      required: false,
    },
    {
      key: 'stayed',
      kind: 's04',
      label: say('Could I stay with it?', '¿Pude quedarme con ello?'),
      ends: notAtAllToFully,
      required: true,
    },
  ],
  cadence: { kind: 'weekly', times: 3 },
  minutes: 8,
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [1, 2, 3],
  feeds: ['ED'],
  completion: [{ kind: 'answers' }, { kind: 'per_week', least: 2 }],
  lockedBy: [],
  avoid: [say('Asking the partner to praise it', 'Pedir a la pareja que lo elogie')],
};
