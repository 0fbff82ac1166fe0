import { describe, expect, it } from '@jest/globals';
import { fraction, fractionOfDecimal } from '../shared/fraction.js';
import { asLocalDate } from '../shared/local-date.js';
import { administrationPlaces, mayAdminister, type Administration } from './administration.js';
import { instrumentOf, instruments } from './catalogue.js';
import { changeRuleFor, type ChangeChoice } from './change-rule.js';
import { instrumentChange } from './instrument-change.js';
import { suggestedAt, suggestedWindow } from './instrument-cadence.js';
import { leastWholeChange, measureSeries } from './measure-series.js';
import { sampleForm, sampleImport, sampleItems, sampleResponse } from './sample-form.js';
import { scoreResponse } from './score-response.js';
import { scoreSharing } from './score-sharing.js';
import { rescore, storedScore } from './stored-score.js';

const changed = (code: string, before: number | null, after: number | null, choice?: ChangeChoice) => {
  const points = (value: number | null) => (value === null ? null : fractionOfDecimal(value));
  const instrument = instrumentOf(code);
  const scores = { before: points(before), after: points(after) };
  return instrumentChange(instrument, scores, changeRuleFor(instrument, choice));
};
const says = (...call: Parameters<typeof changed>) => changed(...call).statement;

describe('change between two scores', () => {
  it('counts from the standard change on, in both directions', () => {
    expect([says('PCL-5', 52, 38), says('PCL-5', 52, 37)]).toEqual(['within_noise', 'improved_beyond_noise']);
    expect([says('PCL-5', 37, 51), says('PCL-5', 37, 52)]).toEqual(['within_noise', 'worse_beyond_noise']);
    expect([says('PHQ-9', 12, 7), says('PHQ-9', 12, 6)]).toEqual(['within_noise', 'improved_beyond_noise']);
    expect([says('GAD-7', 10, 7), says('GAD-7', 10, 6)]).toEqual(['within_noise', 'improved_beyond_noise']);
    expect([says('ECR-RS', 4, 2), says('ECR-RS', 4, 1.9)]).toEqual(['within_noise', 'improved_beyond_noise']);
  });

  it('knows where a higher total is better', () => {
    expect([says('RDAS', 40, 51), says('RDAS', 40, 52)]).toEqual(['within_noise', 'improved_beyond_noise']);
    expect([says('RDAS', 52, 41), says('RDAS', 52, 40)]).toEqual(['within_noise', 'worse_beyond_noise']);
    expect([says('RDAS', 40, 51.57), says('RDAS', 40, 51.58)]).toEqual([
      'within_noise',
      'improved_beyond_noise',
    ]);
  });

  it('follows the choice of the clinic', () => {
    expect([says('GAD-7', 10, 5, 'reliable_6'), says('GAD-7', 10, 4, 'reliable_6')]).toEqual([
      'within_noise',
      'improved_beyond_noise',
    ]);
    expect([says('PCL-5', 52, 35, 'reliable_18'), says('PCL-5', 52, 34, 'reliable_18')]).toEqual([
      'within_noise',
      'improved_beyond_noise',
    ]);
    expect([says('PCL-5', 52, 43, 'important_10'), says('PCL-5', 52, 42, 'important_10')]).toEqual([
      'within_noise',
      'improved_beyond_noise',
    ]);
    expect(() => changeRuleFor(instrumentOf('GAD-7'), 'reliable_5')).toThrow(
      'instruments.GAD-7.change has no reliable_5',
    );
    expect(() => changeRuleFor(instrumentOf('CSI-16'), 'any')).toThrow(
      'instruments.CSI-16.change has no any',
    );
  });

  it('says nothing without a rule, a score or a direction', () => {
    expect(changed('CSI-16', 22, 35)).toEqual({
      statement: 'no_change_rule',
      difference: fraction(13),
      rule: null,
    });
    expect(changed('PHQ-9', null, 9)).toEqual({
      statement: 'not_enough_data',
      difference: null,
      rule: 'reliable_6',
    });
    expect(changed('CSI-16', 22, null)).toEqual({
      statement: 'not_enough_data',
      difference: null,
      rule: null,
    });
    expect(says('MDQ', 1, 13, { sd: 1, reliability: 0.9 })).toBe('no_change_rule');
    expect(changed('PHQ-9', 15, 9)).toEqual({
      statement: 'improved_beyond_noise',
      difference: fraction(-6),
      rule: 'reliable_6',
    });
  });

  it('is computed from a clinic’s own numbers, exactly', () => {
    // 1.96 * 18 * sqrt(2 * 0.02) = 7.056
    const own = { sd: 18, reliability: 0.98 };
    expect([says('CSI-16', 22, 29, own), says('CSI-16', 22, 30, own)]).toEqual([
      'within_noise',
      'improved_beyond_noise',
    ]);
    expect([says('CSI-16', 22, 29.056, own), says('CSI-16', 22, 29.057, own)]).toEqual([
      'within_noise',
      'improved_beyond_noise',
    ]);
    expect(says('CSI-16', 30, 22, own)).toBe('worse_beyond_noise');
    expect(changed('CSI-16', 22, 30, own).rule).toBe('own');
  });

  it('takes own numbers only within their range', () => {
    const rule = (sd: number, reliability: number) => () =>
      changeRuleFor(instrumentOf('CSI-16'), { sd, reliability });
    for (const right of [rule(0.1, 0.5), rule(100, 0.99)]) expect(right).not.toThrow();
    for (const wrong of [rule(0.09, 0.9), rule(100.1, 0.9), rule(Number.NaN, 0.9), rule(1.00001, 0.9)]) {
      expect(wrong).toThrow('instruments.own_change.sd is 0.1 to 100');
    }
    for (const wrong of [rule(10, 0.49), rule(10, 0.991)]) {
      expect(wrong).toThrow('instruments.own_change.reliability is 0.5 to 0.99');
    }
  });
});

