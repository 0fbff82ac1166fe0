import { say } from '../../shared/localized.js';
import { coupleLocks, mayStop, signatures, writtenTogether } from './couple-fields.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const whenTold = { key: 'tell', is: [true] } as const;

/** One line of the agreement: an event, whether it is told, how soon, how, and how much. */
const row: readonly Field[] = [
  {
    key: 'event',
    kind: 'choice',
    label: say('If this happens', 'Si pasa esto'),
    required: true,
    options: [
      { value: 'urge', label: say('an urge', 'un impulso') },
      { value: 'near_slip', label: say('a near-slip', 'casi un tropiezo') },
      { value: 'slip', label: say('a slip', 'un tropiezo') },
      { value: 'tool_gap', label: say('a gap in a tool', 'una herramienta sin uso') },
      { value: 'contact_attempt', label: say('someone tries to make contact', 'alguien intenta contactar') },
      { value: 'new_memory', label: say('a new memory', 'un recuerdo nuevo') },
      { value: 'therapy_progress', label: say('progress in therapy', 'un avance en terapia') },
    ],
  },
  { key: 'tell', kind: 'bool', label: say('Is it told?', '¿Se cuenta?'), required: true },
  {
    key: 'within_hours',
    kind: 'num',
    label: say('Within how many hours', 'En cuántas horas'),
    required: true,
    askedWhen: whenTold,
    range: [0, 168],
  },
  {
    key: 'how',
    kind: 'choice',
    label: say('How', 'Cómo'),
    required: true,
    askedWhen: whenTold,
    options: [
      { value: 'in_person', label: say('face to face', 'cara a cara') },
      { value: 'with_therapist', label: say('with a therapist', 'con terapeuta') },
      { value: 'message', label: say('a message: “we need to talk”', 'un mensaje: «tenemos que hablar»') },
    ],
  },
  {
    key: 'detail_level',
    kind: 'choice',
    label: say('How much detail', 'Cuánto detalle'),
    required: true,
    askedWhen: whenTold,
    options: [
      { value: 'yes_no', label: say('only that it happened', 'solo que pasó') },
      { value: 'number_or_range', label: say('how often or how long', 'cuántas veces o cuánto tiempo') },
      { value: 'summary', label: say('a short summary', 'un breve resumen') },
    ],
  },
  {
    key: 'quiet_hours',
    kind: 'line',
    label: say('Quiet hours', 'Horas de silencio'),
    hint: say('Such as 9 pm to 7 am, or at work.', 'Por ejemplo, de 21 a 7, o en el trabajo.'),
    required: false,
    askedWhen: whenTold,
  },
];

/** C06 Information agreement. Three signatures; the therapist asks each alone first whether it is free (HW-65). */
export const c06: HomeworkTemplate = {
  code: 'C06',
  version: 1,
  track: 'C',
  title: say('Information agreement', 'Acuerdo de información'),
  purpose: say(
    'What is told, how soon, and how, so nobody has to guess or ask.',
    'Qué se cuenta, cuándo y cómo, para que nadie tenga que adivinar.',
  ),
  fields: [
    {
      key: 'agreement',
      kind: 'list',
      label: say('What we agree', 'Lo que acordamos'),
      required: true,
      by: 'together',
      leastRows: 1,
      rows: row,
    },
    {
      key: 'questions_pause_until',
      kind: 'day',
      label: say('Questions about the past wait until', 'Las preguntas sobre el pasado esperan hasta'),
      hint: say(
        'Up to the formal disclosure. They are kept safe till then.',
        'Hasta la revelación formal. Mientras tanto se guardan.',
      ),
      required: false,
      by: 'together',
    },
    ...signatures,
  ],
  cadence: { kind: 'once' },
  followUp: { kind: 'stage_change' },
  minutes: 40,
  privacy: 'P4',
  sharing: { kind: 'together' },
  stages: [1],
  feeds: ['CT', 'PI'],
  completion: [{ kind: 'both_parts' }, { kind: 'signed', by: ['RP', 'BP', 'therapist'] }],
  lockedBy: coupleLocks,
  avoid: [
    say(
      'Signing before each was asked alone: “Do you agree to this freely?”',
      'Firmar antes de preguntar a cada persona a solas: «¿Lo acuerda libremente?»',
    ),
  ],
  notes: [
    writtenTogether,
    mayStop,
    say(
      'Do this with your couple therapist, who signs it too.',
      'Háganlo con su terapeuta de pareja, que también firma.',
    ),
  ],
};
