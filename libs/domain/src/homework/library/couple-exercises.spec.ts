import { describe, expect, it } from '@jest/globals';
import { languages } from '../../shared/localized.js';
import { highestGrade, readingGrade } from '../../wording/reading-level.js';
import { lintWording } from '../../wording/wording-lint.js';
import { validateAnswers } from '../validate-answers.js';
import { coupleExercises } from './couple-exercises.js';
import { hiddenUntilBoth, mayStop, writtenTogether } from './couple-fields.js';
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

const all = coupleExercises.flatMap((template) =>
  everyField(template.fields).map(([path, field]) => ({ path: `${template.code} ${path}`, field })),
);
const pathsWhere = (test: (field: Field) => boolean): readonly string[] =>
  all.filter(({ field }) => test(field)).map(({ path }) => path);
const perExercise = <T>(ask: (template: HomeworkTemplate) => T): Record<string, T> =>
  Object.fromEntries(coupleExercises.map((template) => [template.code, ask(template)]));

/** Every sentence of a template, in both languages. */
function wordingOf(part: unknown): readonly LocalizedText[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('en' in part && 'es' in part) return [part as LocalizedText];
  return Object.values(part).flatMap(wordingOf);
}

const weekly = { kind: 'weekly', times: 1 } as const;
const twice = { kind: 'weekly', times: 2 } as const;
const daily = { kind: 'daily', windowHours: 12 } as const;
const once = { kind: 'once' } as const;
const monthly = { kind: 'monthly', months: 1 } as const;
const quarterly = { kind: 'monthly', months: 3 } as const;

