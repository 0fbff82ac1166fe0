import { describe, expect, it } from '@jest/globals';
import { recoveringExercises } from './recovering-exercises.js';
import type { Field } from '../field.js';
import type { HomeworkTemplate } from '../template.js';

function exercise(code: string): HomeworkTemplate {
  const found = recoveringExercises.find((template) => template.code === code);
  if (!found) throw new Error(`no exercise ${code}`);
  return found;
}

/** All fields with their paths; a field of a row reads 'list.field'. */
function everyField(fields: readonly Field[], prefix = ''): readonly (readonly [string, Field])[] {
  return fields.flatMap((field) => [
    [prefix + field.key, field] as const,
    ...everyField(field.rows ?? [], `${prefix}${field.key}.`),
  ]);
}

const all = recoveringExercises.flatMap((template) =>
  everyField(template.fields).map(([path, field]) => ({ path: `${template.code} ${path}`, template, field })),
);
const pathsWhere = (test: (field: Field) => boolean): readonly string[] =>
  all.filter(({ field }) => test(field)).map(({ path }) => path);

describe('recoveringExercises', () => {
  it('are seventeen, in the order of their codes', () => {
    expect(recoveringExercises.map(({ code }) => code)).toEqual(
      [
        '01',
        '02',
        '03',
        '04',
        '05',
        '06',
        '07',
        '08',
        '09',
        '10',
        '11',
        '12',
        '13',
        '14',
        '15',
        '16',
        '17',
      ].map((number) => `R${number}`),
    );
    expect(recoveringExercises.map(({ track, version }) => `${track}${String(version)}`)).toEqual(
      recoveringExercises.map(() => 'R1'),
    );
  });

  it.each<[string, readonly number[], readonly string[], number, string]>([
    ['R01', [1, 2, 3], ['CT', 'CG'], 3, 'P1'],
    ['R02', [1, 2, 3], ['CG'], 10, 'P0'],
    ['R03', [1, 2, 3], ['CT', 'ED'], 5, 'P1'],
    ['R04', [1, 2, 3], ['CG'], 4, 'P1'],
    ['R05', [1, 2, 3], ['CT'], 5, 'P1'],
    ['R06', [1], ['CT', 'CG'], 30, 'P1'],
    ['R07', [1], ['CT'], 45, 'P1'],
    ['R08', [1], ['CT'], 45, 'P1'],
    ['R09', [1, 2, 3], ['CT'], 15, 'P1'],
    ['R10', [1, 2, 3], ['ED'], 8, 'P1'],
    ['R11', [2], ['ED', 'CG'], 45, 'P1'],
    ['R12', [1, 2], ['CG', 'ED'], 12, 'P1'],
    ['R13', [1, 2, 3], ['ED'], 4, 'P1'],
    ['R14', [1, 2, 3], ['TS', 'CG'], 3, 'P1'],
    ['R15', [1, 2, 3], ['CG'], 4, 'P1'],
    ['R16', [2, 3], ['CG', 'CT'], 6, 'P3'],
    ['R17', [2, 3], ['CG'], 20, 'P1'],
  ])('%s has its stages, predictors, minutes and level', (code, stages, feeds, minutes, privacy) => {
    const template = exercise(code);
    expect([template.stages, template.feeds, template.minutes, template.privacy]).toEqual([
      stages,
      feeds,
      minutes,
      privacy,
    ]);
  });

  it.each<[string, object]>([
    ['R02', { cadence: { kind: 'weekly', times: 3 } }],
    ['R03', { cadence: { kind: 'weekly', times: 3 } }],
    ['R04', { cadence: { kind: 'on_event', leastPerWeek: 1 } }],
    ['R05', { cadence: { kind: 'weekly', times: 1 } }],
    ['R06', { cadence: { kind: 'once' }, followUp: { kind: 'monthly', months: 1 } }],
    ['R07', { cadence: { kind: 'weekly', times: 1 }, otherCadences: [{ kind: 'weekly', times: 2 }] }],
    ['R08', { cadence: { kind: 'sittings', least: 9, most: 9 } }],
    ['R09', { cadence: { kind: 'on_event' } }],
    ['R10', { cadence: { kind: 'weekly', times: 3 } }],
    ['R11', { cadence: { kind: 'sittings', least: 3, most: 5 } }],
    ['R12', { cadence: { kind: 'weekly', times: 1 } }],
    ['R13', { cadence: { kind: 'on_event', leastPerWeek: 2 } }],
    ['R14', { cadence: { kind: 'weekly', times: 1 } }],
    ['R15', { cadence: { kind: 'weekly', times: 1 } }],
    ['R16', { cadence: { kind: 'weekly', times: 1 } }],
    ['R17', { cadence: { kind: 'every_weeks', weeks: 2 } }],
  ])('%s has its rhythm', (code, expected) => {
    const { cadence, otherCadences, followUp } = exercise(code);
    expect({ cadence, ...(otherCadences && { otherCadences }), ...(followUp && { followUp }) }).toEqual(
      expected,
    );
  });

  it.each<[string, object]>([
    ['R02', { kind: 'therapist', to: 'T_RP' }],
    ['R03', { kind: 'session', fields: ['moments'] }],
    ['R04', { kind: 'none' }],
    ['R05', { kind: 'partner', fields: ['summary'] }],
    ['R06', { kind: 'partner' }],
    ['R07', { kind: 'none' }],
    ['R08', { kind: 'session' }],
    ['R09', { kind: 'none' }],
    ['R10', { kind: 'none' }],
    ['R11', { kind: 'session' }],
    ['R12', { kind: 'none' }],
    ['R13', { kind: 'none' }],
    ['R14', { kind: 'partner', fields: ['meetings', 'group', 'therapy', 'sponsor'] }],
    ['R15', { kind: 'partner' }],
    ['R16', { kind: 'partner' }],
    ['R17', { kind: 'none' }],
  ])('%s travels no further than it may', (code, sharing) => {
    expect(exercise(code).sharing).toEqual(sharing);
  });

  it('keep closed what must wait', () => {
    const locked = recoveringExercises.filter(({ lockedBy }) => lockedBy.length > 0);
    expect(locked.map(({ code, lockedBy, opensFrom }) => [code, lockedBy, opensFrom])).toEqual([
      ['R07', ['acute_risk', 'no_support_that_evening', 'legal_question_open'], undefined],
      ['R08', ['hold', 'acute_risk', 'legal_question_open', 'before_disclosure_state'], ['PREPARING']],
      ['R11', ['before_disclosure_state'], ['IMPACT_DELIVERED', 'RESTITUTION_PREP']],
    ]);
  });
});

