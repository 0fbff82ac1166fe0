import { describe, expect, it } from '@jest/globals';
import { say } from '../shared/localized.js';
import { filledRows } from './answer-access.js';
import { joinParts, keptByAuthor, partsByPrivacy, privacyOf, splitByPrivacy } from './answer-parts.js';
import { isAsked, ownFields, type AnswerScope } from './asked.js';
import type { Field } from './field.js';
import { r01 } from './library/r01.js';
import { completionOf, noticesOf, offeredNext, riskRaised, riskSignals } from './reading-answers.js';
import type { Answers, HomeworkTemplate } from './template.js';
import { validateAnswers } from './validate-answers.js';

const label = say('a', 'b');
const field = (key: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  key,
  kind,
  label,
  required: false,
  ...more,
});
const of = (...fields: Field[]): HomeworkTemplate => ({ ...r01, fields });

function submitted(template: HomeworkTemplate, answers: unknown, scope: AnswerScope = {}): unknown {
  const result = validateAnswers(template, answers, 'submit', scope);
  return result.ok ? result.value : result.refusal.map(({ key, code }) => `${key} ${code}`);
}

describe('questions behind a question (HW-13)', () => {
  const slip = of(
    field('told', 'choice', {
      required: true,
      options: [
        { value: 'no', label },
        { value: 'yes', label },
      ],
    }),
    field('told_at', 'dt', { required: true, askedWhen: { key: 'told', is: ['yes'] } }),
    field('told_whom', 'line', { required: true, askedWhen: { key: 'told_at', is: ['2025-01-06T10:00'] } }),
  );

  it('are required only when asked', () => {
    expect(submitted(slip, { told: 'no' })).toEqual({ told: 'no' });
    expect(submitted(slip, { told: 'yes' })).toEqual(['told_at required']);
    expect(submitted(slip, { told: 'yes', told_at: '2025-01-06T10:00' })).toEqual(['told_whom required']);
    expect(submitted(slip, { told: 'yes', told_at: '2025-01-06T11:00' })).toEqual({
      told: 'yes', told_at: '2025-01-06T11:00',
    }); // prettier-ignore
  });

  it('are left out of a submit when they are not asked, also two steps away, whatever they hold', () => {
    const left = { told: 'no', told_at: '2025-01-06T10:00', told_whom: 'x'.repeat(500) };
    expect(submitted(slip, left)).toEqual({ told: 'no' });
  });

  it('stay in a draft, and are checked there', () => {
    const draft = { told: 'no', told_at: '2025-01-06T10:00' };
    expect(validateAnswers(slip, draft, 'draft')).toEqual({ ok: true, value: draft });
    expect(validateAnswers(slip, { told_at: 'soon' }, 'draft')).toEqual({
      ok: false,
      refusal: [{ key: 'told_at', code: 'wrong_type' }],
    });
  });

  it('are asked by one of several chosen answers, by a tick, and never when they wait for each other', () => {
    const many = field('moves', 'multi', { options: [{ value: 'x', label }] });
    const behind = field('why', 'line', { askedWhen: { key: 'moves', is: ['x', 'y'] } });
    expect(isAsked(behind, [many, behind], { moves: ['z', 'y'] })).toBe(true);
    expect(isAsked(behind, [many, behind], { moves: ['z'] })).toBe(false);
    expect(isAsked(behind, [behind], { moves: 'x' })).toBe(false);
    const ticked = field('how', 'line', { askedWhen: { key: 'done', is: [true] } });
    expect(isAsked(ticked, [field('done', 'bool'), ticked], { done: true })).toBe(true);
    expect(isAsked(ticked, [field('done', 'bool'), ticked], { done: 'true' })).toBe(false);
    const a = field('a', 'line', { askedWhen: { key: 'b', is: ['1'] } });
    const b = field('b', 'line', { askedWhen: { key: 'a', is: ['1'] } });
    expect(isAsked(a, [a, b], { a: '1', b: '1' })).toBe(false);
  });

  it('are not asked when the variant leaves them or their question out', () => {
    expect(submitted(slip, {}, { omits: ['told'] })).toEqual({});
    expect(submitted(slip, { told: 'yes' }, { omits: ['told_at'] })).toEqual({ told: 'yes' });
  });
});

