import { say } from '../../shared/localized.js';
import { notAtAllToFully } from './shared-fields.js';
import type { Field, FieldOption } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

const tools: readonly FieldOption[] = [
  { value: 'filter', label: say('Filter', 'Filtro') },
  { value: 'monitoring_report', label: say('Monitoring report', 'Informe de uso') },
  { value: 'open_device', label: say('Open device', 'Aparato a la vista') },
  { value: 'app_timer', label: say('App timer', 'Límite de tiempo en aplicaciones') },
  { value: 'location_sharing', label: say('Location sharing', 'Compartir ubicación') },
  { value: 'finance_view', label: say('Open view of money', 'Cuentas a la vista') },
  { value: 'device_free_bedroom', label: say('No devices in the bedroom', 'Dormitorio sin aparatos') },
];

// The partner stands last and is never the one suggested: reading reports injures anew and makes them keep watch.
const reviewers: readonly FieldOption[] = [
  {
    value: 'accountability_friend',
    label: say('A friend I answer to', 'Una amistad que me acompaña en esto'),
  },
  { value: 'sponsor', label: say('Sponsor', 'Quien me apadrina') },
  { value: 'group', label: say('Group', 'Mi grupo') },
  { value: 'therapist', label: say('Therapist', 'Mi terapeuta') },
  { value: 'partner', label: say('Partner', 'Mi pareja') },
];

const toolRow: readonly Field[] = [
  { key: 'tool', kind: 'choice', label: say('Tool', 'Herramienta'), required: true, options: tools },
  {
    key: 'active_all_week',
    kind: 'bool',
    label: say('Was it on all week?', '¿Estuvo activa toda la semana?'),
    required: true,
  },
  {
    key: 'gaps',
    kind: 'line',
    label: say('If not: when and why?', 'Si no: ¿cuándo y por qué?'),
    required: false,
  },
  {
    key: 'bypass',
    kind: 'choice',
    label: say('Did I try to get around it?', '¿Intenté saltármela?'),
    required: true,
    options: [
      { value: 'no', label: say('No', 'No') },
      { value: 'thought_of_it', label: say('I thought of it', 'Lo pensé') },
      { value: 'yes', label: say('Yes', 'Sí'), opens: 'R09' },
    ],
  },
  {
    key: 'reviewed_by',
    kind: 'choice',
    label: say('Who looked at it with me?', '¿Quién lo revisó conmigo?'),
    hint: say(
      'Best: someone other than your partner. These reports can hurt, and your partner is not here to keep watch. If you pick your partner, your therapist is told.',
      'Mejor: alguien que no sea su pareja. Estos informes pueden doler, y vigilar no es tarea de su pareja. Si elige a su pareja, se avisa a su terapeuta.',
    ),
    required: true,
    suggested: 'accountability_friend',
    options: reviewers,
  },
  {
    key: 'still_chosen',
    kind: 's04',
    label: say(
      'Is this tool still chosen, not imposed?',
      '¿Es todavía una herramienta elegida, no impuesta?',
    ),
    ends: notAtAllToFully,
    required: true,
  },
  {
    key: 'review_on',
    kind: 'day',
    label: say('When will we ask if it is still needed?', '¿Cuándo veremos si todavía hace falta?'),
    hint: say('Every tool has an end or a new look.', 'Toda herramienta tiene un fin o una nueva revisión.'),
    required: true,
  },
];

/**
 * R05 Accountability-tool log. The reviewer who is suggested is never the partner, choosing the partner tells the
 * therapist, and each tool has a date on which it is looked at again (HW-40). An attempt to get around a tool
 * offers R09 (HW-43).
 */
export const r05: HomeworkTemplate = {
  code: 'R05',
  version: 1,
  track: 'R',
  title: say('Accountability-tool log', 'Registro de herramientas de apertura'),
  purpose: say('Show by what you do that you live in the open.', 'Mostrar con hechos que vive a la vista.'),
  notes: [
    say(
      'You write this yourself. The app does not watch your devices and keeps no list of what you open.',
      'Esto lo escribe usted. La aplicación no vigila sus aparatos ni guarda lo que usted abre.',
    ),
  ],
  fields: [
    {
      key: 'tools',
      kind: 'list',
      label: say('My tools this week', 'Mis herramientas de esta semana'),
      required: true,
      leastRows: 1,
      rows: toolRow,
    },
    {
      key: 'summary',
      kind: 'line',
      label: say('My week with these tools, in one line', 'Mi semana con estas herramientas, en una línea'),
      hint: say(
        'Only this line can go to your partner, and only if you share it.',
        'Solo esta línea puede llegar a su pareja, y solo si usted la comparte.',
      ),
      required: false,
    },
  ],
  cadence: { kind: 'weekly', times: 1 },
  minutes: 5,
  privacy: 'P1',
  sharing: { kind: 'partner', fields: ['summary'] },
  stages: [1, 2, 3],
  feeds: ['CT'],
  completion: [{ kind: 'answers' }, { kind: 'rows_all', key: 'tools', field: 'review_on' }],
  lockedBy: [],
  avoid: [
    say('Covert monitoring of anyone', 'Vigilar a alguien sin que lo sepa'),
    say('Making the partner the one who checks', 'Poner a la pareja a vigilar'),
  ],
  noticesTherapist: [{ field: 'reviewed_by', values: ['partner'] }],
};
