import { describe, expect, it } from '@jest/globals';
import { b01 } from './library/b01.js';
import { r01 } from './library/r01.js';
import { splitByPrivacy } from './answer-parts.js';
import { completionOf, offeredNext, riskRaised, riskSignals } from './reading-answers.js';
import type { Answers, HomeworkTemplate } from './template.js';
import { homeworkTemplates, templateOf } from './templates.js';
import { validateAnswers } from './validate-answers.js';

const whole: Answers = {
  feelings: ['calm', 'tired'], pull: 3, boundaries: 'no', left_out: 'a thing', tools: ['moved'], sleep_hours: 6.5, safe_now: 'yes',
}; // prettier-ignore

function problems(
  template: HomeworkTemplate,
  answers: unknown,
  mode: 'draft' | 'submit' = 'submit',
): string[] {
  const result = validateAnswers(template, answers, mode);
  return result.ok ? [] : result.refusal.map(({ key, code }) => `${key} ${code}`);
}

describe('validateAnswers', () => {
  it('takes a whole check-in and leaves out what is empty', () => {
    const result = validateAnswers(r01, { ...whole, feelings_own_word: '  ', tools: null }, 'submit');
    const { tools: _tools, ...rest } = whole;
    expect(result).toEqual({ ok: true, value: rest });
  });

  it('asks for required answers at submit only', () => {
    expect(problems(r01, {}, 'draft')).toEqual([]);
    expect(problems(r01, {})).toEqual(
      ['feelings', 'pull', 'boundaries', 'safe_now'].map((k) => `${k} required`),
    );
    expect(problems(b01, {})).toEqual(['feelings', 'distress', 'steadiness'].map((k) => `${k} required`));
  });

  it('takes an own word in place of a listed feeling', () => {
    expect(problems(b01, { feelings_own_word: 'raw', distress: 10, steadiness: 0 })).toEqual([]);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ pull: 11 }, 'pull out_of_range'],
    [{ pull: -1 }, 'pull out_of_range'],
    [{ pull: 2.5 }, 'pull wrong_type'],
    [{ pull: '3' }, 'pull wrong_type'],
    [{ pull: Number.NaN }, 'pull wrong_type'],
    [{ sleep_hours: 25 }, 'sleep_hours out_of_range'],
    [{ sleep_hours: Number.POSITIVE_INFINITY }, 'sleep_hours wrong_type'],
    [{ boundaries: 'maybe' }, 'boundaries not_an_option'],
    [{ boundaries: ['no'] }, 'boundaries wrong_type'],
    [{ feelings: 'calm' }, 'feelings wrong_type'],
    [{ feelings: ['calm', 'elated'] }, 'feelings not_an_option'],
    [{ feelings: ['calm', 'calm'] }, 'feelings not_an_option'],
    [{ feelings: [['calm']] }, 'feelings wrong_type'],
    [{ safe_now: true }, 'safe_now wrong_type'],
    [{ left_out: 'é'.repeat(50_001) }, 'left_out too_long'],
    [{ feelings_own_word: 'x'.repeat(201) }, 'feelings_own_word too_long'],
    [{ feelings_own_word: 'two\nlines' }, 'feelings_own_word wrong_type'],
    [{ mood: 3 }, 'mood unknown_field'],
    [{ constructor: 3 }, 'constructor unknown_field'],
    [JSON.parse('{"__proto__": {"pull": 1}}') as Record<string, unknown>, '__proto__ unknown_field'],
  ])('refuses %j', (change, problem) => {
    expect(problems(r01, Object.fromEntries([...Object.entries(whole), ...Object.entries(change)]))).toEqual([
      problem,
    ]);
  });

  it('takes the longest text and line that are allowed', () => {
    expect(
      problems(r01, { ...whole, left_out: 'é'.repeat(50_000), feelings_own_word: '🙂'.repeat(200) }),
    ).toEqual([]);
  });

  it('refuses what is no document', () => {
    for (const answers of [null, [], 'text', 7]) expect(problems(r01, answers)).toEqual([' wrong_type']);
  });

  it('checks rows of a list, and says where', () => {
    const withList: HomeworkTemplate = {
      ...r01,
      fields: [{
        key: 'rows', kind: 'list', label: r01.title, required: true,
        rows: [
          { key: 'at', kind: 'dt', label: r01.title, required: true },
          { key: 'gap', kind: 's04', label: r01.title, required: false },
          { key: 'fixed', kind: 'bool', label: r01.title, required: false },
          { key: 'minutes', kind: 'min', label: r01.title, required: false },
        ],
      }],
    }; // prettier-ignore
    const row = { at: '2025-01-06T09:30', gap: 4, fixed: false, minutes: 15 };
    expect(problems(withList, { rows: [row] })).toEqual([]);
    expect(problems(withList, { rows: [] })).toEqual(['rows required']);
    expect(problems(withList, { rows: [row, { gap: 5, fixed: 'no', other: 1 }, 3] })).toEqual([
      'rows.1.other unknown_field', 'rows.1.at required', 'rows.1.gap out_of_range', 'rows.1.fixed wrong_type', 'rows.2 wrong_type',
    ]); // prettier-ignore
    expect(problems(withList, { rows: [{ at: '2025-02-30T09:30' }] })).toEqual(['rows.0.at wrong_type']);
    expect(problems(withList, { rows: Array.from({ length: 101 }, () => row) })).toEqual(['rows too_long']);
  });
});

