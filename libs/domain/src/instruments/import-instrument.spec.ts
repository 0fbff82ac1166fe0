import { describe, expect, it } from '@jest/globals';
import { importInstrument, type InstrumentUpload } from './import-instrument.js';
import { instruments } from './catalogue.js';
import type { InstrumentProblem } from './instrument-problem.js';
import {
  ordinalAddress,
  sampleAttestation,
  sampleChoice,
  sampleForm,
  sampleImport,
  sampleItems,
  sampleNow,
  sampleOption,
  sampleUpload,
} from './sample-form.js';

const refused = (upload: InstrumentUpload): readonly string[] => {
  const result = importInstrument(upload);
  return result.ok ? [] : result.refusal.map(told);
};
const told = ({ code, linkId }: InstrumentProblem) => (linkId === null ? code : `${code} ${linkId}`);
const withForm = (code: string, items: readonly unknown[], rest = {}) =>
  sampleUpload(code, { resource: sampleForm(items, rest) });
const calculated = (expression: unknown) => ({
  linkId: 'sum',
  type: 'decimal',
  readOnly: true,
  extension: [
    {
      url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
      valueExpression: { language: 'text/fhirpath', expression },
    },
  ],
});

describe('bringing in an instrument', () => {
  it('takes every instrument of the list that needs no mapping', () => {
    const results = instruments.map(({ code }) => [code, refused(sampleUpload(code))]);
    expect(results.filter(([, problems]) => problems?.length !== 0)).toEqual([
      ['IRI-C', ['mapping_needed']],
      ['TCRS', ['mapping_needed']],
      ['TCRS-CENTERED', ['mapping_needed']],
    ]);
  });

  it('keeps the copyright text and the attestation', () => {
    const { copyright, attestation, questionnaire } = sampleImport('PHQ-9');
    expect([copyright, attestation]).toEqual(['Somebody', sampleAttestation]);
    expect([questionnaire.url, questionnaire.version, questionnaire.title]).toEqual([
      'https://clinic.example/Questionnaire/sample',
      '1',
      null,
    ]);
  });

  it('refuses what it does not know and what is no form', () => {
    expect(refused({ ...sampleUpload('PHQ-9'), code: 'XYZ' })).toEqual(['unknown_instrument']);
    const odd = [
      null,
      undefined,
      3,
      'text',
      [],
      {},
      { resourceType: 'Questionnaire' },
      { resourceType: 'Patient', item: [{}] },
    ];
    for (const resource of [...odd, sampleForm([]), sampleForm([], { item: {} })]) {
      expect(refused(sampleUpload('PHQ-9', { resource }))).toEqual(['not_a_questionnaire']);
    }
    expect(refused(withForm('PHQ-2', [null, ...sampleItems('PHQ-2')]))).toEqual(['not_a_questionnaire']);
    expect(refused(withForm('PHQ-2', [{ linkId: 'g', type: 'group', item: 'x' }]))).toEqual([
      'not_a_questionnaire',
    ]);
  });
});

describe('licence', () => {
  const without = (code: string, copyright?: unknown) =>
    sampleUpload(code, { resource: sampleForm(sampleItems(code), { copyright }) });

  it('blocks an empty copyright text only where the instrument is not free', () => {
    expect(refused(without('RDAS'))).toEqual(['copyright_missing']);
    expect(refused(without('RDAS', '   '))).toEqual(['copyright_missing']);
    expect(refused(without('IES-R'))).toEqual(['copyright_missing']);
    expect(refused(without('DAS', 7))).toEqual(['copyright_missing']);
    expect(refused(without('SRS'))).toContain('copyright_missing');
    expect(refused(without('PHQ-9'))).toEqual([]);
  });

  it('asks everybody for an attestation, and for a reference where it is not free', () => {
    expect(refused(sampleUpload('PHQ-9', { attestation: null }))).toEqual(['attestation_missing']);
    expect(refused(sampleUpload('RDAS', { attestation: null }))).toEqual(['attestation_missing']);
    const bare = { ...sampleAttestation, licenceReference: null };
    expect(refused(sampleUpload('PHQ-9', { attestation: bare }))).toEqual([]);
    expect(refused(sampleUpload('RDAS', { attestation: bare }))).toEqual(['licence_reference_missing']);
    const blank = { ...sampleAttestation, licenceReference: ' ' };
    expect(refused(sampleUpload('BPS', { attestation: blank }))).toEqual(['licence_reference_missing']);
  });

  it('takes an attestation up to this moment and none with a date that cannot be read', () => {
    const at = (ms: number) => ({ attestation: { ...sampleAttestation, at: new Date(ms) } });
    expect(refused(sampleUpload('PHQ-9', at(sampleNow.getTime())))).toEqual([]);
    expect(refused(sampleUpload('PHQ-9', at(sampleNow.getTime() + 1)))).toEqual(['attested_later']);
    expect(refused(sampleUpload('PHQ-9', at(Number.NaN)))).toEqual(['attested_later']);
  });

  it('tells of licence and form together', () => {
    const items = sampleItems('RDAS').slice(1);
    const upload = withForm('RDAS', items, { copyright: '' });
    expect(refused({ ...upload, attestation: null })).toEqual([
      'copyright_missing',
      'attestation_missing',
      'wrong_item_count',
    ]);
  });
});

