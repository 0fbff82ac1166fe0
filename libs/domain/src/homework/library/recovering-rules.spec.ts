import { describe, expect, it } from '@jest/globals';
import { r02 } from './r02.js';
import { r03 } from './r03.js';
import { r04 } from './r04.js';
import { r05 } from './r05.js';
import { r07 } from './r07.js';
import { r08 } from './r08.js';
import { r09 } from './r09.js';
import { r10 } from './r10.js';
import { r11 } from './r11.js';
import { r12 } from './r12.js';
import { r13 } from './r13.js';
import { r14 } from './r14.js';
import { r15 } from './r15.js';
import { r16 } from './r16.js';
import { r17 } from './r17.js';
import { judgeCompletion, type CompletionFacts } from '../judge-completion.js';
import { unknownLockFacts, type LockFacts } from '../lock-facts.js';
import { lockOf } from '../locks.js';
import { noticesOf, offeredNext, riskSignals } from '../reading-answers.js';
import type { Answers, HomeworkTemplate } from '../template.js';
import { validateAnswers } from '../validate-answers.js';

function problems(template: HomeworkTemplate, answers: Answers): readonly string[] {
  const result = validateAnswers(template, answers, 'submit');
  return result.ok ? [] : result.refusal.map(({ key, code }) => `${key} ${code}`);
}

function kept(template: HomeworkTemplate, answers: Answers): Answers {
  const result = validateAnswers(template, answers, 'submit');
  return result.ok ? result.value : { refused: true };
}

/** What is missing for being done, as short words. */
function missing(
  template: HomeworkTemplate,
  answers: Answers,
  more: Partial<CompletionFacts> = {},
): string[] {
  const judgement = judgeCompletion(template, {
    by: 'RP',
    halves: { RP: answers, BP: null },
    signedBy: [],
    therapistConfirmed: null,
    disclosure: null,
    doneThisWeek: null,
    doneInAll: null,
    ...more,
  });
  return judgement.missing.map((item) => ('key' in item ? `${item.rule} ${String(item.key)}` : item.rule));
}

const optionsOf = (template: HomeworkTemplate, key: string, row?: string): readonly string[] | undefined => {
  const field = template.fields.find((f) => f.key === key);
  const asked = row === undefined ? field : field?.rows?.find((f) => f.key === row);
  return asked?.options?.map(({ value }) => value);
};
const rowKeys = (template: HomeworkTemplate, key: string): readonly string[] | undefined =>
  template.fields.find((field) => field.key === key)?.rows?.map((field) => field.key);
const rowOf = (template: HomeworkTemplate, list: string, key: string) =>
  template.fields.find((field) => field.key === list)?.rows?.find((field) => field.key === key);

describe('R02 journal', () => {
  it('is done with an entry or a mood, and asks three questions in turn', () => {
    expect(missing(r02, {})).toEqual(['answers mood']);
    expect(missing(r02, { entry: 'a' })).toEqual([]);
    expect(missing(r02, { mood: 0 })).toEqual([]);
    expect(r02.prompts?.map(({ en }) => en)).toEqual([
      'What did I want to hide today, and from whom?',
      'Where did my words and feelings match?',
      'What did I need before the urge came?',
    ]);
  });
});

describe('R03 honesty log', () => {
  it('is done with one row, or with one honest moment', () => {
    expect(missing(r03, {})).toEqual(['rows moments']);
    expect(missing(r03, { moments: [{ gap: 0, corrected: 'not_needed' }] })).toEqual([]);
    expect(missing(r03, { honest_moment: 'x' })).toEqual([]);
    expect(problems(r03, {})).toEqual(['moments required']);
    expect(problems(r03, { honest_moment: 'x' })).toEqual([]);
    expect(problems(r03, { moments: [{ situation: 'x' }] })).toEqual([
      'moments.0.gap required',
      'moments.0.corrected required',
    ]);
  });

  it('has the six columns, and says that new facts go to the therapist first (HW-45)', () => {
    expect(rowKeys(r03, 'moments')).toEqual([
      'situation',
      'said',
      'true_inside',
      'gap',
      'corrected',
      'with_whom',
    ]);
    expect(optionsOf(r03, 'moments', 'corrected')).toEqual(['same_day', 'later', 'not_yet', 'not_needed']);
    expect(r03.notes?.map(({ en }) => en)).toEqual([
      'New facts about past betrayal go to your therapist first.',
    ]);
  });
});

