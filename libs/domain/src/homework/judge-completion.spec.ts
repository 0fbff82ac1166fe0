import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Track } from '../access/roles.js';
import { disclosureStates } from '../disclosure/states.js';
import { say } from '../shared/localized.js';
import { ownFields, rowsNeeded } from './asked.js';
import type { CompletionRule } from './completion-rule.js';
import type { Field } from './field.js';
import {
  hasReached,
  judgeCompletion,
  missingAsRead,
  missingFor,
  type CompletionFacts,
} from './judge-completion.js';
import { homeworkLibrary, libraryTemplateOf } from './library.js';
import { r01 } from './library/r01.js';
import type { AnswerRow, Answers, HomeworkTemplate } from './template.js';
import { validateAnswers } from './validate-answers.js';

const label = say('a', 'b');
const facts: CompletionFacts = {
  by: 'RP', halves: { RP: {}, BP: null }, signedBy: [], therapistConfirmed: null, disclosure: null, doneThisWeek: null, doneInAll: null,
}; // prettier-ignore
const fields: readonly Field[] = [
  { key: 'each', kind: 'line', label, required: true },
  { key: 'both', kind: 'line', label, required: true, by: 'together' },
  {
    key: 'list',
    kind: 'list',
    label,
    required: false,
    rows: [{ key: 'kept', kind: 'multi', label, required: false }],
  },
];
const judged = (completion: readonly CompletionRule[], given: Partial<CompletionFacts>): readonly unknown[] =>
  judgeCompletion({ ...r01, fields, completion }, { ...facts, ...given }).missing;
const half = (RP: Answers | null, BP: Answers | null = null): Pick<CompletionFacts, 'halves'> => ({
  halves: { RP, BP },
});

