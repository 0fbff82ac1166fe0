import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import type { Cadence, FollowUpCadence } from './cadence.js';
import { mostPerWeekOf, nextSitting } from './enough-for-now.js';
import { followUpPlan, rhythmsOf } from './follow-up.js';
import { homeworkLibrary } from './library.js';
import { c13 } from './library/c13.js';
import { c15 } from './library/c15.js';
import { r07 } from './library/r07.js';
import { r08 } from './library/r08.js';
import { unknownLockFacts, type LockFacts } from './lock-facts.js';
import { lockOf, type Lock } from './locks.js';
import { occurrencesOf, type OccurrencePlan } from './occurrences.js';
import { lockOfStep, omitsButStep } from './steps.js';
import { validateAnswers } from './validate-answers.js';

const day = asLocalDate;
const sittings: Cadence = { kind: 'sittings', least: 3, most: 5, mostPerWeek: 2 };

describe('enough for now (HW-70)', () => {
  it('takes the closest limit of the exercise and its rhythm', () => {
    expect(homeworkLibrary.filter((t) => t.mostPerWeek !== undefined).map(({ code }) => code)).toEqual([
      'R07',
    ]);
    expect(mostPerWeekOf(r07, r07.cadence)).toBe(2);
    expect(mostPerWeekOf({ ...r07, mostPerWeek: 3 }, sittings)).toBe(2);
    expect(mostPerWeekOf({ ...r07, mostPerWeek: 1 }, sittings)).toBe(1);
    expect(mostPerWeekOf(r08, r08.cadence)).toBeNull();
    expect(mostPerWeekOf(c13, c13.cadence)).toBeNull();
  });

  it('offers two portions of the inventory in a week, and says kindly that it is enough', () => {
    const asked = (thisWeek: number | null) => nextSitting(r07, r07.cadence, { thisWeek, inAll: null });
    expect([asked(0), asked(1)]).toEqual([{ offered: true }, { offered: true }]);
    for (const count of [2, 3, null]) {
      expect(asked(count)).toEqual({
        offered: false,
        enough: 'week',
        words: {
          en: 'That is enough for this week. What you began is kept. You can go on next week.',
          es: 'Por esta semana es suficiente. Lo que empezó queda guardado. Puede seguir la próxima semana.',
        },
      });
    }
  });

  it('ends with the last of all sittings', () => {
    const asked = (inAll: number | null) => nextSitting(r08, r08.cadence, { thisWeek: null, inAll });
    expect(asked(8)).toEqual({ offered: true });
    expect([asked(9), asked(null)].map((sitting) => 'enough' in sitting && sitting.enough)).toEqual([
      'all',
      'all',
    ]);
    expect(nextSitting(r07, sittings, { thisWeek: 2, inAll: 5 })).toMatchObject({ enough: 'all' });
    expect(nextSitting(r07, sittings, { thisWeek: 2, inAll: 4 })).toMatchObject({ enough: 'week' });
    expect(nextSitting(r07, sittings, { thisWeek: 1, inAll: 4 })).toEqual({ offered: true });
  });

  it('lets no more occurrences begin in one calendar week', () => {
    const plan: OccurrencePlan = {
      startsOn: day('2025-01-06'),
      lastOn: day('2025-01-19'),
      zone: 'America/Chicago',
      time: '20:00',
      weekdays: [1, 3, 7],
    };
    const firstDays = (mostPerWeek?: number) =>
      occurrencesOf(r07.cadence, mostPerWeek === undefined ? plan : { ...plan, mostPerWeek }).map(
        ({ firstOn }) => firstOn.slice(8),
      );
    expect(firstDays()).toEqual(['06', '08', '12', '13', '15', '19']);
    expect(firstDays(2)).toEqual(['06', '08', '13', '15']);
    expect(firstDays(3)).toEqual(firstDays());
  });
});

