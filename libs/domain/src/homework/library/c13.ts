import { say } from '../../shared/localized.js';
import { safetyBounds } from '../../stages/safety-bounds.js';
import { coupleLocks, hiddenUntilBoth, mayStop, oneLine, onlyOwnTherapist, tick } from './couple-fields.js';
import { notAtAllToFully } from './shared-fields.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate, Step } from '../template.js';

const steps: readonly Step[] = [
  { key: 'step_1', label: say('1: a practiced no', '1: practicar un no'), stages: [2, 3] },
  { key: 'step_2', label: say('2: requests without touch', '2: pedidos sin contacto'), stages: [2, 3] },
  {
    key: 'step_3',
    label: say('3: requests with touch', '3: pedidos con contacto'),
    stages: [3],
    lockedBy: ['touch_suspended'],
  },
];

const privateRatings: readonly Field[] = [
  {
    key: 'answer_free',
    kind: 's04',
    label: say('My answer was free', 'Mi respuesta fue libre'),
    hint: onlyOwnTherapist,
    ends: notAtAllToFully,
    required: false,
    privacy: 'P1',
    alarm: { atMost: safetyBounds.freeAtMost },
  },
  {
    key: 'no_met_kindly',
    kind: 's04',
    label: say('My no was met kindly', 'Mi no fue bien recibido'),
    hint: onlyOwnTherapist,
    ends: notAtAllToFully,
    required: false,
    askedWhen: { key: 'answer', is: ['not_now', 'no'] },
    privacy: 'P1',
  },
];

/**
 * C13 Consent-based dialogue. Both ask and both answer. An answer that was hardly free, 1 or less, tells the own
 * therapist at once and pauses touch, the third step; the two steps without touch stay open (HW-67). Nobody is made to rate that in order to be done, and a
 * rating that is missing never counts as a good one.
 */
export const c13: HomeworkTemplate = {
  code: 'C13',
  version: 1,
  track: 'C',
  title: say('Asking and answering freely', 'Pedir y responder con libertad'),
  purpose: say(
    'Practice that yes and no are both safe.',
    'Practicar que tanto el sí como el no son seguros.',
  ),
  fields: [
    {
      key: 'step',
      kind: 'choice',
      label: say('Which step?', '¿Qué paso?'),
      required: true,
      options: steps.map(({ key, label }) => ({ value: key, label })),
    },
    { key: 'ask', kind: 'line', label: say('I asked: “May I …”', 'Pregunté: «¿Puedo…?»'), required: true },
    {
      key: 'answer',
      kind: 'choice',
      label: say('What I said when you asked', 'Lo que dije cuando mi pareja preguntó'),
      hint: say('Each answer is fine.', 'Todas las respuestas valen.'),
      required: true,
      options: [
        { value: 'yes', label: say('Yes', 'Sí') },
        { value: 'yes_if', label: say('Yes, if', 'Sí, si') },
        { value: 'not_now', label: say('Not now', 'Ahora no') },
        { value: 'no', label: say('No', 'No') },
      ],
    },
    {
      key: 'answer_if',
      kind: 'line',
      label: say('Yes, if this holds', 'Sí, con esta condición'),
      hint: oneLine,
      required: false,
      askedWhen: { key: 'answer', is: ['yes_if'] },
    },
    {
      ...tick(
        'thanked_for_no',
        say('I heard a no and said “Thank you for telling me”', 'Oí un no y dije «Gracias por decírmelo»'),
      ),
      required: false,
    },
    {
      key: 'feelings',
      kind: 'line',
      label: say('What I felt', 'Lo que sentí'),
      hint: oneLine,
      required: false,
    },
    ...privateRatings,
  ],
  cadence: { kind: 'weekly', times: 1 },
  minutes: 20,
  privacy: 'P4',
  sharing: { kind: 'reveal_on_both' },
  stages: [2, 3],
  feeds: ['PI', 'ED'],
  completion: [{ kind: 'both_parts' }],
  lockedBy: [...coupleLocks, 'step_not_open'],
  steps,
  avoid: [],
  notes: [
    hiddenUntilBoth,
    mayStop,
    say(
      'The ratings at the end are yours. Only your own therapist sees them.',
      'Las respuestas del final son suyas. Solo las ve su terapeuta.',
    ),
    say(
      'A no is a full answer. It gets a thank you.',
      'Un no es una respuesta completa. Se contesta con un gracias.',
    ),
  ],
};
