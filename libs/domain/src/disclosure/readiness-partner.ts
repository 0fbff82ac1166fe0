import { say } from '../shared/localized.js';
import type { ReadinessItem } from './readiness-item.js';

const side = 'BP';
const actors = ['T_BP'] as const;

/** B1 to B11: what the partner and their therapist bring. */
export const partnerItems: readonly ReadinessItem[] = [
  {
    id: 'B1',
    side,
    actors: ['BP', 'T_BP'],
    title: say(
      'Freely consents; own list of what to hear',
      'Consiente con libertad; lista propia de qué escuchar',
    ),
    metBy: say('Their own signature, given alone', 'Su propia firma, dada a solas'),
  },
  {
    id: 'B2',
    side,
    actors,
    title: say('Has an own therapist or advocate', 'Tiene terapeuta o acompañante propio'),
    metBy: say('Someone other than the couple therapist', 'Alguien que no sea terapeuta de la pareja'),
  },
  {
    id: 'B3',
    side,
    actors,
    title: say('Private safety screen done', 'Evaluación privada de seguridad hecha'),
    metBy: say('A negative screen, or an agreed plan', 'Un resultado negativo, o un plan acordado'),
  },
  {
    id: 'B4',
    side,
    actors,
    title: say('No acute risk; crisis plan on file', 'Sin riesgo agudo; plan de crisis guardado'),
    metBy: say('A new risk screen and a crisis plan', 'Una nueva evaluación y un plan de crisis'),
  },
  {
    id: 'B5',
    side,
    actors: ['BP', 'T_BP'],
    title: say('Two grounding skills practiced', 'Dos ejercicios de calma practicados'),
    metBy: say('Six log entries in 14 days', 'Seis registros en 14 días'),
  },
  {
    id: 'B6',
    side,
    actors: ['BP', 'T_BP'],
    title: say('Support person named and told the date', 'Persona de apoyo nombrada y avisada de la fecha'),
    metBy: say('A name, and that they know the date', 'Un nombre, y que conoce la fecha'),
  },
  {
    id: 'B7',
    side,
    actors: ['BP', 'T_BP'],
    title: say('Question list worked through', 'Lista de preguntas trabajada'),
    metBy: say('The list talked through with their therapist', 'La lista hablada con su terapeuta'),
  },
  {
    id: 'B8',
    side,
    actors: ['BP', 'T_BP'],
    title: say('Plan A, B, C for after the session', 'Plan A, B, C para después de la sesión'),
    metBy: say(
      'Where to sleep, child care and work cover planned',
      'Dónde dormir, cuidado de menores y trabajo previstos',
    ),
  },
  {
    id: 'B9',
    side,
    actors,
    title: say(
      'Decision pause talked about, never enforced',
      'Pausa en las decisiones hablada, nunca impuesta',
    ),
    metBy: say('A talk with their own therapist', 'Una conversación con su terapeuta'),
  },
  {
    id: 'B10',
    side,
    actors,
    title: say(
      'Knows that staying or leaving is not decided here',
      'Sabe que aquí no se decide seguir o irse',
    ),
    metBy: say('A talk with their own therapist', 'Una conversación con su terapeuta'),
  },
  {
    id: 'B11',
    side,
    actors: ['BP', 'T_BP'],
    title: say('Health information wishes recorded', 'Deseos sobre información de salud anotados'),
    metBy: say('Their wishes, or that they have none', 'Sus deseos, o que no tiene ninguno'),
  },
];
