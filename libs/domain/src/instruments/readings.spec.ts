import { describe, expect, it } from '@jest/globals';
import { raisesSafety } from '../alerts/safety-signal.js';
import { fraction, fractionOfDecimal } from '../shared/fraction.js';
import { instrumentOf } from './catalogue.js';
import { safetySignalsOf, type InstrumentConcern } from './concerns.js';
import { cutFor, inCutRange } from './cuts.js';
import { sampleImport, sampleResponse } from './sample-form.js';
import { scoreResponse } from './score-response.js';
import { bandOf, bandWords, screeningRange } from './screening-range.js';
import { violenceScreenFact } from './violence-screen.js';

const all = (count: number, value: number) => Array.from({ length: count }, () => value);
const outcome = (code: string, values: readonly (number | null)[], choice?: string | number) => {
  const result = scoreResponse(sampleImport(code), sampleResponse(values));
  if (!result.ok) throw new Error('Refused');
  return screeningRange(instrumentOf(code), result.value, choice).outcome;
};
const concerns = (code: string, values: readonly (number | null)[], rest = {}) => {
  const result = scoreResponse(sampleImport(code), sampleResponse(values, rest));
  return (result.ok ? result.value : result.refusal).concerns;
};

describe('cuts', () => {
  const reads = (code: string, totals: readonly number[], choice?: string | number) =>
    totals.map((total) => {
      const cut = cutFor(instrumentOf(code), choice);
      return cut && inCutRange(fractionOfDecimal(total), cut);
    });

  it('draw the line exactly, on the side that is worse', () => {
    expect(reads('PHQ-9', [9, 10])).toEqual([false, true]);
    expect(reads('GAD-7', [7, 8])).toEqual([false, true]);
    expect(reads('CSI-16', [51, 51.5, 52])).toEqual([true, false, false]);
    expect(reads('CSI-4', [13, 13.5])).toEqual([true, false]);
    expect(reads('RDAS', [47, 47.31, 47.32, 48])).toEqual([true, true, false, false]);
    expect(reads('RDAS', [48, 49], '48')).toEqual([true, false]);
    expect(reads('PPCS-6', [19, 20])).toEqual([false, true]);
    expect(reads('ORS', [25, 25.1])).toEqual([true, false]);
  });

  it('can be chosen among those published', () => {
    expect(reads('HITS', [9, 10])).toEqual([false, true]);
    expect(reads('HITS', [10, 11], '11')).toEqual([false, true]);
    expect(reads('HITS', [10, 11], 'above_10')).toEqual([false, true]);
    expect(reads('PCL-5', [30, 31])).toEqual([false, true]);
    expect(reads('PCL-5', [32, 33], '33')).toEqual([false, true]);
    expect(() => cutFor(instrumentOf('HITS'), '12')).toThrow('instruments.HITS.cut has no 12');
    expect(() => cutFor(instrumentOf('HITS'), 12)).toThrow('instruments.HITS.cut is not free to choose');
    expect(cutFor(instrumentOf('ECR-RS'))).toBeNull();
  });

  it('can be the clinic’s own within a range', () => {
    expect(cutFor(instrumentOf('DAS'), 92)).toEqual({
      id: 'own',
      value: fraction(92),
      inRange: 'below',
      source: 'clinic',
      verify: false,
    });
    expect(cutFor(instrumentOf('DAS'), 107)?.value).toEqual(fraction(107));
    expect(cutFor(instrumentOf('PCL-5'), 43)?.inRange).toBe('from');
    for (const wrong of [91.9, 107.1, Number.NaN]) {
      expect(() => cutFor(instrumentOf('DAS'), wrong)).toThrow('instruments.DAS.cut is 92 to 107');
    }
  });
});

describe('bands', () => {
  it('begin where they are said to', () => {
    const keys = (code: string, totals: readonly number[]) =>
      totals.map((total) => bandOf(instrumentOf(code), fraction(total))?.key ?? null);
    expect(keys('PHQ-9', [0, 4, 5, 9, 10, 14, 15, 19, 20, 27])).toEqual([
      'minimal',
      'minimal',
      'mild',
      'mild',
      'moderate',
      'moderate',
      'moderately_severe',
      'moderately_severe',
      'severe',
      'severe',
    ]);
    expect(keys('GAD-7', [4, 5, 9, 10, 14, 15, 21])).toEqual(
      ['minimal', 'mild', 'mild', 'moderate', 'moderate', 'severe', 'severe'], // prettier-ignore
    );
    expect(keys('CSI-16', [20])).toEqual([null]);
  });

  it('are called a screening range in both languages', () => {
    const band = bandOf(instrumentOf('GAD-7'), fraction(5));
    expect(band && bandWords(band)).toEqual({ en: 'Screening range: mild', es: 'Rango de detección: leve' });
  });
});