describe('rows (HW-14)', () => {
  const rows = [
    field('what', 'line'),
    field('how', 's04', { required: true, askedWhen: { key: 'what', is: ['x'] } }),
  ];
  const listed = of(
    field('list', 'list', { required: true, leastRows: 3, orKey: 'plan', rows }),
    field('plan', 'line'),
  );
  const row = { what: 'w' };

  it('need as many filled rows as are asked', () => {
    expect(submitted(listed, { list: [row, row] })).toEqual(['list required']);
    expect(submitted(listed, { list: [row, row, row] })).toEqual({ list: [row, row, row] });
    expect(submitted(listed, { list: [row, row, {}, { what: ' ' }] })).toEqual(['list required']);
    expect(submitted(listed, { list: [row, {}, row, { what: null }, row] })).toEqual({
      list: [row, row, row],
    });
  });

  it('may be stood in for, also when some rows are there', () => {
    expect(submitted(listed, { plan: 'ask two people' })).toEqual({ plan: 'ask two people' });
    expect(submitted(listed, { list: [row], plan: 'p' })).toEqual({ list: [row], plan: 'p' });
  });

  it('a required list without a number needs one row, an optional one none', () => {
    const one = of(field('list', 'list', { required: true, rows }));
    expect(submitted(one, { list: [{}] })).toEqual(['list required']);
    expect(submitted(one, { list: [row] })).toEqual({ list: [row] });
    expect(submitted(of(field('list', 'list', { rows })), { list: [{}] })).toEqual({});
  });

  it('ask within the row', () => {
    expect(submitted(listed, { list: [{ what: 'x' }, row, row] })).toEqual(['list.0.how required']);
    const kept = { list: [{ what: 'x', how: 2 }, { what: 'y', how: 2 }, row] };
    expect(submitted(listed, kept)).toEqual({ list: [{ what: 'x', how: 2 }, { what: 'y' }, row] });
  });

  it('keep empty rows in a draft', () => {
    const draft = { list: [{}, row] };
    expect(validateAnswers(listed, draft, 'draft')).toEqual({ ok: true, value: draft });
  });

  it('count only rows that hold something', () => {
    expect(filledRows([row, {}, { a: '' }, { a: false }, { a: 0 }, 'x'])).toEqual([
      row,
      { a: false },
      { a: 0 },
    ]);
    expect(filledRows('x')).toEqual([]);
  });
});

describe('parts of two people (HW-12)', () => {
  const pair = of(
    field('each', 'line', { required: true }),
    field('rp', 'line', { required: true, by: 'RP' }),
    field('bp', 'line', { required: true, by: 'BP' }),
    field('both', 'line', { required: true, by: 'together' }),
  );

  it('checks only the own part, and does not know the other', () => {
    expect(ownFields(pair.fields, 'BP').map(({ key }) => key)).toEqual(['each', 'bp', 'both']);
    expect(ownFields(pair.fields, undefined)).toHaveLength(4);
    expect(submitted(pair, {}, { by: 'RP' })).toEqual(['each required', 'rp required', 'both required']);
    expect(submitted(pair, { each: 'a', rp: 'b', both: 'c', bp: 'd' }, { by: 'RP' })).toEqual([
      'bp unknown_field',
    ]);
    expect(submitted(pair, { each: 'a', bp: 'b' }, { by: 'BP', together: { both: 'c', each: 'x' } })).toEqual({
      each: 'a', bp: 'b',
    }); // prettier-ignore
    expect(submitted(pair, { bp: 'b', both: 'c' }, { by: 'BP', together: { each: 'x' } })).toEqual([
      'each required',
    ]);
  });

  it('knows the other part neither inside rows', () => {
    const rows = [field('promise', 'line'), field('mine', 'bool', { by: 'RP' })];
    const shared = of(field('list', 'list', { by: 'together', rows }));
    const list = [{ promise: 'p', mine: true }];
    expect(submitted(shared, { list }, { by: 'RP' })).toEqual({ list });
    expect(submitted(shared, { list }, { by: 'BP' })).toEqual(['list.0.mine unknown_field']);
  });
});