describe('items of the form', () => {
  it('finds them in groups, below questions and in reading order, and leaves texts aside', () => {
    const [first, second, third] = [1, 2, 3].map((n) => sampleChoice(`q${n}`, 0, 4));
    const nested = [
      { linkId: 'intro', type: 'display' },
      {
        linkId: 'g',
        type: 'group',
        item: [{ linkId: 'h', type: 'group', item: [{ ...first, item: [second] }] }],
      },
      { linkId: 'note', type: 'text' },
      third,
    ];
    const imported = sampleImport('AUDIT-C', { resource: sampleForm(nested) });
    expect(imported.map.items.map(({ linkId }) => linkId)).toEqual(['q1', 'q2', 'q3']);
  });

  it('refuses a wrong count, a linkId that is missing or comes twice', () => {
    const items = sampleItems('PHQ-9');
    expect(refused(withForm('PHQ-9', items.slice(1)))).toEqual(['wrong_item_count']);
    expect(refused(withForm('PHQ-9', [...items, sampleChoice('q10', 0, 3)]))).toEqual(['wrong_item_count']);
    expect(refused(withForm('PHQ-9', [...items, { linkId: 'q1', type: 'display' }]))).toEqual([
      'link_id_twice q1',
    ]);
    expect(refused(withForm('PHQ-9', [...items, { linkId: ' ', type: 'display' }]))).toEqual([
      'link_id_missing',
    ]);
    expect(refused(withForm('PHQ-9', [...items, { linkId: 4, type: 'display' }]))).toEqual([
      'link_id_missing',
    ]);
  });

  it('has limits to size and depth', () => {
    const shown = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ linkId: `t${n}`, type: 'display' }));
    const items = sampleItems('PHQ-2');
    expect(refused(withForm('PHQ-2', [...items, ...shown(298)]))).toEqual([]);
    expect(refused(withForm('PHQ-2', [...items, ...shown(299)]))).toEqual(['too_large']);
    const deep = (levels: number): unknown =>
      levels === 1
        ? { linkId: 'd1', type: 'display' }
        : { linkId: `d${levels}`, type: 'group', item: [deep(levels - 1)] };
    expect(refused(withForm('PHQ-2', [...items, deep(8)]))).toEqual([]);
    expect(refused(withForm('PHQ-2', [...items, deep(9)]))).toEqual(['too_large']);
    const many = (count: number) => ({ linkId: 'q2', type: 'choice', answerOption: Array.from({ length: count }, (_, n) => ({
      valueCoding: { code: `c${n}`, extension: [{ url: ordinalAddress, valueDecimal: n % 4 }] } })) }); // prettier-ignore
    expect(refused(withForm('PHQ-2', [sampleChoice('q1', 0, 3), many(50)]))).toEqual([]);
    expect(refused(withForm('PHQ-2', [sampleChoice('q1', 0, 3), many(51)]))).toEqual(['too_large q2']);
  });

  it('takes the items that the clinic names, in its order', () => {
    const items = [...sampleItems('PHQ-2'), sampleChoice('extra', 1, 9)];
    const named = (names: readonly string[]) =>
      sampleUpload('PHQ-2', {
        resource: sampleForm(items),
        mapping: { items: names, reversed: null, scales: {} },
      });
    expect(refused(named(['q2', 'q1']))).toEqual([]);
    const result = importInstrument(named(['q2', 'q1']));
    expect(result.ok && result.value.map.items.map(({ linkId }) => linkId)).toEqual(['q2', 'q1']);
    expect(refused(named(['q1', 'q1']))).toEqual(['mapping_does_not_fit']);
    expect(refused(named(['q1', 'nothing']))).toEqual(['mapping_does_not_fit']);
    expect(refused(named(['q1']))).toEqual(['wrong_item_count']);
    expect(refused(named(['q1', 'extra']))).toEqual(['wrong_answer_scale extra']);
  });

  it('asks for the scales of the trust measure, each item once, five, five and seven', () => {
    const q = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `q${from + n}`);
    const mapped = (scales: Record<string, readonly string[]>, reversed: readonly string[] | null = ['q3']) =>
      refused(sampleUpload('TCRS', { mapping: { items: null, reversed, scales } }));
    const right = { predictability: q(1, 5), dependability: q(6, 10), faith: q(11, 17) };
    expect(mapped(right)).toEqual([]);
    expect(mapped(right, [])).toEqual([]);
    expect(mapped(right, null)).toEqual(['mapping_needed']);
    for (const wrong of [
      {},
      { ...right, faith: q(11, 16) },
      { ...right, faith: ['q1', ...q(12, 17)] },
      { ...right, faith: ['x1', ...q(12, 17)] },
      { ...right, faith: ['q12', ...q(12, 17)] },
    ]) {
      expect(mapped(wrong)).toEqual(['mapping_does_not_fit']);
    }
    expect(mapped(right, ['q3', 'q3'])).toEqual(['mapping_does_not_fit']);
    expect(mapped(right, ['q18'])).toEqual(['mapping_does_not_fit']);
    const empathy = (scales: Record<string, readonly string[]>) =>
      refused(sampleUpload('IRI-C', { mapping: { items: null, reversed: [], scales } }));
    expect(empathy({ empathic_concern: q(1, 6), perspective_taking: q(7, 13) })).toEqual([]);
    expect(empathy({ empathic_concern: q(1, 13), perspective_taking: [] })).toEqual(['mapping_does_not_fit']);
    expect(empathy({ empathic_concern: q(1, 6), perspective_taking: q(8, 13) })).toEqual([
      'mapping_does_not_fit',
    ]);
  });
});