describe('R04 urge log', () => {
  const moment = { entry_kind: 'moment', at: '2025-03-09T02:30', intensity: 10, outcome: 'passed' };
  const review = { entry_kind: 'weekly_review', one_change: 'phone outside' };
  const [one, two] = [{ situation: 'late' }, { situation: 'alone' }];

  it('takes a moment by itself, but the week is done with its review only', () => {
    expect(problems(r04, { entry_kind: 'moment' })).toEqual(
      ['at', 'intensity', 'outcome'].map((k) => `${k} required`),
    );
    expect(problems(r04, moment)).toEqual([]);
    expect(missing(r04, moment)).toEqual(['rows top_situations']);
    expect(problems(r04, { entry_kind: 'weekly_review' })).toEqual(
      ['top_situations', 'one_change'].map((k) => `${k} required`),
    );
    expect(missing(r04, { ...review, top_situations: [one] })).toEqual(['rows top_situations']);
    expect(missing(r04, { ...review, top_situations: [one, two] })).toEqual([]);
  });

  it('lets a quiet week be done', () => {
    expect(missing(r04, { ...review, quiet_week: 'rest' })).toEqual([]);
    expect(problems(r04, { ...review, quiet_week: 'rest' })).toEqual([]);
    expect(missing(r04, { entry_kind: 'weekly_review', quiet_week: 'rest' })).toEqual(['answers one_change']);
  });

  it('offers the slip protocol after a slip only', () => {
    expect(offeredNext(r04, { ...moment, outcome: 'slip' })).toEqual(['R09']);
    expect(offeredNext(r04, { ...moment, outcome: 'delayed' })).toEqual([]);
    expect(optionsOf(r04, 'place')).toEqual(['home', 'work', 'travel', 'other']);
    expect(optionsOf(r04, 'before')).toEqual([
      'tired', 'lonely', 'angry', 'bored', 'ashamed', 'anxious', 'conflict', 'success', 'alcohol', 'device_alone',
    ]); // prettier-ignore
  });
});

describe('R05 tool log (HW-40)', () => {
  const row = {
    tool: 'filter',
    active_all_week: true,
    bypass: 'no',
    reviewed_by: 'group',
    still_chosen: 4,
    review_on: '2025-04-01',
  };

  it('suggests a reviewer who is not the partner, and tells the therapist of the partner as reviewer', () => {
    const reviewers = optionsOf(r05, 'tools', 'reviewed_by');
    expect(reviewers).toEqual(['accountability_friend', 'sponsor', 'group', 'therapist', 'partner']);
    expect(rowOf(r05, 'tools', 'reviewed_by')?.suggested).toBe('accountability_friend');
    expect(noticesOf(r05, { tools: [row, { ...row, reviewed_by: 'partner' }] })).toEqual([
      'tools.1.reviewed_by',
    ]);
    expect(noticesOf(r05, { tools: [row, row] })).toEqual([]);
  });

  it('needs a date for each tool on which it is looked at again', () => {
    const { review_on: _none, ...endless } = row;
    expect(problems(r05, { tools: [row] })).toEqual([]);
    expect(problems(r05, { tools: [row, endless] })).toEqual(['tools.1.review_on required']);
    expect(missing(r05, { tools: [row, endless] })).toEqual(['rows_all tools']);
    expect(missing(r05, { tools: [row] })).toEqual([]);
    expect(missing(r05, {})).toEqual(['answers tools']);
  });

  it('offers the slip protocol after an attempt to get around a tool', () => {
    expect(offeredNext(r05, { tools: [{ ...row, bypass: 'yes' }] })).toEqual(['R09']);
    expect(offeredNext(r05, { tools: [{ ...row, bypass: 'thought_of_it' }] })).toEqual([]);
    expect(optionsOf(r05, 'tools', 'tool')).toEqual([
      'filter', 'monitoring_report', 'open_device', 'app_timer', 'location_sharing', 'finance_view', 'device_free_bedroom',
    ]); // prettier-ignore
  });
});

describe('R07 and R08 before a disclosure', () => {
  it('hold every column of the inventory, and wait for the therapist', () => {
    expect(rowKeys(r07, 'entries')).toEqual([
      'period', 'category', 'medium', 'frequency', 'time_cost', 'money_cost', 'secrecy', 'real_person', 'health_risk',
      'partner_knows', 'source',
    ]); // prettier-ignore
    expect(optionsOf(r07, 'entries', 'partner_knows')).toEqual(['yes', 'no', 'partly']);
    expect(optionsOf(r07, 'entries', 'source')).toEqual(['memory', 'device', 'bank']);
    expect(missing(r07, {}, { therapistConfirmed: true })).toEqual(['answers entries']);
    expect(r07.variants).toEqual([{ key: 'short', label: r07.variants?.[0]?.label, minutes: 30 }]);
  });

  it('let each section of the document be sent alone, and leave done to the process (HW-47)', () => {
    expect(r08.fields.map(({ step, key, kind }) => [step, key, kind].join(' '))).toEqual([
      'a why_and_hope text',
      'b before_us text',
      'c during_us list',
      'd costs_and_risks list',
      'e who_knew text',
      'f known_but_incomplete text',
      'g answers list',
      'h doing_now text',
      'i completeness text',
      'i completeness_signature sig',
    ]);
    expect(rowKeys(r08, 'during_us')).toEqual([
      'category',
      'period',
      'how_often',
      'how_hidden',
      'told_instead',
    ]);
    expect(problems(r08, { who_knew: 'a friend' })).toEqual([]);
    expect(missing(r08, {}, { disclosure: 'PARTNER_THERAPIST_REVIEW' })).toEqual(['process']);
    expect(missing(r08, {}, { disclosure: 'READY' })).toEqual([]);
    expect(missing(r08, {}, { disclosure: 'AFTERCARE' })).toEqual([]);
  });

  it('take an answer, or a reason for none', () => {
    expect(problems(r08, { answers: [{ question_id: '1', answer: 'x' }] })).toEqual([]);
    expect(problems(r08, { answers: [{ question_id: '1' }] })).toEqual(['answers.0.answer required']);
    expect(problems(r08, { answers: [{ question_id: '1', declined: true }] })).toEqual([
      'answers.0.answer required',
      'answers.0.declined_reason required',
    ]);
    expect(problems(r08, { answers: [{ question_id: '1', declined: true, declined_reason: 'x' }] })).toEqual(
      [],
    );
  });
});

