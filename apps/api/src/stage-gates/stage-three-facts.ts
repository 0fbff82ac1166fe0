import {
  addDays,
  asLocalDate,
  localDateOf,
  type FearAnswer,
  type StageThreeFacts,
  type Track,
} from '@trellis/domain';
import type { FactsOnRecord } from './gate-facts.repository.js';
import {
  indexScore,
  known,
  latestIs,
  ofEach,
  ratingOf,
  recorded,
  sharedFacts,
  type GateCalendar,
} from './gate-facts.js';

type EarlierGate = NonNullable<StageThreeFacts['earlierGate']>;
const talkDays = 28;
/** Signals that told of fear or pressure; the others told of a symptom or a wish. */
const fearful = ['pressure', 'stop_not_respected', 'answer_not_free', 'index_alarm'];

/** Gate 2 to 3, from what is on record. `earlierGate` is undefined where gate 1 to 2 was never opened here. */
export function stageThreeFacts(
  found: FactsOnRecord,
  earlierGate: EarlierGate | undefined,
  calendar: GateCalendar,
): StageThreeFacts {
  return {
    ...sharedFacts(found, calendar),
    ...known({
      earlierGate,
      holdOpen: found.hold,
      fearAnswers: ofEach((side) => fearAnswers(found, side, calendar)),
      index: ofEach((side) => indexWeeks(found, side)),
      disclosureSequence: sequenceOf(found),
      symptoms: symptomsOf(found),
      lastTouchDistress: touchDistress(found, calendar),
    }),
    ...consent(found),
    ...around(found, calendar),
  };
}

function consent(found: FactsOnRecord): StageThreeFacts {
  const rated = { RP: recorded(found, 'felt_heard', 'RP'), BP: recorded(found, 'felt_heard', 'BP') };
  const rounds = Math.min(rated.RP.length, rated.BP.length);
  // Newest first on record, oldest first for the rule; the last round of one goes with the last of the other.
  const heard = Array.from({ length: rounds }, (_, n) => ({
    RP: rated.RP[rounds - 1 - n]?.amounts[0] ?? 0,
    BP: rated.BP[rounds - 1 - n]?.amounts[0] ?? 0,
  }));
  return known({
    stopRehearsals: ofEach((side) => recorded(found, 'stop_rehearsal', side).length),
    honoredNos: ofEach((side) => recorded(found, 'honored_no', side).length),
    dialogues: { completed: recorded(found, 'dialogue', 'JOINT').length, heard },
    talkedAlone: ofEach((side) => latestIs(found, 'talked_alone', side, 'free')),
    freeOfSubstances: ofEach((side) => latestIs(found, 'substances', side, 'free_of')),
    touchAgreementSigned: ofEach((side) => latestIs(found, 'touch_agreement', side, 'signed')),
    affectionComfortable: ofEach((side) => latestIs(found, 'affection', side, 'comfortable')),
  });
}

function around(found: FactsOnRecord, { today }: GateCalendar): StageThreeFacts {
  const [health] = recorded(found, 'health_information', 'JOINT');
  const [pain] = recorded(found, 'pain_referral', 'JOINT');
  const from = addDays(today, -talkDays);
  return known({
    healthInformation: oneOf(health?.outcome, ['acted_upon', 'not_relevant', 'open'] as const),
    painReferral: oneOf(pain?.outcome, ['referred', 'none_known', 'open'] as const),
    dailyConnections: found.talks.filter((on) => on > from && on <= today).length,
    empathyRatings: ofEach((side) => ratingOf(side === 'RP' ? found.empathyRP : found.empathyBP)),
    differencesTalked: latestIs(found, 'differences', 'JOINT', 'talked'),
  });
}

function oneOf<T extends string>(value: string | undefined, values: readonly T[]): T | undefined {
  return values.find((one) => one === value);
}

/** Answers, findings and signals that told of fear or pressure, each with the first resolution on or after its day. */
function fearAnswers(found: FactsOnRecord, side: Track, { timeZone }: GateCalendar): readonly FearAnswer[] {
  const resolved = recorded(found, 'fear_resolved', side)
    .map(({ on }) => on)
    .sort();
  const days = [
    ...recorded(found, 'safety_statement', side)
      .filter(({ outcome }) => outcome === 'concern')
      .map(({ on }) => on),
    ...found.findings
      .filter((one) => one.side === side && one.topic === 'violence_or_fear' && one.outcome === 'present')
      .map(({ on }) => on),
    ...found.signals
      .filter((one) => one.side === side && fearful.includes(one.trigger))
      .map(({ at }) => localDateOf(new Date(at), timeZone)),
    ...found.index.filter((one) => one.side === side && one.alarm).map(({ week }) => week),
  ];
  return days.map((on) => {
    const outcome = resolved.find((day) => day >= on);
    return { on: asLocalDate(on), resolvedOn: outcome === undefined ? null : asLocalDate(outcome) };
  });
}

function indexWeeks(found: FactsOnRecord, side: Track) {
  return found.index
    .filter((one) => one.side === side)
    .map((one) => ({ week: asLocalDate(one.week), score: indexScore(one) }));
}

function sequenceOf(found: FactsOnRecord): NonNullable<StageThreeFacts['disclosureSequence']> {
  const { disclosure: state, completion } = found;
  const whole = state === 'RESTITUTION_DELIVERED' || (state === 'COMPLETED' && completion !== 'partial');
  if (whole) return 'finished';
  const ended = state === 'COMPLETED' || state === 'DECLINED' || state === 'WAIVED';
  return ended && recorded(found, 'route_note', 'JOINT').length > 0 ? 'clinically_waived' : 'unfinished';
}

function symptomsOf(found: FactsOnRecord): StageThreeFacts['symptoms'] {
  const [course] = recorded(found, 'symptom_course', 'BP');
  if (course?.comparedWith == null) return undefined;
  return {
    measuredOn: asLocalDate(course.on),
    comparedWith: asLocalDate(course.comparedWith),
    reliablyWorse: course.outcome === 'reliably_worse',
  };
}

/** The partner's last distress with touch, by a clinician's record or a signal; null where one asked and found none. */
function touchDistress(
  found: FactsOnRecord,
  { timeZone }: GateCalendar,
): StageThreeFacts['lastTouchDistress'] {
  const asked = recorded(found, 'touch_distress', 'BP');
  const days = [
    ...asked.filter(({ outcome }) => outcome === 'present').map(({ on }) => on),
    ...found.signals
      .filter(({ side, trigger }) => side === 'BP' && trigger === 'touch_distress')
      .map(({ at }) => localDateOf(new Date(at), timeZone)),
  ].sort();
  const last = days.at(-1);
  if (last !== undefined) return asLocalDate(last);
  return asked.length > 0 ? null : undefined;
}
