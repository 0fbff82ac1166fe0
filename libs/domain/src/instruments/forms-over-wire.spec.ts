import { describe, expect, it } from '@jest/globals';
import { fraction } from '../shared/fraction.js';
import { instrumentOf } from './catalogue.js';
import { formParts } from './form-words.js';
import { answersGiven, responseTo } from './given-answers.js';
import { suggestedFor } from './instrument-cadence.js';
import { readQuestionnaire, type Questionnaire } from './questionnaire.js';
import { sampleChoice, sampleForm, sampleImport, sampleItems } from './sample-form.js';
import { scoreObservation } from './score-observation.js';
import { scoreResponse } from './score-response.js';
import { screeningRange } from './screening-range.js';

const translated = {
  ...{ linkId: 'g', type: 'group', text: 'In two weeks' },
  _text: {
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/translation',
        extension: [
          { url: 'lang', valueCode: 'es' },
          { url: 'content', valueString: 'En dos semanas' },
        ],
      },
    ],
  },
  item: [
    {
      ...sampleChoice('a', 0, 1),
      text: 'How often',
      answerOption: [
        { valueCoding: { code: 'a0', display: 'Never' } },
        { valueCoding: { code: 'a1', display: 'Often' } },
      ],
    },
    { linkId: 'n', type: 'integer', text: 'How many' },
    { linkId: 'y', type: 'boolean', text: 'Whether' },
    { linkId: 'd', type: 'decimal', text: 'How much' },
    { linkId: 'w', type: 'text', text: 'In words' },
    { linkId: 'e', type: 'display' },
  ],
};
const resource = sampleForm([
  translated,
  { linkId: 'c', type: 'choice', answerOption: [{ valueInteger: 3 }, { valueInteger: 4 }] },
]);

function form(): Questionnaire {
  const read = readQuestionnaire(resource);
  if (!read.ok) throw new RangeError(read.refusal.map(({ code }) => code).join());
  return read.value;
}

describe('words of a form (INST-29)', () => {
  it('come in reading order, in both languages where it has them, without questions in free words', () => {
    const parts = formParts(form(), resource);
    expect(parts.map(({ linkId, kind }) => [linkId, kind])).toEqual([
      ['g', 'words'],
      ['a', 'choice'],
      ['n', 'integer'],
      ['y', 'boolean'],
      ['d', 'decimal'],
      ['c', 'choice'],
    ]);
    expect(parts[0]?.text).toEqual({ en: 'In two weeks', es: 'En dos semanas' });
    expect(parts[1]?.options).toEqual([
      { value: 'a0', label: { en: 'Never', es: 'Never' } },
      { value: 'a1', label: { en: 'Often', es: 'Often' } },
    ]);
    expect(parts[5]?.options.map(({ value, label }) => [value, label.es])).toEqual([
      ['3', '3'],
      ['4', '4'],
    ]);
    expect(formParts(form(), [])).toEqual([]);
  });

  it('show an option without words by its code, and a Spanish form in both places', () => {
    const bare = sampleForm([sampleChoice('q1', 0, 1)], { language: 'es-MX' });
    const read = readQuestionnaire(bare);
    if (!read.ok) throw new RangeError('refused');
    const [part] = formParts(read.value, bare);
    expect(part?.options.map(({ label }) => label.en)).toEqual(['a0', 'a1']);
  });
});

