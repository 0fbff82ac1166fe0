import { say } from '../../shared/localized.js';
import { preferenceDomains } from './c14-domains.js';
import { mayStop, oneLine, touchLocks } from './couple-fields.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const domain: Field = {
  key: 'domain',
  kind: 'choice',
  label: say('About', 'Sobre'),
  required: true,
  options: preferenceDomains,
};

/**
 * C14 Boundary and preference map. Drafted alone; after both releases only rows are shown that neither answered
 * with no or "do not ask", so that a no is never shown as anybody's. A row can be taken back at any time (HW-68).
 * A part counts as in once its author has released it. Private notes are a list of their own, because they are
 * sealed for the author alone.
 */
export const c14: HomeworkTemplate = {
  code: 'C14',
  version: 1,
  track: 'C',
  title: say('My map: yes, maybe, no', 'Mi mapa: sí, tal vez, no'),
  purpose: say('Find out where your wishes meet.', 'Descubrir dónde se encuentran sus deseos.'),
  fields: [
    {
      key: 'map',
      kind: 'list',
      label: say('My map', 'Mi mapa'),
      hint: say(
        'One row for each topic. Leave out what you like.',
        'Una fila por tema. Deje fuera lo que quiera.',
      ),
      required: true,
      leastRows: 1,
      rows: [
        domain,
        {
          key: 'answer',
          kind: 'choice',
          label: say('My answer', 'Mi respuesta'),
          required: true,
          options: [
            { value: 'yes', label: say('Yes', 'Sí') },
            { value: 'maybe', label: say('Maybe, on a condition', 'Tal vez, con una condición') },
            { value: 'no', label: say('No', 'No') },
            { value: 'do_not_ask', label: say('Do not ask me', 'No me pregunte') },
          ],
        },
        {
          key: 'condition',
          kind: 'line',
          label: say('My condition', 'Mi condición'),
          hint: oneLine,
          required: false,
          askedWhen: { key: 'answer', is: ['maybe'] },
        },
      ],
    },
    {
      key: 'private_notes',
      kind: 'list',
      label: say('Notes for me alone', 'Notas solo para mí'),
      hint: say('Nobody else reads these.', 'Nadie más las lee.'),
      required: false,
      privacy: 'P0',
      rows: [domain, { key: 'note', kind: 'text', label: say('My note', 'Mi nota'), required: true }],
    },
  ],
  cadence: { kind: 'once' },
  followUp: { kind: 'on_event' },
  minutes: 40,
  privacy: 'P3',
  sharing: { kind: 'mutual_rows' },
  stages: [3],
  feeds: ['PI'],
  completion: [{ kind: 'both_parts' }],
  lockedBy: touchLocks,
  avoid: [],
  notes: [
    say(
      'You fill this in alone. At first only you and your own therapist see it.',
      'Se llena a solas. Al principio solo lo ven usted y su terapeuta.',
    ),
    say(
      'When you both release it, each sees only rows with no “no” on either side.',
      'Cuando las dos personas lo comparten, solo se ven las filas sin ningún «no».',
    ),
    mayStop,
    say('You can take back any row, at any time.', 'Puede retirar una fila en cualquier momento.'),
    say(
      'For media we suggest a no to start with, and a talk about it.',
      'Para los medios sugerimos empezar con un no y hablarlo.',
    ),
  ],
};
