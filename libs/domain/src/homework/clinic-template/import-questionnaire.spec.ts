import { describe, expect, it } from '@jest/globals';
import { asStaffId } from '../../shared/ids.js';
import { importQuestionnaire } from './import-questionnaire.js';
import { publishProblems } from './publish-problems.js';
import { readClinicTemplate } from './read-clinic-template.js';

const now = new Date('2025-01-06T18:00:00Z');
const attestation = {
  by: asStaffId('11111111-1111-4111-8111-111111111111'),
  at: now,
  licenceReference: 'letter',
};
const item = (linkId: string, type: string, more: object = {}): object => ({
  linkId,
  type,
  text: `Item ${linkId}`,
  ...more,
});
const form = (item: unknown, more: object = {}): object => ({
  resourceType: 'Questionnaire',
  title: 'Sleep',
  item,
  ...more,
});
const read = (resource: unknown, word: typeof attestation | null = null) =>
  importQuestionnaire({ resource, attestation: word, now });
const problemsOf = (resource: unknown, word: typeof attestation | null = null) => {
  const result = read(resource, word);
  return result.ok ? [] : result.refusal.map(({ code, linkId }) => [code, linkId]);
};
const fieldsOf = (...items: object[]) => {
  const result = read(form(items));
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.template.fields;
};
const coding = (code: string, display: string): object => ({ valueCoding: { code, display } });
const choice = { answerOption: [coding('y', 'Yes'), coding('n', 'No')] };