describe('options of an item', () => {
  const second = sampleChoice('q2', 0, 3);
  const options = (answerOption: readonly unknown[], rest = {}) =>
    refused(withForm('PHQ-2', [{ linkId: 'q1', type: 'choice', answerOption, ...rest }, second]));
  const coded = (code: string, extension: unknown) => ({ valueCoding: { code }, extension });

  it('must lie on the scale of the instrument and reach both ends', () => {
    expect(options([0, 1, 2, 3].map(sampleOption))).toEqual([]);
    expect(options([3, 2, 1, 0].map(sampleOption))).toEqual([]);
    for (const wrong of [
      [1, 2, 3, 4],
      [0, 1, 2],
      [1, 2, 3],
      [0, 1, 2, 3, 4],
      [-1, 0, 3],
      [0, 1.5, 3],
    ]) {
      expect(options(wrong.map(sampleOption))).toEqual(['wrong_answer_scale q1']);
    }
  });

  it('have the value from ordinalValue or itemWeight, on the option or the coding', () => {
    const weight = (url: string, value: unknown) => [{ url, valueDecimal: value }];
    const item = 'http://hl7.org/fhir/StructureDefinition/itemWeight';
    expect(options([0, 1, 2, 3].map((n) => coded(`c${n}`, weight(item, n))))).toEqual([]);
    expect(options([0, 1, 2, 3].map((n) => coded(`c${n}`, weight('urn:else', n))))).toEqual([
      'option_without_value q1',
    ]);
    expect(options([0, 1, 2, 3].map((n) => coded(`c${n}`, weight(item, String(n)))))).toEqual([
      'option_without_value q1',
    ]);
    const twice = (n: number, other: number) => [...weight(item, n), ...weight(ordinalAddress, other)];
    expect(options([0, 1, 2, 3].map((n) => coded(`c${n}`, twice(n, n))))).toEqual([]);
    expect(options([0, 1, 2, 3].map((n) => coded(`c${n}`, twice(n, 3 - n))))).toEqual([
      'option_without_value q1',
    ]);
    expect(options([0, 1, 2, 3].map((n) => ({ valueInteger: n })))).toEqual([]);
  });

  it('must be in the file, one answer to an item', () => {
    expect(options([])).toEqual(['options_not_inside q1']);
    expect(options([{ valueString: 'x' }, ...[0, 3].map(sampleOption)])).toEqual(['options_not_inside q1']);
    expect(options([], { answerValueSet: 'http://elsewhere.example/vs' })).toEqual(['options_not_inside q1']);
    expect(options([0, 3].map(sampleOption), { repeats: true })).toEqual(['repeats q1']);
    expect(options([0, 3].map(sampleOption), { repeats: false })).toEqual([]);
  });

  it('may stand in a value set of the same file', () => {
    const concept = [0, 1, 2, 3].map((n) => ({
      code: `a${n}`,
      extension: [{ url: ordinalAddress, valueDecimal: n }],
    }));
    const contained = (id: string, type = 'ValueSet') => [
      { resourceType: 'Basic', id: 'vs' },
      { resourceType: type, id, compose: { include: [{ system: 'urn:sample', concept }] } },
    ];
    const items = [{ linkId: 'q1', type: 'choice', answerValueSet: '#vs' }, second];
    expect(refused(withForm('PHQ-2', items, { contained: contained('vs') }))).toEqual([]);
    expect(refused(withForm('PHQ-2', items, { contained: contained('other') }))).toEqual([
      'options_not_inside q1',
    ]);
    expect(refused(withForm('PHQ-2', items, { contained: contained('vs', 'Basic') }))).toEqual([
      'options_not_inside q1',
    ]);
  });

  it('are not taken from a value set that is not written out', () => {
    const concept = [0, 1, 2, 3].map((n) => ({
      code: `a${n}`,
      extension: [{ url: ordinalAddress, valueDecimal: n }],
    }));
    const items = [{ linkId: 'q1', type: 'choice', answerValueSet: '#vs' }, second];
    const compose = (value: unknown) =>
      refused(
        withForm('PHQ-2', items, {
          contained: [null, { resourceType: 'ValueSet', id: 'vs', compose: value }],
        }),
      );
    expect(compose({ include: [{ concept }] })).toEqual([]);
    expect(compose({ include: [{ concept: concept.slice(0, 2) }, { concept: concept.slice(2) }] })).toEqual(
      [],
    );
    for (const wrong of [
      undefined,
      {},
      { include: [] },
      { include: {} },
      { include: [null] },
      { include: [{ system: 'urn:all' }] },
      { include: [{ concept }, { concept: [] }] },
      { include: [{ concept: {} }] },
      { include: [{ concept: [...concept, { display: 'x' }] }] },
      { include: [{ concept: [...concept, null] }] },
      { include: [{ concept }], exclude: [{ concept }] },
    ]) {
      expect(compose(wrong)).toEqual(['options_not_inside q1']);
    }
    const weightless = concept.map(({ code }) => ({ code }));
    expect(compose({ include: [{ concept: weightless }] })).toEqual(['option_without_value q1']);
  });

  it('may give a whole number a weight of its own', () => {
    const weighted = (n: number, weight: number) => ({
      valueInteger: n,
      extension: [{ url: ordinalAddress, valueInteger: weight }],
    });
    expect(options([10, 20, 30, 40].map((n) => weighted(n, n / 10 - 1)))).toEqual([]);
    expect(options([10, 20, 30, 40].map((n) => weighted(n, n / 10)))).toEqual(['wrong_answer_scale q1']);
    expect(options([{ valueInteger: 0.5 }, { valueInteger: 3 }])).toEqual(['options_not_inside q1']);
    expect(options([null, ...[0, 3].map(sampleOption)])).toEqual(['options_not_inside q1']);
    expect(options([0, 3].map((n) => ({ ...sampleOption(n), extension: 'x' })))).toEqual([]);
  });

  it('are not needed for numbers and yes or no', () => {
    const numbers = ['q1', 'q2'].map((linkId) => ({ linkId, type: 'integer' }));
    expect(refused(withForm('PHQ-2', numbers))).toEqual([]);
    const yesNo = [1, 2, 3, 4].map((n) => ({ linkId: `q${n}`, type: 'boolean' }));
    expect(refused(withForm('HARK', yesNo))).toEqual([]);
    expect(refused(withForm('HITS', yesNo))).toEqual([1, 2, 3, 4].map((n) => `wrong_answer_scale q${n}`));
    expect(refused(withForm('CSI-4', yesNo))[0]).toBe('wrong_answer_scale q1');
  });

  it('are not asked for where a clinician scores', () => {
    const plain = Array.from({ length: 18 }, (_, n) => ({ linkId: `q${n}`, type: 'choice' }));
    expect(refused(withForm('ITQ', plain))).toEqual([]);
    expect(refused(withForm('ITQ', plain.slice(1)))).toEqual(['wrong_item_count']);
  });
});

describe('calculated expressions', () => {
  it('can be the sum of ordinals and nothing else', () => {
    const items = sampleItems('PHQ-9');
    expect(refused(withForm('PHQ-9', [...items, calculated('answers().sum(value.ordinal())')]))).toEqual([]);
    for (const other of ['answers().sum(value)', 'answers().sum(value.ordinal()) * 2', '', undefined, 5]) {
      expect(refused(withForm('PHQ-9', [...items, calculated(other)]))).toEqual([
        'expression_not_supported sum',
      ]);
    }
  });

  it('are refused where the score is not a plain sum', () => {
    const sum = calculated('answers().sum(value.ordinal())');
    expect(refused(withForm('ECR-RS', [...sampleItems('ECR-RS'), sum]))).toEqual([
      'expression_not_supported sum',
    ]);
    expect(refused(withForm('WAI-SR', [...sampleItems('WAI-SR'), sum]))).toEqual([
      'expression_not_supported sum',
    ]);
    expect(refused(withForm('RDAS', [...sampleItems('RDAS'), sum]))).toEqual([]);
  });
});
