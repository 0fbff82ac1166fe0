import { describe, expect, it } from '@jest/globals';
import { fractionText } from '../shared/fraction.js';
import type { ImportedInstrument } from './import-instrument.js';
import {
  ordinalAddress,
  sampleAnswer,
  sampleChoice,
  sampleForm,
  sampleImport,
  sampleItems,
  sampleOption,
  sampleResponse,
  sampleUrl,
} from './sample-form.js';
import { scoreResponse, type InstrumentResult } from './score-response.js';

const scored = (imported: ImportedInstrument, response: unknown): InstrumentResult => {
  const result = scoreResponse(imported, response);
  if (!result.ok) throw new Error(result.refusal.problems.map(({ code }) => code).join());
  return result.value;
};
const scales = (imported: ImportedInstrument, response: unknown) =>
  Object.fromEntries(
    Object.entries(scored(imported, response).scales).map(([key, value]) => [
      key,
      value && fractionText(value),
    ]),
  );
const refused = (imported: ImportedInstrument, response: unknown): readonly string[] => {
  const result = scoreResponse(imported, response);
  if (result.ok) return [];
  return result.refusal.problems.map(({ code, linkId }) => (linkId === null ? code : `${code} ${linkId}`));
};
const all = (count: number, value: number) => Array.from({ length: count }, () => value);
const phq2 = sampleImport('PHQ-2');

