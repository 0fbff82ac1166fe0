import { say } from '../shared/localized.js';
import type { GateCriterion } from './gate-criterion.js';
import { forEachPerson } from './gate-judging.js';
import type { StageTwoFacts } from './gate-facts.js';
import { noSafetyConcern, nothingUndisclosed } from './gate-judges-shared.js';
import * as judge from './gate-judges-two.js';

type TwoCriterion = GateCriterion<StageTwoFacts>;

const hard: readonly TwoCriterion[] = [
  ...forEachPerson<StageTwoFacts>({
    id: 'no_safety_concern',
    item: 1,
    level: 'hard',
    whatWouldMeetIt: say(
      'A talk alone, and a clinician’s written statement that no concern about violence or control is open',
      'Una conversación a solas, y la constancia escrita de que no hay preocupación abierta por violencia o control',
    ),
    judge: noSafetyConcern,
  }),
  ...forEachPerson<StageTwoFacts>({
    id: 'no_acute_risk',
    item: 2,
    level: 'hard',
    whatWouldMeetIt: say(
      'A new risk screen that finds no acute risk',
      'Una evaluación de riesgo reciente sin riesgo agudo',
    ),
    judge: judge.noAcuteRisk,
  }),
  {
    id: 'disclosure_route',
    item: 3,
    level: 'hard',
    side: 'JOINT',
    who: ['T_RP', 'T_BP', 'T_C'],
    whatWouldMeetIt: say(
      'Aftercare and some time since the session; or a clinical note on going on without a disclosure',
      'Cuidado posterior y tiempo desde la sesión; o una nota clínica sobre seguir sin la revelación',
    ),
    judge: judge.disclosureRouteDone,
  },
  {
    id: 'nothing_undisclosed',
    item: 4,
    level: 'hard',
    side: 'RP',
    who: ['RP', 'T_RP'],
    whatWouldMeetIt: say('No slip left untold', 'Ningún tropiezo sin contar'),
    judge: nothingUndisclosed,
  },
  {
    id: 'accountability_active',
    item: 5,
    level: 'hard',
    side: 'RP',
    who: ['RP', 'T_RP'],
    whatWouldMeetIt: say(
      'An accountability agreement that has been in use for four weeks',
      'Un acuerdo de responsabilidad en uso durante cuatro semanas',
    ),
    judge: judge.accountabilityActive,
  },
  {
    id: 'time_out_tested',
    item: 6,
    level: 'hard',
    side: 'JOINT',
    who: ['RP', 'BP', 'T_C'],
    whatWouldMeetIt: say('The time-out agreement tried once', 'El acuerdo de pausa probado al menos una vez'),
    judge: judge.timeOutTested,
  },
  {
    id: 'partner_supported',
    item: 7,
    level: 'hard',
    side: 'BP',
    who: ['BP', 'T_BP'],
    whatWouldMeetIt: say('Support of their own', 'Un apoyo propio'),
    judge: judge.partnerSupported,
  },
];

const soft: readonly TwoCriterion[] = [
  {
    id: 'check_ins_kept',
    item: 1,
    level: 'soft',
    side: 'RP',
    who: ['RP', 'T_RP'],
    whatWouldMeetIt: say(
      'Most daily check-ins of four weeks done',
      'La mayoría de los registros diarios de cuatro semanas hechos',
    ),
    judge: judge.checkInsKept,
  },
  {
    id: 'slip_free_or_told',
    item: 2,
    level: 'soft',
    side: 'RP',
    who: ['RP', 'T_RP'],
    whatWouldMeetIt: say(
      'Four weeks since the last slip, or the slip told within your agreement',
      'Cuatro semanas desde el último tropiezo, o el tropiezo contado dentro de su acuerdo',
    ),
    judge: judge.slipFreeOrTold,
  },
  {
    id: 'grounding_helps',
    item: 3,
    level: 'soft',
    side: 'BP',
    who: ['BP', 'T_BP'],
    whatWouldMeetIt: say(
      'Calming skills that ease distress by two points of ten',
      'Ejercicios de calma que alivian el malestar dos puntos de diez',
    ),
    judge: judge.groundingHelps,
  },
  {
    id: 'partner_sees_transparency',
    item: 4,
    level: 'soft',
    side: 'BP',
    who: ['T_BP'],
    whatWouldMeetIt: say(
      'The partner’s view of transparency at 40 or more',
      'La vista de la pareja sobre la transparencia en 40 o más',
    ),
    judge: judge.partnerSeesTransparency,
  },
  ...forEachPerson<StageTwoFacts>({
    id: 'sleeps_enough',
    item: 5,
    level: 'soft',
    byPerson: true,
    whatWouldMeetIt: say(
      'Five hours of sleep on five nights of the week',
      'Cinco horas de sueño en cinco noches de la semana',
    ),
    judge: judge.sleepsEnough,
  }),
  ...forEachPerson<StageTwoFacts>({
    id: 'agrees_on_purpose',
    item: 6,
    level: 'soft',
    byPerson: true,
    whatWouldMeetIt: say(
      'Says in their own words what stage 2 is for',
      'Dice con sus palabras para qué es la etapa 2',
    ),
    judge: judge.agreesOnPurpose,
  }),
];

/** Gate 1 to 2: seven HARD and six SOFT items, of which four are needed (GATE-06, clinical brief 2.3). */
export const stageTwoCriteria: readonly TwoCriterion[] = [...hard, ...soft];
