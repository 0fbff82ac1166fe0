import { describe, expect, it } from '@jest/globals';
import { judgeCompletion, type CompletionFacts } from '../judge-completion.js';
import { riskSignals } from '../reading-answers.js';
import { validateAnswers } from '../validate-answers.js';
import { preferencesOf } from './c14-answers.js';
import { preferenceDomains } from './c14-domains.js';
import { touchRoundOf, touchSignsOf } from './c15-answers.js';
import { c01 } from './c01.js';
import { c02 } from './c02.js';
import { c03 } from './c03.js';
import { c04 } from './c04.js';
import { c05 } from './c05.js';
import { c06 } from './c06.js';
import { c07 } from './c07.js';
import { c08 } from './c08.js';
import { c11 } from './c11.js';
import { c13 } from './c13.js';
import { c14 } from './c14.js';
import { c15 } from './c15.js';
import { c19 } from './c19.js';
import type { Field } from '../field.js';
import type { Answers, HomeworkTemplate } from '../template.js';

type Scope = Parameters<typeof validateAnswers>[3];

function problems(template: HomeworkTemplate, answers: unknown, scope: Scope = {}): readonly string[] {
  const result = validateAnswers(template, answers, 'submit', scope);
  return result.ok ? [] : result.refusal.map(({ key, code }) => `${key} ${code}`);
}

const fieldOf = (template: HomeworkTemplate, key: string): Field | undefined =>
  template.fields.find((field) => field.key === key);
const valuesOf = (field: Field | undefined): readonly string[] =>
  (field?.options ?? []).map(({ value }) => value);
const rowOf = (template: HomeworkTemplate, list: string, key: string): Field | undefined =>
  fieldOf(template, list)?.rows?.find((field) => field.key === key);

describe('the shorter forms', () => {
  it('are ten minutes of C01 in stage 1, C02 aloud or without the complaint, C04 receiving, C11 in two spans', () => {
    const forms = [c01, c02, c04, c11].map((t) =>
      (t.variants ?? []).map(({ key, stage, minutes, omits }) => [key, stage, minutes, omits]),
    );
    expect(forms).toEqual([
      [['ten_minutes', 1, 10, undefined]],
      [
        ['aloud', undefined, undefined, ['appreciation', 'news', 'puzzle', 'complaint', 'hope']],
        ['without_complaint', 1, undefined, ['complaint_done', 'complaint']],
      ],
      [['receive_only', undefined, undefined, ['noticed', 'answered_bid']]],
      [
        ['three_years', undefined, undefined, ['next_90_days']],
        ['ninety_days', undefined, undefined, ['ordinary_tuesday']],
      ],
    ]);
    for (const t of [c01, c02, c04, c11]) {
      const omitted = (t.variants ?? []).flatMap(({ omits }) => omits ?? []);
      expect(omitted.filter((key) => fieldOf(t, key) === undefined)).toEqual([]);
    }
  });

  it('asks nothing of a partner who only receives', () => {
    expect(problems(c04, {}, { omits: ['noticed', 'answered_bid'] })).toEqual([]);
    expect(problems(c04, { answered_bid: 'a walk' })).toEqual([]);
    expect(problems(c04, {})).toEqual(['noticed required']);
  });
});

describe('C01 and C05 to C07', () => {
  it('gives no room to a slip that was not told', () => {
    expect(valuesOf(fieldOf(c01, 'boundary_kept'))).toEqual(['yes', 'near', 'slip_told']);
    expect([fieldOf(c01, 'boundary_kept')?.by, fieldOf(c01, 'self_care')?.by]).toEqual(['RP', 'BP']);
  });

  it('takes a time-out of 20 to 60 minutes', () => {
    const minutes = (value: number): readonly string[] =>
      problems(c05, { minutes: value }).filter((found) => found.startsWith('minutes'));
    expect([19, 20, 60, 61].map((value) => minutes(value).length)).toEqual([1, 0, 0, 1]);
  });

  it('agrees on seven events, each told or not, with hours, way and detail where it is told', () => {
    expect(valuesOf(rowOf(c06, 'agreement', 'event'))).toEqual(
      ['urge', 'near_slip', 'slip', 'tool_gap', 'contact_attempt', 'new_memory', 'therapy_progress'],
    ); // prettier-ignore
    expect(valuesOf(rowOf(c06, 'agreement', 'how'))).toEqual(['in_person', 'with_therapist', 'message']);
    expect(valuesOf(rowOf(c06, 'agreement', 'detail_level'))).toEqual([
      'yes_no',
      'number_or_range',
      'summary',
    ]);
    const signed = { signature_rp: 'R', signature_bp: 'B' };
    expect(problems(c06, { ...signed, agreement: [{ event: 'urge', tell: false }] })).toEqual([]);
    expect(
      problems(c06, { ...signed, agreement: [{ event: 'urge', tell: true, within_hours: 169 }] }),
    ).toEqual([
      'agreement.0.within_hours out_of_range',
      'agreement.0.how required',
      'agreement.0.detail_level required',
    ]);
    const told = { event: 'slip', tell: true, how: 'message', detail_level: 'summary' };
    expect(problems(c06, { ...signed, agreement: [{ ...told, within_hours: 168 }] })).toEqual([]);
  });

  it('asks for the other view only of a promise that is due, and for telling early only where it was not kept', () => {
    const row = { promise: 'call at six', promised_by: 'rp', due: '2025-03-09' };
    const asked = (kept: string): readonly string[] => problems(c07, { promises: [{ ...row, kept }] });
    expect(asked('not_due')).toEqual([]);
    expect(asked('yes')).toEqual(['promises.0.confirmed required']);
    expect(asked('no')).toEqual(['promises.0.told_early required', 'promises.0.confirmed required']);
  });
});