describe('scoring', () => {
  it('adds up, whole and by cluster', () => {
    const values = [...all(5, 1), ...all(2, 2), ...all(7, 3), ...all(6, 4)];
    expect(scales(sampleImport('PCL-5'), sampleResponse(values))).toEqual({
      total: '54/1',
      intrusion: '5/1',
      avoidance: '4/1',
      thoughts_and_mood: '21/1',
      arousal: '24/1',
    });
  });

  it('reaches both ends of every range', () => {
    const ends = (code: string, low: readonly number[], high: readonly number[]) =>
      [low, high].map((values) => Object.values(scales(sampleImport(code), sampleResponse(values)))[0]);
    expect(ends('PHQ-9', all(9, 0), all(9, 3))).toEqual(['0/1', '27/1']);
    expect(ends('CSI-16', all(16, 0), [6, ...all(15, 5)])).toEqual(['0/1', '81/1']);
    const rdas = [...all(10, 5), 4, ...all(3, 5)];
    expect(ends('RDAS', all(14, 0), rdas)).toEqual(['0/1', '69/1']);
    const das = [...all(22, 5), 4, 4, ...all(4, 5), 1, 1, 6, 5];
    expect(ends('DAS', all(32, 0), das)).toEqual(['0/1', '151/1']);
    expect(ends('HITS', all(4, 1), all(4, 5))).toEqual(['4/1', '20/1']);
  });

  it('turns reversed items around and takes exact means', () => {
    const ecr = sampleImport('ECR-RS');
    expect(scales(ecr, sampleResponse([7, 7, 7, 7, 1, 1, 1, 1, 1]))).toEqual({
      avoidance: '1/1',
      anxiety: '1/1',
    });
    expect(scales(ecr, sampleResponse([1, 1, 1, 1, 7, 7, 7, 7, 7]))).toEqual({
      avoidance: '7/1',
      anxiety: '7/1',
    });
    expect(scales(ecr, sampleResponse([6, 7, 7, 7, 1, 1, 2, 2, 3]))).toEqual({
      avoidance: '7/6',
      anxiety: '7/3',
    });
  });

  it('turns the reversed items of the long attachment measure', () => {
    const reversed = [9, 11, 20, 22, 26, 27, 28, 29, 30, 31, 33, 34, 35, 36];
    const values = Array.from({ length: 36 }, (_, at) => (reversed.includes(at + 1) ? 7 : 1));
    expect(scales(sampleImport('ECR-R'), sampleResponse(values))).toEqual({
      anxiety: '1/1',
      avoidance: '1/1',
    });
  });

  it('turns items around zero and uses the mapping of the clinic', () => {
    const q = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `q${from + n}`);
    const lists = { predictability: q(13, 17), dependability: q(1, 5), faith: q(6, 12) };
    const mapping = { items: null, reversed: ['q1', 'q13'], scales: lists };
    const trust = sampleImport('TCRS-CENTERED', { mapping });
    const values = [-3, ...all(4, 3), ...all(7, -1), 2, ...all(4, 0)];
    expect(scales(trust, sampleResponse(values))).toEqual({
      total: '6/1',
      predictability: '-2/1',
      dependability: '15/1',
      faith: '-7/1',
    });
  });

  it('takes tenths where a line is measured, exactly', () => {
    const items = [1, 2, 3, 4].map((n) => ({ linkId: `q${n}`, type: 'decimal' }));
    const ors = sampleImport('ORS', { resource: sampleForm(items) });
    const marks = (values: readonly number[]) => ({
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      item: values.map((valueDecimal, at) => ({ linkId: `q${at + 1}`, answer: [{ valueDecimal }] })),
    });
    expect(scales(ors, marks([0.1, 0.2, 9.9, 10]))).toEqual({ total: '101/5' });
    expect(refused(ors, marks([0.15, 10.1, -0.1, 10]))).toEqual([
      'out_of_range q1',
      'out_of_range q2',
      'out_of_range q3',
    ]);
    expect(refused(ors, marks([1e-7, 1, 1, 1]))).toEqual(['wrong_type q1']);
    expect(refused(ors, marks([Number.NaN, 1, 1, 1]))).toEqual(['wrong_type q1']);
  });

  it('counts a yes as one and takes whole numbers', () => {
    const yesNo = [1, 2, 3, 4].map((n) => ({ linkId: `q${n}`, type: 'boolean' }));
    const hark = sampleImport('HARK', { resource: sampleForm(yesNo) });
    const says = (values: readonly unknown[]) => ({
      resourceType: 'QuestionnaireResponse',
      status: 'amended',
      item: values.map((valueBoolean, at) => ({ linkId: `q${at + 1}`, answer: [{ valueBoolean }] })),
    });
    expect(scales(hark, says([true, false, true, false]))).toEqual({ total: '2/1' });
    expect(refused(hark, says([true, 1, 'true', null]))).toEqual([
      'wrong_type q2',
      'wrong_type q3',
      'wrong_type q4',
    ]);
    const numbers = sampleImport('PHQ-2', {
      resource: sampleForm([1, 2].map((n) => ({ linkId: `q${n}`, type: 'integer' }))),
    });
    const given = (a: unknown, b: unknown) => ({
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      item: [
        { linkId: 'q1', answer: [{ valueInteger: a }] },
        { linkId: 'q2', answer: [{ valueInteger: b }] },
      ],
    });
    expect(scales(numbers, given(3, 0))).toEqual({ total: '3/1' });
    expect(refused(numbers, given(4, -1))).toEqual(['out_of_range q1', 'out_of_range q2']);
    expect(refused(numbers, given(1.5, '1'))).toEqual(['wrong_type q1', 'wrong_type q2']);
  });

  it('gives no score with a missing item, and says which', () => {
    const result = scored(sampleImport('PHQ-9'), sampleResponse([1, 1, null, 1, 1, 1, 1, 1, 0]));
    expect([result.scales, result.missing]).toEqual([{ total: null }, [3]]);
    const pcl = scored(sampleImport('PCL-5'), sampleResponse([...all(19, 1), null]));
    expect(Object.entries(pcl.scales).map(([key, value]) => [key, value && fractionText(value)])).toEqual([
      ['total', null],
      ['intrusion', '5/1'],
      ['avoidance', '2/1'],
      ['thoughts_and_mood', '7/1'],
      ['arousal', null],
    ]);
    expect(pcl.missing).toEqual([20]);
  });

  it('keeps every answer, the form and the engine', () => {
    expect(scored(phq2, sampleResponse([2, null]))).toMatchObject({
      code: 'PHQ-2',
      instrumentVersion: 1,
      scoredBy: 'trellis-instruments/1',
      questionnaire: { url: sampleUrl, version: '1' },
      items: [
        { position: 1, linkId: 'q1', code: 'a2', value: { n: 2n, d: 1n } },
        { position: 2, linkId: 'q2', code: null, value: null },
      ],
      missing: [2],
      concerns: [],
    });
  });

  it('scores nothing where a clinician does, and keeps what was answered', () => {
    const itq = sampleImport('ITQ');
    const result = scored(itq, sampleResponse([...all(17, 2), null]));
    expect([result.scales, result.missing, result.items[0]?.code]).toEqual([{}, [18], 'a2']);
    const short = sampleImport('WAST-SHORT', {
      resource: sampleForm([sampleChoice('q1', 0, 9), { linkId: 'q2', type: 'boolean' }]),
    });
    expect(scored(short, sampleResponse([9])).scales).toEqual({});
  });
});

