import { say } from '../../shared/localized.js';
import { coupleLocks, hiddenUntilBoth, mayStop, oneLine } from './couple-fields.js';
import { notAtAllToFully } from './shared-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** C10 Repair after a hard moment. The scale alone is enough to be done. */
export const c10: HomeworkTemplate = {
  code: 'C10',
  version: 1,
  track: 'C',
  title: say('After a hard moment', 'Después de un momento difícil'),
  purpose: say(
    'Look back in calm, and mend what you can.',
    'Mirar atrás con calma y reparar lo que se pueda.',
  ),
  fields: [
    { key: 'felt', kind: 'line', label: say('What I felt', 'Lo que sentí'), hint: oneLine, required: false },
    {
      key: 'my_view',
      kind: 'text',
      label: say('How I saw it', 'Cómo lo vi'),
      hint: say('Two views can both be true.', 'Las dos miradas pueden ser ciertas.'),
      required: false,
    },
    {
      key: 'set_off',
      kind: 'line',
      label: say('What set it off in me', 'Lo que lo encendió en mí'),
      hint: oneLine,
      required: false,
    },
    { key: 'my_part', kind: 'line', label: say('My part', 'Mi parte'), hint: oneLine, required: false },
    {
      key: 'next_time',
      kind: 'line',
      label: say('One thing for next time', 'Una cosa para la próxima vez'),
      hint: oneLine,
      required: false,
    },
    {
      key: 'repaired',
      kind: 's04',
      label: say('How mended does it feel?', '¿Cuánto se ha reparado?'),
      ends: notAtAllToFully,
      required: true,
    },
  ],
  cadence: { kind: 'on_event' },
  minutes: 25,
  privacy: 'P4',
  sharing: { kind: 'reveal_on_both' },
  stages: [1, 2, 3],
  feeds: ['ED', 'PI'],
  completion: [{ kind: 'both_parts' }],
  lockedBy: coupleLocks,
  avoid: [],
  notes: [
    hiddenUntilBoth,
    mayStop,
    say('Wait until you are both calm.', 'Esperen hasta que haya calma en los dos lados.'),
  ],
};