describe('judgeCompletion (HW-05, HW-15)', () => {
  it('asks for every required answer of the own part', () => {
    const rules: CompletionRule[] = [{ kind: 'answers' }];
    expect(judged(rules, half({}))).toEqual([
      { rule: 'answers', key: 'each' },
      { rule: 'answers', key: 'both' },
    ]);
    expect(judged(rules, half({ each: 'x' }, { both: 'y', each: 'z' }))).toEqual([]);
    expect(judged(rules, half({ both: 'y' }, { each: 'z' }))).toEqual([{ rule: 'answers', key: 'each' }]);
    expect(judged(rules, half(null))).toHaveLength(2);
    expect(judged(rules, { ...half({ both: 'y' }), omits: ['each'] })).toEqual([]);
  });

  it('asks for both parts', () => {
    const rules: CompletionRule[] = [{ kind: 'both_parts' }];
    expect(judged(rules, half(null, {}))).toEqual([
      { rule: 'both_parts', by: 'RP', key: null },
      { rule: 'both_parts', by: 'BP', key: 'each' },
      { rule: 'both_parts', by: 'BP', key: 'both' },
    ]);
    expect(judged(rules, half({ each: 'x', both: 'y' }, { each: 'x' }))).toEqual([]);
    expect(judged(rules, half({ each: 'x', both: 'y' }))).toEqual([
      { rule: 'both_parts', by: 'BP', key: null },
    ]);
  });

  it('counts rows', () => {
    const rows = (count: number): Answers => ({
      list: Array.from({ length: count }, () => ({ kept: ['yes'] })),
    });
    const least: CompletionRule[] = [{ kind: 'rows', key: 'list', least: 3, orKey: 'each' }];
    expect(judged(least, half(rows(2)))).toEqual([{ rule: 'rows', key: 'list', left: 1 }]);
    expect(judged(least, half(rows(3)))).toEqual([]);
    expect(judged(least, half({ each: 'plan' }))).toEqual([]);
    expect(judged([{ kind: 'rows', key: 'list', least: 1 }], half({ each: 'x', list: [{}] }))).toHaveLength(
      1,
    );
  });

  it('counts rows with an answer, and asks for it in every row', () => {
    const list: readonly AnswerRow[] = [
      { kept: ['yes', 'late'] },
      { kept: 'late' },
      { kept: 'open' },
      { other: 'x' },
      {},
    ];
    const some: CompletionRule = {
      kind: 'rows_with',
      key: 'list',
      field: 'kept',
      values: ['yes', 'late'],
      least: 3,
    };
    expect(judged([some], half({ list }))).toEqual([{ rule: 'rows_with', key: 'list', left: 1 }]);
    expect(judged([{ ...some, least: 2 }], half({ list }))).toEqual([]);
    expect(judged([{ kind: 'rows_all', key: 'list', field: 'kept' }], half({ list }))).toEqual([
      { rule: 'rows_all', key: 'list', field: 'kept', row: 3 },
    ]);
    expect(judged([{ kind: 'rows_all', key: 'list', field: 'kept' }], half({}))).toEqual([]);
  });

  it('asks for signatures and the therapist', () => {
    const rules: CompletionRule[] = [
      { kind: 'signed', by: ['RP', 'BP', 'therapist'] },
      { kind: 'therapist_confirms' },
    ];
    expect(judged(rules, { signedBy: ['BP'], therapistConfirmed: false })).toEqual([
      { rule: 'signed', by: 'RP' }, { rule: 'signed', by: 'therapist' }, { rule: 'therapist_confirms' },
    ]); // prettier-ignore
    expect(judged(rules, { signedBy: ['BP', 'therapist', 'RP'], therapistConfirmed: true })).toEqual([]);
    expect(judged([{ kind: 'therapist_confirms' }], {})).toHaveLength(1);
  });

  it('counts rounds and times in a week, and knows no unknown count', () => {
    const rules: CompletionRule[] = [{ kind: 'per_week', least: 4 }, { kind: 'rounds', least: 2 }];
    expect(judged(rules, {})).toEqual([{ rule: 'per_week', left: 4 }, { rule: 'rounds', left: 2 }]);
    expect(judged(rules, { doneThisWeek: 3, doneInAll: 1 })).toEqual([{ rule: 'per_week', left: 1 }, { rule: 'rounds', left: 1 }]);
    expect(judged(rules, { doneThisWeek: 4, doneInAll: 2 })).toEqual([]);
    expect(judged(rules, { doneThisWeek: 5, doneInAll: 3 })).toEqual([]);
  }); // prettier-ignore

  it('follows the disclosure', () => {
    expect(hasReached('IMPACT_PREP', ['IMPACT_DELIVERED'])).toBe(false);
    expect(hasReached('IMPACT_DELIVERED', ['IMPACT_DELIVERED'])).toBe(true);
    expect(hasReached('RESTITUTION_PREP', ['IMPACT_DELIVERED'])).toBe(true);
    expect(hasReached('COMPLETED', ['COMPLETED', 'AFTERCARE'])).toBe(true);
    expect(hasReached('ON_HOLD', ['NOT_STARTED'])).toBe(false);
    expect(hasReached('WAIVED', ['WAIVED'])).toBe(true);
    expect(hasReached('COMPLETED', ['WAIVED'])).toBe(false);
    expect(hasReached(null, [...disclosureStates])).toBe(false);
    const rules: CompletionRule[] = [{ kind: 'process', states: ['READY'] }];
    expect(judged(rules, { disclosure: 'PREPARING' })).toEqual([{ rule: 'process', states: ['READY'] }]);
    expect(judged(rules, { disclosure: 'SCHEDULED' })).toEqual([]);
  });

  it('tells a person nothing of the other part (HW-16)', () => {
    const rules: CompletionRule[] = [{ kind: 'both_parts' }, { kind: 'signed', by: ['RP', 'BP'] }, { kind: 'rounds', least: 1 }];
    const all = judgeCompletion({ ...r01, fields, completion: rules }, { ...facts, ...half({ both: 'x' }) });
    expect(missingFor('RP', all)).toEqual([
      { rule: 'both_parts', by: 'RP', key: 'each' }, { rule: 'signed', by: 'RP' }, { rule: 'rounds', left: 1 },
    ]);
    expect(missingFor('BP', all)).toEqual([
      { rule: 'both_parts', by: 'BP', key: null }, { rule: 'signed', by: 'BP' }, { rule: 'rounds', left: 1 },
    ]);
  }); // prettier-ignore
});

function answerArbitrary(field: Field): fc.Arbitrary<unknown> {
  const values = (field.options ?? []).map(({ value }) => value);
  const [low, high] = field.range ?? [0, 100];
  switch (field.kind) {
    case 's04':
      return fc.integer({ min: 0, max: 4 });
    case 's10':
      return fc.integer({ min: 0, max: 10 });
    case 'bool':
      return fc.boolean();
    case 'choice':
    case 'risk':
      return fc.constantFrom(...values);
    case 'multi':
      return fc.subarray(values, { minLength: 1 });
    case 'num':
    case 'min':
      return fc.integer({ min: Math.ceil(low), max: Math.floor(high) });
    case 'dt':
      return fc.constantFrom('2025-01-06T09:30', '2025-03-09T02:30');
    case 'day':
      return fc.constantFrom('2025-01-06', '2025-03-09');
    case 'list':
      return fc.array(documentArbitrary(field.rows ?? []), {
        minLength: rowsNeeded(field),
        maxLength: rowsNeeded(field) + 3,
      });
    default:
      return fc.constantFrom('x', 'some words');
  }
}