describe('a series for rule OT-9', () => {
  const on = asLocalDate('2025-01-05');

  it('asks for the fewest whole points beyond noise', () => {
    const least = (code: string, choice?: ChangeChoice) => {
      const rule = changeRuleFor(instrumentOf(code), choice);
      return rule && leastWholeChange(rule);
    };
    expect([least('PCL-5'), least('RDAS'), least('ECR-RS'), least('GAD-7'), least('CSI-16')]).toEqual([
      15,
      12,
      3,
      4,
      null,
    ]);
    expect(least('CSI-16', { sd: 18, reliability: 0.98 })).toBe(8);
    // 1.96 * 12.5 * sqrt(2 * 0.5) = 24.5, and 1.96 * 25 * 1 = 49 exactly, which is not beyond itself
    expect([
      least('CSI-16', { sd: 12.5, reliability: 0.5 }),
      least('CSI-16', { sd: 25, reliability: 0.5 }),
    ]).toEqual([25, 50]);
  });

  it('holds the totals that are there, with the direction of the instrument', () => {
    const totals = [
      { on, total: fraction(101, 5) },
      { on, total: null },
    ];
    const series = (code: string) => {
      const instrument = instrumentOf(code);
      return measureSeries(instrument, { track: 'RP', totals, rule: changeRuleFor(instrument) });
    };
    expect(series('ORS')).toEqual({
      code: 'ORS',
      track: 'RP',
      worseWhen: 'lower',
      reliableChange: 5,
      scores: [{ on, total: 20.2 }],
    });
    expect(series('PPCS-6')).toMatchObject({ worseWhen: 'higher', reliableChange: null });
    expect(['ECR-RS', 'MDQ', 'ITQ', 'C-SSRS-SCREENER', 'DA'].map(series)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('stored scores', () => {
  const imported = sampleImport('ECR-RS');
  const result = scoreResponse(imported, sampleResponse([6, 7, 7, 7, 1, 1, 2, 2, null]));
  if (!result.ok) throw new Error('Refused');
  const stored = storedScore(result.value);

  it('keep every answer and exact numbers as text', () => {
    expect(stored).toEqual({
      code: 'ECR-RS',
      instrumentVersion: 1,
      scoredBy: 'trellis-instruments/1',
      questionnaire: { url: 'https://clinic.example/Questionnaire/sample', version: '1' },
      items: [6, 7, 7, 7, 1, 1, 2, 2, null].map((value, at) => ({
        position: at + 1,
        linkId: `q${at + 1}`,
        code: value === null ? null : `a${value}`,
        value: value === null ? null : `${value}/1`,
      })),
      scales: { avoidance: '7/6', anxiety: null },
    });
    expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
  });

  it('can be scored anew from their answers', () => {
    const wrong = {
      ...stored,
      scoredBy: 'trellis-instruments/0',
      scales: { avoidance: '5/1', anxiety: '1/1' },
    };
    expect(rescore(wrong, imported)).toEqual({ ok: true, value: result.value });
  });

  it('bring back what concerns safety', () => {
    const phq = sampleImport('PHQ-9');
    const scored = scoreResponse(phq, sampleResponse([0, 0, 0, 0, 0, 0, 0, 0, 2]));
    const again = scored.ok && rescore(storedScore(scored.value), phq);
    expect(again && again.ok && again.value.concerns).toEqual([
      { kind: 'self_harm_item', value: fraction(2) },
    ]);
  });

  it('are refused for another instrument or form', () => {
    const form = (changes: object) => rescore({ ...stored, ...changes }, imported);
    expect(form({ code: 'ECR-R' })).toEqual({ ok: false, refusal: 'other_instrument' });
    const otherForm = { ok: false, refusal: 'other_form' };
    expect(form({ items: stored.items.slice(1) })).toEqual(otherForm);
    expect(form({ items: [...stored.items].reverse() })).toEqual(otherForm);
    expect(form({ items: stored.items.map((item) => ({ ...item, position: 1 })) })).toEqual(otherForm);
    expect(form({ questionnaire: { ...stored.questionnaire, version: '2' } })).toEqual(otherForm);
    expect(form({ questionnaire: { ...stored.questionnaire, url: null } })).toEqual(otherForm);
    const longer = sampleForm(sampleItems('ECR-RS'), { version: '2' });
    expect(rescore(stored, sampleImport('ECR-RS', { resource: longer }))).toEqual(otherForm);
    expect(() => form({ items: stored.items.map((item) => ({ ...item, value: 'x' })) })).toThrow(
      'Not a fraction',
    );
  });
});

describe('where a form may be filled', () => {
  const allowed = (code: string, by: Administration['by'], alone: boolean | null) =>
    administrationPlaces.map((place) => {
      const result = mayAdminister(instrumentOf(code), { place, by, alone });
      return result.ok ? 'yes' : result.refusal;
    });
  const [links, alone, clinician] = ['not_through_links', 'not_alone', 'clinician_only'];

  it('is anywhere but a shared link for ordinary instruments', () => {
    expect(administrationPlaces).toEqual(['own_account', 'shared_link', 'in_person', 'verified_alone_call']);
    expect(allowed('PHQ-9', 'person', null)).toEqual(['yes', links, 'yes', 'yes']);
  });

  it('is a room or a private call, alone, for screens of violence', () => {
    expect(allowed('HITS', 'person', true)).toEqual([links, links, 'yes', 'yes']);
    expect(allowed('HITS', 'clinician', null)).toEqual([links, links, alone, alone]);
    expect(allowed('HITS', 'clinician', false)).toEqual([links, links, alone, alone]);
    expect(allowed('DA', 'clinician', true)).toEqual([clinician, clinician, 'yes', 'yes']);
  });

  it('is a talk with a clinician for risk screens', () => {
    expect(allowed('C-SSRS-SCREENER', 'person', true)).toEqual([clinician, clinician, clinician, clinician]);
    expect(allowed('C-SSRS-SCREENER', 'clinician', null)).toEqual([clinician, clinician, 'yes', 'yes']);
  });
});

describe('who may be shown a score', () => {
  it('is nobody but the own therapist for violence and risk', () => {
    const nowhere = { ownApp: false, partnerByRelease: false, sharedExport: false, adminReport: false };
    const hidden = instruments.filter((one) => !scoreSharing(one).ownApp);
    expect(hidden.map(({ code }) => code)).toEqual(
      ['HITS', 'E-HITS', 'WAST', 'WAST-SHORT', 'HARK', 'DA', 'C-SSRS-SCREENER', 'ASQ'], // prettier-ignore
    );
    for (const one of hidden) expect(scoreSharing(one)).toEqual(nowhere);
  });

  it('is never a shared export', () => {
    expect(scoreSharing(instrumentOf('CSI-16'))).toEqual({
      ownApp: true,
      partnerByRelease: true,
      sharedExport: false,
      adminReport: true,
    });
  });
});

describe('when an instrument is suggested', () => {
  const day = asLocalDate('2025-01-06');

  it('counts whole weeks from the last time', () => {
    const next = (code: string) => suggestedWindow(instrumentOf(code), day);
    expect(next('PCL-5')).toEqual({ from: '2025-02-03', to: '2025-02-17' });
    expect(next('CSI-16')).toEqual({ from: '2025-03-03', to: '2025-03-03' });
    expect(next('ECR-RS')).toEqual({ from: '2025-03-31', to: '2025-06-23' });
    expect([next('HITS'), next('DAS')]).toEqual([null, null]);
    const intervals = instruments.flatMap(({ code, cadence }) =>
      cadence.everyWeeks ? [[code, ...cadence.everyWeeks]] : [],
    );
    expect(intervals).toEqual([
      ['PCL-5', 4, 6],
      ['PHQ-9', 4, 6],
      ['GAD-7', 4, 6],
      ['CSI-16', 8, 8],
      ['RDAS', 8, 8],
      ['ECR-RS', 12, 24],
      ['PPCS-6', 8, 8],
    ]);
  });

  it('names those of a moment', () => {
    const at = (...[moment]: Parameters<typeof suggestedAt>) =>
      suggestedAt(moment, instruments).map(({ code }) => code);
    const violence = ['HITS', 'E-HITS', 'WAST', 'WAST-SHORT', 'HARK', 'DA'];
    expect(at('after_disclosure_day_14', instruments)).toEqual(['PCL-5', 'PHQ-9', 'GAD-7']);
    expect(at('baseline', instruments)).toEqual([
      'PCL-5',
      'PHQ-9',
      'GAD-7',
      'CSI-16',
      'RDAS',
      'ECR-RS',
      'PPCS-6',
    ]);
    for (const moment of ['intake', 'before_disclosure', 'before_gate_2_3', 'any_sign'] as const) {
      expect(at(moment, instruments)).toEqual(violence);
    }
  });
});
