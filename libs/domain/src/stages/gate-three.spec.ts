import { describe, expect, it } from '@jest/globals';
import { fraction } from '../shared/fraction.js';
import { addDays, asLocalDate } from '../shared/local-date.js';
import { evaluateGate } from './evaluate-gate.js';
import type { StageThreeFacts } from './gate-facts.js';
import { gateSettingValues } from './gate-settings.js';
import { indexCourse } from './index-course.js';
import { sampleDay, sampleStageThree, sampleWeeks } from './sample-facts.js';

const settings = gateSettingValues();
const ago = (days: number) => addDays(sampleDay, -days);
const evaluate = (facts: StageThreeFacts) => evaluateGate({ from: 2, to: 3, facts }, sampleDay, settings);
const unmet = (change: Partial<StageThreeFacts>): string[] =>
  evaluate({ ...sampleStageThree, ...change })
    .findings.filter(({ met }) => !met)
    .map(({ criterion }) => criterion);
const course = { measuredOn: ago(28), comparedWith: ago(84), reliablyWorse: false };
const calm = sampleStageThree.index?.RP;

describe('gate 2 to 3', () => {
  it('is recommended when all ten HARD items are met', () => {
    const { findings, ...rest } = evaluate(sampleStageThree);
    expect(findings.filter(({ met }) => !met)).toEqual([]);
    expect(rest).toEqual({
      step: { from: 2, to: 3 }, on: sampleDay, softMet: 4, softNeeded: 0, recommended: true,
    }); // prettier-ignore
    expect(findings.map(({ criterion, item, level, side }) => `${level} ${item} ${criterion} ${side}`)).toEqual([
      'hard 1 earlier_gate_holds JOINT', 'hard 1 no_hold JOINT',
      'hard 1 no_safety_concern.RP RP', 'hard 1 no_safety_concern.BP BP',
      'hard 1 fear_answers_resolved.RP RP', 'hard 1 fear_answers_resolved.BP BP',
      'hard 2 index_holds.RP RP', 'hard 2 index_holds.BP BP',
      'hard 3 slip_free RP', 'hard 3 nothing_undisclosed RP', 'hard 3 sequence_finished JOINT',
      'hard 4 symptoms_not_worse BP', 'hard 4 calm_with_touch BP',
      'hard 5 stop_rehearsed.RP RP', 'hard 5 stop_rehearsed.BP BP',
      'hard 5 no_was_honored.RP RP', 'hard 5 no_was_honored.BP BP',
      'hard 6 dialogues_completed JOINT', 'hard 6 felt_heard.RP RP', 'hard 6 felt_heard.BP BP',
      'hard 7 health_information JOINT', 'hard 7 pain_referred JOINT',
      'hard 8 talked_alone.RP RP', 'hard 8 talked_alone.BP BP',
      'hard 9 free_of_substances.RP RP', 'hard 9 free_of_substances.BP BP',
      'hard 10 touch_agreement_signed.RP RP', 'hard 10 touch_agreement_signed.BP BP',
      'soft 1 affection_comfortable.RP RP', 'soft 1 affection_comfortable.BP BP',
      'soft 2 daily_connections JOINT', 'soft 3 empathy_rated.RP RP', 'soft 3 empathy_rated.BP BP',
      'soft 4 differences_talked JOINT',
    ]); // prettier-ignore
  });

  it('meets nothing with nothing known', () => {
    const evaluation = evaluate({});
    expect(evaluation.findings.filter(({ met }) => met)).toEqual([]);
    expect(evaluation.recommended).toBe(false);
  });

  it.each<[string, Partial<StageThreeFacts>, string[]]>([
    ['an earlier gate that is closed', { earlierGate: { open: false, reviewDate: sampleDay } }, ['earlier_gate_holds']],
    ['an earlier gate that was due yesterday', { earlierGate: { open: true, reviewDate: ago(1) } }, ['earlier_gate_holds']],
    ['a hold', { holdOpen: true }, ['no_hold']],
    ['a hold not known', { holdOpen: undefined }, ['no_hold']],
    ['a fearful answer 180 days ago', { fearAnswers: { RP: [], BP: [{ on: ago(180), resolvedOn: null }] } }, ['fear_answers_resolved.BP']],
    ['a fearful answer, resolved', { fearAnswers: { RP: [{ on: ago(2), resolvedOn: sampleDay }], BP: [] } }, []],
    ['a fearful answer, to be resolved tomorrow', { fearAnswers: { RP: [{ on: ago(2), resolvedOn: ago(-1) }], BP: [] } }, ['fear_answers_resolved.RP']],
    ['fear not asked of one', { fearAnswers: { RP: [] } }, ['fear_answers_resolved.BP']],
    ['one index only', { index: { RP: calm } }, ['index_holds.BP']],
    ['a slip 59 days ago, told in time', { lastSlip: { on: ago(59), toldInTime: true } }, ['slip_free']],
    ['no slip ever', { lastSlip: null }, []],
    ['slips not known', { lastSlip: undefined }, ['slip_free']],
    ['something untold', { undisclosedMaterial: true }, ['nothing_undisclosed']],
    ['letters unfinished', { disclosureSequence: 'unfinished' }, ['sequence_finished']],
    ['letters waived', { disclosureSequence: 'clinically_waived' }, []],
    ['symptoms reliably worse', { symptoms: { ...course, reliablyWorse: true } }, ['symptoms_not_worse']],
    ['a measure of 29 days ago', { symptoms: { ...course, measuredOn: ago(29), comparedWith: ago(90) } }, ['symptoms_not_worse']],
    ['measures 55 days apart', { symptoms: { ...course, comparedWith: ago(83) } }, ['symptoms_not_worse']],
    ['no measure', { symptoms: null }, ['symptoms_not_worse']],
    ['far away with touch 27 days ago', { lastTouchDistress: ago(27) }, ['calm_with_touch']],
    ['never far away', { lastTouchDistress: null }, []],
    ['far away not known', { lastTouchDistress: undefined }, ['calm_with_touch']],
    ['one stop signal', { stopRehearsals: { RP: 1, BP: 0 } }, ['stop_rehearsed.BP']],
    ['one no honored once', { honoredNos: { RP: 1, BP: 2 } }, ['no_was_honored.RP']],
    ['two dialogues', { dialogues: { completed: 2, heard: [{ RP: 3, BP: 3 }, { RP: 3, BP: 3 }] } }, ['dialogues_completed']],
    ['less heard in the last but one', { dialogues: { completed: 3, heard: [{ RP: 2, BP: 3 }, { RP: 4, BP: 3 }] } }, ['felt_heard.RP']],
    ['one round on record', { dialogues: { completed: 3, heard: [{ RP: 4, BP: 4 }] } }, ['felt_heard.RP', 'felt_heard.BP']],
    ['health questions open', { healthInformation: 'open' }, ['health_information']],
    ['health acted upon, pain referred', { healthInformation: 'acted_upon', painReferral: 'referred' }, []],
    ['pain not referred', { painReferral: 'open' }, ['pain_referred']],
    ['no talk alone', { talkedAlone: { RP: true } }, ['talked_alone.BP']],
    ['alcohol', { freeOfSubstances: { RP: false, BP: true } }, ['free_of_substances.RP']],
    ['one signature under the agreement', { touchAgreementSigned: { RP: true, BP: false } }, ['touch_agreement_signed.BP']],
    ['affection not comfortable', { affectionComfortable: { RP: false, BP: true } }, ['affection_comfortable.RP']],
    ['seven talks', { dailyConnections: 7 }, ['daily_connections']],
    ['empathy at 54', { empathyRatings: { RP: fraction(55), BP: fraction(549, 10) } }, ['empathy_rated.BP']],
    ['differences not talked about', { differencesTalked: false }, ['differences_talked']],
  ])('%s', (_, change, expected) => {
    expect(unmet(change)).toEqual(expected);
  }); // prettier-ignore

  it('takes SOFT items as advice: without any it is still recommended', () => {
    const facts = {
      ...sampleStageThree,
      affectionComfortable: {},
      dailyConnections: 0,
      empathyRatings: {},
      differencesTalked: false,
    };
    expect([evaluate(facts).softMet, evaluate(facts).recommended]).toEqual([0, true]);
  });

  it('gives numbers and days as evidence', () => {
    const evidence = Object.fromEntries(
      evaluate(sampleStageThree).findings.map((f) => [f.criterion, f.evidence]),
    );
    expect(evidence).toMatchObject({
      earlier_gate_holds: { reviewDate: sampleDay },
      'fear_answers_resolved.BP': { open: 0 },
      'index_holds.BP': { values: '100, 60, 60, 60', mean: 70 },
      slip_free: { since: ago(60), days: 60, needed: 60 },
      sequence_finished: { sequence: 'finished' },
      symptoms_not_worse: { measuredOn: ago(28), comparedWith: ago(84) },
      'felt_heard.RP': { lowest: 3, needed: 3 },
      'empathy_rated.RP': { rating: 55, needed: 55 },
    });
  });
});

