import { say } from '../../shared/localized.js';
import { notAtAllToFully } from './shared-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** R15 Growth goals. The goal is set once a month; each week asks only how it goes. */
export const r15: HomeworkTemplate = {
  code: 'R15',
  version: 1,
  track: 'R',
  title: say('Growth goals', 'Metas de crecimiento'),
  purpose: say('Grow toward the person you want to be.', 'Crecer hacia la persona que quiere ser.'),
  notes: [
    say(
      'Set a goal at the start of the month. Each week, look at how it goes.',
      'Ponga una meta al comenzar el mes. Cada semana, mire cómo va.',
    ),
  ],
  fields: [
    { key: 'goal', kind: 'line', label: say('My goal', 'Mi meta'), required: false },
    {
      key: 'value',
      kind: 'line',
      label: say('The value behind it', 'El valor que hay detrás'),
      required: false,
    },
    { key: 'step', kind: 'line', label: say('My next step', 'Mi próximo paso'), required: false },
    {
      key: 'confidence',
      kind: 's10',
      label: say('How sure am I that I can do it?', '¿Cuánta confianza tengo en lograrlo?'),
      ends: [say('Not sure', 'Ninguna'), say('Very sure', 'Mucha')],
      required: false,
    },
    {
      key: 'progress',
      kind: 's04',
      label: say('Did I move forward?', '¿Avancé?'),
      ends: notAtAllToFully,
      required: true,
    },
    {
      key: 'obstacle',
      kind: 'line',
      label: say('What got in the way', 'Lo que lo hizo difícil'),
      required: false,
    },
  ],
  variants: [
    { key: 'monthly_goal', label: say('Set the goal of the month', 'Poner la meta del mes') },
    {
      key: 'weekly_update',
      label: say('Look at the week', 'Mirar la semana'),
      omits: ['goal', 'value'],
    },
  ],
  cadence: { kind: 'weekly', times: 1 },
  minutes: 4,
  privacy: 'P1',
  sharing: { kind: 'partner' },
  stages: [1, 2, 3],
  feeds: ['CG'],
  completion: [{ kind: 'answers' }],
  lockedBy: [],
  avoid: [],
};