function documentArbitrary(list: readonly Field[]): fc.Arbitrary<Record<string, unknown>> {
  const required = list.filter((field) => field.required).map(({ key }) => key);
  const model = Object.fromEntries(list.map((field) => [field.key, answerArbitrary(field)]));
  return fc.record(model, { requiredKeys: required });
}

const complete: Partial<CompletionFacts> = {
  signedBy: ['RP', 'BP', 'therapist'], therapistConfirmed: true, disclosure: 'COMPLETED', doneThisWeek: 7, doneInAll: 9,
}; // prettier-ignore

function knownKeys(template: HomeworkTemplate): readonly string[] {
  return template.fields.map(({ key }) => key);
}

describe.each(homeworkLibrary.map((t) => [t.code, t] as const))('%s', (_code, template) => {
  it('judges whatever its schema accepts, and says what is missing by a key that exists', () => {
    const parts = (['RP', 'BP'] as const).map((by) => documentArbitrary(ownFields(template.fields, by)));
    let taken = 0;
    fc.assert(
      fc.property(fc.tuple(parts[0]!, parts[1]!), fc.constantFrom<Track>('RP', 'BP'), ([rp, bp], by) => {
        const halves = { RP: accepted(template, rp, 'RP'), BP: accepted(template, bp, 'BP') };
        const outcome = judgeCompletion(template, { ...facts, ...complete, by, halves });
        if (halves[by] !== null) taken += 1;
        expect(outcome.done).toBe(outcome.missing.length === 0);
        for (const item of outcome.missing) {
          if ('key' in item && item.key !== null) expect(knownKeys(template)).toContain(item.key);
          // what a submit accepted holds every required answer; only rows and a part that is absent can be open
          if (item.rule === 'answers') expect(halves[by]).toBeNull();
          if (item.rule === 'both_parts') expect(halves[item.by]).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
    expect(taken).toBeGreaterThan(0);
  });

  it('names only fields that exist in its rules', () => {
    for (const rule of template.completion) {
      if (!('key' in rule)) continue;
      const list = template.fields.find(({ key }) => key === rule.key);
      expect(list?.kind).toBe('list');
      if ('field' in rule) expect(list?.rows?.map(({ key }) => key)).toContain(rule.field);
      if ('orKey' in rule && rule.orKey !== undefined) expect(knownKeys(template)).toContain(rule.orKey);
    }
  });
});

function accepted(template: HomeworkTemplate, answers: Record<string, unknown>, by: Track): Answers | null {
  const result = validateAnswers(template, answers, 'submit', { by });
  return result.ok ? result.value : null;
}

describe('the library', () => {
  it('holds 54 exercises, 17, 17 and 20, each code once', () => {
    const codes = homeworkLibrary.map(({ code }) => code);
    expect(codes).toHaveLength(54);
    expect(new Set(codes).size).toBe(54);
    const tracks = ['R', 'B', 'C'].map((track) => homeworkLibrary.filter((t) => t.track === track).length);
    expect(tracks).toEqual([17, 17, 20]);
    expect(libraryTemplateOf('C15')?.code).toBe('C15');
    expect(libraryTemplateOf('R01', 1)?.version).toBe(1);
    expect(libraryTemplateOf('R01', 2)).toBeNull();
    expect(libraryTemplateOf('R99')).toBeNull();
  });
});

describe('what is missing once it is handed in (HW-82)', () => {
  const read = { answers: {}, reviewed: false, doneThisWeek: 1, doneInAll: 1 };
  const rulesOf = (
    code: string,
    more: Partial<Parameters<typeof missingAsRead>[1]> = {},
  ): readonly string[] =>
    missingAsRead(libraryTemplateOf(code)!, { ...read, ...more }).map(({ rule }) => rule);

  it('is never an answer, for handing in asked for them, also for those that only the author reads', () => {
    for (const { code, track } of homeworkLibrary)
      if (track !== 'C') expect(rulesOf(code)).not.toContain('answers');
    expect(rulesOf('B17')).toEqual([]);
  });

  it('is the look of a therapist, more times of the week, or rows of the kind', () => {
    expect(rulesOf('R06')).toEqual(['therapist_confirms']);
    expect(rulesOf('R06', { reviewed: true })).toEqual([]);
    expect(rulesOf('R10')).toEqual(['per_week']);
    expect(rulesOf('R10', { doneThisWeek: 2 })).toEqual([]);
    expect(rulesOf('R16', { answers: { promises: [{ promise: 'x' }] } })).toEqual(['rows_with']);
    expect(rulesOf('R16', { answers: { promises: [{ promise: 'x', kept: 'no_told' }] } })).toEqual([]);
    expect(rulesOf('B06', { answers: { plan_to_find: 'a group' } })).toEqual([]);
  });
});
