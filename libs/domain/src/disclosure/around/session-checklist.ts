import { say, type LocalizedText } from '../../shared/localized.js';
import type { SessionStep } from './session-steps.js';

/** What the lead ticks in each part (FTD-31, clinical brief 1.8). Lines hold no names and no room for notes. */
export const sessionChecklist: Readonly<Record<SessionStep, readonly LocalizedText[]>> = {
  ARRIVE_SEPARATE: [
    say('The partner arrives first', 'La pareja llega primero'),
    say('Phones off, water and tissues ready', 'Teléfonos apagados, agua y pañuelos listos'),
    say('A clear way to the door for each person', 'Un camino libre a la puerta para cada persona'),
  ],
  GROUND: [
    say('Each person names their stop-signal', 'Cada persona nombra su señal de alto'),
    say('Distress 0 to 10 noted for each', 'Malestar de 0 a 10 anotado para cada persona'),
  ],
  OPENING: [
    say('Purpose said aloud: facts, nothing more', 'Propósito dicho en voz alta: hechos, nada más'),
    say('No interruption except the stop-signal', 'Sin interrupciones, salvo la señal de alto'),
    say('Pen and question list for the partner', 'Lápiz y lista de preguntas para la pareja'),
  ],
  READING: [
    say('Read aloud once', 'Se lee en voz alta una vez'),
    say('The partner listens and does not read along', 'La pareja escucha y no lee al mismo tiempo'),
  ],
  BREAK_1: [
    say('Each person apart with their own therapist', 'Cada persona aparte con su terapeuta'),
    say('Distress 0 to 10 noted for each', 'Malestar de 0 a 10 anotado para cada persona'),
    say('New questions looked at together', 'Preguntas nuevas revisadas en conjunto'),
  ],
  CLARIFY: [
    say('Listed questions first', 'Primero las preguntas de la lista'),
    say('New questions only after a look with the therapist', 'Preguntas nuevas solo tras verlas en terapia'),
  ],
  BREAK_2: [
    say('Each person apart with their own therapist', 'Cada persona aparte con su terapeuta'),
    say('Asked: anything needed before the close?', 'Se pregunta: ¿hace falta algo antes del cierre?'),
  ],
  CLOSE: [
    say('One sentence of ownership', 'Una frase de responsabilidad'),
    say('The partner need not answer', 'La pareja no tiene que responder'),
    say('After-care plan read out', 'Plan de cuidado leído en voz alta'),
    say('Next contacts confirmed', 'Próximos contactos confirmados'),
    say('Distress 0 to 10 noted for each', 'Malestar de 0 a 10 anotado para cada persona'),
  ],
  DEBRIEF_SEPARATE: [
    say('Each person apart with their own therapist', 'Cada persona aparte con su terapeuta'),
    say('Where each person sleeps is confirmed', 'Confirmado dónde duerme cada persona'),
    say('All copies are back with the therapists', 'Todas las copias están de vuelta con terapeutas'),
  ],
  LEAVE_SEPARATE: [
    say('The partner leaves first', 'La pareja sale primero'),
    say('The recovering person leaves second', 'La persona en recuperación sale después'),
    say('Each way home is confirmed', 'Cada regreso a casa está confirmado'),
  ],
};
