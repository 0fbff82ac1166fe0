import { beforeAll, describe, expect, it } from '@jest/globals';
import { privacyLevels } from '../access/roles.js';
import { languages, type LocalizedText } from '../shared/localized.js';
import { highestGrade, readingGrade } from '../wording/reading-level.js';
import { lintWording } from '../wording/wording-lint.js';
import { fieldKinds, type Field } from './field.js';
import { homeworkLibrary } from './library.js';
import { lockReasons, type HomeworkTemplate } from './template.js';

// What the schema of each exercise accepts, its completion rules can judge: see judge-completion.spec.ts.

/** Every field with its path; a field of a row reads 'list.field'. */
function everyField(fields: readonly Field[], prefix = ''): readonly (readonly [string, Field])[] {
  return fields.flatMap((field) => [
    [prefix + field.key, field] as const,
    ...everyField(field.rows ?? [], `${prefix}${field.key}.`),
  ]);
}

/** Documents and rows: fields that stand side by side. */
const groupsOf = ({ fields }: HomeworkTemplate): readonly (readonly Field[])[] =>
  [fields, ...everyField(fields).map(([, { rows }]) => rows ?? [])].filter((group) => group.length > 0);

/** Every sentence of a part of an exercise. */
function wordingOf(part: unknown): readonly LocalizedText[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('en' in part && 'es' in part) return [part as LocalizedText];
  return Object.values(part).flatMap(wordingOf);
}

/** Words that are the same in English and Spanish. */
const alike = ['No', 'Plan A, plan B, plan C', 'alcohol', 'Digital', 'Sexual'];

const values = (field: Field | undefined): readonly unknown[] =>
  field?.kind === 'bool' ? [true, false] : (field?.options ?? []).map(({ value }) => value);
const doubled = (list: readonly string[]): readonly string[] =>
  list.filter((one, index) => list.indexOf(one) !== index);