describe('R09 after a slip', () => {
  const safe = { safe_now: 'yes' };
  const facts = {
    ...safe,
    stop_check: 'no',
    slip_at: '2025-02-19T22:40',
    kind: 'slip',
    category: 'pornography',
    real_person: false,
    health_risk: false,
  };

  it('asks for nothing more where someone under 18 or a crime could be involved (HW-41)', () => {
    const stopped = {
      ...facts,
      stop_check: 'could_be',
      script_when: 'x',
      repair_steps: [{ repair_step: 'x' }],
    };
    expect(r09.fields.slice(0, 2).map(({ key }) => key)).toEqual(['safe_now', 'stop_check']);
    expect(problems(r09, stopped)).toEqual([]);
    expect(kept(r09, stopped)).toEqual({ ...safe, stop_check: 'could_be' });
    expect(noticesOf(r09, stopped)).toEqual(['stop_check']);
    expect(noticesOf(r09, facts)).toEqual([]);
    expect(problems(r09, safe)).toEqual(['stop_check required']);
    expect(r09.fields[1]?.hint?.en).toMatch(/STOP WRITING and call your therapist/);
    expect(r09.fields[1]?.hint?.es).toMatch(/DEJE DE ESCRIBIR y llame a su terapeuta/);
  });

  it('leaves only safety, the stop and the call to the therapist outside of that question', () => {
    const free = r09.fields.filter(({ askedWhen }) => !askedWhen).map(({ key }) => key);
    expect(free).toEqual(['safe_now', 'stop_check', 'therapist_told_at']);
  });

  it('asks for the facts without detail, and takes an honest not yet (HW-42)', () => {
    expect(problems(r09, { ...safe, stop_check: 'no' })).toEqual(
      ['slip_at', 'kind', 'category', 'real_person', 'health_risk', 'partner_told'].map(
        (k) => `${k} required`,
      ),
    );
    const notYet = { ...facts, partner_told: 'not_yet' };
    expect(problems(r09, notYet)).toEqual([]);
    expect(missing(r09, notYet)).toEqual(['therapist_confirms']);
    expect(missing(r09, notYet, { therapistConfirmed: true })).toEqual([]);
  });

  it.each([
    ['not_yet', []],
    ['planned', ['partner_planned_at required']],
    ['told', ['partner_told_at required']],
    ['found_out', ['partner_found_out_at required']],
    ['agreed_not_to_tell', []],
  ])('asks for the date that goes with %s', (told, expected) => {
    expect(problems(r09, { ...facts, partner_told: told })).toEqual(expected);
  });

  it('raises an alarm when the person is not safe', () => {
    const alarm = [{ key: 'safe_now', level: 'alarm' }];
    expect(riskSignals(r09, { safe_now: 'no' })).toEqual(alarm);
    expect(riskSignals(r09, { safe_now: 'unsure' })).toEqual(alarm);
    expect(riskSignals(r09, safe)).toEqual([]);
    expect(optionsOf(r09, 'kind')).toEqual(['near_slip', 'slip', 'longer_episode']);
  });
});