describe('the course of the index', () => {
  const judged = (scores: Parameters<typeof sampleWeeks>[0], today = sampleDay) =>
    indexCourse(sampleWeeks(scores), today, settings);
  const twentyFourths = (...points: number[]) => points.map((n) => fraction(100 * n, 24));

  it('refuses the partner’s weeks 20 to 23 of the worked example', () => {
    expect(judged(twentyFourths(11, 13, 14, 15))).toEqual({
      met: false, values: [45.8, 54.2, 58.3, 62.5], mean: 55.2,
    }); // prettier-ignore
  });

  it.each<[string, (number | null)[], boolean]>([
    ['60 each and 70 on average', [100, 60, 60, 60], true],
    ['a week under 60 among the last three', [100, 59, 80, 80], false],
    ['a week under 60 before the last three', [40, 80, 80, 80], true],
    ['a mean under 70', [99, 60, 60, 60], false],
    ['a week without a score among the last three', [100, 100, null, 100], false],
    ['a week without a score before them', [null, 100, 100, 100], false],
    ['three weeks only', [100, 100, 100], false],
    ['more weeks than are looked at', [0, 0, 100, 60, 60, 60], true],
  ])('%s', (_, scores, met) => {
    expect(judged(scores.map((score) => (score === null ? null : fraction(score)))).met).toBe(met);
  });

  it('looks at scores of this week or the last, not at older or later ones', () => {
    const calmScores = [fraction(80), fraction(80), fraction(80), fraction(80)];
    expect(judged(calmScores, asLocalDate('2025-06-22')).met).toBe(true);
    expect(judged(calmScores, asLocalDate('2025-06-23'))).toEqual({ met: false, values: [], mean: null });
    expect(judged(calmScores, asLocalDate('2025-06-09')).met).toBe(true);
    expect(judged(calmScores, asLocalDate('2025-06-08')).met).toBe(false);
    expect(judged([])).toEqual({ met: false, values: [], mean: null });
    expect(judged([null, null])).toEqual({ met: false, values: [null, null, null, null], mean: null });
  });
});
