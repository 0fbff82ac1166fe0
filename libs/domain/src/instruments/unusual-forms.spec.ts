import { describe, expect, it } from '@jest/globals';
import { fraction } from '../shared/fraction.js';
import { administrationWords } from './administration.js';
import { safetySignalsOf } from './concerns.js';
import { changeRuleFor } from './change-rule.js';
import { extensionsOf, objectIn } from './fhir-values.js';
import { importInstrument } from './import-instrument.js';
import { instrumentStatementWords } from './instrument-change.js';
import { band, every, noCadence } from './instrument-entry.js';
import { instrumentOf } from './catalogue.js';
import { licenceProblems } from './licence.js';
import { measureSeries } from './measure-series.js';
import { readQuestionnaire, type Questionnaire } from './questionnaire.js';
import { readResponse } from './questionnaire-response.js';
import {
  ordinalAddress,
  sampleAttestation,
  sampleForm,
  sampleImport,
  sampleItems,
  sampleNow,
  sampleOption,
  sampleResponse,
  sampleUpload,
} from './sample-form.js';
import { scoreResponse } from './score-response.js';
import { scaleScores } from './score-scales.js';
import { screeningOutcomes, screeningRange, screeningWords } from './screening-range.js';
import { rescore, storedScore } from './stored-score.js';

type Json = Readonly<Record<string, unknown>>;

/** The form, read. Throws when it is refused. */
const read = (items: readonly unknown[], rest: Json = {}): Questionnaire => {
  const result = readQuestionnaire(sampleForm(items, rest));
  if (!result.ok) throw new Error(result.refusal.map(({ code }) => code).join());
  return result.value;
};
const kindOf = (item: Json) => read([{ linkId: 'q1', ...item }]).questions[0];
const answered = (form: Questionnaire, item: readonly unknown[]) =>
  readResponse(form, { resourceType: 'QuestionnaireResponse', status: 'completed', item });
const oneAnswer = (form: Questionnaire, ...answer: readonly unknown[]) => {
  const { answers, problems } = answered(form, [{ linkId: 'q1', answer }]);
  return { answer: answers.get('q1'), problems: problems.map(({ code }) => code) };
};
const weights = (...values: readonly unknown[]) =>
  values.map((valueDecimal, at) => ({
    url: at === 0 ? ordinalAddress : 'http://hl7.org/fhir/StructureDefinition/itemWeight',
    valueDecimal,
  }));
const importOf = (code: string, mapping: Parameters<typeof sampleUpload>[1] = {}) => {
  const result = importInstrument(sampleUpload(code, mapping));
  return result.ok ? [] : result.refusal.map(({ code: why }) => why);
};

/** An item in which the form adds up its own answers. */
const total = {
  linkId: 'sum',
  type: 'decimal',
  extension: [
    {
      url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
      valueExpression: { expression: 'answers().sum(value.ordinal())' },
    },
  ],
};

describe('JSON of which nothing is known', () => {
  it('is an object only when it is one', () => {
    expect([{ a: 1 }, [], [{}], 'text', 7, true, null, undefined].map(objectIn)).toEqual([
      { a: 1 }, null, null, null, null, null, null, null,
    ]); // prettier-ignore
  });

  it('may hold extensions that are none', () => {
    expect(extensionsOf({ extension: [null, 'x', { url: 'a' }, { url: 'b' }] }, 'a')).toEqual([{ url: 'a' }]);
    expect(extensionsOf({ extension: 'a' }, 'a')).toEqual([]);
  });
});

