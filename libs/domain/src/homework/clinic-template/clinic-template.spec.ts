import { describe, expect, it } from '@jest/globals';
import { say } from '../../shared/localized.js';
import { coupleExercises } from '../library/couple-exercises.js';
import { homeworkLibrary } from '../library.js';
import { exerciseFits } from '../search-exercises.js';
import { asExercise, clinicCode, emptyClinicTemplate, type ClinicTemplate } from './clinic-template.js';
import { templateChanges } from './compare-templates.js';
import { publishProblems } from './publish-problems.js';
import { readClinicTemplate } from './read-clinic-template.js';
import { templateHints } from './template-hints.js';

const whole: ClinicTemplate = {
  ...emptyClinicTemplate,
  title: say('Kind moments', 'Momentos amables'),
  purpose: say('Notice one good thing.', 'Note algo bueno.'),
  fields: [
    {
      ...{ key: 'mood', kind: 'choice', label: say('How was it?', '¿Cómo fue?'), required: true },
      options: [
        { value: 'good', label: say('Good', 'Bien') },
        { value: 'hard', label: say('Hard', 'Difícil'), risk: 'look' },
      ],
    },
    {
      ...{
        key: 'why',
        kind: 'text',
        label: say('What made it hard?', '¿Qué lo hizo difícil?'),
        required: false,
      },
      askedWhen: { key: 'mood', is: ['hard'] },
      privacy: 'P0',
    },
    {
      ...{
        key: 'people',
        kind: 'list',
        label: say('Who helped?', '¿Quién ayudó?'),
        required: true,
        leastRows: 2,
      },
      rows: [{ key: 'name', kind: 'line', label: say('Name', 'Nombre'), required: true }],
    },
  ],
  completion: [{ kind: 'answers' }, { kind: 'rows', key: 'people', least: 2 }],
};
const [mood, why, people] = whole.fields;