describe('what follows (HW-71)', () => {
  const after = (followUp: FollowUpCadence, doneOn: string, stageChangedOn: string | null = null) =>
    followUpPlan({ followUp }, day(doneOn), stageChangedOn === null ? null : day(stageChangedOn));

  it.each<[Cadence, string, string]>([
    [{ kind: 'weekly', times: 1 }, '2025-01-05', '2025-01-06'],
    [{ kind: 'weekly', times: 1 }, '2025-01-06', '2025-01-13'],
    [{ kind: 'every_weeks', weeks: 2 }, '2025-01-08', '2025-01-13'],
    [{ kind: 'times', times: 1 }, '2025-01-11', '2025-01-13'],
    [sittings, '2025-01-12', '2025-01-13'],
    [{ kind: 'monthly', months: 1 }, '2025-01-31', '2025-02-28'],
    [{ kind: 'monthly', months: 3 }, '2025-01-15', '2025-04-15'],
    [{ kind: 'on_event' }, '2025-03-08', '2025-03-09'],
    [{ kind: 'daily', windowHours: 4 }, '2025-12-31', '2026-01-01'],
  ])('%j, done on %s, begins on %s', (cadence, doneOn, startsOn) => {
    expect(after(cadence, doneOn)).toEqual({ cadence, startsOn });
  });

  it('waits for a change of stage after it was done', () => {
    const wait = { kind: 'stage_change' } as const;
    expect(after(wait, '2025-01-20')).toBeNull();
    expect(after(wait, '2025-01-20', '2025-01-20')).toBeNull();
    expect(after(wait, '2025-01-20', '2025-01-21')).toEqual({
      cadence: { kind: 'once' },
      startsOn: '2025-01-21',
    });
  });

  it('stands last among the rhythms in which an exercise may be given', () => {
    const [own, other, after] = [
      { kind: 'once' },
      { kind: 'weekly', times: 2 },
      { kind: 'monthly', months: 1 },
    ] as const;
    expect(rhythmsOf({ cadence: own })).toEqual([own]);
    expect(rhythmsOf({ cadence: own, otherCadences: [other], followUp: after })).toEqual([own, other, after]);
    expect(rhythmsOf({ cadence: own, followUp: { kind: 'stage_change' } })).toEqual([own]);
  });

  it('is nothing for an exercise that ends', () => {
    expect(followUpPlan(c15, day('2025-01-06'), day('2025-01-07'))).toBeNull();
  });
});

describe('one step alone', () => {
  it('of the document leaves out every other section (HW-47)', () => {
    const kept = (step: string) =>
      r08.fields.filter(({ key }) => !omitsButStep(r08, step).includes(key)).map(({ step: of }) => of);
    for (const { key } of r08.steps ?? []) expect(new Set(kept(key))).toEqual(new Set([key]));
    expect(() => omitsButStep(r08, 'z')).toThrow('no step z');
    expect(() => omitsButStep(r07, 'a')).toThrow(RangeError);
    expect(omitsButStep({ ...r08, fields: [...r08.fields, ...r07.fields] }, 'a')).not.toContain('entries');
  });

  it('is sent with what it holds, and asks for nothing of the others', () => {
    const all = { purpose_text: 'x' };
    const first = r08.fields.find(({ step }) => step === 'a')?.key ?? '';
    const other = r08.fields.find(({ step }) => step === 'b')?.key ?? '';
    const omits = omitsButStep(r08, 'a');
    const sent = validateAnswers(r08, { [first]: 'why', [other]: 'before' }, 'submit', { omits });
    expect(sent).toEqual({ ok: true, value: { [first]: 'why' } });
    expect(validateAnswers(r08, all, 'submit', { omits }).ok).toBe(false);
  });
});

describe('a lock of one step (HW-28, HW-67)', () => {
  const facts: LockFacts = {
    ...unknownLockFacts,
    stage: 3,
    gateToThreeValid: true,
    holds: [],
    fearFlag: { RP: false, BP: false },
    touchSuspended: false,
  };
  const causes = (lock: Lock): readonly string[] =>
    lock.open ? [] : lock.causes.map(({ reason }) => reason);
  const steps = (more: Partial<LockFacts>): readonly (readonly string[])[] =>
    ['step_1', 'step_2', 'step_3'].map((key) =>
      causes(lockOfStep(c13, key, { ...facts, ...more }, 'RP', { rounds: [], openedByTherapist: [] })),
    );

  it('closes the step with touch alone while touch is paused, also when nobody knows', () => {
    expect(steps({})).toEqual([[], [], []]);
    expect(steps({ touchSuspended: true })).toEqual([[], [], ['touch_suspended']]);
    expect(steps({ touchSuspended: null })).toEqual([[], [], ['touch_suspended']]);
    expect(lockOf(c13, { ...facts, touchSuspended: true }, 'RP')).toEqual({ open: true });
    expect(causes(lockOf(c15, { ...facts, touchSuspended: true }, 'RP'))).toEqual(['touch_suspended']);
  });

  it('leaves the locks of the exercise on every step', () => {
    expect(steps({ holds: ['JOINT'], touchSuspended: true })).toEqual([
      ['hold'],
      ['hold'],
      ['hold', 'touch_suspended'],
    ]);
  });
});