describe('a form', () => {
  it('tells kinds apart, and gives options to a choice alone', () => {
    const answerOption = [0, 1].map(sampleOption);
    const kinds = ['choice', 'open-choice', 'integer', 'decimal', 'boolean', 'text', 'toString'];
    expect(kinds.map((type) => kindOf({ type, answerOption })?.kind)).toEqual([
      'choice', 'choice', 'integer', 'decimal', 'boolean', 'other', 'other',
    ]); // prettier-ignore
    expect(kinds.map((type) => kindOf({ type, answerOption })?.options?.length ?? null)).toEqual([
      2, 2, null, null, null, null, null,
    ]); // prettier-ignore
    expect(read([{ linkId: 'q1' }], { title: ' A form ' }).title).toBe('A form');
  });

  it('says only that it is too large, whatever stands beyond the limit', () => {
    const items = Array.from({ length: 301 }, (_, at) => ({ linkId: `q${at}` }));
    const result = readQuestionnaire(sampleForm([...items, {}, null]));
    expect(!result.ok && result.refusal.map(({ code }) => code)).toEqual(['too_large']);
  });

  it('has no option value where two are given that differ or one cannot be read', () => {
    const value = (...values: readonly unknown[]) =>
      kindOf({
        type: 'choice',
        answerOption: [{ valueCoding: { code: 'a' }, extension: weights(...values) }],
      })?.options?.[0]?.value;
    expect(value(1, 1)).toEqual(fraction(1));
    expect(value(1, 0.5)).toBeNull();
    expect(value(1, 2)).toBeNull();
    expect(value(1, 'x')).toBeNull();
  });

  it('has no options where one has no code, or the address of the value set is not of the file', () => {
    expect(
      kindOf({ type: 'choice', answerOption: [{ valueCoding: { system: 'urn:s' } }] })?.options,
    ).toBeNull();
    const compose = { include: [{ concept: [{ code: 'a' }] }] };
    const contained = [{ resourceType: 'ValueSet', id: 'set', compose }];
    const at = (answerValueSet: string) =>
      read([{ linkId: 'q1', type: 'choice', answerValueSet }], { contained }).questions[0]?.options;
    expect(at('#set')).toHaveLength(1);
    expect(at('xset')).toBeNull();
  });
});

describe('an answer', () => {
  const set = (system?: string) => [
    { resourceType: 'ValueSet', id: 'set', compose: { include: [{ system, concept: [{ code: '1' }] }] } },
  ];
  const choice = (system?: string) =>
    read([{ linkId: 'q1', type: 'choice', answerValueSet: '#set' }], { contained: set(system) });
  const coding = (system?: string) => ({ valueCoding: { code: '1', system } });

  it('fits an option of the same system, or where one of the two names none', () => {
    expect(oneAnswer(choice('urn:a'), coding('urn:a')).problems).toEqual([]);
    expect(oneAnswer(choice('urn:a'), coding()).problems).toEqual([]);
    expect(oneAnswer(choice(), coding('urn:a')).problems).toEqual([]);
    expect(oneAnswer(choice('urn:a'), coding('urn:b')).problems).toEqual(['not_an_option']);
  });

  it('that is a code is no whole number, and the other way round', () => {
    const whole = read([{ linkId: 'q1', type: 'choice', answerOption: [{ valueInteger: 1 }] }]);
    expect(oneAnswer(whole, { valueInteger: 1 }).problems).toEqual([]);
    expect(oneAnswer(whole, coding()).problems).toEqual(['not_an_option']);
    expect(oneAnswer(choice(), { valueInteger: 1 }).problems).toEqual(['not_an_option']);
    const decimal = read([{ linkId: 'q1', type: 'decimal' }]);
    expect(oneAnswer(decimal, { valueDecimal: 1 }).problems).toEqual([]);
    expect(oneAnswer(decimal, { valueInteger: 1 }).problems).toEqual(['wrong_type']);
  });

  it('of two that are given keeps the first of equal ones, and one with a value', () => {
    const option = (code: string, value?: number) => ({
      valueCoding: { code },
      extension: value === undefined ? [] : weights(value),
    });
    const form = read([
      { linkId: 'q1', type: 'choice', answerOption: [option('a', 1), option('b', 1), option('c')] },
    ]);
    const given = (code: string) => ({ valueCoding: { code } });
    expect(oneAnswer(form, given('a'), given('b')).answer).toMatchObject({ code: 'a' });
    expect(oneAnswer(form, given('a'), given('c')).answer).toMatchObject({ code: 'a' });
    expect(oneAnswer(form, given('c'), given('b')).answer).toMatchObject({ code: 'b' });
  });

  it('without a value counts nothing in a total of the form', () => {
    const form = read([
      { linkId: 'q1', type: 'choice', answerOption: [{ valueCoding: { code: 'c' } }] },
      total,
    ]);
    const given = (sum: number) => [
      { linkId: 'q1', answer: [{ valueCoding: { code: 'c' } }] },
      { linkId: 'sum', answer: [{ valueDecimal: sum }] },
    ];
    expect(answered(form, given(0)).problems).toEqual([]);
    expect(answered(form, given(1)).problems).toMatchObject([{ code: 'total_differs' }]);
  });

  it('may be one of three hundred, and of no form at all', () => {
    const ids = Array.from({ length: 300 }, (_, at) => ({ linkId: `q${at}`, type: 'text' }));
    expect(
      answered(
        read(ids),
        ids.map(({ linkId }) => ({ linkId })),
      ).problems,
    ).toEqual([]);
    expect(readResponse(read(ids), 'text')).toMatchObject({ completed: false });
  });
});