describe('C03', () => {
  it('is done by an agreed second date', () => {
    expect(problems(c03, { good_time: 'later' })).toEqual(['agreed_time required']);
    expect(problems(c03, { good_time: 'later', agreed_time: '2025-03-09T19:30' })).toEqual([]);
  });

  it('asks for both roles when it is a good time', () => {
    expect(problems(c03, { good_time: 'yes' })).toEqual(
      ['topic', 'mirror_rounds', 'summary', 'felt_heard'].map((key) => `${key} required`),
    );
    const whole = { topic: 'Sunday', mirror_rounds: [{ said_back: 'done' }], summary: 'done', felt_heard: 3 };
    expect(problems(c03, { good_time: 'yes', ...whole })).toEqual([]);
  });

  it('asks about the time-out only of someone for whom it was too much', () => {
    expect(fieldOf(c03, 'time_out_used')?.askedWhen).toEqual({ key: 'flooded', is: [true] });
  });
});

describe('C08', () => {
  it('has three items, a view, a line and a request for each side of trust', () => {
    const parts = ['1 s04', '2 s04', '3 s04', 'overall s10', 'moved line', 'request line'];
    expect(c08.fields.map(({ key, kind }) => `${key} ${kind}`)).toEqual(
      ['predictability', 'transparency', 'shared_values'].flatMap((side) =>
        parts.map((part) => `${side}_${part}`),
      ),
    );
  });
});

describe('C13', () => {
  it('opens the steps without touch from stage 2, the one with touch in stage 3', () => {
    expect(c13.steps?.map(({ key, stages }) => [key, stages])).toEqual([
      ['step_1', [2, 3]],
      ['step_2', [2, 3]],
      ['step_3', [3]],
    ]);
    expect(valuesOf(fieldOf(c13, 'step'))).toEqual(['step_1', 'step_2', 'step_3']);
    expect(valuesOf(fieldOf(c13, 'answer'))).toEqual(['yes', 'yes_if', 'not_now', 'no']);
  });

  it('tells the therapist of an answer that was hardly free: 1 or less', () => {
    const alarms = [0, 1, 2, 4].map((free) => riskSignals(c13, { answer_free: free }));
    const alarm = [{ key: 'answer_free', level: 'alarm' }];
    expect(alarms).toEqual([alarm, alarm, [], []]);
    expect(riskSignals(c13, { no_met_kindly: 0 })).toEqual([]);
  });

  it('asks how a no was met only of someone who said it', () => {
    expect(fieldOf(c13, 'no_met_kindly')?.askedWhen).toEqual({ key: 'answer', is: ['not_now', 'no'] });
    expect(fieldOf(c13, 'answer_if')?.askedWhen).toEqual({ key: 'answer', is: ['yes_if'] });
  });
});