describe('the couple exercises', () => {
  it('are C01 to C20, in order', () => {
    const codes = Array.from({ length: 20 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`);
    expect(coupleExercises.map(({ code }) => code)).toEqual(codes);
    expect(coupleExercises.every(({ track, version }) => track === 'C' && version === 1)).toBe(true);
  });

  it('have the stages, minutes, feeds and rhythm of the brief', () => {
    expect(perExercise((t) => [t.stages.join(''), t.minutes, t.feeds.join(' '), t.cadence])).toEqual({
      C01: ['123', 20, 'PI CT', weekly],
      C02: ['23', 15, 'PI ED', daily],
      C03: ['23', 30, 'ED PI', twice],
      C04: ['123', 2, 'PI', daily],
      C05: ['1', 20, 'ED', once],
      C06: ['1', 40, 'CT PI', once],
      C07: ['123', 6, 'CT', weekly],
      C08: ['123', 20, 'CT', monthly],
      C09: ['2', 40, 'ED', once],
      C10: ['123', 25, 'ED PI', { kind: 'on_event' }],
      C11: ['23', 40, 'CG PI', { kind: 'sittings', least: 3, most: 3 }],
      C12: ['23', 10, 'PI', monthly],
      C13: ['23', 20, 'PI ED', weekly],
      C14: ['3', 40, 'PI', once],
      C15: ['3', 45, 'PI CG', twice],
      C16: ['3', 10, 'ED', { kind: 'after', code: 'C15' }],
      C17: ['1', 25, 'TS PI', once],
      C18: ['123', 30, 'CT PI', { kind: 'times', times: 2 }],
      C19: ['123', 15, 'ED', quarterly],
      C20: ['23', 45, 'CG', quarterly],
    });
  });

  it('name what else a therapist may choose, and what follows', () => {
    const others = coupleExercises.filter((t) => t.otherCadences !== undefined || t.followUp !== undefined);
    expect(others.map((t) => [t.code, t.otherCadences ?? t.followUp])).toEqual([
      ['C02', [{ kind: 'weekly', times: 3 }]],
      ['C05', { kind: 'times', times: 1 }],
      ['C06', { kind: 'stage_change' }],
      ['C14', { kind: 'on_event' }],
    ]);
  });

  it('have keys that differ, rows in lists, and conditions that point at something', () => {
    for (const { code, fields } of coupleExercises) checkFields(code, fields);
  });

  it('have two different options at least, but for boxes to tick', () => {
    const single = all.filter(({ field }) => field.options?.length === 1);
    expect(single.every(({ field }) => field.options?.[0]?.value === 'done')).toBe(true);
    expect(single).toHaveLength(9);
    for (const { field } of all) {
      const values = field.options?.map(({ value }) => value) ?? [];
      expect(new Set(values).size).toBe(values.length);
      expect(['choice', 'multi'].includes(field.kind)).toBe(values.length > 0);
    }
  });

  it('ask no question of the kind "risk", and never require a text', () => {
    expect(pathsWhere(({ kind }) => kind === 'risk')).toEqual([]);
    expect(pathsWhere(({ kind, required }) => kind === 'text' && required)).toEqual([
      'C14 private_notes.note',
    ]);
  });
});

function checkFields(code: string, fields: readonly Field[]): void {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  expect([code, byKey.size]).toEqual([code, fields.length]);
  for (const { key, kind, rows, orKey, askedWhen, ends } of fields) {
    expect([code, key]).toEqual([code, expect.stringMatching(/^[a-z][a-z0-9_]*$/)]);
    expect([code, key, (rows?.length ?? 0) > 0]).toEqual([code, key, kind === 'list']);
    expect([code, key, ends !== undefined]).toEqual([code, key, kind === 's04' || kind === 's10']);
    if (orKey !== undefined) expect(byKey.has(orKey)).toBe(true);
    const first = askedWhen && byKey.get(askedWhen.key);
    const known: readonly unknown[] =
      first?.kind === 'bool' ? [true, false] : (first?.options ?? []).map(({ value }) => value);
    expect([code, key, (askedWhen?.is ?? []).filter((value) => !known.includes(value))]).toEqual([
      code,
      key,
      [],
    ]);
    checkFields(`${code} ${key}`, rows ?? []);
  }
}

describe('who reads a couple exercise', () => {
  it('is both, but for the map of C14', () => {
    expect(coupleExercises.filter(({ privacy }) => privacy !== 'P4').map((t) => [t.code, t.privacy])).toEqual(
      [['C14', 'P3']],
    );
  });

  it('is a few fields closer', () => {
    const log = [
      'on',
      'step',
      'minutes_touching',
      'minutes_receiving',
      'attention',
      'calm',
      'pressure',
      'anxiety',
    ];
    const stop = ['flash', 'numb', 'stop_used', 'stop_respected', 'wish_next'];
    expect(pathsWhere(({ privacy }) => privacy === 'P1')).toEqual([
      ...['C03 felt_heard', 'C03 flooded', 'C03 time_out_used', 'C13 answer_free', 'C13 no_met_kindly'],
      ...[...log, ...stop].map((key) => `C15 ${key}`),
    ]);
    expect(pathsWhere(({ privacy }) => privacy === 'P0')).toEqual(['C14 private_notes']);
    expect(
      pathsWhere(({ privacy }) => privacy !== undefined && privacy !== 'P0' && privacy !== 'P1'),
    ).toEqual([]);
  });

  it('is said in the first note, and how; that anyone may stop comes with it', () => {
    const firstOf = perExercise((t) => [t.sharing.kind, t.notes?.[0]]);
    const together = ['C05', 'C06', 'C07', 'C12', 'C17', 'C18', 'C19', 'C20'];
    const special = ['C14', 'C15'];
    for (const [code, found] of Object.entries(firstOf)) {
      if (together.includes(code)) expect([code, ...found]).toEqual([code, 'together', writtenTogether]);
      else if (!special.includes(code))
        expect([code, ...found]).toEqual([code, 'reveal_on_both', hiddenUntilBoth]);
    }
    expect(special.map((code) => firstOf[code]?.[0])).toEqual(['mutual_rows', 'together']);
    expect(firstOf['C15']?.[1]).toMatchObject({ en: expect.stringContaining('“done” or “paused”') });
    expect(coupleExercises.every(({ notes }) => notes?.includes(mayStop))).toBe(true);
    expect(hiddenUntilBoth.en).toContain('hidden until both are in');
  });

  it('leaves nothing that is done together to one hidden half', () => {
    const hidden = coupleExercises.filter(({ sharing }) => sharing.kind === 'reveal_on_both');
    const asked = hidden.flatMap((t) => t.fields.filter((f) => f.by === 'together' && f.required));
    expect(asked).toEqual([]);
  });
});

describe('what closes a couple exercise', () => {
  it('is always a hold and a fear flag; for touch a pause too, and the step', () => {
    const touch = ['hold', 'fear_flag', 'touch_suspended'];
    const special: Record<string, readonly string[]> = {
      C13: ['hold', 'fear_flag', 'step_not_open'],
      C14: touch,
      C15: [...touch, 'step_not_open'],
      C16: touch,
    };
    expect(perExercise((t) => t.lockedBy)).toEqual(
      perExercise(({ code }) => special[code] ?? ['hold', 'fear_flag']),
    );
  });
});

describe('when a couple exercise is done', () => {
  const both = { kind: 'both_parts' } as const;
  const answers = { kind: 'answers' } as const;
  const signed = { kind: 'signed', by: ['RP', 'BP'] } as const;

  it('is both parts, but for these', () => {
    const special = coupleExercises.filter((t) => JSON.stringify(t.completion) !== JSON.stringify([both]));
    expect(Object.fromEntries(special.map((t) => [t.code, t.completion]))).toEqual({
      C04: [both, { kind: 'per_week', least: 4 }],
      C05: [both, signed, { kind: 'rows', key: 'practices', least: 1 }],
      C06: [both, { kind: 'signed', by: ['RP', 'BP', 'therapist'] }],
      C07: [answers, { kind: 'rows_all', key: 'promises', field: 'kept' }],
      C11: [
        both,
        { kind: 'rows', key: 'merged', least: 1 },
        { kind: 'rows', key: 'commitments', least: 3 },
        signed,
      ],
      C12: [{ kind: 'rows', key: 'rituals', least: 1 }],
      C17: [both, signed],
      C18: [answers, { kind: 'rounds', least: 2 }],
      C19: [{ kind: 'rows', key: 'dates', least: 1 }],
      C20: [answers, { kind: 'rows', key: 'goals', least: 3 }],
    });
  });

  it('points at lists that exist', () => {
    for (const { completion, fields } of coupleExercises) {
      for (const rule of completion) {
        if (!('key' in rule)) continue;
        const list = fields.find(({ key }) => key === rule.key);
        expect(list?.kind).toBe('list');
        if ('field' in rule) expect(list?.rows?.map(({ key }) => key)).toContain(rule.field);
      }
    }
  });

  it('has a signature field of each person where both sign', () => {
    expect(
      all.filter(({ field }) => field.kind === 'sig').map(({ path, field }) => [path, field.by]),
    ).toEqual(
      ['C05', 'C06', 'C11', 'C17'].flatMap((code) => [
        [`${code} signature_rp`, 'RP'],
        [`${code} signature_bp`, 'BP'],
      ]),
    );
  });
});

describe('the wording of the couple exercises', () => {
  it.each(languages)('is easy to read and free of words that hurt, in %s', (language) => {
    for (const template of coupleExercises) {
      const texts = wordingOf(template).map((text) => text[language]);
      expect([template.code, texts.flatMap((text) => lintWording(text, language))]).toEqual([
        template.code,
        [],
      ]);
      expect([template.code, readingGrade(texts.join('\n'), language) <= highestGrade]).toEqual([
        template.code,
        true,
      ]);
      const sentences = texts.filter((text) => /[.?]/.test(text)).join('\n');
      expect([template.code, readingGrade(sentences, language) <= highestGrade]).toEqual([
        template.code,
        true,
      ]);
      expect([template.code, texts.filter((text) => text.trim() === '')]).toEqual([template.code, []]);
    }
  });

  it('gives the therapist the limits of the brief', () => {
    const counts = Object.entries(perExercise((t) => t.avoid.length)).filter(([, count]) => count > 0);
    expect(counts).toEqual([
      ...[['C01', 2], ['C02', 1], ['C03', 2], ['C04', 1], ['C06', 1], ['C08', 1], ['C11', 1], ['C15', 5]], // prettier-ignore
    ]);
  });
});

describe('an empty submit of a couple exercise', () => {
  const open = (by: 'RP' | 'BP'): Record<string, string> =>
    perExercise((template) => {
      const result = validateAnswers(template, {}, 'submit', { by });
      return result.ok ? '' : result.refusal.map(({ key }) => key).join(' ');
    });

  it('names what is required of each side', () => {
    const rp = open('RP');
    expect(rp).toEqual({
      C01: 'boundary_kept felt_heard stayed_kind',
      C02: 'appreciation_done news_done puzzle_done complaint_done hope_done',
      C03: 'good_time',
      C04: 'noticed',
      C05: 'signal minutes where_i_go what_i_do return_time who_restarts not_allowed signature_rp',
      C06: 'agreement signature_rp',
      C07: 'promises',
      C08: 'predictability_overall transparency_overall shared_values_overall',
      C09: 'danger_move',
      C10: 'repaired',
      C11: 'statements',
      C12: 'rituals',
      C13: 'step ask answer',
      C14: 'map',
      C15: 'on step attention calm pressure anxiety flash numb stop_used wish_next together_result',
      C16: 'thanked',
      C17: 'signature_rp',
      C18: 'role_play',
      C19: 'dates',
      C20: 'charts_viewed goals',
    });
    const bp = open('BP');
    expect(Object.keys(bp).filter((code) => bp[code] !== rp[code])).toEqual(['C01', 'C05', 'C06', 'C17']);
    expect([bp['C01'], bp['C17']]).toEqual(['self_care felt_heard stayed_kind', 'signature_bp']);
  });
});