describe('a day (HW-01)', () => {
  const dated: HomeworkTemplate = {
    ...r01,
    fields: [{ key: 'on', kind: 'day', label: r01.title, required: true }],
  };

  it.each(['2025-01-06', '2024-02-29', '2025-12-31'])('takes %s', (on) => {
    expect(problems(dated, { on })).toEqual([]);
  });

  it.each([
    '2025-02-29',
    '2025-13-01',
    '2025-1-6',
    '2025-01-06T09:30',
    '2025-01-06 ',
    'soon',
    20250106,
    true,
  ])('refuses %j', (on) => {
    expect(problems(dated, { on })).toEqual(['on wrong_type']);
  });

  it('is required like any other answer', () => {
    expect(problems(dated, { on: '' })).toEqual(['on required']);
  });
});

describe('reading answers', () => {
  it('parts what only the author reads from the rest', () => {
    const { left_out, ...rest } = whole;
    expect(splitByPrivacy(r01, whole)).toEqual({ onlyAuthor: { left_out }, rest, restPrivacy: 'P1' });
  });

  it.each<[HomeworkTemplate, Answers, boolean]>([
    [r01, { safe_now: 'yes' }, false],
    [r01, { safe_now: 'unsure' }, true],
    [r01, { safe_now: 'no' }, true],
    [r01, { boundaries: 'yes' }, false],
    [b01, { safe_with_partner: 'no' }, true],
    [b01, { safe_with_partner: 'unsure' }, false],
    [b01, { distress: 10 }, false],
    [b01, {}, false],
  ])('%# raises risk: %j', (template, answers, raised) => {
    expect(riskRaised(template, answers)).toBe(raised);
  });

  it('marks an unsure answer about the partner for a look', () => {
    expect(riskSignals(b01, { safe_with_partner: 'unsure' })).toEqual([
      { key: 'safe_with_partner', level: 'look' },
    ]);
  });

  it('offers the slip protocol after a yes', () => {
    expect(offeredNext(r01, { boundaries: 'yes' })).toEqual(['R09']);
    expect(offeredNext(r01, { boundaries: 'close' })).toEqual([]);
  });

  it('counts required answers, whatever their length', () => {
    expect(completionOf(r01, whole)).toEqual({ required: 4, answered: 4, done: true });
    expect(completionOf(r01, { feelings_own_word: 'x' })).toEqual({ required: 4, answered: 1, done: false });
  });
});

describe('templates', () => {
  const banned =
    /addict|cheater|perpetrator|victim|failure|relapse|clean|dirty|adict|infiel|víctima|fracaso|recaída/i;
  it.each(homeworkTemplates.map((t) => [t.code, t] as const))(
    '%s is complete in both languages',
    (code, template) => {
      const texts = template.fields.flatMap((f) => [
        f.label,
        ...(f.hint ? [f.hint] : []),
        ...(f.ends ?? []),
        ...(f.options ?? []).map((o) => o.label),
      ]);
      for (const { en, es } of [template.title, template.purpose, ...texts]) {
        expect([en.trim(), es.trim()]).not.toContain('');
        expect(`${en} ${es}`).not.toMatch(banned);
      }
      const keys = template.fields.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { kind, options } of template.fields) {
        expect(options !== undefined).toBe(['choice', 'multi', 'risk'].includes(kind));
      }
      expect(templateOf(code)).toBe(template);
      expect(templateOf(code, 99)).toBeNull();
    },
  );
});
