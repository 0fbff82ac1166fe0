import { describe, expect, it } from '@jest/globals';
import { unknownLockFacts, type LockFacts } from './lock-facts.js';
import { causesShownTo, isPaused, lockShown, pausedShown } from './lock-words.js';
import { lockOf, releaseLockOf, type Lock } from './locks.js';
import { r01 } from './library/r01.js';
import { libraryTemplateOf } from './library.js';
import { homeworkSettingValues } from './settings.js';
import { lockOfStep, roundsSuffice, type StepRound } from './steps.js';
import type { HomeworkTemplate, LockReason } from './template.js';

const clear: LockFacts = {
  stage: 1,
  gateToThreeValid: false,
  holds: [],
  fearFlag: { RP: false, BP: false },
  acuteRisk: { RP: false, BP: false },
  supportThisEvening: true,
  legalQuestionOpen: false,
  disclosure: 'AFTERCARE',
  touchSuspended: false,
};
const from = (...stages: HomeworkTemplate['stages']): HomeworkTemplate => ({ ...r01, stages });
const by = (...lockedBy: LockReason[]): HomeworkTemplate => ({ ...r01, lockedBy });
const couple = (...lockedBy: LockReason[]): HomeworkTemplate => ({ ...by(...lockedBy), track: 'C' });
const causes = (lock: Lock): string =>
  lock.open ? 'open' : lock.causes.map((c) => `${c.reason} ${c.side}`).join(', ');
const codeOf = (code: string): HomeworkTemplate => libraryTemplateOf(code)!;

describe('the stage lock (HW-25)', () => {
  it.each<[HomeworkTemplate['stages'], LockFacts['stage'], boolean | null, string]>([
    [[1, 2, 3], 1, null, 'open'],
    [[1], 2, null, 'open'],
    [[2], 1, null, 'stage RP'],
    [[2, 3], 2, null, 'open'],
    [[3], 2, true, 'stage RP'],
    [[3], 3, true, 'open'],
    [[3], 3, false, 'stage RP'],
    [[3], 3, null, 'stage RP'],
    [[1], null, true, 'stage RP'],
    [[], 3, true, 'stage RP'],
  ])('stages %j in stage %s with gate %s: %s', (stages, stage, gateToThreeValid, expected) => {
    expect(causes(lockOf(from(...stages), { ...clear, stage, gateToThreeValid }, 'RP'))).toBe(expected);
  });

  it('opens early where the disclosure has come far enough, and closes late only where that is named', () => {
    const letter: HomeworkTemplate = { ...from(2), opensFrom: ['AFTERCARE'] };
    expect(causes(lockOf(letter, clear, 'BP'))).toBe('open');
    expect(causes(lockOf(letter, { ...clear, disclosure: 'AFTERCARE_ACUTE' }, 'BP'))).toBe('stage BP');
    expect(causes(lockOf(letter, { ...clear, disclosure: 'AFTERCARE_ACUTE', stage: 2 }, 'BP'))).toBe('open');
    const answer: HomeworkTemplate = { ...letter, lockedBy: ['before_disclosure_state'] };
    expect(causes(lockOf(answer, { ...clear, disclosure: 'READY', stage: 2 }, 'RP'))).toBe(
      'before_disclosure_state RP',
    );
    expect(causes(lockOf(answer, { ...clear, disclosure: null }, 'RP'))).toBe(
      'stage RP, before_disclosure_state RP',
    );
    expect(causes(lockOf({ ...r01, lockedBy: ['before_disclosure_state'] }, clear, 'RP'))).toBe(
      'before_disclosure_state RP',
    );
  });

  it('opens the drafting of the impact letter from AFTERCARE, and the answer to it only once it was read', () => {
    expect(causes(lockOf(codeOf('B10'), clear, 'BP'))).toBe('open');
    expect(causes(lockOf(codeOf('R11'), { ...clear, stage: 2, disclosure: 'IMPACT_PREP' }, 'RP'))).toBe(
      'before_disclosure_state RP',
    );
    expect(causes(lockOf(codeOf('R11'), { ...clear, stage: 2, disclosure: 'IMPACT_DELIVERED' }, 'RP'))).toBe(
      'open',
    );
  });
});