describe('locks of the track', () => {
  const whole: LockFacts = {
    ...unknownLockFacts,
    stage: 1,
    holds: [],
    fearFlag: { RP: null, BP: true },
    acuteRisk: { RP: false, BP: null },
    supportThisEvening: true,
    legalQuestionOpen: false,
    disclosure: 'PREPARING',
  };
  const reasons = (template: HomeworkTemplate, facts: Partial<LockFacts>): readonly string[] => {
    const lock = lockOf(template, { ...whole, ...facts }, 'RP');
    return lock.open ? [] : lock.causes.map(({ reason }) => reason);
  };

  it('keep the inventory closed in acute risk, without support, and before the legal question (HW-46)', () => {
    expect(reasons(r07, {})).toEqual([]);
    expect(reasons(r07, { acuteRisk: { RP: true, BP: false } })).toEqual(['acute_risk']);
    expect(reasons(r07, { supportThisEvening: null })).toEqual(['no_support_that_evening']);
    expect(reasons(r07, { legalQuestionOpen: true })).toEqual(['legal_question_open']);
  });

  it('keep the document closed before preparation and in a hold', () => {
    expect(reasons(r08, {})).toEqual([]);
    expect(reasons(r08, { disclosure: 'SCREENING' })).toEqual(['before_disclosure_state']);
    expect(reasons(r08, { holds: ['BP'] })).toEqual(['hold']);
  });

  it('open the restitution letter in stage 2, after the impact letter or the choice not to write one', () => {
    expect(reasons(r11, { stage: 2, disclosure: 'IMPACT_PREP' })).toEqual(['before_disclosure_state']);
    expect(reasons(r11, { stage: 2, disclosure: 'IMPACT_DELIVERED' })).toEqual([]);
    expect(reasons(r11, { stage: 2, disclosure: 'RESTITUTION_PREP' })).toEqual([]);
    expect(reasons(r11, { stage: 1, disclosure: 'IMPACT_DELIVERED' })).toEqual(['stage']);
  });
});

describe('the other exercises of the track', () => {
  it('count two of three, and two moments, as a week', () => {
    const rep = { they_felt: ['sad'], stayed: 0 };
    expect(missing(r10, rep, { doneThisWeek: 1 })).toEqual(['per_week']);
    expect(missing(r10, rep, { doneThisWeek: 2 })).toEqual([]);
    expect(missing(r10, { they_felt_own_word: 'raw' }, { doneThisWeek: 2 })).toEqual(['answers stayed']);
    const caught = { my_move: ['explain'], repair_made: false };
    expect(missing(r13, caught, { doneThisWeek: 1 })).toEqual(['per_week']);
    expect(missing(r13, caught, { doneThisWeek: 2 })).toEqual([]);
    expect(optionsOf(r13, 'my_move')).toEqual([
      'explain', 'deny', 'counter_attack', 'minimize', 'go_silent', 'cry_for_comfort', 'fix',
    ]); // prettier-ignore
  });

  it('leave the letter to the process (HW-48)', () => {
    expect(r11.fields.map(({ key }) => key)).toEqual([
      'heard',
      'effects',
      'mine',
      'now',
      'may_ask',
      'no_response',
    ]);
    expect(missing(r11, {}, { disclosure: 'RESTITUTION_PREP' })).toEqual(['process']);
    expect(missing(r11, {}, { disclosure: 'RESTITUTION_DELIVERED' })).toEqual([]);
  });

  it('want a date for the repair, counts with a plan, and progress rated', () => {
    expect(missing(r12, { repair_action: 'x' })).toEqual(['answers action_on']);
    expect(missing(r12, { repair_action: 'x', action_on: '2025-03-09' })).toEqual([]);
    const counts = { meetings: 0, group: 0, therapy: 0, sponsor: 0 };
    expect(missing(r14, counts)).toEqual(['answers plan']);
    expect(missing(r14, { ...counts, plan: [{ what: 'walk', when: '2025-03-10' }] })).toEqual([]);
    expect(problems(r14, { ...counts, meetings: 51, plan: [{ what: 'walk' }] })).toEqual([
      'meetings out_of_range',
      'plan.0.when required',
    ]);
    expect(missing(r15, {})).toEqual(['answers progress']);
    expect(missing(r15, { progress: 0 })).toEqual([]);
    expect(r15.variants?.map(({ key, omits }) => [key, omits])).toEqual([
      ['monthly_goal', undefined],
      ['weekly_update', ['goal', 'value']],
    ]);
  });

  it.each([['yes'], ['late'], ['no_told']])('close a promise with %s', (answer) => {
    const promise = { promise: 'x', by_when: '2025-03-10' };
    expect(problems(r16, { promises: [promise] })).toEqual([]);
    expect(missing(r16, { promises: [promise] })).toEqual(['rows_with promises']);
    expect(missing(r16, { promises: [promise, { ...promise, kept: answer }] })).toEqual([]);
  });

  it('forbid aims to change an orientation (HW-49)', () => {
    expect(r17.avoid.map(({ en }) => en)).toEqual([
      'Trauma memories without a therapist',
      'Any aim to change a person’s sexual orientation: not allowed',
    ]);
    expect(r17.fields.map(({ key }) => key)).toEqual([
      'managed_with_arousal',
      'signals_connection',
      'signals_escape',
      'intruding',
      'body_ease',
    ]);
  });
});