describe('a response', () => {
  const good = sampleResponse([1, 2]);

  it('is read from anything without throwing', () => {
    for (const odd of [
      null,
      undefined,
      4,
      'x',
      [],
      {},
      { resourceType: 'Questionnaire', item: [] },
      { ...good, item: 'x' },
    ]) {
      expect(refused(phq2, odd)).toEqual(['not_a_response']);
    }
    expect(refused(phq2, { ...good, item: [null] })).toEqual(['not_a_response']);
    expect(refused(phq2, { ...good, item: [{ answer: [] }] })).toEqual(['not_a_response']);
    expect(refused(phq2, { ...good, item: [{ linkId: 'q1', answer: {} }] })).toEqual(['not_a_response q1']);
    expect(refused(phq2, { ...good, item: [{ linkId: 'q1', item: 3 }] })).toEqual(['not_a_response q1']);
    expect(refused(phq2, { ...good, item: [{ linkId: 'q1', answer: [null] }] })).toEqual(['wrong_type q1']);
    expect(refused(phq2, { ...good, item: [{ linkId: 'q1', answer: [{ item: 'x' }] }] })).toEqual([
      'wrong_type q1',
      'not_a_response',
    ]);
    expect(
      refused(phq2, sampleResponse([], { item: Array.from({ length: 301 }, () => ({ linkId: 'q1' })) })),
    ).toEqual(['too_large']);
  });

  it('must be finished', () => {
    for (const status of ['in-progress', 'stopped', 'entered-in-error', undefined, 1]) {
      expect(refused(phq2, { ...good, status })).toEqual(['not_completed']);
    }
    expect(refused(phq2, { ...good, status: 'amended' })).toEqual([]);
  });

  it('must belong to this form and version, when it names one', () => {
    const names = (questionnaire: unknown) => refused(phq2, { ...good, questionnaire });
    expect([names(undefined), names(sampleUrl), names(`${sampleUrl}|1`)]).toEqual([[], [], []]);
    expect(names(`${sampleUrl}|2`)).toEqual(['other_questionnaire']);
    expect(names(`${sampleUrl}/other`)).toEqual(['other_questionnaire']);
    const nameless = sampleImport('PHQ-2', {
      resource: sampleForm(sampleItems('PHQ-2'), { url: undefined }),
    });
    expect(refused(nameless, { ...good, questionnaire: sampleUrl })).toEqual(['other_questionnaire']);
  });

  it('has one answer for each item, and none for what is not asked', () => {
    const item = [sampleAnswer('q1', 1), sampleAnswer('q2', 1)];
    const answers = (...more: readonly unknown[]) => refused(phq2, { ...good, item: [...item, ...more] });
    expect(answers()).toEqual([]);
    expect(answers(sampleAnswer('q3', 1))).toEqual(['not_in_questionnaire q3']);
    expect(answers(sampleAnswer('q1', 2))).toEqual(['answered_twice q1']);
    const [double] = [1, 2].map((n) => ({ valueCoding: { code: `a${n}` } }));
    expect(refused(phq2, { ...good, item: [{ linkId: 'q1', answer: [double, double] }] })).toEqual([
      'answered_twice q1',
    ]);
    expect(answers({ linkId: 'q1', answer: [] }, { linkId: 'q2' })).toEqual([]);
  });

  it('chooses an option of the form, whose value alone counts', () => {
    const says = (answer: unknown) => refused(phq2, { ...good, item: [{ linkId: 'q1', answer: [answer] }] });
    expect(says({ valueCoding: { code: 'a9' } })).toEqual(['not_an_option q1']);
    expect(says({ valueCoding: { system: 'urn:else', code: 'a1' } })).toEqual(['not_an_option q1']);
    expect(says({ valueCoding: { code: 'a1' } })).toEqual([]);
    expect(says({ valueCoding: {} })).toEqual(['wrong_type q1']);
    expect(says({ valueInteger: 1 })).toEqual(['not_an_option q1']);
    expect(says({ valueString: 'a1' })).toEqual(['wrong_type q1']);
    const forged = { valueCoding: { code: 'a0', extension: [{ url: ordinalAddress, valueDecimal: 3 }] } };
    expect(
      scales(phq2, { ...good, item: [{ linkId: 'q1', answer: [forged] }, sampleAnswer('q2', 0)] }),
    ).toEqual({ total: '0/1' });
    const whole = { linkId: 'q1', type: 'choice', answerOption: [0, 3].map((n) => ({ valueInteger: n })) };
    const mixed = sampleImport('PHQ-2', { resource: sampleForm([whole, sampleChoice('q2', 0, 3)]) });
    expect(
      scales(mixed, {
        ...good,
        item: [{ linkId: 'q1', answer: [{ valueInteger: 3 }] }, sampleAnswer('q2', 1)],
      }),
    ).toEqual({ total: '4/1' });
    expect(refused(mixed, { ...good, item: [{ linkId: 'q1', answer: [{ valueInteger: 1.5 }] }] })).toEqual([
      'wrong_type q1',
    ]);
  });

  it('must tell two options of one code apart', () => {
    const option = (system: string, value: number) => ({
      valueCoding: { system, code: 'same', extension: [{ url: ordinalAddress, valueDecimal: value }] },
    });
    const answerOption = [option('urn:a', 0), option('urn:b', 3)];
    const form = sampleImport('PHQ-2', {
      resource: sampleForm([{ linkId: 'q1', type: 'choice', answerOption }, sampleChoice('q2', 0, 3)]),
    });
    const says = (valueCoding: unknown) => ({
      ...good,
      item: [{ linkId: 'q1', answer: [{ valueCoding }] }, sampleAnswer('q2', 0)],
    });
    expect(scales(form, says({ system: 'urn:b', code: 'same' }))).toEqual({ total: '3/1' });
    expect(refused(form, says({ code: 'same' }))).toEqual(['not_an_option q1']);
  });

  it('may be nested in groups, below items and below answers', () => {
    const form = [
      {
        linkId: 'g',
        type: 'group',
        item: [{ ...sampleChoice('q1', 0, 3), item: [sampleChoice('q2', 0, 3)] }],
      },
    ];
    const nested = sampleImport('PHQ-2', { resource: sampleForm(form) });
    const first = { valueCoding: { code: 'a3' } };
    const below = { linkId: 'q1', answer: [{ ...first, item: [sampleAnswer('q2', 2)] }] };
    expect(scales(nested, { ...good, item: [{ linkId: 'g', item: [below] }] })).toEqual({ total: '5/1' });
    const beside = { linkId: 'q1', answer: [first], item: [sampleAnswer('q2', 1)] };
    expect(scales(nested, { ...good, item: [{ linkId: 'g', item: [beside] }] })).toEqual({ total: '4/1' });
  });

  it('has limits to its depth', () => {
    const deep = (levels: number): unknown =>
      levels === 1 ? sampleAnswer('q2', 1) : { linkId: 'q1', item: [deep(levels - 1)] };
    expect(refused(phq2, { ...good, item: [sampleAnswer('q1', 1), deep(15)] })).toEqual([]);
    expect(refused(phq2, { ...good, item: [sampleAnswer('q1', 1), deep(40)] })).toContain('too_large');
  });

  it('may answer texts, which are not scored', () => {
    const form = sampleForm([...sampleItems('PHQ-2'), { linkId: 'note', type: 'text' }]);
    const noted = sampleImport('PHQ-2', { resource: form });
    const item = [
      sampleAnswer('q1', 1),
      sampleAnswer('q2', 1),
      { linkId: 'note', answer: [{ valueString: 'x' }] },
    ];
    expect(scales(noted, { ...good, item })).toEqual({ total: '2/1' });
    expect(scored(noted, { ...good, item }).items).toHaveLength(2);
  });

  it('must carry the total that its answers have', () => {
    const sum = {
      linkId: 'sum',
      type: 'decimal',
      extension: [
        {
          url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
          valueExpression: { expression: 'answers().sum(value.ordinal())' },
        },
      ],
    };
    const extra = { linkId: 'extra', type: 'choice', answerOption: [sampleOption(0), sampleOption(8)] };
    const mapping = { items: ['q1', 'q2'], reversed: null, scales: {} };
    const form = sampleImport('PHQ-2', {
      resource: sampleForm([...sampleItems('PHQ-2'), extra, sum]),
      mapping,
    });
    const total = (answer: unknown) => ({
      ...good,
      item: [
        sampleAnswer('q1', 1),
        sampleAnswer('q2', 2),
        sampleAnswer('extra', 8),
        { linkId: 'sum', answer: [answer] },
      ],
    });
    expect(scales(form, total({ valueDecimal: 11 }))).toEqual({ total: '3/1' });
    expect(scales(form, total({ valueInteger: 11 }))).toEqual({ total: '3/1' });
    expect(refused(form, total({ valueDecimal: 3 }))).toEqual(['total_differs sum']);
    expect(refused(form, total({ valueString: '11' }))).toEqual(['wrong_type sum']);
  });
});