describe('each lock (HW-10, HW-24)', () => {
  it.each<[LockReason, Partial<LockFacts>, string]>([
    ['hold', { holds: ['JOINT'] }, 'hold JOINT'],
    ['hold', { holds: ['RP', 'BP'] }, 'hold RP, hold BP'],
    ['hold', { holds: null }, 'hold JOINT'],
    ['fear_flag', { fearFlag: { RP: true, BP: true } }, 'fear_flag RP'],
    ['fear_flag', { fearFlag: { RP: null, BP: false } }, 'fear_flag RP'],
    ['fear_flag', { fearFlag: { RP: false, BP: true } }, 'open'],
    ['acute_risk', { acuteRisk: { RP: true, BP: false } }, 'acute_risk RP'],
    ['acute_risk', { acuteRisk: { RP: null, BP: false } }, 'acute_risk RP'],
    ['acute_risk', { acuteRisk: { RP: false, BP: true } }, 'open'],
    ['no_support_that_evening', { supportThisEvening: false }, 'no_support_that_evening RP'],
    ['no_support_that_evening', { supportThisEvening: null }, 'no_support_that_evening RP'],
    ['legal_question_open', { legalQuestionOpen: true }, 'legal_question_open RP'],
    ['legal_question_open', { legalQuestionOpen: null }, 'legal_question_open RP'],
    ['before_aftercare', { disclosure: 'AFTERCARE_ACUTE' }, 'before_aftercare RP'],
    ['before_aftercare', { disclosure: null }, 'before_aftercare RP'],
    ['before_aftercare', { disclosure: 'STOPPED' }, 'before_aftercare RP'],
    ['before_aftercare', { disclosure: 'WAIVED' }, 'open'],
    ['before_aftercare', { disclosure: 'DECLINED' }, 'open'],
    ['before_aftercare', { disclosure: 'IMPACT_PREP' }, 'open'],
    ['touch_suspended', { touchSuspended: true }, 'touch_suspended RP'],
    ['touch_suspended', { touchSuspended: null }, 'touch_suspended RP'],
    ['step_not_open', {}, 'open'],
    ['stage', {}, 'open'],
    ['unsafe_release', { holds: ['JOINT'] }, 'open'],
  ])('%s with %j: %s', (reason, facts, expected) => {
    expect(causes(lockOf(by(reason), clear, 'RP'))).toBe('open');
    expect(causes(lockOf(by(reason), { ...clear, ...facts }, 'RP'))).toBe(expected);
  });

  it('lists all causes at once, of both people in a couple exercise', () => {
    const all = couple('hold', 'fear_flag', 'acute_risk', 'touch_suspended');
    expect(causes(lockOf(all, unknownLockFacts, 'RP'))).toBe(
      'stage JOINT, hold JOINT, fear_flag RP, fear_flag BP, acute_risk RP, acute_risk BP, touch_suspended JOINT',
    );
    expect(causes(lockOf(all, clear, 'BP'))).toBe('open');
  });

  it('closes the way to the partner, not the writing', () => {
    const planner = codeOf('B05');
    expect(planner.lockedBy).toContain('unsafe_release');
    expect(causes(releaseLockOf(planner, clear))).toBe('open');
    expect(causes(releaseLockOf(planner, { ...clear, holds: ['BP'] }))).toBe('unsafe_release BP');
    expect(causes(releaseLockOf(planner, { ...clear, holds: null }))).toBe('unsafe_release JOINT');
    expect(causes(releaseLockOf(planner, { ...clear, fearFlag: { RP: false, BP: null } }))).toBe(
      'fear_flag BP',
    );
    expect(causes(releaseLockOf(r01, unknownLockFacts))).toBe('open');
  });

  it('every couple exercise is closed by a hold and by a fear flag of either', () => {
    for (const code of Array.from({ length: 20 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`)) {
      const open: LockFacts = { ...clear, stage: 3, gateToThreeValid: true };
      expect([code, causes(lockOf(codeOf(code), open, 'RP'))]).toEqual([code, 'open']);
      expect(causes(lockOf(codeOf(code), { ...open, holds: ['JOINT'] }, 'RP'))).toBe('hold JOINT');
      expect(causes(lockOf(codeOf(code), { ...open, fearFlag: { RP: false, BP: true } }, 'RP'))).toBe(
        'fear_flag BP',
      );
    }
  });
});

describe('what people are told (HW-26, HW-27)', () => {
  const shared = couple('hold', 'fear_flag', 'acute_risk', 'touch_suspended');
  const shown = (facts: Partial<LockFacts>): string =>
    JSON.stringify(lockShown(lockOf(shared, { ...clear, ...facts }, 'RP')));

  it('gives the same bytes for fear, risk, a clinical hold and an ordinary pause for scheduling', () => {
    const ordinary = shown({ holds: ['JOINT'] });
    expect(ordinary).toBe(JSON.stringify(pausedShown));
    for (const facts of [
      { fearFlag: { RP: false, BP: true } }, { fearFlag: { RP: true, BP: false } }, { holds: ['BP'] as const },
      { acuteRisk: { RP: false, BP: true } }, { acuteRisk: { RP: true, BP: true } },
      { holds: ['JOINT'] as const, touchSuspended: true }, { fearFlag: { RP: false, BP: true }, stage: null },
    ]) expect(shown(facts)).toBe(ordinary); // prettier-ignore
    expect(pausedShown).toEqual({
      open: false,
      words: {
        en: 'This exercise is paused for now. Your therapist will tell you when it continues.',
        es: 'Este ejercicio está en pausa por ahora. Su terapeuta le avisará cuando continúe.',
      },
    });
  });

  it('names no more than one plain reason', () => {
    expect(shown({})).toBe('{"open":true}');
    expect(shown({ touchSuspended: true, stage: null })).toContain('Touch exercises are paused for now.');
    expect(shown({ stage: null })).toContain('later stage');
    const told = (reason: LockReason): unknown =>
      lockShown({ open: false, causes: [{ reason, side: 'RP' }] });
    expect(told('acute_risk')).toEqual(pausedShown);
    expect(told('unsafe_release')).toEqual(pausedShown);
    for (const [reason, words] of [
      ['before_disclosure_state', 'opens later in the disclosure'], ['before_aftercare', 'some time after the disclosure'],
      ['step_not_open', 'after the one before it'], ['legal_question_open', 'legal question'], ['no_support_that_evening', 'an evening'],
    ] as const) expect(JSON.stringify(told(reason))).toContain(words); // prettier-ignore
  });

  it('is the ordinary pause for whatever may not be told, and not where another sentence is shown', () => {
    const paused = (...reasons: LockReason[]): boolean =>
      isPaused({ open: false, causes: reasons.map((reason) => ({ reason, side: 'BP' })) });
    expect([paused('hold'), paused('fear_flag'), paused('acute_risk')]).toEqual([true, true, true]);
    expect([paused('touch_suspended', 'hold'), paused('touch_suspended'), paused('stage')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isPaused({ open: true })).toBe(false);
  });

  it('tells a therapist of the side everything, and another an ordinary hold', () => {
    const lock = lockOf(shared, { ...clear, fearFlag: { RP: false, BP: true }, acuteRisk: { RP: true, BP: true }, touchSuspended: true }, 'RP'); // prettier-ignore
    expect(causesShownTo(['RP', 'BP', 'JOINT'], lock)).toEqual(lock.open ? [] : lock.causes);
    expect(causesShownTo(['RP'], lock)).toEqual([
      { reason: 'hold', side: 'JOINT' }, { reason: 'acute_risk', side: 'RP' }, { reason: 'touch_suspended', side: 'JOINT' },
    ]); // prettier-ignore
    expect(causesShownTo(['JOINT'], lockOf(shared, { ...clear, holds: ['BP'] }, 'RP'))).toEqual([
      { reason: 'hold', side: 'JOINT' },
    ]);
    const legal = lockOf(by('legal_question_open'), { ...clear, legalQuestionOpen: true }, 'RP');
    expect(causesShownTo(['BP'], legal)).toEqual([{ reason: 'legal_question_open', side: 'RP' }]);
    expect(causesShownTo(['RP'], { open: true })).toEqual([]);
  });
});

describe('steps (HW-28)', () => {
  const round = (step: string, RP: number | null = 3, BP: number | null = 3, stopDistress: boolean | null = false): StepRound => ({ step, calm: { RP, BP }, stopDistress }); // prettier-ignore
  const three = [round('step_0'), round('step_0'), round('step_0', 4, 4)];

  it.each<[readonly StepRound[], boolean]>([
    [three, true],
    [three.slice(1), false],
    [[...three, round('step_0', 2)], false],
    [[round('step_0', 0), ...three], true],
    [[round('step_0', 3, 2), ...three.slice(1)], false],
    [[round('step_0', 3, null), ...three.slice(1)], false],
    [[round('step_0', 3, 3, true), ...three.slice(1)], false],
    [[round('step_0', 3, 3, null), ...three.slice(1)], false],
    [[], false],
  ])('%# suffices: %j', (rounds, expected) => {
    expect(roundsSuffice(rounds, 3)).toBe(expected);
  });

  const open: LockFacts = { ...clear, stage: 3, gateToThreeValid: true };
  const step = (
    key: string,
    facts: LockFacts,
    rounds: readonly StepRound[],
    openedByTherapist: readonly string[],
  ): string => causes(lockOfStep(codeOf('C15'), key, facts, 'RP', { rounds, openedByTherapist }));

  it('of sensate focus need three calm rounds of the step before and the therapist', () => {
    expect(step('step_0', open, [], ['step_0'])).toBe('open');
    expect(step('step_0', open, [], [])).toBe('step_not_open JOINT');
    expect(step('step_1', open, three, ['step_1'])).toBe('open');
    expect(step('step_1', open, three, ['step_0'])).toBe('step_not_open JOINT');
    expect(step('step_1', open, three.slice(1), ['step_1'])).toBe('step_not_open JOINT');
    expect(step('step_2', open, three, ['step_2'])).toBe('step_not_open JOINT');
    expect(step('step_9', open, three, ['step_9'])).toBe('step_not_open JOINT');
    expect(step('step_1', { ...open, touchSuspended: true }, three, ['step_1'])).toBe(
      'touch_suspended JOINT',
    );
    expect(step('step_1', { ...open, gateToThreeValid: false }, three, ['step_1'])).toBe(
      'stage JOINT, step_not_open JOINT',
    );
  });

  it('may ask more rounds and more calm where a clinic says so', () => {
    const opened = { rounds: three, openedByTherapist: ['step_1'] };
    const settings = homeworkSettingValues({ stepRounds: 4 });
    expect(causes(lockOfStep(codeOf('C15'), 'step_1', open, 'RP', opened, settings))).toBe(
      'step_not_open JOINT',
    );
    expect(roundsSuffice(three, 3, homeworkSettingValues({ stepCalm: 4 }))).toBe(false);
    expect(roundsSuffice(three.slice(2), 1, homeworkSettingValues({ stepCalm: 4 }))).toBe(true);
  });

  it('1 and 2 of the consent dialogue are open from stage 2, 3 from stage 3 with its gate', () => {
    const asked = (stage: 1 | 2 | 3, gate: boolean): readonly string[] =>
      ['step_1', 'step_2', 'step_3'].map((key) =>
        causes(
          lockOfStep(codeOf('C13'), key, { ...clear, stage, gateToThreeValid: gate }, 'BP', {
            rounds: [],
            openedByTherapist: [],
          }),
        ),
      );
    const both = 'stage JOINT, step_not_open JOINT';
    expect(asked(1, false)).toEqual([both, both, both]);
    expect(asked(2, false)).toEqual(['open', 'open', both]);
    expect(asked(3, false)).toEqual(['open', 'open', both]);
    expect(asked(3, true)).toEqual(['open', 'open', 'open']);
  });

  it('only of that exercise: C14 to C16 stay closed in stage 2', () => {
    for (const code of ['C14', 'C15', 'C16']) {
      expect(causes(lockOf(codeOf(code), { ...clear, stage: 2 }, 'RP'))).toBe('stage JOINT');
    }
  });
});
