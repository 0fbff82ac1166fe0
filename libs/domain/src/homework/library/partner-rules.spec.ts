import { describe, expect, it } from '@jest/globals';
import { judgeCompletion, type CompletionFacts } from '../judge-completion.js';
import { noticesOf, offeredNext, riskSignals } from '../reading-answers.js';
import { validateAnswers } from '../validate-answers.js';
import { b02 } from './b02.js';
import { b03 } from './b03.js';
import { b04 } from './b04.js';
import { b05 } from './b05.js';
import { b06 } from './b06.js';
import { b07 } from './b07.js';
import { b08 } from './b08.js';
import { b09 } from './b09.js';
import { b10 } from './b10.js';
import { b11 } from './b11.js';
import { b12 } from './b12.js';
import { b13 } from './b13.js';
import { b14 } from './b14.js';
import { b15 } from './b15.js';
import { b16 } from './b16.js';
import { b17 } from './b17.js';
import { partnerExercises } from './partner-exercises.js';
import type { Field } from '../field.js';
import type { Answers, HomeworkTemplate } from '../template.js';

const optionsOf = (fields: readonly Field[], key: string): readonly string[] =>
  fields.find((field) => field.key === key)?.options?.map(({ value }) => value) ?? [];
const rowsOf = (template: HomeworkTemplate, key: string): readonly Field[] =>
  template.fields.find((field) => field.key === key)?.rows ?? [];
const keysOf = (fields: readonly Field[]): readonly string[] => fields.map(({ key }) => key);

/** Keys that a submit of these answers still lacks or gets wrong. */
function problems(template: HomeworkTemplate, answers: Answers): readonly string[] {
  const result = validateAnswers(template, answers, 'submit');
  return result.ok ? [] : result.refusal.map(({ key, code }) => `${key} ${code}`);
}

function done(template: HomeworkTemplate, answers: Answers, facts: Partial<CompletionFacts> = {}): boolean {
  return judgeCompletion(template, {
    by: 'BP',
    halves: { RP: null, BP: answers },
    signedBy: [],
    therapistConfirmed: null,
    disclosure: null,
    doneThisWeek: null,
    doneInAll: null,
    ...facts,
  }).done;
}

describe('what may travel', () => {
  it('is nothing, or what the author releases', () => {
    expect(
      partnerExercises
        .filter(({ sharing }) => sharing.kind !== 'none')
        .map(({ code, sharing }) => [code, sharing]),
    ).toEqual([
      ['B04', { kind: 'partner', fields: ['triggers.wish_to_partner'] }],
      ['B05', { kind: 'partner' }],
      ['B08', { kind: 'therapist', to: 'T_RP' }],
      [
        'B09',
        {
          kind: 'therapist',
          to: 'T_C',
          fields: [
            'plans.plan',
            'plans.transport',
            'plans.sleep_place',
            'plans.person_on_call',
            'plans.children_and_pets',
            'plans.work_cover',
            'plans.food',
            'code_word',
            'contact_24h',
            'contact_72h',
          ],
        },
      ],
      ['B10', { kind: 'session' }],
      ['B14', { kind: 'partner', fields: ['sentence'] }],
      ['B15', { kind: 'therapist', to: 'T_BP', fields: ['part_set_aside', 'small_act'] }],
      ['B17', { kind: 'therapist', to: 'T_BP' }],
    ]);
  });

  it('keeps the author’s own words from everybody (HW-50)', () => {
    const closer = partnerExercises.flatMap(({ code, fields }) =>
      fields.filter(({ privacy }) => privacy).map(({ key, privacy }) => [code, key, privacy]),
    );
    expect(closer).toEqual([
      ['B15', 'part_set_aside', 'P0'],
      ['B15', 'small_act', 'P0'],
    ]);
    expect([b02.privacy, b17.privacy, b15.privacy]).toEqual(['P0', 'P0', 'P1']);
  });

  it('never holds a number of the reaction tracker (HW-58)', () => {
    expect(keysOf(b14.fields)).toEqual([
      'intrusion',
      'nightmares',
      'body_alarm',
      'avoiding',
      'numb',
      'on_guard',
      'anger',
      'self_blame',
      'sleep',
      'concentration',
      'sentence',
    ]);
    expect(b14.fields.slice(0, 10).every(({ kind, required }) => kind === 's04' && required)).toBe(true);
    expect(b14.fields[10]).toMatchObject({ kind: 'line', required: false });
  });
});

