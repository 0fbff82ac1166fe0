import { describe, expect, it } from '@jest/globals';
import { homeworkLibrary } from './library.js';
import { c01 } from './library/c01.js';
import { c02 } from './library/c02.js';
import { c03 } from './library/c03.js';
import { c09 } from './library/c09.js';
import { afterTurnAct, secondsLeft, type TurnAct, type TurnClock } from './turn-clock.js';
import { exercisesInTurns, turnsOf } from './turns.js';

const at = (second: number): Date => new Date(Date.UTC(2025, 0, 6, 18, 0, second));

describe('turns (HW-79)', () => {
  it('give both the same time, within the time of the exercise', () => {
    for (const template of homeworkLibrary.filter(({ code }) => exercisesInTurns.includes(code)))
      for (const first of ['RP', 'BP'] as const) {
        const turns = turnsOf(template, null, 2, first);
        const time = (by: string) =>
          turns.filter((turn) => turn.by === by).reduce((sum, { seconds }) => sum + seconds, 0);
        expect([template.code, turns[0]?.by, time('RP')]).toEqual([template.code, first, time('BP')]);
        expect(time('RP') + time('BP')).toBe(template.minutes * 60);
      }
  });

  it('follow the form: without the complaint in stage 1, shorter check-ins', () => {
    expect(turnsOf(c02, null, 2, 'RP')).toHaveLength(10);
    const four = turnsOf(c02, 'without_complaint', 1, 'BP');
    expect(four.map(({ part }) => part.en)).not.toContain('A complaint, with a wish');
    expect(four).toHaveLength(8);
    const short = c01.variants?.find(({ stage }) => stage === 1)?.key ?? null;
    expect(turnsOf(c01, short, 1, 'RP').map(({ seconds }) => seconds)).toEqual([300, 300]);
    expect(turnsOf(c09, null, 2, 'RP')).toEqual([]);
  });

  it('of a conversation: one speaks, the other says it back and sees the sense, then they change', () => {
    expect(turnsOf(c03, null, 2, 'BP').map(({ by, kind }) => `${by} ${kind}`)).toEqual([
      ...['BP speak', 'RP say_back', 'RP imagine'],
      ...['RP speak', 'BP say_back', 'BP imagine'],
    ]);
  });
});

describe('the clock of turns (HW-79)', () => {
  const run = (...acts: readonly (readonly [TurnAct, number])[]) =>
    acts.reduce<TurnClock | null>((clock, [act, second]) => {
      const next = afterTurnAct(clock, act, 2, at(second));
      return next.ok ? next.value : clock;
    }, null)!;

  it('counts without its pauses, and stays at nothing when the time is over', () => {
    expect(secondsLeft(run(['start', 0]), 30, at(12))).toBe(18);
    const paused = run(['start', 0], ['pause', 10]);
    expect([secondsLeft(paused, 30, at(40)), paused.state]).toEqual([20, 'paused']);
    const on = run(['start', 0], ['pause', 10], ['resume', 40]);
    expect([secondsLeft(on, 30, at(45)), secondsLeft(on, 30, at(59))]).toEqual([15, 1]);
    expect(secondsLeft(run(['start', 20]), 30, at(59))).toBe(0);
    expect(secondsLeft(run(['start', 20]), 30, at(5))).toBe(30);
  });

  it('counts no more than a day of a turn that was left running', () => {
    const month = new Date(at(0).getTime() + 30 * 86_400_000);
    const stopped = afterTurnAct(run(['start', 0]), 'pause', 2, month);
    expect(stopped.ok && stopped.value.ranMs).toBe(86_400_000);
  });

  it('goes from turn to turn and ends after the last', () => {
    expect(run(['start', 0], ['next', 20])).toEqual({
      ...{ state: 'running', turn: 1, ranMs: 0, runningSince: at(20) },
    });
    expect(run(['start', 0], ['next', 20], ['next', 30])).toMatchObject({ state: 'done', turn: 1 });
  });

  it('stops at once from running and paused, and can begin anew', () => {
    expect(run(['start', 0], ['stop', 5])).toMatchObject({ state: 'stopped', ranMs: 5000 });
    expect(run(['start', 0], ['pause', 2], ['stop', 50])).toMatchObject({ state: 'stopped', ranMs: 2000 });
    expect(run(['start', 0], ['stop', 5], ['start', 9])).toMatchObject({ state: 'running', turn: 0 });
  });

  it.each<[string, readonly (readonly [TurnAct, number])[], readonly TurnAct[]]>([
    ['nothing', [], ['next', 'pause', 'resume', 'stop']],
    ['running', [['start', 0]], ['start', 'resume']],
    ['paused', [['start', 0], ['pause', 1]], ['start', 'pause', 'next']], // prettier-ignore
    ['stopped', [['start', 0], ['stop', 1]], ['next', 'pause', 'resume', 'stop']], // prettier-ignore
  ])('%s refuses what does not fit', (_state, acts, refused) => {
    const clock = acts.length === 0 ? null : run(...acts);
    for (const act of refused) expect([act, afterTurnAct(clock, act, 2, at(9)).ok]).toEqual([act, false]);
    expect(afterTurnAct(null, 'start', 0, at(9)).ok).toBe(false);
  });
});
