import { say } from '../../shared/localized.js';
import { behaviorCategories, roughFrequency } from './recovering-fields.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const entryRow: readonly Field[] = [
  {
    key: 'period',
    kind: 'line',
    label: say('When, roughly', 'Cuándo, más o menos'),
    required: true,
  },
  {
    key: 'category',
    kind: 'choice',
    label: say('Kind of behavior', 'Tipo de conducta'),
    required: true,
    options: behaviorCategories,
  },
  {
    key: 'medium',
    kind: 'choice',
    label: say('By what means', 'Por qué medio'),
    required: false,
    options: [
      { value: 'phone', label: say('Phone', 'Teléfono') },
      { value: 'computer', label: say('Computer', 'Computadora') },
      { value: 'other_screen', label: say('Other screen', 'Otra pantalla') },
      { value: 'print', label: say('Print', 'Papel') },
      { value: 'in_person', label: say('In person', 'En persona') },
      { value: 'other', label: say('Other', 'Otro') },
    ],
  },
  {
    key: 'frequency',
    kind: 'choice',
    label: say('How often, roughly', 'Con qué frecuencia, más o menos'),
    required: false,
    options: roughFrequency,
  },
  { key: 'time_cost', kind: 'line', label: say('Time it took', 'Tiempo que llevó'), required: false },
  { key: 'money_cost', kind: 'line', label: say('Money it took', 'Dinero que costó'), required: false },
  { key: 'secrecy', kind: 'line', label: say('How I hid it', 'Cómo lo oculté'), required: false },
  {
    key: 'real_person',
    kind: 'bool',
    label: say('Contact with a real person?', '¿Contacto con una persona real?'),
    required: true,
  },
  {
    key: 'health_risk',
    kind: 'bool',
    label: say('Any risk to health?', '¿Algún riesgo para la salud?'),
    required: true,
  },
  {
    key: 'partner_knows',
    kind: 'choice',
    label: say('Does my partner know?', '¿Lo sabe mi pareja?'),
    required: true,
    options: [
      { value: 'yes', label: say('Yes', 'Sí') },
      { value: 'no', label: say('No', 'No') },
      { value: 'partly', label: say('Partly', 'En parte') },
    ],
  },
  {
    key: 'source',
    kind: 'choice',
    label: say('How do I know this?', '¿Cómo lo sé?'),
    required: false,
    options: [
      { value: 'memory', label: say('Memory', 'Memoria') },
      { value: 'device', label: say('Device', 'Aparato') },
      { value: 'bank', label: say('Bank', 'Banco') },
    ],
  },
];

/**
 * R07 History inventory. Written in weekly portions, two at most, with support that evening and after the legal
 * question (HW-46). It stays with the author's own therapist, who marks a period complete.
 */
export const r07: HomeworkTemplate = {
  code: 'R07',
  version: 1,
  track: 'R',
  title: say('History inventory', 'Inventario de la historia'),
  purpose: say(
    'Gather the facts bit by bit, so that you can tell them whole.',
    'Reunir los hechos poco a poco, para poder contarlos completos.',
  ),
  notes: [
    say(
      'Talk about legal questions with your therapist before you write. Your therapist must report certain risks.',
      'Hable de las dudas legales con su terapeuta antes de escribir. Su terapeuta debe reportar ciertos riesgos.',
    ),
    say(
      'No pictures, no links, no names of other people. Plan to have someone near you this evening.',
      'Sin fotos, sin enlaces, sin nombres de otras personas. Procure tener compañía esta noche.',
    ),
    say(
      'Only you and your own therapist can read this. It never goes to your partner.',
      'Solo usted y su propio terapeuta pueden leer esto. Nunca llega a su pareja.',
    ),
  ],
  fields: [
    {
      key: 'entries',
      kind: 'list',
      label: say('What happened in this part of my life', 'Qué pasó en esta parte de mi vida'),
      required: true,
      leastRows: 1,
      rows: entryRow,
    },
  ],
  cadence: { kind: 'weekly', times: 1 },
  otherCadences: [{ kind: 'weekly', times: 2 }],
  mostPerWeek: 2,
  minutes: 45,
  variants: [{ key: 'short', label: say('A shorter portion', 'Una porción más corta'), minutes: 30 }],
  privacy: 'P1',
  sharing: { kind: 'none' },
  stages: [1],
  feeds: ['CT'],
  completion: [{ kind: 'answers' }, { kind: 'therapist_confirms' }],
  lockedBy: ['acute_risk', 'no_support_that_evening', 'legal_question_open'],
  avoid: [
    say('Thoughts of suicide that are acute', 'Ideas de suicidio agudas'),
    say('No support that evening', 'Sin apoyo esa noche'),
    say('A legal question that is still open', 'Una duda legal todavía abierta'),
  ],
};