describe('B02 and B03', () => {
  it('B02 takes turns with three beginnings and is done once an entry is saved', () => {
    expect(b02.prompts?.map(({ en }) => en)).toEqual([
      'What I know for sure today',
      'What I am carrying that is not mine',
      'Anger would say …',
    ]);
    expect([problems(b02, { entry: ' ' }), problems(b02, { entry: 'x' })]).toEqual([['entry required'], []]);
  });

  it('B03 is done with distress before and after, 0 included', () => {
    expect(done(b03, { distress_before: 6 })).toBe(false);
    expect(done(b03, { distress_after: 6 })).toBe(false);
    expect(done(b03, { distress_before: 6, distress_after: 0 })).toBe(true);
    expect(keysOf(b03.fields)).toEqual([
      'distress_before',
      'technique',
      'distress_after',
      'what_helped',
      'numb_or_unreal',
    ]);
    expect(optionsOf(b03.fields, 'technique')).toEqual([
      'five_senses',
      'feet_and_floor',
      'paced_breath',
      'cold_water',
      'orienting',
      'safe_place',
      'movement',
      'bilateral_tapping',
    ]);
    expect(b03.fields[4]?.hint?.en).toContain('keep your eyes open');
    expect(b03.variants?.map(({ key, minutes }) => [key, minutes])).toEqual([['short', 5]]);
  });
});

describe('B04 to B07', () => {
  it('B04 is done with the third trigger, not the second', () => {
    const cues = (count: number): Answers => ({
      triggers: Array.from({ length: count }, () => ({ cue: 'a ring' })),
    });
    expect([done(b04, cues(2)), done(b04, cues(3))]).toEqual([false, true]);
    expect([problems(b04, cues(2)), problems(b04, cues(3))]).toEqual([['triggers required'], []]);
    expect(keysOf(rowsOf(b04, 'triggers'))).toEqual([
      'cue',
      'reminds_me_of',
      'body_reaction',
      'heat',
      'need_from_me',
      'wish_to_partner',
      'ask_again',
    ]);
  });

  it('B05 is done once the therapist has looked through it', () => {
    const plan = { needs: [{ need: 'rest' }] };
    expect(done(b05, plan)).toBe(false);
    expect(done(b05, plan, { therapistConfirmed: true })).toBe(true);
    expect(done(b05, {}, { therapistConfirmed: true })).toBe(false);
    expect(keysOf(rowsOf(b05, 'needs'))).toEqual([
      'need',
      'boundary',
      'request',
      'if_not_kept',
      'review_on',
      'type',
    ]);
    expect(optionsOf(rowsOf(b05, 'needs'), 'type')).toEqual([
      'digital',
      'physical',
      'sexual',
      'financial',
      'information',
      'parenting',
    ]);
  });

  it('B06 is done with two people, or with a plan to find them', () => {
    const one = { people: [{ name: 'A' }] };
    expect(done(b06, one)).toBe(false);
    expect(problems(b06, one)).toEqual(['people required']);
    expect(done(b06, { people: [{ name: 'A' }, { name: 'B' }] })).toBe(true);
    expect(done(b06, { ...one, plan_to_find: 'ask at the group' })).toBe(true);
    expect(problems(b06, { plan_to_find: 'ask at the group' })).toEqual([]);
    expect(done(b06, { gaps: 'somebody close by' })).toBe(false);
    expect(keysOf(rowsOf(b06, 'people'))).toEqual(['name', 'kind', 'knows', 'safe_to_tell', 'best_way']);
    expect(optionsOf(rowsOf(b06, 'people'), 'kind')).toEqual([
      'listener',
      'practical',
      'peer',
      'professional',
      'spiritual',
    ]);
    expect(optionsOf(rowsOf(b06, 'people'), 'knows')).toEqual(['nothing', 'a_little', 'most']);
  });

  it('B07 has one thing, a time and a tick for each of six parts', () => {
    const parts = ['body', 'rest', 'food', 'joy', 'money', 'boundary'];
    expect(b07.fields.map(({ key, kind, required }) => `${key} ${kind} ${String(required)}`)).toEqual([
      ...parts.flatMap((part) => [
        `${part} line false`,
        `${part}_when line false`,
        `${part}_done bool false`,
      ]),
      'energy s10 true',
    ]);
    expect(b07.fields.slice(0, 3).map(({ label }) => [label.en, label.es])).toEqual([
      ['Body: one small thing', 'Cuerpo: una cosa pequeña'],
      ['Body: when', 'Cuerpo: cuándo'],
      ['Body: I did it', 'Cuerpo: lo hice'],
    ]);
  });
});