describe('C14', () => {
  it('asks about seventeen topics, each yes, maybe, no or "do not ask"', () => {
    expect(preferenceDomains.map(({ value }) => value).join(' ')).toBe(
      'non_sexual_touch kissing nudity setting_and_light words initiating toys media fantasy_talk oral manual ' +
        'penetrative_giver penetrative_receiver solo_sexuality contraception_barriers time_and_place after_care',
    );
    expect(valuesOf(rowOf(c14, 'map', 'domain'))).toEqual(preferenceDomains.map(({ value }) => value));
    expect(valuesOf(rowOf(c14, 'map', 'answer'))).toEqual(['yes', 'maybe', 'no', 'do_not_ask']);
    expect(rowOf(c14, 'map', 'condition')?.askedWhen).toEqual({ key: 'answer', is: ['maybe'] });
  });

  it('reads the map by topic; of two answers the more closed one counts, in either order', () => {
    const map = (...rows: readonly (readonly [string, string, string?])[]): Answers => ({
      map: rows.map(([domain, answer, condition]) => ({ domain, answer, ...(condition && { condition }) })),
      private_notes: [{ domain: 'words', note: 'mine' }],
    });
    expect(preferencesOf(map(['words', 'yes'], ['kissing', 'maybe', 'slowly']))).toEqual({
      words: { answer: 'yes' },
      kissing: { answer: 'maybe', condition: 'slowly' },
    });
    expect(preferencesOf(map(['toys', 'no'], ['toys', 'yes']))).toEqual({ toys: { answer: 'no' } });
    expect(preferencesOf(map(['toys', 'yes'], ['toys', 'no']))).toEqual({ toys: { answer: 'no' } });
    expect(preferencesOf(map(['toys', 'do_not_ask'], ['toys', 'no']))).toEqual({
      toys: { answer: 'do_not_ask' },
    });
    expect(preferencesOf(map(['toys', 'maybe'], ['toys', 'maybe', 'later']))).toEqual({
      toys: { answer: 'maybe', condition: 'later' },
    });
    expect(preferencesOf({ map: [{ domain: 'toys' }, { answer: 'yes' }] })).toEqual({});
    expect(preferencesOf({})).toEqual({});
  });
});

const calmLog: Answers = {
  on: '2025-03-09', step: 'step_1', attention: 3, calm: 4, pressure: 0, anxiety: 2, flash: 'no', numb: 'no',
  stop_used: false, wish_next: 'stay', together_result: 'done',
}; // prettier-ignore
const stopped: Answers = { ...calmLog, stop_used: true, stop_respected: 'yes' };

describe('C15', () => {
  it('has six steps in stage 3; all but the first wait for three calm rounds, all for a therapist', () => {
    expect(c15.steps?.map(({ key, stages, afterRounds, therapistOpens }) => [key, stages, afterRounds, therapistOpens])).toEqual(
      [0, 1, 2, 3, 4, 5].map((n) => [`step_${n}`, [3], n === 0 ? undefined : 3, true]),
    ); // prettier-ignore
    expect(valuesOf(fieldOf(c15, 'step'))).toEqual(c15.steps?.map(({ key }) => key));
    expect(valuesOf(fieldOf(c15, 'wish_next'))).toEqual(['repeat', 'stay', 'step_back', 'pause']);
    expect(valuesOf(fieldOf(c15, 'together_result'))).toEqual(['done', 'paused']);
  });

  it('asks whether a stop was respected only when it was used', () => {
    expect(problems(c15, calmLog)).toEqual([]);
    expect(problems(c15, { ...calmLog, stop_used: true })).toEqual(['stop_respected required']);
    expect(problems(c15, stopped)).toEqual([]);
    expect(problems(c15, { ...calmLog, minutes_touching: 61, minutes_receiving: 60 })).toEqual([
      'minutes_touching out_of_range',
    ]);
  });

  it('tells the therapist of pressure of 3 or more and of a stop that was not respected; marks the rest', () => {
    expect(riskSignals(c15, stopped)).toEqual([]);
    expect(riskSignals(c15, { ...calmLog, pressure: 2 })).toEqual([]);
    expect(riskSignals(c15, { ...calmLog, pressure: 3 })).toEqual([{ key: 'pressure', level: 'alarm' }]);
    expect(riskSignals(c15, { ...stopped, stop_respected: 'no', flash: 'yes', numb: 'yes' })).toEqual([
      { key: 'flash', level: 'look' },
      { key: 'numb', level: 'look' },
      { key: 'stop_respected', level: 'alarm' },
    ]);
  });

  it('makes a round of two logs of the same step', () => {
    expect(touchRoundOf({ RP: calmLog, BP: { ...stopped, calm: 3 } })).toEqual({
      step: 'step_1',
      calm: { RP: 4, BP: 3 },
      stopDistress: false,
    });
    expect(touchRoundOf({ RP: null, BP: calmLog })).toBeNull();
    expect(touchRoundOf({ RP: calmLog, BP: null })).toBeNull();
    expect(touchRoundOf({ RP: calmLog, BP: { ...calmLog, step: 'step_2' } })).toBeNull();
    expect(touchRoundOf({ RP: { ...calmLog, step: 1 }, BP: { ...calmLog, step: 1 } })).toBeNull();
    expect(touchRoundOf({ RP: calmLog, BP: { ...calmLog, together_result: 'paused' } })).toBeNull();
  });

  it('needs "done" from one of them', () => {
    const { together_result: _result, ...silent } = calmLog;
    expect(touchRoundOf({ RP: calmLog, BP: silent })?.step).toBe('step_1');
    expect(touchRoundOf({ RP: silent, BP: silent })).toBeNull();
  });

  it.each<[Answers, boolean | null]>([
    [calmLog, false],
    [stopped, false],
    [{ ...stopped, stop_respected: 'no' }, true],
    [{ ...stopped, flash: 'yes' }, true],
    [{ ...stopped, numb: 'yes' }, true],
    [{ ...calmLog, numb: 'yes' }, false],
    [{ step: 'step_1', together_result: 'done' }, null],
    [{ step: 'step_1', together_result: 'done', stop_used: true, stop_respected: 'yes' }, null],
    [{ step: 'step_1', stop_used: true, flash: 'no', numb: 'no' }, null],
  ])('judges distress at a stop: %j', (log, distress) => {
    expect(touchRoundOf({ RP: calmLog, BP: log })?.stopDistress).toBe(distress);
    expect(touchRoundOf({ RP: log, BP: calmLog })?.stopDistress).toBe(distress);
  });

  it('takes silence about calm for no answer', () => {
    const { calm: _calm, ...silent } = calmLog;
    expect(touchRoundOf({ RP: calmLog, BP: silent })?.calm).toEqual({ RP: 4, BP: null });
    expect(touchRoundOf({ RP: silent, BP: calmLog })?.calm).toEqual({ RP: null, BP: 4 });
  });

  it('names the signs that may pause touch, and what a log leaves open', () => {
    const calm = { pressure: 0, dissociation: false, stopIgnored: false, wishesPause: false };
    expect(touchSignsOf(calmLog)).toEqual(calm);
    expect(touchSignsOf(stopped)).toEqual(calm);
    expect(touchSignsOf({ ...stopped, stop_respected: 'no', pressure: 3 })).toEqual({
      ...calm,
      pressure: 3,
      stopIgnored: true,
    });
    expect(touchSignsOf({ ...calmLog, flash: 'yes', wish_next: 'pause' })).toEqual({
      ...calm,
      dissociation: true,
      wishesPause: true,
    });
    expect(touchSignsOf({ numb: 'yes' }).dissociation).toBe(true);
    expect(touchSignsOf({ numb: 'no' }).dissociation).toBeNull();
    expect(touchSignsOf({})).toEqual({
      pressure: null,
      dissociation: null,
      stopIgnored: null,
      wishesPause: null,
    });
  });
});

