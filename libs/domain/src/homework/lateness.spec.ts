import { describe, expect, it } from '@jest/globals';
import { fraction } from '../shared/fraction.js';
import { asLocalDate } from '../shared/local-date.js';
import { adherenceOf, latenessOf, occurrenceWindow } from './lateness.js';
import {
  isHandedIn,
  isOpenTask,
  mayTalkAbout,
  nextTask,
  taskEvents,
  taskStates,
  type TaskState,
} from './task-states.js';

const at = (text: string): Date => new Date(text);

describe('lateness', () => {
  it('opens four hours before the chosen time and is due four hours after, over the clock change', () => {
    const zone = 'America/Chicago';
    const before = occurrenceWindow(asLocalDate('2025-03-08'), '20:00', zone, 4);
    const after = occurrenceWindow(asLocalDate('2025-03-09'), '20:00', zone, 4);
    expect([before.opensAt, before.dueAt, before.lateUntil].map((d) => d.toISOString())).toEqual([
      '2025-03-08T22:00:00.000Z', '2025-03-09T06:00:00.000Z', '2025-03-11T06:00:00.000Z',
    ]); // prettier-ignore
    expect(after.dueAt.toISOString()).toBe('2025-03-10T05:00:00.000Z');
  });

  const due = at('2025-01-07T06:00:00Z');
  const now = at('2025-01-20T00:00:00Z');
  it.each([
    ['2025-01-07T05:00:00Z', now, 'on_time'],
    ['2025-01-07T06:00:00Z', now, 'on_time'],
    ['2025-01-07T06:00:00.001Z', now, 'late'],
    ['2025-01-09T06:00:00Z', now, 'late'],
    ['2025-01-09T06:00:00.001Z', now, 'missed'],
    [null, at('2025-01-09T06:00:00Z'), 'pending'],
    [null, at('2025-01-09T06:00:00.001Z'), 'missed'],
  ])('submitted %s, asked %s: %s', (submitted, asked, expected) => {
    expect(latenessOf(submitted === null ? null : at(submitted), due, asked)).toBe(expected);
  });

  it('counts late as half; a skip leaves the count, a miss stays', () => {
    expect(adherenceOf(['on_time', 'late', 'missed', 'skipped'])).toEqual({
      done: fraction(3, 2), expected: 3, ratio: fraction(1, 2),
    }); // prettier-ignore
    expect(adherenceOf(['on_time', 'skipped']).ratio).toEqual(fraction(1));
    expect(adherenceOf(['on_time', 'skipped', 'skipped']).ratio).toBeNull();
    expect(adherenceOf([]).ratio).toBeNull();
  });
});

describe('task states', () => {
  const table: Record<TaskState, string> = {
    assigned: 'opened draft submitted - skipped skipped - -',
    opened: 'opened draft submitted - skipped skipped - -',
    draft: 'draft draft submitted - skipped skipped - -',
    submitted: '- - - reviewed - - - submitted',
    reviewed: '- - - - - - - submitted',
    skipped: '- - - - - - opened -',
  };
  it.each(taskStates)('from %s', (state) => {
    const to = taskEvents.map((event) => {
      const result = nextTask({ state, tooHard: false, hasDraft: false }, event);
      return result.ok ? result.value.state : '-';
    });
    expect(to.join(' ')).toBe(table[state]);
  });

  it('takes writing while it is open, and not once handed in or put away', () => {
    expect(taskStates.filter(isOpenTask)).toEqual(['assigned', 'opened', 'draft']);
  });

  it('can be answered once it is handed in, and is talked about after it was read', () => {
    expect(taskStates.filter(isHandedIn)).toEqual(['submitted', 'reviewed']);
    expect(taskStates.filter(mayTalkAbout)).toEqual(['reviewed']);
  });

  it('keeps what was written when a task is put away, and tells that it was too hard', () => {
    const away = nextTask({ state: 'draft', tooHard: false, hasDraft: true }, 'too_hard');
    expect(away).toEqual({ ok: true, value: { state: 'skipped', tooHard: true, hasDraft: true } });
    const back = away.ok ? nextTask(away.value, 'take_up_again') : away;
    expect(back).toEqual({ ok: true, value: { state: 'draft', tooHard: true, hasDraft: true } });
  });

  it('says from where an event would be allowed', () => {
    const result = nextTask({ state: 'draft', tooHard: false, hasDraft: true }, 'review');
    expect(result).toEqual({
      ok: false,
      refusal: { event: 'review', from: 'draft', allowedFrom: ['submitted'] },
    });
  });
});
