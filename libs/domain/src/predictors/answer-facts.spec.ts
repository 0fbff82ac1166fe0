import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import { factsOfAnswers, mostPlannedDays } from './answer-facts.js';
import { frameOf } from './count-frame.js';
import { jointWorkIn } from './joint-pause.js';
import { ratingWindow } from './rating-window.js';

const plan = (...days: readonly unknown[]) => days.map((when) => ({ what: 'walk', when }));

describe('facts in answers, without their words (PRED-57)', () => {
  it.each([
    ['R14', { meetings: 1, group: 0, sponsor: 0 }, [{ kind: 'contact' }]],
    ['R14', { meetings: 0, group: 0, sponsor: 0, plan: plan('2025-01-14', '2025-01-14', '2025-01-16') }, [{ kind: 'plan', on: '2025-01-14' }, { kind: 'plan', on: '2025-01-16' }]],
    ['R14', { plan: ['2025-01-14', { when: '2025-02-30' }, { when: 3 }, null, {}] }, []],
    ['R14', { plan: { when: '2025-01-14' } }, []],
    ['B01', { safe_person_reached: true }, [{ kind: 'contact' }]],
    ['B01', { safe_person_reached: false }, []],
    ['C03', { good_time: 'yes', felt_heard: 3 }, [{ kind: 'dialogue', felt: 3 }]],
    ['C03', { good_time: 'yes' }, [{ kind: 'dialogue', felt: null }]],
    ['C03', { good_time: 'yes', felt_heard: 7 }, [{ kind: 'dialogue', felt: null }]],
    ['C03', { good_time: 'later', felt_heard: 3 }, []],
    ['R01', { meetings: 1, safe_person_reached: true }, []],
    ['toString', {}, []],
  ] as const)('of %s %j', (code, answers, facts) => {
    expect(factsOfAnswers(code, answers as never)).toEqual(facts);
  }); // prettier-ignore

  it('takes no more days of one plan than a plan can hold', () => {
    const days = Array.from({ length: 60 }, (_, n) =>
      new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10),
    );
    expect(factsOfAnswers('R14', { plan: plan(...days) } as never)).toHaveLength(mostPlannedDays);
  });
});

describe('how joint work stood in a fortnight (PRED-58)', () => {
  const zone = 'America/Chicago';
  const frame = (week: number) => frameOf(ratingWindow(asLocalDate('2025-01-06'), zone, week), zone);
  const hold = (from: string, to: string | null) => [
    { from: new Date(from), to: to === null ? null : new Date(to) },
  ];

  it('is put off in the fortnight of a disclosure session and in no other', () => {
    const session = [asLocalDate('2025-03-28')];
    expect([5, 6, 7].map((week) => jointWorkIn(frame(week), session, []))).toEqual([
      'open',
      'paused_by_plan',
      'open',
    ]);
  });

  it.each([
    ['2025-01-10T12:00:00Z', null, 'on_hold'],
    ['2025-01-10T12:00:00Z', '2025-01-25T12:00:00Z', 'on_hold'],
    ['2025-01-10T12:00:00Z', '2025-01-12T12:00:00Z', 'open'],
    ['2025-01-21T12:00:00Z', null, 'open'],
  ])('from %s to %s is %s when it closes', (from, to, stood) => {
    expect(jointWorkIn(frame(1), [], hold(from, to))).toBe(stood);
    expect(jointWorkIn(frame(1), [asLocalDate('2025-01-16')], hold(from, to))).toBe(
      stood === 'open' ? 'paused_by_plan' : stood,
    );
  });
});