describe('fields of the recovering track', () => {
  it('have one key each within their document or row', () => {
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
    expect(all.filter(({ field }) => !/^[a-z][a-z0-9_]*$/.test(field.key))).toEqual([]);
  });

  it('refer only to fields and answers that are there', () => {
    const groups = recoveringExercises.flatMap(({ fields }) => [
      fields,
      ...fields.map(({ rows }) => rows ?? []),
    ]);
    const lost = groups.flatMap((fields) =>
      fields.filter(({ orKey, askedWhen, suggested, options }) => {
        const first = fields.find(({ key }) => key === askedWhen?.key);
        const given = [
          ...(first?.options ?? []).map(({ value }) => value),
          ...(first?.kind === 'bool' ? [true] : []),
        ];
        return (
          (orKey !== undefined && !fields.some(({ key }) => key === orKey)) ||
          (askedWhen !== undefined && !askedWhen.is.every((value) => given.includes(value))) ||
          (suggested !== undefined && !options?.some(({ value }) => value === suggested))
        );
      }),
    );
    expect(lost.map(({ key }) => key)).toEqual([]);
  });

  it('stand in steps that the exercise has, in the order of the steps', () => {
    const stepped = recoveringExercises.filter(({ steps }) => steps);
    expect(stepped.map(({ code, fields }) => [code, ...new Set(fields.map(({ step }) => step))])).toEqual([
      ['R08', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'],
      ['R09', 'safe', 'facts', 'support', 'partner', 'script', 'repair'],
    ]);
    for (const { fields, steps } of stepped)
      expect(steps?.map(({ key }) => key)).toEqual([...new Set(fields.map(({ step }) => step))]);
    expect(pathsWhere(({ step }) => step !== undefined).every((path) => /^R0[89] /.test(path))).toBe(true);
  });

  it('have rows where they are lists, and options where they are choices', () => {
    expect(
      pathsWhere(({ kind, rows }) => (kind === 'list') !== (rows !== undefined && rows.length > 0)),
    ).toEqual([]);
    const choosing = ['choice', 'multi', 'risk'];
    expect(pathsWhere(({ kind, options }) => choosing.includes(kind) !== (options !== undefined))).toEqual(
      [],
    );
    const scales = ['s04', 's10'];
    expect(pathsWhere(({ kind, ends }) => scales.includes(kind) !== (ends !== undefined))).toEqual([]);
  });

  it('are the author’s alone where nobody else may read (HW-44)', () => {
    expect(pathsWhere(({ privacy }) => privacy !== undefined)).toEqual(['R01 left_out', 'R10 defense']);
    expect(pathsWhere(({ privacy }) => privacy !== 'P0' && privacy !== undefined)).toEqual([]);
  });

  it('ask about safety only in the check-in and after a slip', () => {
    expect(pathsWhere(({ kind }) => kind === 'risk')).toEqual(['R01 safe_now', 'R09 safe_now']);
    expect(pathsWhere(({ options }) => options?.some(({ risk }) => risk) ?? false)).toEqual([
      'R01 safe_now',
      'R09 safe_now',
    ]);
    expect(pathsWhere(({ alarm }) => alarm !== undefined)).toEqual([]);
  });

  it('lead from a slip to its protocol (HW-43)', () => {
    const leading = all.flatMap(({ path, field }) =>
      (field.options ?? [])
        .filter(({ opens }) => opens)
        .map(({ value, opens }) => `${path} ${value} ${String(opens)}`),
    );
    expect(leading).toEqual(['R01 boundaries yes R09', 'R04 outcome slip R09', 'R05 tools.bypass yes R09']);
  });

  it('ask nobody for a long text', () => {
    expect(pathsWhere(({ kind, required }) => kind === 'text' && required)).toEqual(['R08 answers.answer']);
  });

  it('offer kinds, means and frequencies without any detail', () => {
    const offered = (path: string) =>
      all
        .find((entry) => entry.path === path)
        ?.field.options?.map(({ value }) => value)
        .join(' ');
    const kinds = 'pornography live_or_chat dating_apps paid in_person alone other';
    const often = 'once few_times monthly weekly daily not_sure';
    expect(
      ['R07 entries.category', 'R08 during_us.category', 'R09 category', 'R09 script_category'].map(offered),
    ).toEqual([kinds, kinds, kinds, kinds]);
    expect(['R07 entries.frequency', 'R08 during_us.how_often'].map(offered)).toEqual([often, often]);
    expect(offered('R07 entries.medium')).toBe('phone computer other_screen print in_person other');
    expect(offered('R08 costs_and_risks.kind')).toBe('money time health other_risk');
    expect(offered('R09 partner_told')).toBe('not_yet planned told found_out agreed_not_to_tell');
    expect(offered('R04 response')).toBe(
      'reached_out left_room blocked moved grounding prayer_meditation waited other',
    );
  });

  it.each<[string, string]>([
    ['R02', 'mood'],
    ['R03', 'moments moments.gap moments.corrected'],
    ['R04', 'entry_kind at intensity outcome top_situations top_situations.situation one_change'],
    [
      'R05',
      'tools tools.tool tools.active_all_week tools.bypass tools.reviewed_by tools.still_chosen tools.review_on',
    ],
    ['R06', 'stopping stopping.item warning_zone warning_zone.item life_giving life_giving.item starts_on'],
    [
      'R07',
      'entries entries.period entries.category entries.real_person entries.health_risk entries.partner_knows',
    ],
    ['R10', 'they_felt stayed'],
    ['R11', ''],
    ['R12', 'repair_action action_on'],
    ['R13', 'my_move repair_made'],
    ['R14', 'meetings group therapy sponsor plan plan.what plan.when'],
    ['R15', 'progress'],
    ['R16', 'promises promises.promise promises.by_when'],
    ['R17', 'body_ease'],
  ])('%s requires no more than it needs', (code, expected) => {
    const required = everyField(exercise(code).fields).filter(([, field]) => field.required);
    expect(required.map(([path]) => path).join(' ')).toBe(expected);
  });
});