describe('a clinic’s own copy', () => {
  const q = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `q${from + n}`);

  it('fills each scale with its number of items, each once', () => {
    const trust = (scales: Record<string, readonly string[]>) =>
      importOf('TCRS', { mapping: { items: null, reversed: [], scales } });
    expect(trust({ predictability: q(1, 5), dependability: q(6, 10), faith: q(11, 17) })).toEqual([]);
    expect(trust({ predictability: q(1, 6), dependability: q(7, 10), faith: q(11, 17) })).toEqual([
      'mapping_does_not_fit',
    ]);
    const empathy = (scales: Record<string, readonly string[]>) =>
      importOf('IRI-C', { mapping: { items: null, reversed: [], scales } });
    const missing = [...q(1, 6), 'q1'];
    expect(empathy({ empathic_concern: missing, perspective_taking: q(7, 13) })).toEqual([
      'mapping_does_not_fit',
    ]);
    expect(empathy({ empathic_concern: q(1, 7), perspective_taking: q(7, 13) })).toEqual([
      'mapping_does_not_fit',
    ]);
  });

  it('calculates no total of its own where the clinic reverses items', () => {
    const scales = { predictability: q(1, 5), dependability: q(6, 10), faith: q(11, 17) };
    const resource = sampleForm([...sampleItems('TCRS'), total]);
    const refusals = (reversed: readonly string[]) =>
      importOf('TCRS', { resource, mapping: { items: null, reversed, scales } });
    expect(refusals([])).toEqual([]);
    expect(refusals(['q3'])).toEqual(['expression_not_supported']);
  });

  it('reverses nothing where no total is made', () => {
    for (const code of ['ASQ', 'C-SSRS-SCREENER', 'MDQ']) {
      expect(sampleImport(code).map).toMatchObject({ reversed: [], scales: [] });
    }
  });

  it('may ask by yes and no only where the scale is 0 and 1', () => {
    const boolean = (code: string) =>
      importOf(code, {
        resource: sampleForm(sampleItems(code).map((_, at) => ({ linkId: `q${at + 1}`, type: 'boolean' }))),
      });
    expect(boolean('HARK')).toEqual([]);
    expect(new Set(boolean('PHQ-2'))).toEqual(new Set(['wrong_answer_scale']));
    expect(new Set(boolean('WAST'))).toEqual(new Set(['wrong_answer_scale']));
  });

  it('needs a copyright text that says something', () => {
    const problems = licenceProblems(instrumentOf('IRI-C'), {
      copyright: '  ',
      attestation: sampleAttestation,
      now: sampleNow,
    });
    expect(problems.map(({ code }) => code)).toEqual(['copyright_missing']);
  });
});