describe('signs of risk (HW-07)', () => {
  const options = [{ value: 'a', label, risk: 'look' as const, opens: 'R09' }, { value: 'b', label, risk: 'alarm' as const }, { value: 'c', label }]; // prettier-ignore
  const watched = of(
    field('free', 's04', { alarm: { atMost: 1 } }),
    field('pressure', 's04', { alarm: { atLeast: 3 } }),
    field('list', 'list', { rows: [field('kind', 'choice', { options }), field('heat', 's10', { alarm: { atLeast: 8 } })] }),
    field('moves', 'multi', { options }),
  ); // prettier-ignore

  it.each<[Answers, string]>([
    [{ free: 1 }, 'free alarm'],
    [{ free: 2 }, ''],
    [{ pressure: 3 }, 'pressure alarm'],
    [{ pressure: 2 }, ''],
    [{ moves: ['a'] }, 'moves look'],
    [{ moves: ['c', 'a', 'b'] }, 'moves alarm'],
    [{ moves: ['c'] }, ''],
    [
      {
        list: [
          { kind: 'c', heat: 7 },
          { kind: 'b', heat: 8 },
        ],
      },
      'list.1.kind alarm list.1.heat alarm',
    ],
    [{ list: [{ kind: 'a' }] }, 'list.0.kind look'],
  ])('%j: %s', (answers, expected) => {
    expect(
      riskSignals(watched, answers)
        .map(({ key, level }) => `${key} ${level}`)
        .join(' '),
    ).toBe(expected);
    expect(riskRaised(watched, answers)).toBe(expected.includes('alarm'));
  });

  it('offers each exercise once, also from rows and several answers', () => {
    expect(offeredNext(watched, { moves: ['a', 'c'], list: [{ kind: 'a' }] })).toEqual(['R09']);
    expect(offeredNext(watched, { moves: ['c'] })).toEqual([]);
  });

  it('gives a notice for a marked choice, and none without', () => {
    const told = {
      ...watched,
      noticesTherapist: [
        { field: 'kind', values: ['c'] },
        { field: 'moves', values: ['b'] },
      ],
    };
    expect(noticesOf(told, { moves: ['b', 'c'], list: [{ kind: 'a' }, { kind: 'c' }] })).toEqual([
      'list.1.kind',
      'moves',
    ]);
    expect(noticesOf(told, { moves: ['c'] })).toEqual([]);
    expect(noticesOf(watched, { moves: ['b'] })).toEqual([]);
  });
});

describe('parts by level (HW-06)', () => {
  const mixed: HomeworkTemplate = {
    ...of(
      field('open', 'line'),
      field('own', 's04', { privacy: 'P1' }),
      field('wider', 'line', { privacy: 'P4' }),
      field('rows', 'list', {
        privacy: 'P1',
        rows: [field('a', 'line'), field('note', 'line', { privacy: 'P0' })],
      }),
    ),
    privacy: 'P3',
  };
  const answers: Answers = { open: 'o', own: 2, wider: 'w', rows: [{ a: '1', note: 'n' }, { a: '2' }] };

  it('parts every level, rows in their places', () => {
    expect(partsByPrivacy(mixed, answers)).toEqual({
      P0: { rows: [{ note: 'n' }, {}] },
      P1: { own: 2, rows: [{ a: '1' }, { a: '2' }] },
      P3: { open: 'o', wider: 'w' },
    });
  });

  it('joins what the reader may open', () => {
    const parts = partsByPrivacy(mixed, answers);
    expect(joinParts([parts.P3!, parts.P1!, parts.P0!])).toEqual(answers);
    expect(joinParts([parts.P0!, parts.P1!])).toEqual({ own: 2, rows: answers['rows'] });
    expect(joinParts([])).toEqual({});
  });

  it('tells the level of one field, never wider than what holds it', () => {
    expect(mixed.fields.map((one) => privacyOf(one, mixed.privacy))).toEqual(['P3', 'P1', 'P3', 'P1']);
    expect(privacyOf({}, 'P0')).toBe('P0');
    expect(privacyOf({ privacy: 'P4' }, 'P0')).toBe('P0');
  });

  it('counts what the author keeps, columns of lists included', () => {
    expect(keptByAuthor(mixed)).toBe(1);
    expect(keptByAuthor({ ...mixed, privacy: 'P0' })).toBe(5);
    expect(keptByAuthor({ ...mixed, fields: [field('open', 'line'), field('rows', 'list')] })).toBe(0);
  });

  it('parts the author alone from the rest, and a stray key to the author', () => {
    expect(splitByPrivacy(mixed, { ...answers, stray: 'x' })).toEqual({
      onlyAuthor: { rows: [{ note: 'n' }, {}], stray: 'x' },
      rest: { open: 'o', own: 2, wider: 'w', rows: [{ a: '1' }, { a: '2' }] },
      restPrivacy: 'P3',
    });
  });
});

describe('counting what is required', () => {
  it('counts asked questions and lists', () => {
    const both = of(
      field('done', 'bool', { required: true }),
      field('when', 'dt', { required: true, askedWhen: { key: 'done', is: [true] } }),
      field('rows', 'list', { leastRows: 2, rows: [field('a', 'line')] }),
      field('free', 'text'),
    );
    expect(completionOf(both, {})).toEqual({ required: 2, answered: 0, done: false });
    expect(completionOf(both, { done: true, rows: [{ a: '1' }] })).toEqual({ required: 3, answered: 1, done: false });
    expect(completionOf(both, { done: false, rows: [{ a: '1' }, { a: '2' }] })).toEqual({ required: 2, answered: 2, done: true });
  }); // prettier-ignore
});
