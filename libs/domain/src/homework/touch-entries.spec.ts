import { describe, expect, it } from '@jest/globals';
import { gateSettingValues } from '../stages/gate-settings.js';
import { c13 } from './library/c13.js';
import { c15 } from './library/c15.js';
import { c16 } from './library/c16.js';
import { unknownLockFacts, type LockFacts } from './lock-facts.js';
import { lockOfWritten, offeredSteps, withOfferedSteps } from './steps.js';
import type { Answers } from './template.js';
import { touchLogOf, touchSignalsOf } from './touch-entries.js';

const calm = {
  pressure: 0,
  flash: 'no',
  numb: 'no',
  stop_used: true,
  stop_respected: 'yes',
  wish_next: 'stay',
};

describe('what a half may pause (HW-67, HW-69)', () => {
  it.each<[string, Answers, readonly string[]]>([
    ['a calm log', calm, []],
    ['pressure of 3', { ...calm, pressure: 3 }, ['pressure SAFE-1']],
    ['a stop that was not respected', { ...calm, stop_respected: 'no' }, ['stop_not_respected SAFE-1']],
    ['a stop of which nobody says', { stop_used: true }, ['stop_not_respected SAFE-1']],
    ['a memory', { ...calm, flash: 'yes' }, ['touch_distress therapist_task']],
    ['going numb', { ...calm, numb: 'yes' }, ['touch_distress therapist_task']],
    ['the wish to pause', { ...calm, wish_next: 'pause' }, ['person_paused therapist_task']],
    ['nothing', {}, []],
  ])('%s', (_what, answers, signals) => {
    const found = touchSignalsOf(c15, answers, 'BP', gateSettingValues());
    expect(found.map(({ trigger, tells }) => `${trigger} ${tells}`)).toEqual(signals);
  });

  it('reads a log as it was written, and nothing that was not', () => {
    expect(touchLogOf(calm)).toEqual({
      ...{
        pressure: 0,
        flashback: false,
        numb: false,
        stopUsed: true,
        stopRespected: true,
        wishNext: 'stay',
      },
    });
    expect(touchLogOf({})).toEqual({});
  });

  it.each([
    [{ answer_free: 0 }, 1],
    [{ answer_free: 1 }, 1],
    [{ answer_free: 2 }, 0],
    [{}, 0],
  ])('answers like %o give %d', (answers: Readonly<Record<string, number>>, count) => {
    expect(touchSignalsOf(c13, answers, 'RP', gateSettingValues())).toHaveLength(count);
    expect(touchSignalsOf(c16, { answer_free: 0 }, 'RP', gateSettingValues())).toEqual([]);
  });
});

describe('steps that are offered (HW-81)', () => {
  const facts: LockFacts = { ...unknownLockFacts, stage: 3, gateToThreeValid: true, touchSuspended: true };

  it('are those of the stage, and of C15 those that a therapist opened', () => {
    expect(offeredSteps(c13, { ...facts, stage: 2 }, [])).toEqual(['step_1', 'step_2']);
    expect(offeredSteps(c13, facts, [])).toEqual(['step_1', 'step_2', 'step_3']);
    expect(offeredSteps(c15, facts, [])).toEqual([]);
    expect(offeredSteps(c15, facts, ['step_1', 'step_0', 'other'])).toEqual(['step_0', 'step_1']);
    expect(offeredSteps(c15, { ...facts, gateToThreeValid: false }, ['step_0'])).toEqual([]);
  });

  it('close what was written of a step with touch while touch rests, and nothing else of it', () => {
    const open = { ...facts, holds: [], fearFlag: { RP: false, BP: false } };
    const at = (step: string) => lockOfWritten(c13, { step }, open, 'RP').open;
    expect(['step_1', 'step_2', 'step_3', 'none'].map(at)).toEqual([true, true, false, true]);
    expect(lockOfWritten(c15, { step: 'step_0' }, open, 'BP').open).toBe(false);
    expect(lockOfWritten(c13, {}, { ...open, touchSuspended: false }, 'BP').open).toBe(true);
  });

  it('are the only ones that can be chosen', () => {
    const half = withOfferedSteps(c15, ['step_0']);
    const field = half.fields.find(({ key }) => key === 'step');
    expect(field?.options?.map(({ value }) => value)).toEqual(['step_0']);
    expect(half.steps?.map(({ key }) => key)).toEqual(['step_0']);
    expect(withOfferedSteps(c16, [])).toBe(c16);
  });
});