describe('answers by item (INST-29)', () => {
  it('become a response that names form and version, in the order of the form', () => {
    const read = answersGiven(form(), { c: '4', y: false, n: 2, a: 'a1', d: 0.5 });
    if (!read.ok) throw new RangeError('refused');
    expect(responseTo(form(), read.value, { id: 'one' })).toEqual({
      ...{ resourceType: 'QuestionnaireResponse', status: 'completed', id: 'one' },
      questionnaire: 'https://clinic.example/Questionnaire/sample|1',
      item: [
        { linkId: 'a', answer: [{ valueCoding: { code: 'a1' } }] },
        { linkId: 'n', answer: [{ valueInteger: 2 }] },
        { linkId: 'y', answer: [{ valueBoolean: false }] },
        { linkId: 'd', answer: [{ valueDecimal: 0.5 }] },
        { linkId: 'c', answer: [{ valueInteger: 4 }] },
      ],
    });
    expect(responseTo({ ...form(), url: null }, {})['questionnaire']).toBeUndefined();
    expect(responseTo({ ...form(), version: null }, {})['questionnaire']).toBe(form().url);
  });

  it.each<[string, Record<string, unknown>, string, string | null]>([
    ['an item that is not asked', { other: 'a0' }, 'not_in_questionnaire', null],
    ['words where none are asked', { w: 'words' }, 'not_in_questionnaire', null],
    ['a name of every object', { toString: 'a0' }, 'not_in_questionnaire', null],
    ['a number for a choice', { a: 1 }, 'wrong_type', 'a'],
    ['a code without end', { a: 'a'.repeat(201) }, 'wrong_type', 'a'],
    ['a list', { a: ['a0'] }, 'wrong_type', 'a'],
    ['a word for a number', { n: '2' }, 'wrong_type', 'n'],
    ['a number for yes or no', { y: 1 }, 'wrong_type', 'y'],
  ])('refuse %s', (_, given, code, linkId) => {
    expect(answersGiven(form(), given)).toEqual({ ok: false, refusal: [{ code, linkId }] });
  });

  it('refuse more items than any form has', () => {
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, at) => [`x${at}`, null]));
    expect(answersGiven(form(), many)).toEqual({ ok: false, refusal: [{ code: 'too_large', linkId: null }] });
  });

  it('leave open what is null', () => {
    expect(answersGiven(form(), { a: null })).toEqual({ ok: true, value: {} });
  });
});

describe('what is suggested (INST-27)', () => {
  it('asks about sexual behavior of the recovering person alone', () => {
    const [use, mood] = [instrumentOf('PPCS-6'), instrumentOf('PHQ-9')];
    expect([suggestedFor('RP', use), suggestedFor('BP', use), suggestedFor('BP', mood)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('a score as an Observation (INST-30)', () => {
  const facts = { id: 'o', subject: 'Patient/p', response: 'QuestionnaireResponse/r', at: new Date(0) };
  const observed = (code: string, answers: Record<string, string>) => {
    const imported = sampleImport(code);
    const scored = scoreResponse(imported, responseTo(imported.questionnaire, answers));
    if (!scored.ok) throw new RangeError('refused');
    return scoreObservation(scored.value, screeningRange(imported.instrument, scored.value), facts);
  };

  it('has the total, the screening range, the engine and where it comes from', () => {
    const all = Object.fromEntries(sampleItems('PHQ-9').map((_, at) => [`q${at + 1}`, 'a1']));
    expect(observed('PHQ-9', all)).toEqual({
      ...{ resourceType: 'Observation', id: 'o', status: 'final', subject: { reference: 'Patient/p' } },
      code: { coding: [{ system: 'urn:trellis:instrument', code: 'PHQ-9' }], text: 'low mood' },
      effectiveDateTime: '1970-01-01T00:00:00.000Z',
      valueQuantity: { value: 9 },
      interpretation: [{ text: 'Screening range: mild' }],
      method: { text: 'trellis-instruments/1' },
      derivedFrom: [{ reference: 'QuestionnaireResponse/r' }],
    });
  });

  it('says that a total is missing, and never 0', () => {
    const one = observed('PHQ-9', { q1: 'a1' });
    expect(one['valueQuantity']).toBeUndefined();
    expect(one['dataAbsentReason']).toBeDefined();
    expect(one['interpretation']).toEqual([{ text: 'No score: at least one item has no answer.' }]);
  });

  it('has a part for each of several scales', () => {
    const result = {
      ...{ code: 'PHQ-9', instrumentVersion: 1, scoredBy: 'e', questionnaire: { url: null, version: null } },
      ...{ items: [], missing: [], concerns: [], scales: { one: fraction(1, 3), two: null } },
    };
    const { component } = scoreObservation(result, { outcome: 'no_cut', cut: null, band: null }, facts);
    expect(component).toMatchObject([{ valueQuantity: { value: 0.3333 } }, { dataAbsentReason: {} }]);
  });
});