describe('a FHIR questionnaire as an exercise', () => {
  it.each([
    ['string', 'line'],
    ['text', 'text'],
    ['integer', 'num'],
    ['decimal', 'num'],
    ['date', 'day'],
    ['dateTime', 'dt'],
    ['boolean', 'bool'],
  ])('asks %s as %s', (type, kind) => {
    expect(fieldsOf(item('1', type, { required: true }))).toMatchObject([
      { key: 'q1', kind, label: { en: 'Item 1', es: '' }, required: true },
    ]);
  });

  it('makes choices, several answers, and an open choice with a line of its own', () => {
    const [one, several, open, line] = fieldsOf(
      item('1', 'choice', choice),
      item('2', 'choice', { ...choice, repeats: true }),
      item('3', 'open-choice', choice),
    );
    expect(one).toMatchObject({
      kind: 'choice',
      options: [{ value: 'a1', label: { en: 'Yes' } }, { value: 'a2' }],
    });
    expect(several?.kind).toBe('multi');
    expect(open?.options?.map(({ value }) => value)).toEqual(['a1', 'a2', 'other']);
    expect(line).toMatchObject({ kind: 'line', askedWhen: { key: open!.key, is: ['other'] } });
  });

  it('puts groups and what is only shown above the next question, and repeats into lists', () => {
    const [first, list, single] = fieldsOf(
      item('g', 'group', { item: [item('d', 'display'), item('1', 'text')] }),
      item('r', 'group', { repeats: true, item: [item('2', 'string'), item('3', 'boolean')] }),
      item('s', 'string', { repeats: true }),
    );
    expect(first).toMatchObject({ kind: 'text', hint: { en: 'Item g Item d' } });
    expect(list).toMatchObject({ kind: 'list', rows: [{ kind: 'line' }, { kind: 'bool' }] });
    expect(single).toMatchObject({ kind: 'list', rows: [{ kind: 'line' }] });
  });

  it('keeps conditions, ranges and Spanish', () => {
    const when = (operator: string, answer: object) => ({
      enableWhen: [{ question: '1', operator, ...answer }],
    });
    const minimum = { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 1 };
    const spanish = {
      url: 'http://hl7.org/fhir/StructureDefinition/translation',
      extension: [
        { url: 'lang', valueCode: 'es' },
        { url: 'content', valueString: 'Pregunta' },
      ],
    };
    const fields = fieldsOf(
      item('1', 'choice', choice),
      item('2', 'text', when('=', { answerCoding: { code: 'y' } })),
      item('3', 'text', when('!=', { answerCoding: { code: 'y' } })),
      item('4', 'integer', { extension: [minimum], _text: { extension: [spanish] } }),
    );
    expect(fields.map(({ askedWhen }) => askedWhen?.is)).toEqual([undefined, ['a1'], ['a2'], undefined]);
    expect(fields[3]).toMatchObject({ range: [1, 1_000_000], label: { en: 'Item 4', es: 'Pregunta' } });
  });

  it('gives a draft that can be saved, and published once it has a purpose', () => {
    const result = read(form([item('1', 'open-choice', choice), item('2', 'text')]));
    if (!result.ok) throw new Error('refused');
    expect(readClinicTemplate(result.value.template)).toEqual({ ok: true, value: result.value.template });
    expect(publishProblems(result.value.template)).toEqual([{ path: 'purpose.en', code: 'needed' }]);
  });

  const deep = (levels: number): object =>
    item(`l${String(levels)}`, 'group', { item: [levels === 0 ? item('1', 'text') : deep(levels - 1)] });
  it.each<[string, unknown, (string | null)[]]>([
    ['null', null, ['not_a_questionnaire', null]],
    ['another resource', { resourceType: 'Patient', item: [] }, ['not_a_questionnaire', null]],
    ['no items', form([]), ['not_a_questionnaire', null]],
    ['items that are none', form({}), ['not_a_questionnaire', null]],
    ['an item that is none', form([3]), ['not_a_questionnaire', null]],
    ['no linkId', form([{ type: 'text' }]), ['link_id_missing', null]],
    ['one linkId twice', form([item('1', 'text'), item('1', 'text')]), ['link_id_twice', '1']],
    ['no words', form([{ linkId: '1', type: 'text' }]), ['text_missing', '1']],
    ['a kind that cannot be asked', form([item('7', 'quantity')]), ['type_not_supported', '7']],
    ['no kind', form([{ linkId: '7', text: 'x' }]), ['type_not_supported', '7']],
    ['a modifier', form([item('1', 'text', { modifierExtension: [{}] })]), ['modifier_not_supported', '1']],
    ['a calculation', form([item('1', 'integer', { extension: [{ url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression' }] })]), ['expression_not_supported', '1']],
    ['answers elsewhere', form([item('1', 'choice', { answerValueSet: 'http://x' })]), ['options_not_inside', '1']],
    ['one answer', form([item('1', 'choice', { answerOption: [coding('y', 'Yes')] })]), ['too_few_options', '1']],
    ['many answers', form([item('1', 'choice', { answerOption: Array.from({ length: 51 }, (_, n) => coding(String(n), `A${String(n)}`)) })]), ['too_large', '1']],
    ['a list in a list', form([item('r', 'group', { repeats: true, item: [item('i', 'group', { repeats: true, item: [item('1', 'text')] })] })]), ['list_in_list', 'i']],
    ['a condition on a later item', form([item('1', 'text', { enableWhen: [{ question: '2', operator: '=', answerBoolean: true }] }), item('2', 'boolean')]), ['condition_not_earlier', '1']],
    ['a condition on itself', form([item('1', 'boolean', { enableWhen: [{ question: '1', operator: '=', answerBoolean: true }] })]), ['condition_not_earlier', '1']],
    ['a comparison', form([item('1', 'integer'), item('2', 'text', { enableWhen: [{ question: '1', operator: '>', answerInteger: 3 }] })]), ['condition_not_supported', '2']],
    ['only words', form([item('1', 'display')]), ['nothing_to_answer', null]],
    ['too deep', form([deep(9)]), ['too_large', 'l2']],
    ['too many', form(Array.from({ length: 301 }, (_, n) => item(String(n), 'text'))), ['too_large', null]],
  ])('is refused for %s, and the item is named', (_, resource, problem) => {
    expect(problemsOf(resource)).toContainEqual(problem);
  }); // prettier-ignore

  it('asks for the right to use what somebody owns, by name or by copyright', () => {
    const items = [item('1', 'text')];
    const owned = form(items, { copyright: '(c) A. Author' });
    expect(problemsOf(owned)).toEqual([['attestation_missing', null]]);
    expect(problemsOf(owned, { ...attestation, licenceReference: ' ' })).toEqual([
      ['licence_reference_missing', null],
    ]);
    expect(read(owned, attestation)).toMatchObject({
      ok: true,
      value: { copyright: '(c) A. Author', instrument: null },
    });
    const named = form(items, { title: 'Dyadic scale (RDAS), 14 items' });
    expect(problemsOf(named, attestation)).toEqual([['copyright_missing', null]]);
    expect(read({ ...named, copyright: 'x' }, attestation)).toMatchObject({
      ok: true,
      value: { instrument: 'RDAS' },
    });
    expect(problemsOf(form(items))).toEqual([]);
  });
});
