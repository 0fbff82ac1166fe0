import { describe, expect, it } from '@jest/globals';
import { fraction } from '../shared/fraction.js';
import { addDays } from '../shared/local-date.js';
import { evaluateGate, evaluationFor } from './evaluate-gate.js';
import type { StageTwoFacts } from './gate-facts.js';
import { requiredSigners } from './gate.js';
import { gateSettings, gateSettingValues } from './gate-settings.js';
import { sampleDay, sampleStageTwo } from './sample-facts.js';

const settings = gateSettingValues();
const ago = (days: number) => addDays(sampleDay, -days);
const evaluate = (facts: StageTwoFacts) => evaluateGate({ from: 1, to: 2, facts }, sampleDay, settings);
const unmet = (change: Partial<StageTwoFacts>): string[] =>
  evaluate({ ...sampleStageTwo, ...change })
    .findings.filter(({ met }) => !met)
    .map(({ criterion }) => criterion);
const { RP: safe } = sampleStageTwo.safety as { RP: object };

describe('gate 1 to 2', () => {
  it('is recommended when everything is met', () => {
    const { findings, ...rest } = evaluate(sampleStageTwo);
    expect(rest).toEqual({
      step: { from: 1, to: 2 }, on: sampleDay, softMet: 6, softNeeded: 4, recommended: true,
    }); // prettier-ignore
    expect(findings.map(({ criterion, item, level, side }) => `${level} ${item} ${criterion} ${side}`)).toEqual([
      'hard 1 no_safety_concern.RP RP', 'hard 1 no_safety_concern.BP BP',
      'hard 2 no_acute_risk.RP RP', 'hard 2 no_acute_risk.BP BP',
      'hard 3 disclosure_route JOINT', 'hard 4 nothing_undisclosed RP', 'hard 5 accountability_active RP',
      'hard 6 time_out_tested JOINT', 'hard 7 partner_supported BP',
      'soft 1 check_ins_kept RP', 'soft 2 slip_free_or_told RP', 'soft 3 grounding_helps BP',
      'soft 4 partner_sees_transparency BP', 'soft 5 sleeps_enough.RP RP', 'soft 5 sleeps_enough.BP BP',
      'soft 6 agrees_on_purpose.RP RP', 'soft 6 agrees_on_purpose.BP BP',
    ]); // prettier-ignore
  });

  it('meets nothing with nothing known', () => {
    const evaluation = evaluate({});
    expect(evaluation.findings.filter(({ met }) => met)).toEqual([]);
    expect([evaluation.softMet, evaluation.recommended]).toEqual([0, false]);
  });

  it.each<[string, Partial<StageTwoFacts>, string[]]>([
    ['a concern of the partner', { safety: { RP: safe, BP: { ...safe, concernOpen: true } } }, ['no_safety_concern.BP']],
    ['a concern not known', { safety: { RP: { ...safe, concernOpen: undefined }, BP: safe } }, ['no_safety_concern.RP']],
    ['a negative screen alone', { safety: { RP: safe, BP: { ...safe, statedOn: null } } }, ['no_safety_concern.BP']],
    ['a positive screen', { safety: { RP: { ...safe, screen: 'positive' }, BP: safe } }, ['no_safety_concern.RP']],
    ['a statement of 29 days ago', { safety: { RP: { ...safe, statedOn: ago(29) }, BP: safe } }, ['no_safety_concern.RP']],
    ['a statement of tomorrow', { safety: { RP: { ...safe, statedOn: ago(-1) }, BP: safe } }, ['no_safety_concern.RP']],
    ['a statement of today', { safety: { RP: { ...safe, statedOn: sampleDay }, BP: safe } }, []],
    ['a screen that was not done', { safety: { RP: { ...safe, screen: 'not_done' }, BP: safe } }, []],
    ['acute risk', { risk: { RP: { on: ago(1), acute: true }, BP: { on: ago(28), acute: false } } }, ['no_acute_risk.RP']],
    ['a risk screen of 29 days ago', { risk: { RP: { on: ago(28), acute: false }, BP: { on: ago(29), acute: false } } }, ['no_acute_risk.BP']],
    ['no risk screen', { risk: { RP: null, BP: { on: ago(0), acute: false } } }, ['no_acute_risk.RP']],
    ['13 days after the session', { disclosure: { at: 'aftercare_or_later', sessionEndedOn: ago(13), clinicalNote: true } }, ['disclosure_route']],
    ['a session without an end', { disclosure: { at: 'aftercare_or_later', sessionEndedOn: null, clinicalNote: true } }, ['disclosure_route']],
    ['before aftercare', { disclosure: { at: 'before_aftercare', sessionEndedOn: ago(90), clinicalNote: true } }, ['disclosure_route']],
    ['declined without a note', { disclosure: { at: 'declined', sessionEndedOn: null, clinicalNote: false } }, ['disclosure_route']],
    ['Couple Dale: declined with a note', { disclosure: { at: 'declined', sessionEndedOn: null, clinicalNote: true } }, []],
    ['waived with a note', { disclosure: { at: 'waived', sessionEndedOn: null, clinicalNote: true } }, []],
    ['something untold', { undisclosedMaterial: true }, ['nothing_undisclosed']],
    ['untold not known', { undisclosedMaterial: undefined }, ['nothing_undisclosed']],
    ['an agreement of 27 days', { accountabilitySince: ago(27) }, ['accountability_active']],
    ['no agreement', { accountabilitySince: null }, ['accountability_active']],
    ['no time-out tried', { timeOutTests: 0 }, ['time_out_tested']],
    ['no support', { partnerOwnSupport: false }, ['partner_supported']],
    ['check-ins under 70 %', { checkIns: { done: fraction(195, 10), expected: 28 } }, ['check_ins_kept']],
    ['no check-in expected', { checkIns: { done: fraction(0), expected: 0 } }, ['check_ins_kept']],
    ['a slip 27 days ago, told late', { lastSlip: { on: ago(27), toldInTime: false } }, ['slip_free_or_told']],
    ['a slip 27 days ago, telling not known', { lastSlip: { on: ago(27) } }, ['slip_free_or_told']],
    ['a slip yesterday, told in time', { lastSlip: { on: ago(1), toldInTime: true } }, []],
    ['no slip at all', { lastSlip: null }, []],
    ['slips not known', { lastSlip: undefined }, ['slip_free_or_told']],
    ['five uses of a skill', { groundingDrops: [9, 9, 9, 9, 9] }, ['grounding_helps']],
    ['six uses just under two points', { groundingDrops: [9, 2, 2, 2, 2, 2, 1] }, ['grounding_helps']],
    ['a view of 39', { partnerTransparency: fraction(399, 10) }, ['partner_sees_transparency']],
    ['no view', { partnerTransparency: null }, ['partner_sees_transparency']],
    ['four nights', { sleepNights: { RP: 5, BP: 4 } }, ['sleeps_enough.BP']],
    ['one who does not agree', { agreesOnPurpose: { RP: false, BP: true } }, ['agrees_on_purpose.RP']],
  ])('%s', (_, change, expected) => {
    expect(unmet(change)).toEqual(expected);
  }); // prettier-ignore

  it('asks for four of six SOFT items, each person of an item', () => {
    const two = { ...sampleStageTwo, lastSlip: undefined, partnerTransparency: null };
    expect([evaluate(two).softMet, evaluate(two).recommended]).toEqual([4, true]);
    const three = { ...two, sleepNights: { RP: 5, BP: 4 } };
    expect([evaluate(three).softMet, evaluate(three).recommended]).toEqual([3, false]);
  });

  it('is not recommended with one HARD item open, whatever the ratings say', () => {
    const facts = { ...sampleStageTwo, partnerTransparency: fraction(100), timeOutTests: 0 };
    expect([evaluate(facts).softMet, evaluate(facts).recommended]).toEqual([6, false]);
  });

  it('gives numbers and days as evidence', () => {
    const evidence = Object.fromEntries(
      evaluate(sampleStageTwo).findings.map((f) => [f.criterion, f.evidence]),
    );
    expect(evidence).toMatchObject({
      'no_safety_concern.RP': { on: ago(28), days: 28, within: 28 },
      disclosure_route: { route: 'aftercare_or_later', since: ago(14), days: 14, needed: 14 },
      time_out_tested: { count: 1, needed: 1 },
      check_ins_kept: { percent: 70, needed: 70 },
      slip_free_or_told: { since: ago(28), days: 28, needed: 28 },
      grounding_helps: { uses: 6, usesNeeded: 6, drops: 12, dropNeeded: 2 },
      partner_sees_transparency: { rating: 40, needed: 40 },
    });
  });

  it('shows evidence to therapists of the side, and nothing to others', () => {
    const full = evaluate(sampleStageTwo);
    const forPartnerSide = evaluationFor(full, ['BP']).findings;
    const shown = forPartnerSide.filter(({ evidence }) => Object.keys(evidence).length > 0);
    expect(shown.map(({ criterion }) => criterion)).toEqual([
      'no_safety_concern.BP', 'no_acute_risk.BP', 'disclosure_route', 'time_out_tested', 'grounding_helps',
      'partner_sees_transparency', 'sleeps_enough.BP',
    ]); // prettier-ignore
    expect(forPartnerSide.map(({ met }) => met)).toEqual(full.findings.map(({ met }) => met));
    for (const reader of ['person', 'admin', []] as const)
      expect(evaluationFor(full, reader)).toEqual({ ...full, findings: [], softMet: 0, recommended: false });
  });
});

describe('settings and signers', () => {
  it('keeps each default inside its range, with a key of its own', () => {
    const all = Object.values(gateSettings);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(all.filter(({ standard, from, to }) => standard < from || standard > to || from > to)).toEqual([]);
    expect(gateSettings.slipFreeDaysStage3).toEqual({
      key: 'gate.slip_free_days_stage_3', standard: 60, from: 30, to: 90, unit: 'days',
    }); // prettier-ignore
  });

  it('takes a clinic’s own value inside the range only', () => {
    expect(gateSettingValues({ slipFreeDaysStage3: 30 }).slipFreeDaysStage3).toBe(30);
    expect(gateSettingValues({ slipFreeDaysStage3: 90 }).slipFreeDaysStage3).toBe(90);
    for (const value of [29, 91, 60.5, Number.NaN])
      expect(() => gateSettingValues({ slipFreeDaysStage3: value })).toThrow(
        'gate.slip_free_days_stage_3 is 30 to 90',
      );
  });

  it('names who signs', () => {
    expect(requiredSigners(true)).toEqual(['T_RP', 'T_BP', 'T_C']);
    expect(requiredSigners(false)).toEqual(['T_RP', 'T_BP']);
  });
});
