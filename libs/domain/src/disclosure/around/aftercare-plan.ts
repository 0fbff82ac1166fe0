import { say, type LocalizedText } from '../../shared/localized.js';
import type { FollowUpId } from './aftercare-due.js';

export type AftercareMoment = 'departure' | FollowUpId;
export type AftercareRecipient = 'BP' | 'RP' | 'T_BP' | 'T_RP' | 'LEAD';

/** An instrument that a task asks for, by its family; the clinic chooses which one stands behind it. */
export type AftercareMeasure = 'PCL-5_or_clinic_measure' | 'PHQ-9';

export type AftercarePlanItem = Readonly<{
  id: string;
  moment: AftercareMoment;
  to: AftercareRecipient;
  title: LocalizedText;
  measure: AftercareMeasure | null;
  /** The task holds a question whose answer may open the safety pathway. */
  asksRisk: boolean;
  /** One tap, and nothing on the screen says what it is about. */
  discreet: boolean;
}>;

type Rest = Partial<Pick<AftercarePlanItem, 'measure' | 'asksRisk' | 'discreet'>>;

function item(
  moment: AftercareMoment,
  to: AftercareRecipient,
  name: string,
  title: LocalizedText,
  rest: Rest = {},
): AftercarePlanItem {
  const id = `${moment}.${to}.${name}`;
  return { id, moment, to, title, measure: null, asksRisk: false, discreet: false, ...rest };
}

const pledge = say('Home, safe, with support?', '¿En casa, a salvo, con apoyo?');
const call = say('Call, apart from the other side', 'Llamada, aparte de la otra persona');
const ownSession = say('Session with your therapist', 'Sesión con su terapeuta');

/** Who gets what after the session (FTD-39, clinical brief 1.9). */
export const aftercarePlan: readonly AftercarePlanItem[] = [
  item('departure', 'BP', 'pledge', pledge, { asksRisk: true, discreet: true }),
  item('departure', 'RP', 'pledge', pledge, { asksRisk: true, discreet: true }),
  item(
    'departure',
    'LEAD',
    'safe_departure',
    say('Confirm that both left safely', 'Confirmar que ambas personas salieron con seguridad'),
  ),
  item(
    'h24',
    'BP',
    'check',
    say('Sleep, food, safety, wish for contact', 'Sueño, comida, seguridad, deseo de contacto'),
    { asksRisk: true },
  ),
  item(
    'h24',
    'RP',
    'check',
    say('Sleep, food, safety, wish for contact', 'Sueño, comida, seguridad, deseo de contacto'),
    { asksRisk: true },
  ),
  item(
    'h24',
    'RP',
    'shame',
    say('Shame and thoughts of self-harm', 'Vergüenza y pensamientos de hacerse daño'),
    { asksRisk: true },
  ),
  item('h24', 'T_BP', 'call', call),
  item('h24', 'T_RP', 'call', call),
  item(
    'h72',
    'BP',
    'symptoms',
    say('How you have been: a short form', 'Cómo ha estado: un formulario breve'),
    { asksRisk: true },
  ),
  item('h72', 'BP', 'plan_b', say('Is plan B needed?', '¿Hace falta el plan B?')),
  item('h72', 'RP', 'urges', say('Your urge log', 'Su registro de impulsos')),
  item(
    'h72',
    'RP',
    'left_out',
    say('Anything left out? Tell your therapist only', '¿Quedó algo fuera? Dígalo solo a su terapeuta'),
  ),
  item('h72', 'T_BP', 'contact', call),
  item('h72', 'T_RP', 'contact', call),
  item('h72', 'LEAD', 'huddle', say('Team talk, noted', 'Reunión del equipo, con nota')),
  item(
    'h72',
    'LEAD',
    'correction',
    say(
      'Was anything left out? Look at the correction steps',
      '¿Quedó algo fuera? Ver los pasos de corrección',
    ),
  ),
  item('d7', 'BP', 'session', ownSession),
  item('d7', 'RP', 'session', ownSession),
  item('d7', 'T_BP', 'assess', say('Risk, sleep, parenting, work', 'Riesgo, sueño, crianza, trabajo')),
  item('d7', 'T_RP', 'assess', say('Risk, sleep, parenting, work', 'Riesgo, sueño, crianza, trabajo')),
  item('d14', 'BP', 'measure', say('A questionnaire', 'Un cuestionario'), {
    measure: 'PCL-5_or_clinic_measure',
    asksRisk: true,
  }),
  item(
    'd14',
    'BP',
    'letter',
    say('Would writing a letter help you? No need to', '¿Le ayudaría escribir una carta? No hace falta'),
  ),
  item('d14', 'RP', 'measure', say('A questionnaire', 'Un cuestionario'), {
    measure: 'PHQ-9',
    asksRisk: true,
  }),
  item('d14', 'RP', 'empathy', say('Empathy practice', 'Práctica de empatía')),
  item('d14', 'LEAD', 'stage', say('Stage review', 'Revisión de etapa')),
  item(
    'd28',
    'BP',
    'pause_wish',
    say(
      'Look again at your wish to wait with big decisions',
      'Revisar su deseo de esperar con las decisiones grandes',
    ),
  ),
  item(
    'd28',
    'LEAD',
    'next',
    say(
      'Decide: letter, stage step, or more time to settle',
      'Decidir: carta, paso de etapa o más tiempo para estabilizarse',
    ),
  ),
];
