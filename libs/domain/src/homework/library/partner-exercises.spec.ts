import { describe, expect, it } from '@jest/globals';
import { languages } from '../../shared/localized.js';
import { highestGrade, readingGrade } from '../../wording/reading-level.js';
import { lintWording } from '../../wording/wording-lint.js';
import { partnerExercises } from './partner-exercises.js';
import type { LocalizedText } from '../../shared/localized.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

/** All fields with their paths; a field of a row reads 'list.field'. */
function everyField(fields: readonly Field[], prefix = ''): readonly (readonly [string, Field])[] {
  return fields.flatMap((field) => [
    [prefix + field.key, field] as const,
    ...everyField(field.rows ?? [], `${prefix}${field.key}.`),
  ]);
}

const all = partnerExercises.flatMap((template) =>
  everyField(template.fields).map(([path, field]) => ({ path: `${template.code} ${path}`, field })),
);
const pathsWhere = (test: (field: Field) => boolean): readonly string[] =>
  all.filter(({ field }) => test(field)).map(({ path }) => path);
const exercise = (code: string): HomeworkTemplate | undefined =>
  partnerExercises.find((template) => template.code === code);

/** Every sentence of a template, in both languages. */
function wordingOf(part: unknown): readonly LocalizedText[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('en' in part && 'es' in part) return [part as LocalizedText];
  return Object.values(part).flatMap(wordingOf);
}

const everyWeek = { kind: 'weekly', times: 1 } as const;
const once = { kind: 'once' } as const;
const monthly = { kind: 'monthly', months: 1 } as const;

describe('partnerExercises', () => {
  it('are seventeen, in the order of their codes', () => {
    expect(partnerExercises.map(({ code, track, version }) => `${code} ${track}${String(version)}`)).toEqual(
      Array.from({ length: 17 }, (_, index) => `B${String(index + 1).padStart(2, '0')} B1`),
    );
  });

  it.each<[string, readonly number[], readonly string[], number, string]>([
    ['B01', [1, 2, 3], ['TS'], 2, 'P1'],
    ['B02', [1, 2, 3], ['TS'], 10, 'P0'],
    ['B03', [1, 2, 3], ['TS'], 10, 'P1'],
    ['B04', [1, 2], ['TS', 'ED'], 20, 'P1'],
    ['B05', [1, 2, 3], ['CT', 'TS'], 30, 'P1'],
    ['B06', [1], ['TS'], 15, 'P1'],
    ['B07', [1, 2, 3], ['TS', 'CG'], 6, 'P1'],
    ['B08', [1], ['CT', 'PI'], 30, 'P1'],
    ['B09', [1], ['TS', 'PI'], 30, 'P1'],
    ['B10', [2], ['ED', 'PI'], 45, 'P1'],
    ['B11', [2], ['TS'], 20, 'P1'],
    ['B12', [1, 2, 3], ['CT', 'TS'], 6, 'P1'],
    ['B13', [1, 2], ['TS'], 2, 'P1'],
    ['B14', [1, 2, 3], [], 4, 'P1'],
    ['B15', [2, 3], ['CG'], 10, 'P1'],
    ['B16', [2, 3], [], 12, 'P1'],
    ['B17', [1, 2, 3], ['TS'], 20, 'P0'],
  ])('%s has its stages, predictors, minutes and level', (code, stages, feeds, minutes, privacy) => {
    const template = exercise(code);
    expect([template?.stages, template?.feeds, template?.minutes, template?.privacy]).toEqual([
      stages,
      feeds,
      minutes,
      privacy,
    ]);
  });

  it.each<[string, object]>([
    ['B01', { cadence: { kind: 'daily', windowHours: 4 }, otherCadences: [{ kind: 'weekly', times: 3 }] }],
    ['B02', { cadence: { kind: 'on_event' } }],
    ['B03', { cadence: { kind: 'on_event', leastPerWeek: 3 } }],
    ['B04', { cadence: once, followUp: everyWeek }],
    ['B05', { cadence: once, followUp: monthly }],
    ['B06', { cadence: once, followUp: monthly }],
    ['B07', { cadence: everyWeek }],
    ['B08', { cadence: { kind: 'sittings', least: 2, most: 4 } }],
    ['B09', { cadence: once }],
    ['B10', { cadence: { kind: 'sittings', least: 3, most: 5 } }],
    ['B11', { cadence: everyWeek }],
    ['B12', { cadence: { kind: 'weekly', times: 2 } }],
    ['B13', { cadence: { kind: 'daily', windowHours: 4 } }],
    ['B14', { cadence: everyWeek }],
    ['B15', { cadence: everyWeek }],
    ['B16', { cadence: { kind: 'every_weeks', weeks: 2 } }],
    ['B17', { cadence: monthly }],
  ])('%s has its rhythm', (code, rhythm) => {
    const { cadence, otherCadences, followUp } = exercise(code) ?? {};
    expect({ cadence, ...(otherCadences && { otherCadences }), ...(followUp && { followUp }) }).toEqual(
      rhythm,
    );
  });

  it('are done by their answers unless told otherwise', () => {
    const answers = { kind: 'answers' };
    const special = partnerExercises.filter(
      ({ completion }) => JSON.stringify(completion) !== JSON.stringify([answers]),
    );
    expect(special.map(({ code, completion }) => [code, completion])).toEqual([
      ['B04', [{ kind: 'rows', key: 'triggers', least: 3 }]],
      ['B05', [answers, { kind: 'therapist_confirms' }]],
      ['B06', [{ kind: 'rows', key: 'people', least: 2, orKey: 'plan_to_find' }]],
      ['B08', [answers, { kind: 'therapist_confirms' }]],
      ['B09', [answers, { kind: 'therapist_confirms' }]],
      ['B10', [{ kind: 'process', states: ['IMPACT_DELIVERED', 'RESTITUTION_PREP'] }]],
    ]);
  });

  it('stay open but for acute risk and unsafe sharing', () => {
    const kept = partnerExercises.filter(({ lockedBy, opensFrom }) => lockedBy.length > 0 || opensFrom);
    expect(kept.map(({ code, lockedBy, opensFrom }) => [code, lockedBy, opensFrom])).toEqual([
      ['B04', ['unsafe_release'], undefined],
      ['B05', ['unsafe_release'], undefined],
      ['B10', ['acute_risk'], ['AFTERCARE']],
      ['B14', ['unsafe_release'], undefined],
    ]);
  });
});