describe('scores', () => {
  it('are none for a scale without items', () => {
    const scales = [{ key: 'total', items: [], combine: 'sum' }] as const;
    const answers = instrumentOf('PHQ-2').answers;
    expect(answers && scaleScores({ reversed: [], scales }, [], answers)).toEqual({ total: null });
  });

  it('read as unfinished are positive for a screen of violence alone', () => {
    const imported = sampleImport('PHQ-9');
    const scored = scoreResponse(imported, sampleResponse([null, 0, 0, 0, 0, 0, 0, 0, 2]));
    if (!scored.ok) throw new Error('Refused');
    expect(scored.value.concerns).not.toEqual([]);
    expect(screeningRange(imported.instrument, scored.value).outcome).toBe('no_score');
  });

  it('are kept with every item, chosen or left open', () => {
    const imported = sampleImport('PHQ-9');
    const scored = scoreResponse(imported, sampleResponse([1, 1, 1, 1, 1, 1, 1, 1, null]));
    if (!scored.ok) throw new Error('Refused');
    const stored = storedScore(scored.value);
    expect(rescore(stored, imported)).toEqual(scored);
    expect(scored.value.concerns).toEqual([{ kind: 'self_harm_unanswered' }]);
    const otherForm = { ok: false, refusal: 'other_form' };
    expect(rescore({ ...stored, items: stored.items.slice(0, -1) }, imported)).toEqual(otherForm);
    const renamed = stored.items.map((item) => ({ ...item, linkId: `x${item.linkId}` }));
    expect(rescore({ ...stored, items: renamed }, imported)).toEqual(otherForm);
  });

  it('miss an item when it has neither a value nor a choice', () => {
    const valueless = [{ valueCoding: { code: 'c' } }];
    const item = sampleItems('MDQ').map((_, at) => ({
      linkId: `q${at + 1}`,
      type: 'choice',
      answerOption: valueless,
    }));
    const imported = sampleImport('MDQ', { resource: sampleForm(item) });
    const answer = [{ valueCoding: { code: 'c' } }];
    const scored = scoreResponse(imported, { ...sampleResponse([]), item: [{ linkId: 'q1', answer }] });
    if (!scored.ok) throw new Error('Refused');
    expect(scored.value.missing).not.toContain(1);
    expect(rescore(storedScore(scored.value), imported)).toEqual(scored);
  });

  it('are kept with answers that are no choice', () => {
    const item = sampleItems('HARK').map((_, at) => ({ linkId: `q${at + 1}`, type: 'boolean' }));
    const imported = sampleImport('HARK', { resource: sampleForm(item) });
    const answers = item.map(({ linkId }) => ({ linkId, answer: [{ valueBoolean: false }] }));
    const scored = scoreResponse(imported, { ...sampleResponse([]), item: answers });
    if (!scored.ok) throw new Error('Refused');
    expect(scored.value.missing).toEqual([]);
    expect(rescore(storedScore(scored.value), imported)).toEqual(scored);
  });

  it('are means of all items and of their scales', () => {
    const scored = scoreResponse(
      sampleImport('WAI-SR'),
      sampleResponse(Array.from({ length: 12 }, (_, n) => 1 + (n % 5))),
    );
    expect(scored.ok && scored.value.scales).toMatchObject({ total: fraction(33, 12), goal: fraction(9, 4) });
  });

  it('make no series without a direction', () => {
    const of = { track: 'RP', totals: [], rule: null } as const;
    expect(measureSeries(instrumentOf('PHQ-9'), of)).not.toBeNull();
    expect(measureSeries({ ...instrumentOf('PHQ-9'), worseWhen: null }, of)).toBeNull();
  });

  it('give SAFE-1 the value as it was measured', () => {
    const of = { track: 'RP', at: sampleNow } as const;
    const [signal] = safetySignalsOf([{ kind: 'self_harm_item', value: fraction(1, 2) }], of);
    expect(signal).toEqual({ ...of, kind: 'self_harm_item', value: 0.5 });
  });

  it('change by a clinic’s own numbers under the name of that rule', () => {
    expect(changeRuleFor(instrumentOf('PHQ-9'), { sd: 5, reliability: 0.9 })).toMatchObject({
      id: 'own',
      kind: 'beyond',
    });
  });
});

describe('entries of the list', () => {
  it('mark a band as general knowledge, and ask at the start and at moments that are named', () => {
    const label = { en: 'mild', es: 'leve' };
    expect(band('mild', 5, label)).toMatchObject({ source: 'K', verify: true });
    expect(every(4)).toEqual({ everyWeeks: [4, 4], moments: ['baseline'] });
    expect(noCadence).toEqual({ everyWeeks: null, moments: [] });
  });

  it('have words in both languages for every outcome, refusal and statement', () => {
    expect(Object.keys(screeningWords).sort()).toEqual([...screeningOutcomes].sort());
    for (const words of [screeningWords, administrationWords, instrumentStatementWords]) {
      expect(Object.keys(words).length).toBeGreaterThan(2);
      for (const { en, es } of Object.values(words))
        expect([en.length > 5, es.length > 5]).toEqual([true, true]);
    }
  });
});
