import { say } from '../../shared/localized.js';
import { hiddenUntilBoth, mayStop, oneLine, touchLocks } from './couple-fields.js';
import { notAtAllToFully } from './shared-fields.js';
import type { HomeworkTemplate } from '../template.js';

/** C16 After-touch debrief, each time after C15. */
export const c16: HomeworkTemplate = {
  code: 'C16',
  version: 1,
  track: 'C',
  title: say('After touch', 'Después del contacto'),
  purpose: say(
    'A few words, so that touch stays kind.',
    'Unas palabras, para que el contacto siga siendo amable.',
  ),
  fields: [
    {
      key: 'sensation',
      kind: 'line',
      label: say('One sensation', 'Una sensación'),
      hint: oneLine,
      required: false,
    },
    {
      key: 'feeling',
      kind: 'line',
      label: say('One feeling', 'Un sentimiento'),
      hint: oneLine,
      required: false,
    },
    {
      key: 'keep',
      kind: 'line',
      label: say('One thing to keep', 'Algo para mantener'),
      hint: oneLine,
      required: false,
    },
    {
      key: 'change',
      kind: 'line',
      label: say('One thing to change', 'Algo para cambiar'),
      hint: oneLine,
      required: false,
    },
    {
      key: 'thanked',
      kind: 's04',
      label: say('I felt thanked', 'Sentí gratitud de mi pareja'),
      ends: notAtAllToFully,
      required: true,
    },
  ],
  cadence: { kind: 'after', code: 'C15' },
  minutes: 10,
  privacy: 'P4',
  sharing: { kind: 'reveal_on_both' },
  stages: [3],
  feeds: ['ED'],
  completion: [{ kind: 'both_parts' }],
  lockedBy: touchLocks,
  avoid: [],
  notes: [
    hiddenUntilBoth,
    mayStop,
    say(
      'Was it too much? Write that in your private log, not here.',
      '¿Fue demasiado? Escríbalo en su registro privado, no aquí.',
    ),
  ],
};