describe('fields of the partner track', () => {
  it('have one key each within their document or row', () => {
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
    expect(pathsWhere(({ key }) => !/^[a-z][a-z0-9_]*$/.test(key))).toEqual([]);
  });

  it('refer only to fields that are there', () => {
    const referring = partnerExercises.flatMap(({ code, fields }) =>
      fields.flatMap(({ key, orKey, askedWhen }) => {
        const other = orKey ?? askedWhen?.key;
        if (other === undefined) return [];
        return [`${code} ${key} ${fields.find((field) => field.key === other)?.kind ?? 'lost'}`];
      }),
    );
    expect(referring).toEqual([
      'B01 feelings line',
      'B06 people line',
      'B11 losses multi',
      'B13 nightmare_distress bool',
      'B13 theme bool',
    ]);
    expect(
      pathsWhere(({ rows }) => rows?.some(({ orKey, askedWhen }) => orKey ?? askedWhen) ?? false),
    ).toEqual([]);
  });

  it('name only fields that are there when words may travel', () => {
    const known = all.map(({ path }) => path);
    const named = partnerExercises.flatMap(({ code, sharing }) =>
      'fields' in sharing ? (sharing.fields ?? []).map((path) => `${code} ${path}`) : [],
    );
    expect(named.filter((path) => !known.includes(path))).toEqual([]);
  });

  it('have rows in lists, options in choices and ends on scales, and nowhere else', () => {
    expect(pathsWhere(({ kind, rows = [] }) => (kind === 'list') !== rows.length > 0)).toEqual([]);
    const choosing = ['choice', 'multi', 'risk'];
    expect(pathsWhere(({ kind, options = [] }) => choosing.includes(kind) !== options.length > 1)).toEqual(
      [],
    );
    expect(pathsWhere(({ kind, ends }) => ['s04', 's10'].includes(kind) !== (ends !== undefined))).toEqual(
      [],
    );
    expect(pathsWhere(({ kind, range }) => (kind === 'num') !== (range !== undefined))).toEqual([]);
  });

  it('offer each option once', () => {
    const doubled = pathsWhere(
      ({ options = [] }) => new Set(options.map((o) => o.value)).size < options.length,
    );
    expect(doubled).toEqual([]);
  });

  it('ask for a text only where the entry is the exercise', () => {
    expect(pathsWhere(({ kind, required }) => kind === 'text' && required)).toEqual([
      'B02 entry',
      'B08 questions.question',
    ]);
    const lines = partnerExercises.flatMap(({ code, fields }) =>
      fields.filter(({ kind, required }) => kind === 'line' && required).map(({ key }) => `${code} ${key}`),
    );
    expect(lines).toEqual([]);
  });

  it('ask about safety only in the daily check-in, and alarm at pressure', () => {
    expect(pathsWhere(({ kind }) => kind === 'risk')).toEqual(['B01 safe_now']);
    expect(pathsWhere(({ options }) => options?.some(({ risk }) => risk) ?? false)).toEqual([
      'B01 safe_with_partner',
      'B01 safe_now',
    ]);
    expect(pathsWhere(({ alarm }) => alarm !== undefined)).toEqual(['B16 pressure']);
  });
});

describe.each(partnerExercises.map((template) => [template.code, template] as const))(
  'words of %s',
  (_, template) => {
    const { avoid, ...forAuthor } = template;

    it.each(languages)('read easily in %s and hold no word that hurts', (language) => {
      const passage = wordingOf(forAuthor).map((text) => text[language]);
      expect(passage.filter((sentence) => sentence.trim() === '')).toEqual([]);
      expect(readingGrade(passage.join('\n'), language)).toBeLessThanOrEqual(highestGrade);
      const long = passage.filter((sentence) => sentence.split(' ').length >= 8);
      expect(readingGrade(long.join('\n'), language)).toBeLessThanOrEqual(highestGrade);
      const shown = [...passage, ...wordingOf(avoid).map((text) => text[language])];
      expect(shown.flatMap((sentence) => lintWording(sentence, language))).toEqual([]);
    });

    it('differ between the languages', () => {
      const alike = ['No', 'Plan A, plan B, plan C'];
      const same = wordingOf(template).filter(({ en, es }) => en === es && !alike.includes(en));
      expect(same).toEqual([]);
    });
  },
);
