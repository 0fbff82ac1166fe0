import { say } from '../shared/localized.js';
import type { GateCriterion } from './gate-criterion.js';
import { forEachPerson } from './gate-judging.js';
import type { StageThreeFacts } from './gate-facts.js';
import * as judge from './gate-judges-three.js';
import { stageThreeHardCriteria } from './gate-three-criteria.js';

/** SOFT items of gate 2 to 3. They are shown for the talk about the gate and block nothing (GATE-13). */
const advice: readonly GateCriterion<StageThreeFacts>[] = [
  ...forEachPerson<StageThreeFacts>({
    id: 'affection_comfortable',
    item: 1,
    level: 'soft',
    byPerson: true,
    whatWouldMeetIt: say('Everyday affection feels comfortable', 'El cariño cotidiano resulta cómodo'),
    judge: judge.affectionComfortable,
  }),
  {
    id: 'daily_connections',
    item: 2,
    level: 'soft',
    side: 'JOINT',
    who: ['RP', 'BP'],
    whatWouldMeetIt: say(
      'Eight daily check-in talks in four weeks',
      'Ocho conversaciones diarias de conexión en cuatro semanas',
    ),
    judge: judge.dailyConnectionsKept,
  },
  ...forEachPerson<StageThreeFacts>({
    id: 'empathy_rated',
    item: 3,
    level: 'soft',
    whatWouldMeetIt: say('Empathy rated at 55 or more', 'Empatía valorada en 55 o más'),
    judge: judge.empathyRated,
  }),
  {
    id: 'differences_talked',
    item: 4,
    level: 'soft',
    side: 'JOINT',
    who: ['RP', 'BP', 'T_C'],
    whatWouldMeetIt: say(
      'Orientation, desire and beliefs talked about',
      'Orientación, deseo y creencias conversados',
    ),
    judge: judge.differencesTalked,
  },
];

export const stageThreeCriteria: readonly GateCriterion<StageThreeFacts>[] = [
  ...stageThreeHardCriteria,
  ...advice,
];
