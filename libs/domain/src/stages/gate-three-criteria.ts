import { say } from '../shared/localized.js';
import type { GateCriterion } from './gate-criterion.js';
import { forEachPerson } from './gate-judging.js';
import type { StageThreeFacts } from './gate-facts.js';
import { noSafetyConcern, nothingUndisclosed } from './gate-judges-shared.js';
import * as judge from './gate-judges-three.js';

type ThreeCriterion = GateCriterion<StageThreeFacts>;

function ofEach(
  id: string,
  item: number,
  en: string,
  es: string,
  judgeOf: Parameters<typeof forEachPerson<StageThreeFacts>>[0]['judge'],
  byPerson = false,
): readonly ThreeCriterion[] {
  return forEachPerson<StageThreeFacts>({
    id,
    item,
    level: 'hard',
    whatWouldMeetIt: say(en, es),
    byPerson,
    judge: judgeOf,
  });
}

const safetyAndIndex: readonly ThreeCriterion[] = [
  {
    id: 'earlier_gate_holds',
    item: 1,
    level: 'hard',
    side: 'JOINT',
    who: ['T_RP', 'T_BP', 'T_C'],
    whatWouldMeetIt: say(
      'Gate 1 to 2 open and not due for review',
      'El paso de la etapa 1 a la 2 abierto y sin revisión pendiente',
    ),
    judge: judge.earlierGateHolds,
  },
  {
    id: 'no_hold',
    item: 1,
    level: 'hard',
    side: 'JOINT',
    who: ['T_RP', 'T_BP', 'T_C'],
    whatWouldMeetIt: say('No pause of the plan', 'El plan sin ninguna pausa'),
    judge: judge.noHold,
  },
  ...ofEach(
    'no_safety_concern',
    1,
    'A talk alone, and a clinician’s written statement that no concern about violence or control is open',
    'Una conversación a solas, y la constancia escrita de que no hay preocupación abierta por violencia o control',
    noSafetyConcern,
  ),
  ...ofEach(
    'fear_answers_resolved',
    1,
    'Each answer that told of fear or pressure talked about, and its outcome recorded',
    'Cada respuesta que habló de miedo o presión conversada, con el resultado anotado',
    judge.fearAnswersResolved,
  ),
  ...ofEach(
    'index_holds',
    2,
    'The weekly safety index: the last three at 60 or more, the last four at 70 on average',
    'El índice semanal de seguridad: los últimos tres en 60 o más, los últimos cuatro en 70 en promedio',
    judge.indexHolds,
    true,
  ),
];

const honestyAndSymptoms: readonly ThreeCriterion[] = [
  {
    id: 'slip_free',
    item: 3,
    level: 'hard',
    side: 'RP',
    who: ['RP', 'T_RP'],
    whatWouldMeetIt: say('Sixty days since the last slip', 'Sesenta días desde el último tropiezo'),
    judge: judge.slipFree,
  },
  {
    id: 'nothing_undisclosed',
    item: 3,
    level: 'hard',
    side: 'RP',
    who: ['RP', 'T_RP'],
    whatWouldMeetIt: say('Nothing left untold', 'Nada sin contar'),
    judge: nothingUndisclosed,
  },
  {
    id: 'sequence_finished',
    item: 3,
    level: 'hard',
    side: 'JOINT',
    who: ['T_RP', 'T_BP', 'T_C'],
    whatWouldMeetIt: say(
      'Disclosure and letters finished, or waived by a clinician in writing',
      'Revelación y cartas terminadas, o dispensadas por escrito',
    ),
    judge: judge.sequenceFinished,
  },
  {
    id: 'symptoms_not_worse',
    item: 4,
    level: 'hard',
    side: 'BP',
    who: ['BP', 'T_BP'],
    whatWouldMeetIt: say(
      'A new measure that is not reliably worse than eight weeks before',
      'Una medición nueva que no sea claramente peor que la de ocho semanas antes',
    ),
    judge: judge.symptomsNotWorse,
  },
  {
    id: 'calm_with_touch',
    item: 4,
    level: 'hard',
    side: 'BP',
    who: ['BP', 'T_BP'],
    whatWouldMeetIt: say(
      'Four weeks of everyday touch without flashbacks or feeling far away',
      'Cuatro semanas de contacto cotidiano sin imágenes del pasado ni sensación de lejanía',
    ),
    judge: judge.calmWithTouch,
  },
];

const consent: readonly ThreeCriterion[] = [
  ...ofEach(
    'stop_rehearsed',
    5,
    'The stop signal rehearsed',
    'La señal de alto ensayada',
    judge.stopRehearsed,
    true,
  ),
  ...ofEach(
    'no_was_honored',
    5,
    'A no met kindly at least twice',
    'Un no recibido con amabilidad al menos dos veces',
    judge.noWasHonored,
    true,
  ),
  {
    id: 'dialogues_completed',
    item: 6,
    level: 'hard',
    side: 'JOINT',
    who: ['RP', 'BP', 'T_C'],
    whatWouldMeetIt: say('Three consent-based dialogues done', 'Tres diálogos de consentimiento hechos'),
    judge: judge.dialoguesCompleted,
  },
  ...ofEach(
    'felt_heard',
    6,
    'Felt heard, 3 of 4 or more, in the last two dialogues',
    'Sintió que se le escuchó, 3 de 4 o más, en los últimos dos diálogos',
    judge.feltHeard,
    true,
  ),
];

const healthAndAgreement: readonly ThreeCriterion[] = [
  {
    id: 'health_information',
    item: 7,
    level: 'hard',
    side: 'JOINT',
    who: ['RP', 'BP', 'T_C'],
    whatWouldMeetIt: say(
      'Sexual health information shared and acted upon, or not relevant',
      'Información de salud sexual compartida y atendida, o no aplicable',
    ),
    judge: judge.healthInformationActedUpon,
  },
  {
    id: 'pain_referred',
    item: 7,
    level: 'hard',
    side: 'JOINT',
    who: ['T_RP', 'T_BP', 'T_C'],
    whatWouldMeetIt: say(
      'Pain or medical questions referred to a doctor, or none known',
      'Dolor o dudas médicas con atención de un profesional, o ninguna conocida',
    ),
    judge: judge.painReferred,
  },
  ...ofEach(
    'talked_alone',
    8,
    'A talk alone about closeness that is free: no relief of urges, no sense of duty',
    'Una conversación a solas sobre una cercanía libre: sin alivio de impulsos ni obligación',
    judge.talkedAlone,
  ),
  ...ofEach(
    'free_of_substances',
    9,
    'No alcohol or drugs around the exercises',
    'Sin alcohol ni drogas alrededor de los ejercicios',
    judge.freeOfSubstances,
    true,
  ),
  ...ofEach(
    'touch_agreement_signed',
    10,
    'The written agreement: no goal, no intercourse, either may stop, a debrief with the therapist',
    'El acuerdo escrito: sin meta, sin coito, cualquiera puede parar, conversación posterior en terapia',
    judge.touchAgreementSigned,
    true,
  ),
];

/** Gate 2 to 3: ten HARD items, all needed (GATE-10, clinical brief 2.3). */
export const stageThreeHardCriteria: readonly ThreeCriterion[] = [
  ...safetyAndIndex,
  ...honestyAndSymptoms,
  ...consent,
  ...healthAndAgreement,
];