describe('B08 to B10', () => {
  it('B08 holds a question with its level of detail, and is done once it was reviewed (HW-54)', () => {
    const list = { questions: [{ question: 'Since when?', detail_level: 'yes_no' }] };
    expect(problems(b08, { questions: [{ question: 'Since when?' }] })).toEqual([
      'questions.0.detail_level required',
    ]);
    expect([done(b08, list), done(b08, list, { therapistConfirmed: true })]).toEqual([false, true]);
    const rows = rowsOf(b08, 'questions');
    expect(keysOf(rows)).toEqual([
      'question',
      'category',
      'reason',
      'fear',
      'detail_level',
      'therapist_advice',
      'status',
    ]);
    expect(optionsOf(rows, 'detail_level')).toEqual(['yes_no', 'number_range', 'summary', 'do_not_tell']);
    expect(optionsOf(rows, 'status')).toEqual(['draft', 'ready', 'set_aside']);
    expect(optionsOf(rows, 'category')).toHaveLength(9);
    expect(b08.notes).toHaveLength(2);
    expect(b08.notes?.[1]?.en).toBe(
      'Is it late? Then this list can wait. Rest comes first, or a grounding exercise.',
    );
  });

  it('B09 keeps health and wishes from the couple therapist (HW-55)', () => {
    const shared = 'fields' in b09.sharing ? (b09.sharing.fields ?? []) : [];
    const paths = b09.fields.flatMap(({ key, rows }) => (rows ?? []).map((row) => `${key}.${row.key}`));
    const single = b09.fields.filter(({ rows }) => !rows).map(({ key }) => key);
    expect([...paths, ...single].filter((path) => !shared.includes(path))).toEqual([
      'plans.person_told_on',
      'plans.medication',
      'comfort.item',
      'no_contact_about',
      'decision_pause_days',
    ]);
    expect(optionsOf(rowsOf(b09, 'plans'), 'plan')).toEqual(['a', 'b', 'c']);
    const plan = { plans: [{ plan: 'a' }] };
    expect([done(b09, plan), done(b09, plan, { therapistConfirmed: true })]).toEqual([false, true]);
  });

  it('B09 takes a wish of 0 to 365 days', () => {
    const wish = (days: number): Answers => ({ plans: [{ plan: 'a' }], decision_pause_days: days });
    expect([0, 365].flatMap((days) => problems(b09, wish(days)))).toEqual([]);
    expect([-1, 366].flatMap((days) => problems(b09, wish(days)))).toEqual([
      'decision_pause_days out_of_range',
      'decision_pause_days out_of_range',
    ]);
  });

  it('B10 asks for nothing and is done when delivered or opted out (HW-56)', () => {
    expect(b10.fields.map(({ key, kind, required }) => `${key} ${kind} ${String(required)}`)).toEqual([
      'believed_before text false',
      'safety_and_body text false',
      'self_and_sexuality text false',
      'life_around text false',
      'lost text false',
      'still_happens text false',
      'need_to_see text false',
      'not_asking_for text false',
    ]);
    expect(b10.fields.filter(({ hint }) => hint).map(({ key }) => key)).toEqual(['life_around']);
    const at = (disclosure: CompletionFacts['disclosure']): boolean => done(b10, {}, { disclosure });
    expect([at('AFTERCARE'), at('IMPACT_PREP'), at(null), at('DECLINED')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([at('IMPACT_DELIVERED'), at('RESTITUTION_PREP'), at('COMPLETED')]).toEqual([true, true, true]);
  });
});

describe('B11 to B13', () => {
  it('B11 is done with one loss or one tick', () => {
    expect(problems(b11, {})).toEqual(['losses required']);
    expect(problems(b11, { losses: [{ loss: 'ease' }] })).toEqual([]);
    expect(problems(b11, { came_up: ['none'] })).toEqual([]);
    expect(keysOf(rowsOf(b11, 'losses'))).toEqual(['loss', 'when_felt', 'honored_by']);
    expect(optionsOf(b11.fields, 'came_up')).toEqual(['tears', 'anger', 'numb', 'none']);
  });

  it('B12 tells the therapist, and offers grounding, above ten checks only (HW-57)', () => {
    const told = (checks: string) => {
      const answers = { self_trust: 3, checks_today: checks };
      return [noticesOf(b12, answers), offeredNext(b12, answers), riskSignals(b12, answers)];
    };
    expect(told('four_to_ten')).toEqual([[], [], []]);
    expect(told('over_ten')).toEqual([['checks_today'], ['B03'], []]);
    expect(optionsOf(b12.fields, 'checks_today')).toEqual([
      'none',
      'one_to_three',
      'four_to_ten',
      'over_ten',
    ]);
    expect(keysOf(b12.fields)).toEqual([
      'noticed',
      'facts',
      'guesses',
      'gut',
      'low_cost_check',
      'outcome',
      'self_trust',
      'checks_today',
    ]);
    expect([problems(b12, {}), problems(b12, { self_trust: 0 })]).toEqual([['self_trust required'], []]);
  });

  it('B13 asks about a nightmare only after a yes', () => {
    const night = { hours: 6, nightmare: false };
    expect(problems(b13, night)).toEqual([]);
    expect(problems(b13, { ...night, nightmare: true })).toEqual([
      'nightmare_distress required',
      'theme required',
    ]);
    expect(
      problems(b13, { hours: 24, woke: 50, nightmare: true, nightmare_distress: 10, theme: 'no_recall' }),
    ).toEqual([]);
    expect(problems(b13, { hours: 24.5, woke: 51, nightmare: false })).toEqual([
      'hours out_of_range',
      'woke out_of_range',
    ]);
    expect(problems(b13, {})).toEqual(['hours required', 'nightmare required']);
    expect(optionsOf(b13.fields, 'theme')).toEqual(['betrayal', 'other', 'no_recall']);
  });
});

describe('B15 to B17', () => {
  it('B15 asks only how alive the author feels', () => {
    expect(keysOf(b15.fields)).toEqual(['part_set_aside', 'small_act', 'done', 'aliveness']);
    expect([problems(b15, {}), problems(b15, { aliveness: 0 })]).toEqual([['aliveness required'], []]);
  });

  it('B16 tells the own therapist of pressure of 3 or 4, not of 2 (HW-59)', () => {
    const raised = [0, 2, 3, 4].map((pressure) => riskSignals(b16, { pressure, stage_3_wish: 'yes' }));
    const alarm = [{ key: 'pressure', level: 'alarm' }];
    expect(raised).toEqual([[], [], alarm, alarm]);
    expect(riskSignals(b16, { pressure: 0, stage_3_wish: 'no' })).toEqual([]);
    expect(b16.fields.map(({ key, kind, required }) => `${key} ${kind} ${String(required)}`)).toEqual([
      'my_no text false',
      'touch_fine list false',
      'touch_not_now list false',
      'touch_never list false',
      'pressure s04 true',
      'stage_3_wish choice true',
    ]);
    expect(optionsOf(b16.fields, 'stage_3_wish')).toEqual(['yes', 'unsure', 'no']);
  });

  it('B17 asks only for the pressure to decide, and sets staying beside leaving', () => {
    expect(keysOf(b17.fields)).toEqual([
      'what_matters',
      'nothing_changed',
      'to_stay_well',
      'to_leave_well',
      'decision_pressure',
    ]);
    expect([problems(b17, {}), problems(b17, { decision_pressure: 0 })]).toEqual([
      ['decision_pressure required'],
      [],
    ]);
  });
});
