import { say } from '../shared/localized.js';
import type { ReadinessItem } from './readiness-item.js';

const side = 'RP';
const actors = ['T_RP'] as const;

/** R1 to R12: what the recovering person and their therapist bring. */
export const recoveringItems: readonly ReadinessItem[] = [
  {
    id: 'R1',
    side,
    actors: ['RP', 'T_RP'],
    title: say('Freely consents; may stop at any time', 'Consiente con libertad; puede parar cuando quiera'),
    metBy: say('Their own signature, given alone', 'Su propia firma, dada a solas'),
  },
  {
    id: 'R2',
    side,
    actors,
    title: say('In own treatment for the agreed weeks', 'En tratamiento propio las semanas acordadas'),
    metBy: say(
      'Enough weeks since individual therapy began',
      'Suficientes semanas desde el inicio de su terapia',
    ),
  },
  {
    id: 'R3',
    side,
    actors,
    title: say('No slip in the agreed days', 'Sin tropiezos en los días acordados'),
    metBy: say('Enough days since the last slip', 'Suficientes días desde el último tropiezo'),
  },
  {
    id: 'R4',
    side,
    actors,
    title: say('Nothing they intend to hold back', 'Nada que piense callar'),
    metBy: say('A talk with their own therapist', 'Una conversación con su terapeuta'),
  },
  {
    id: 'R5',
    side,
    actors,
    title: say('Timeline complete', 'Cronología completa'),
    metBy: say('Their therapist confirms the timeline', 'Su terapeuta confirma la cronología'),
  },
  {
    id: 'R6',
    side,
    actors,
    title: say('Document free of blame and graphic detail', 'Documento sin culpas ni detalles gráficos'),
    metBy: say('Their therapist approves each section', 'Su terapeuta aprueba cada sección'),
  },
  {
    id: 'R7',
    side,
    actors,
    title: say(
      'Every question answered, or declined with a reason',
      'Cada pregunta respondida, o no, con su motivo',
    ),
    metBy: say(
      'An answer or a discussed reason for each question',
      'Una respuesta o un motivo hablado por pregunta',
    ),
  },
  {
    id: 'R8',
    side,
    actors,
    title: say("Stays present with another's distress", 'Sigue presente ante el malestar de otra persona'),
    metBy: say('One rehearsed reading with their therapist', 'Una lectura ensayada con su terapeuta'),
  },
  {
    id: 'R9',
    side,
    actors,
    title: say('No acute risk; support person for the evening', 'Sin riesgo agudo; compañía para esa noche'),
    metBy: say('A risk screen and a named support person', 'Una evaluación de riesgo y una persona de apoyo'),
  },
  {
    id: 'R10',
    side,
    actors,
    title: say('Legal question asked before writing', 'Pregunta legal hecha antes de escribir'),
    metBy: say('The question asked; advice sought where needed', 'La pregunta hecha; asesoría si hace falta'),
  },
  {
    id: 'R11',
    side,
    actors,
    title: say('No intoxication planned; medication stable', 'Sin planes de consumo; medicación estable'),
    metBy: say('A talk with their own therapist', 'Una conversación con su terapeuta'),
  },
  {
    id: 'R12',
    side,
    actors: ['RP', 'T_RP'],
    title: say('Sleeping place that night is known', 'Se sabe dónde dormirá esa noche'),
    metBy: say('The place written in the plan', 'El lugar escrito en el plan'),
  },
];