describe('screening range', () => {
  it('reads a whole total, and nothing of one with a missing item', () => {
    expect(outcome('GAD-7', [2, 1, 1, 1, 1, 1, 1])).toBe('in_range');
    expect(outcome('GAD-7', all(7, 1))).toBe('not_in_range');
    expect(outcome('GAD-7', [3, 3, 3, 3, 3, 3, null])).toBe('no_score');
    expect(outcome('ECR-RS', all(9, 4))).toBe('no_cut');
    expect(outcome('ECR-RS', [null, ...all(8, 4)])).toBe('no_score');
  });

  it('lets an unfinished screen for violence be positive and never negative', () => {
    expect(outcome('HITS', [5, 3, 1, null])).toBe('in_range');
    expect(outcome('HITS', [5, 2, 1, null])).toBe('no_score');
    expect(outcome('HARK', [1, null, null, null])).toBe('in_range');
    expect(outcome('HARK', [0, 0, 0, null])).toBe('no_score');
    expect(outcome('HARK', all(4, 0))).toBe('not_in_range');
  });

  it('says high in a triage, and leaves the rest to a clinician', () => {
    expect(outcome('C-SSRS-SCREENER', [0, 0, 0, 1, 0, 0])).toBe('high');
    expect(outcome('C-SSRS-SCREENER', [0, 0, null, null, null, 1])).toBe('high');
    expect(outcome('C-SSRS-SCREENER', [1, 1, 1, 0, 0, 0])).toBe('for_clinician');
    expect(outcome('C-SSRS-SCREENER', all(6, 0))).toBe('for_clinician');
  });

  it('takes any yes as positive, and four noes as negative', () => {
    expect(outcome('ASQ', [0, 0, 0, 0, null])).toBe('not_in_range');
    expect(outcome('ASQ', [0, 0, 0, null, null])).toBe('no_score');
    expect(outcome('ASQ', [null, 0, 1, null, null])).toBe('in_range');
    expect(outcome('ASQ', [0, 0, 0, 0, 1])).toBe('in_range');
  });

  it('says nothing where a clinician scores', () => {
    expect(outcome('ITQ', all(18, 4))).toBe('for_clinician');
    expect(outcome('DA', all(20, 1))).toBe('for_clinician');
  });

  it('is a fact for the gates only when it is complete', () => {
    const facts = (['in_range', 'high', 'not_in_range', 'no_score', 'no_cut', 'for_clinician'] as const).map(
      violenceScreenFact,
    );
    expect(facts).toEqual(['positive', 'positive', 'negative', 'not_done', 'not_done', 'not_done']);
  });
});

describe('what a therapist should know at once', () => {
  it('is an item on self-harm above 0, whatever the total', () => {
    expect(concerns('PHQ-9', [...all(8, 0), 1])).toEqual([{ kind: 'self_harm_item', value: fraction(1) }]);
    expect(concerns('PHQ-9', [...all(8, 3), 0])).toEqual([]);
    expect(concerns('PHQ-9', [...all(7, null as never), null, 2])).toEqual([
      { kind: 'self_harm_item', value: fraction(2) },
    ]);
  });

  it('is an item on self-harm that a finished form leaves open', () => {
    expect(concerns('PHQ-9', [...all(8, 0), null])).toEqual([{ kind: 'self_harm_unanswered' }]);
    expect(concerns('PHQ-9', [...all(8, 0), null], { status: 'in-progress' })).toEqual([]);
  });

  it('is not hidden by a form that is refused', () => {
    expect(concerns('PHQ-9', [...all(8, 0), 3], { status: 'stopped' })).toEqual([
      { kind: 'self_harm_item', value: fraction(3) },
    ]);
    const twice = sampleResponse([...all(8, 0), 0]);
    const item = [
      ...(twice['item'] as readonly unknown[]),
      ...(sampleResponse([...all(8, null as never), 2])['item'] as readonly unknown[]),
    ];
    expect(concerns('PHQ-9', [], { item })).toEqual([{ kind: 'self_harm_item', value: fraction(2) }]);
    expect(concerns('PHQ-9', [], { item: [...item].reverse() })).toEqual([
      { kind: 'self_harm_item', value: fraction(2) },
    ]);
  });

  it('is any yes of a risk screen', () => {
    expect(concerns('C-SSRS-SCREENER', [1, 0, null, null, null, 0])).toEqual([{ kind: 'risk_positive' }]);
    expect(concerns('C-SSRS-SCREENER', all(6, 0))).toEqual([]);
    expect(concerns('ASQ', [0, 0, 0, 0, 1])).toEqual([{ kind: 'risk_positive' }]);
  });

  it('is a screen for violence that reaches the lowest cut', () => {
    expect(concerns('HITS', [4, 4, 1, 1])).toEqual([{ kind: 'violence_positive' }]);
    expect(concerns('HITS', [4, 3, 1, 1])).toEqual([]);
    expect(concerns('HITS', [5, 3, null, null])).toEqual([{ kind: 'violence_positive' }]);
    expect(concerns('HITS', [5, 2, null, null])).toEqual([]);
    expect(concerns('E-HITS', [3, 1, 1, 1, 1])).toEqual([{ kind: 'violence_positive' }]);
    expect(concerns('E-HITS', [2, 1, 1, 1, 1])).toEqual([]);
    expect(concerns('DA', all(20, 1))).toEqual([]);
    expect(concerns('AUDIT-C', all(3, 4))).toEqual([]);
  });

  it('goes to SAFE-1 as a signal of the person who answered', () => {
    const of = { track: 'BP', at: new Date('2025-01-06T15:00:00Z') } as const;
    const each: readonly InstrumentConcern[] = [
      { kind: 'self_harm_item', value: fraction(1) },
      { kind: 'risk_positive' },
      { kind: 'violence_positive' },
      { kind: 'self_harm_unanswered' },
    ];
    const signals = safetySignalsOf(each, of);
    expect(signals).toEqual([
      { ...of, kind: 'self_harm_item', value: 1 },
      { ...of, kind: 'risk_item' },
      { ...of, kind: 'violence_note' },
    ]);
    expect(signals.map(raisesSafety)).toEqual([true, true, true]);
  });
});