describe('C19', () => {
  it('takes a day, or a season in its place', () => {
    expect(problems(c19, { dates: [{ meaning: 'the day I found out' }] })).toEqual(['dates.0.on required']);
    expect(problems(c19, { dates: [{ season: 'early spring' }, { on: '2025-03-09' }] })).toEqual([]);
  });
});

describe('being done, for two', () => {
  const facts: CompletionFacts = {
    by: 'RP', halves: { RP: {}, BP: {} }, signedBy: [], therapistConfirmed: null, disclosure: null, doneThisWeek: null,
    doneInAll: null,
  }; // prettier-ignore

  it('needs both signatures and one practice for the time-out', () => {
    const shared = {
      signal: 'T',
      minutes: 20,
      return_time: 'kitchen',
      who_restarts: 'turns',
      not_allowed: [{ what: 'x' }],
    };
    const own = { where_i_go: 'garden', what_i_do: 'walk' };
    const practices = [{ on: '2025-03-09T10:00' }];
    const judged = (rows: typeof practices, signedBy: CompletionFacts['signedBy']): unknown => {
      const RP = { ...shared, ...own, signature_rp: 'R', practices: rows };
      const halves = { RP, BP: { ...own, signature_bp: 'B' } };
      return judgeCompletion(c05, { ...facts, halves, signedBy }).missing;
    };
    expect(judged(practices, ['RP', 'BP'])).toEqual([]);
    expect(judged([], ['RP'])).toEqual([
      { rule: 'signed', by: 'BP' },
      { rule: 'rows', key: 'practices', left: 1 },
    ]);
  });

  it('needs five ticks of each for C02, also aloud', () => {
    const ticks = Object.fromEntries(
      c02.fields.filter(({ kind }) => kind === 'choice').map(({ key }) => [key, 'done']),
    );
    const { hope_done: _hope, ...four } = ticks;
    const omits = c02.variants?.[0]?.omits ?? [];
    expect(judgeCompletion(c02, { ...facts, omits, halves: { RP: ticks, BP: ticks } }).done).toBe(true);
    expect(judgeCompletion(c02, { ...facts, omits, halves: { RP: ticks, BP: four } }).missing).toEqual([
      { rule: 'both_parts', by: 'BP', key: 'hope_done' },
    ]);
  });

  it('needs both private logs for C15', () => {
    expect(judgeCompletion(c15, { ...facts, halves: { RP: calmLog, BP: calmLog } }).done).toBe(true);
    expect(judgeCompletion(c15, { ...facts, halves: { RP: calmLog, BP: null } }).missing).toEqual([
      { rule: 'both_parts', by: 'BP', key: null },
    ]);
  });
});