describe.each(homeworkLibrary.map((template) => [template.code, template] as const))(
  '%s',
  (code, template) => {
    const { fields, steps = [], variants = [], completion } = template;
    const paths = everyField(fields);
    const kept = (test: (field: Field) => boolean): readonly string[] =>
      paths.filter(([, field]) => test(field)).map(([path]) => path);

    it('has its required parts', () => {
    expect(code).toMatch(/^[RBC]\d\d$/);
    expect([template.track, Number.isInteger(template.version) && template.version > 0]).toEqual([code[0], true]);
    expect(fields.length).toBeGreaterThan(0);
    expect(completion.length).toBeGreaterThan(0);
    const most = variants.flatMap(({ minutes = [] }) => minutes);
    for (const minutes of [template.minutes, ...most]) {
      expect(Number.isInteger(minutes) && minutes >= 1 && minutes <= 60).toBe(true);
    }
    expect(template.stages.length).toBeGreaterThan(0);
    for (const { stages } of [template, ...steps]) {
      expect(stages).toEqual([1, 2, 3].filter((stage) => stages.some((one) => one === stage)));
      expect(stages.every((stage) => template.stages.includes(stage))).toBe(true);
    }
    expect(doubled(template.feeds)).toEqual([]);
    expect(doubled(template.lockedBy)).toEqual([]);
    for (const { lockedBy = [] } of [template, ...steps])
      expect(lockedBy.every((reason) => lockReasons.includes(reason))).toBe(true);
  }); // prettier-ignore

    it('has each key and option once, of known kinds', () => {
      for (const group of groupsOf(template)) expect(doubled(group.map(({ key }) => key))).toEqual([]);
      expect(kept(({ key }) => !/^[a-z][a-z0-9_]*$/.test(key))).toEqual([]);
      expect(kept(({ kind }) => !fieldKinds.includes(kind))).toEqual([]);
      expect(kept(({ options = [] }) => doubled(options.map(({ value }) => value)).length > 0)).toEqual([]);
      for (const language of languages) {
        const labels = (field: Field) => (field.options ?? []).map(({ label }) => label[language]);
        expect(kept((field) => doubled(labels(field)).length > 0)).toEqual([]);
      }
      expect(doubled([...steps.map(({ key }) => key)])).toEqual([]);
      expect(doubled(variants.map(({ key }) => key))).toEqual([]);
    });

    it('has rows in lists, options in choices, ends on scales, and bounds on numbers', () => {
      expect(kept(({ kind, rows = [] }) => (kind === 'list') !== rows.length > 0)).toEqual([]);
      const choosing = ['choice', 'multi', 'risk'];
      expect(kept(({ kind, options = [] }) => choosing.includes(kind) !== options.length > 0)).toEqual([]);
      expect(kept(({ kind, ends }) => ['s04', 's10'].includes(kind) !== (ends !== undefined))).toEqual([]);
      const numbers = ['num', 'min'];
      expect(kept(({ kind, range }) => range !== undefined && !numbers.includes(kind))).toEqual([]);
      expect(kept(({ range: [low, high] = [0, 1] }) => low >= high)).toEqual([]);
      expect(kept(({ rows, leastRows }) => leastRows !== undefined && (!rows || leastRows < 1))).toEqual([]);
    });

    it('refers only to what is there', () => {
    const lost = groupsOf(template).flatMap((group) =>
      group.filter(({ key, orKey, askedWhen, suggested, options = [] }) => {
        const first = group.find((one) => one.key === askedWhen?.key);
        const known = values(first);
        return (
          (orKey !== undefined && (orKey === key || !group.some((one) => one.key === orKey))) ||
          (askedWhen !== undefined && (first?.key === key || !askedWhen.is.every((one) => known.includes(one)))) ||
          (suggested !== undefined && !options.some(({ value }) => value === suggested))
        );
      }),
    );
    expect(lost.map(({ key }) => key)).toEqual([]);
    const known = paths.map(([path]) => path);
    const named = [
      ...('fields' in template.sharing ? (template.sharing.fields ?? []) : []),
      ...variants.flatMap(({ omits = [] }) => omits),
    ];
    expect(named.filter((path) => !known.includes(path))).toEqual([]);
    const stepKeys = steps.map(({ key }) => key);
    expect(kept(({ step }) => step !== undefined && !stepKeys.includes(step))).toEqual([]);
    for (const { field, values: told } of template.noticesTherapist ?? []) {
      const [, asked] = paths.find(([, { key }]) => key === field) ?? [];
      expect(told.filter((value) => !values(asked).includes(value))).toEqual([]);
    }
    const opened = paths.flatMap(([, { options = [] }]) => options.flatMap(({ opens = [] }) => opens));
    expect(opened.filter((next) => !homeworkLibrary.some((t) => t.code === next))).toEqual([]);
  }); // prettier-ignore

    it('is judged by lists and fields that are there', () => {
      for (const rule of completion) {
        if ('least' in rule) expect(rule.least).toBeGreaterThan(0);
        if (!('key' in rule)) continue;
        const list = fields.find(({ key }) => key === rule.key);
        expect(list?.kind).toBe('list');
        if (rule.kind === 'rows' && rule.orKey !== undefined)
          expect(fields.map(({ key }) => key)).toContain(rule.orKey);
        if (rule.kind === 'rows') continue;
        const field = list?.rows?.find(({ key }) => key === rule.field);
        expect(field).toBeDefined();
        if (rule.kind === 'rows_with')
          expect(rule.values.filter((value) => !values(field).includes(value))).toEqual([]);
      }
    });

    it('lets no field be read more widely than the exercise', () => {
      const most = privacyLevels.indexOf(template.privacy);
      expect(kept(({ privacy }) => privacy !== undefined && privacyLevels.indexOf(privacy) > most)).toEqual(
        [],
      );
      for (const [, { privacy, rows = [] }] of paths) {
        const outer = privacyLevels.indexOf(privacy ?? template.privacy);
        const wider = rows.filter((row) => row.privacy && privacyLevels.indexOf(row.privacy) > outer);
        expect(wider.map(({ key }) => key)).toEqual([]);
      }
    });

    it('of two people closes on hold and fear, and says first who reads it', () => {
      const couple = template.track === 'C';
      expect(['hold', 'fear_flag'].every((reason) => template.lockedBy.some((one) => one === reason))).toBe(
        couple,
      );
      expect(template.privacy === 'P4').toBe(couple && code !== 'C14');
      const first = template.notes?.[0];
      if (template.privacy !== 'P4') return;
      expect(first?.en).toMatch(/both/i);
      expect(first?.en).toMatch(/read|see/);
      expect(first?.es).toMatch(/leen|ven|verán/);
    });

    describe('in words', () => {
      let all: readonly LocalizedText[] = [];
      let forPerson: readonly LocalizedText[] = [];
      beforeAll(() => {
        const { avoid: _avoid, ...shown } = template;
        all = wordingOf(template);
        forPerson = wordingOf(shown);
      });

      it('says everything in both languages, and differently', () => {
        expect(all.filter(({ en, es }) => en.trim() === '' || es.trim() === '')).toEqual([]);
        expect(all.filter(({ en, es }) => en === es && !alike.includes(en)).map(({ en }) => en)).toEqual([]);
      });

      it.each(languages)('reads easily in %s and hurts nobody', (language) => {
        const passage = forPerson.map((text) => text[language]);
        expect(readingGrade(passage.join('\n'), language)).toBeLessThanOrEqual(highestGrade);
        expect(all.flatMap((text) => lintWording(text[language], language))).toEqual([]);
      });
    });
  },
);