describe('an exercise of the clinic', () => {
  it('is read as it was written, and nothing else is taken', () => {
    const sent: unknown = JSON.parse(JSON.stringify(whole));
    expect(readClinicTemplate(sent)).toEqual({ ok: true, value: whole });
    for (const odd of [null, [], 'x', 3, { __proto__: { title: 'x' } }])
      expect(readClinicTemplate(odd).ok).toBe(false);
  });

  it.each<[string, object, string, string]>([
    ['fields.0.kind', { fields: [{ ...mood, kind: 'sig' }] }, 'fields.0.kind', 'not_an_option'],
    ['a list in a list', { fields: [{ ...people, rows: [people] }] }, 'fields.0.rows.0.kind', 'not_an_option'],
    ['a key of another form', { fields: [{ ...mood, key: 'A b' }] }, 'fields.0.key', 'does_not_fit'],
    ['one end', { fields: [{ ...mood, ends: [say('a', 'b')] }] }, 'fields.0.ends', 'wrong_type'],
    ['two alarms', { fields: [{ ...mood, alarm: { atLeast: 1, atMost: 2 } }] }, 'fields.0.alarm', 'does_not_fit'],
    ['an endless number', { minutes: Number.NaN }, 'minutes', 'wrong_type'],
    ['a long while', { minutes: 61 }, 'minutes', 'out_of_range'],
    ['a rhythm with another’s number', { cadence: { kind: 'daily', windowHours: 4, times: 2 } }, 'cadence.times', 'unknown_key'],
    ['sittings that end before they begin', { cadence: { kind: 'sittings', least: 3, most: 2 } }, 'cadence.most', 'out_of_range'],
    ['a stage twice', { stages: [1, 1] }, 'stages', 'twice'],
    ['another way to travel', { sharing: { kind: 'together' } }, 'sharing.kind', 'not_an_option'],
    ['another rule', { completion: [{ kind: 'signed', by: ['RP'] }] }, 'completion.0.by', 'unknown_key'],
  ])('is not saved with %s', (_, change, path, code) => {
    const read = readClinicTemplate({ ...whole, ...change });
    expect(read.ok ? [] : read.refusal).toContainEqual({ path, code });
  }); // prettier-ignore

  it.each<[string, Partial<ClinicTemplate>, string, string]>([
    ['a name', { title: say('  ', 'x') }, 'title.en', 'needed'],
    ['a question', { fields: [] }, 'fields', 'needed'],
    ['a stage', { stages: [] }, 'stages', 'needed'],
    ['a rule', { completion: [] }, 'completion', 'needed'],
    ['answers to choose', { fields: [{ ...mood!, options: mood!.options!.slice(0, 1) }] }, 'fields.0.options', 'needed'],
    ['answers told apart', { fields: [{ ...mood!, options: [mood!.options![0]!, mood!.options![0]!] }] }, 'fields.0.options.1', 'twice'],
    ['an earlier question', { fields: [why!, mood!] }, 'fields.0.askedWhen.key', 'not_there'],
    ['a known answer', { fields: [mood!, { ...why!, askedWhen: { key: 'mood', is: ['no'] } }] }, 'fields.1.askedWhen.is', 'not_there'],
    ['ends of a scale', { fields: [{ key: 'a', kind: 's10', label: say('a', 'b'), required: true }] }, 'fields.0.ends', 'needed'],
    ['bounds in order', { fields: [{ key: 'a', kind: 'num', label: say('a', 'b'), required: true, range: [5, 5] }] }, 'fields.0.range', 'out_of_range'],
    ['columns', { fields: [{ ...people!, rows: [] }] }, 'fields.0.rows', 'needed'],
    ['the list of its rule', { fields: [mood!] }, 'completion.1.key', 'not_there'],
    ['words that may travel', { privacy: 'P0', sharing: { kind: 'partner' } }, 'sharing', 'does_not_fit'],
    ['a week of its rule', { completion: [{ kind: 'per_week', least: 2 }] }, 'completion.0', 'does_not_fit'],
  ])('is not published without %s', (_, change, path, code) => {
    expect(publishProblems(whole)).toEqual([]);
    expect(publishProblems({ ...whole, ...change })).toContainEqual({ path, code });
  }); // prettier-ignore

  it('is given with English where Spanish is missing, which is marked', () => {
    const half = { ...whole, title: say('Kind moments', ' ') };
    expect(asExercise({ code: 'BX01', version: 3 }, half)).toMatchObject({
      ...{ code: 'BX01', version: 3, track: 'B', lockedBy: [], title: say('Kind moments', 'Kind moments') },
    });
    expect(templateHints(half)).toContainEqual({ kind: 'not_translated', path: 'title' });
    expect([clinicCode('R', 3), clinicCode('B', 120)]).toEqual(['RX03', 'BX120']);
  });

  it('points out hurtful words in their place, and what is hard to read', () => {
    const hurtful = { ...whole, purpose: say('An addict can write.', 'Para la víctima.') };
    expect(templateHints(hurtful)).toEqual([
      { kind: 'wording', path: 'purpose', language: 'en', term: 'addict', start: 3, length: 6 },
      { kind: 'wording', path: 'purpose', language: 'es', term: 'victim', start: 8, length: 7 },
    ]);
    const hard = say('Institutional considerations necessitate multidimensional operationalization.', '');
    expect(templateHints({ ...whole, purpose: hard, notes: [hard, hard, hard] })).toContainEqual(
      expect.objectContaining({ kind: 'hard_to_read', language: 'en' }),
    );
  });

  it('names what changed between two versions by the keys of its questions', () => {
    const after = { ...whole, minutes: 20, fields: [why!, { ...mood!, required: false }, people!] };
    expect(templateChanges(whole, after)).toEqual([
      { path: 'fields.order', before: 'mood, why, people', after: 'why, mood, people' },
      { path: 'fields.mood.required', before: 'true', after: 'false' },
      { path: 'minutes', before: '15', after: '20' },
    ]);
    expect(templateChanges(whole, whole)).toEqual([]);
  });
});

describe('looking for an exercise', () => {
  const all = { words: '', track: null, stage: null, feeds: null } as const;
  const found = (search: object): string[] =>
    homeworkLibrary.filter((one) => exerciseFits(one, { ...all, ...search })).map(({ code }) => code);

  it('finds by words with typos, in both languages, and by tags', () => {
    expect(found({})).toHaveLength(homeworkLibrary.length);
    expect(found({ words: 'daly recovry' })).toContain('R01');
    expect(found({ words: 'registro diario' })).toContain('R01');
    expect(found({ words: 'b08' })).toContain('B08');
    expect(found({ track: 'C' })).toEqual(coupleExercises.map(({ code }) => code));
    expect(found({ track: 'R', feeds: 'ED' }).every((code) => code.startsWith('R'))).toBe(true);
    expect(found({ words: 'zzzzzz' })).toEqual([]);
  });
});
