import { say } from '../../shared/localized.js';
import { coupleLocks, hiddenUntilBoth, mayStop } from './couple-fields.js';
import type { HomeworkTemplate } from '../template.js';

/**
 * C04 Daily appreciation and turning toward. In stage 1 the partner may choose to receive only: that half asks
 * nothing and counts as in (HW-64). One of the two lines is enough for a day, four days for a week.
 */
export const c04: HomeworkTemplate = {
  code: 'C04',
  version: 1,
  track: 'C',
  title: say('Small moments', 'Momentos pequeños'),
  purpose: say('Notice one good thing each day.', 'Notar algo bueno cada día.'),
  fields: [
    {
      key: 'noticed',
      kind: 'line',
      label: say('I noticed that you', 'Noté que mi pareja'),
      hint: say('One of the two lines is enough.', 'Basta con una de las dos líneas.'),
      required: true,
      orKey: 'answered_bid',
    },
    {
      key: 'answered_bid',
      kind: 'line',
      label: say('You reached out, and I answered', 'Mi pareja me buscó y respondí'),
      required: false,
    },
  ],
  cadence: { kind: 'daily', windowHours: 12 },
  minutes: 2,
  privacy: 'P4',
  sharing: { kind: 'reveal_on_both' },
  stages: [1, 2, 3],
  feeds: ['PI'],
  completion: [{ kind: 'both_parts' }, { kind: 'per_week', least: 4 }],
  lockedBy: coupleLocks,
  variants: [
    {
      key: 'receive_only',
      label: say('Only receive for now (partner, stage 1)', 'Por ahora solo recibir (pareja, etapa 1)'),
      omits: ['noticed', 'answered_bid'],
      only: { by: 'BP', stages: [1] },
    },
  ],
  avoid: [
    say(
      'Asking for it from a partner who wants only to receive in stage 1',
      'Pedirlo a una pareja que en la etapa 1 solo quiere recibir',
    ),
  ],
  notes: [
    hiddenUntilBoth,
    mayStop,
    say(
      'In stage 1 the partner may just read. Then there is nothing to write.',
      'En la etapa 1 la pareja puede solo leer. Entonces no escribe nada.',
    ),
  ],
};
