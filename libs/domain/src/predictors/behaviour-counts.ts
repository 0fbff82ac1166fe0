import type { PredictorCode } from '../homework/template.js';
import { add, zero, type Fraction } from '../shared/fraction.js';
import { say } from '../shared/localized.js';
import { behaviourScore, type BehaviourScore } from './behaviour.js';
import type { BehaviourRecords } from './behaviour-records.js';
import { ratioOfCount, type Count, type CountFrame } from './count-frame.js';
import {
  checkInCount,
  empathyRepCount,
  goalWeekCount,
  honestyWeekCount,
  otherHomeworkCount,
  toolLogCount,
} from './count-homework.js';
import { attendanceCount, jointSessionCount } from './count-sessions.js';
import { bothPartsCount, heardCount, updateCount } from './count-shared.js';
import { slipCount } from './count-slips.js';
import { activityDayCount, supportWeekCount } from './count-support.js';
import type { PredictorDefinition } from './definition.js';
import { predictorSettingValues, type PredictorSettingValues } from './settings.js';

/** Done of expected by indicator key; null where the indicator does not apply. */
export type IndicatorCounts = Readonly<Record<string, Count | null>>;

type Counter = (
  records: BehaviourRecords,
  frame: CountFrame,
  settings: PredictorSettingValues,
) => IndicatorCounts;

const involvementCounts: Counter = (records, frame, settings) =>
  isPausedByPlan(records)
    ? { p1: null, p2: null, p3: null }
    : {
        p1: jointSessionCount(records.sessions, frame, settings),
        p2: bothPartsCount(records.shared, frame),
        p3: updateCount(records.updatesOn, frame, settings),
      };

const supportCounts: Counter = ({ sessions, contacts, people, jointWork }, frame, settings) => ({
  t1: attendanceCount(sessions, 'RP', frame, settings),
  t2: attendanceCount(sessions, 'BP', frame, settings),
  t3: jointWork === 'on_hold' ? null : attendanceCount(sessions, 'JOINT', frame, settings),
  t4: supportWeekCount(contacts, people, frame),
});

const counters: Readonly<Record<PredictorCode, Counter>> = {
  CT: ({ occurrences, slips }, frame) => ({
    c1: checkInCount(occurrences, frame),
    c2: toolLogCount(occurrences, frame),
    c3: slipCount(slips, frame),
    c4: honestyWeekCount(occurrences, frame),
  }),
  PI: involvementCounts,
  ED: ({ occurrences, dialogues }, frame, settings) => ({
    e1: empathyRepCount(occurrences, frame),
    e2: heardCount(dialogues, frame, settings),
  }),
  CG: ({ occurrences, activeOn, plannedOn }, frame) => ({
    g1: otherHomeworkCount(occurrences, frame),
    g2: goalWeekCount(occurrences, frame),
    g3: activityDayCount(activeOn, plannedOn, frame),
  }),
  TS: supportCounts,
};

/** What the chart says in place of PI's behaviour, whatever the reason was. */
export const pausedByPlan = say('Paused by plan', 'En pausa según el plan');

/** Whether PI has no behaviour: joint work is put off or on hold, or the partner opted out (PRED-19). */
export function isPausedByPlan(records: Pick<BehaviourRecords, 'jointWork' | 'partnerOptedOut'>): boolean {
  return records.jointWork !== 'open' || records.partnerOptedOut;
}

/** Counts every indicator of a predictor from raw records (PRED-13, source clinical brief 7.2b). */
export function indicatorCounts(
  code: PredictorCode,
  records: BehaviourRecords,
  frame: CountFrame,
  settings: PredictorSettingValues = predictorSettingValues(),
): IndicatorCounts {
  return counters[code](records, frame, settings);
}

/** D with the sums behind it: `nDone` may end in a part for late work or a late telling. */
export type CountedBehaviour = BehaviourScore & Readonly<{ nDone: Fraction; nExpected: number }>;

/** D of a predictor from its counts, 0 to 100, exact; null under half of the weight (PRED-03). */
export function behaviourOfCounts(
  counts: IndicatorCounts,
  definition: PredictorDefinition,
): CountedBehaviour {
  const used = definition.indicators.flatMap(({ key }) => counts[key] ?? []);
  const ratios = Object.entries(counts).map(([key, count]) => [key, ratioOfCount(count)] as const);
  return {
    ...behaviourScore(Object.fromEntries(ratios), definition),
    nDone: used.reduce((sum, { done }) => add(sum, done), zero),
    nExpected: used.reduce((sum, { expected }) => sum + expected, 0),
  };
}
