import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import { dueReminders, stillStands, type ReminderFacts } from './due-reminders.js';
import { reminderIntervals } from './reminder-settings.js';

const at = (text: string): Date => new Date(text);
const nothing: ReminderFacts = {
  quiet: { from: '21:00', until: '09:00', days: [], zone: 'America/Chicago' },
  ...{ zone: 'America/Chicago', anchorOn: asLocalDate('2025-01-06'), atRest: false },
  ...{ sessions: [], tasks: [], forms: [], rated: [], ratingTold: {} },
};
const intervals = reminderIntervals();
const abouts = (facts: Partial<ReminderFacts>, now: string, own = intervals): string[] =>
  dueReminders({ ...nothing, ...facts }, own, at(now)).map(({ about }) => about);

describe('reminders of sessions (REMIND-03)', () => {
  const sessions = [{ id: 's', startsAt: at('2025-01-15T20:00:00Z') }];
  const named = (step: string): string[] => [`session:s:2025-01-15T20:00:00.000Z:${step}`];

  it.each([
    ['2025-01-14T19:59:00Z', []],
    ['2025-01-14T20:00:00Z', named('first')],
    ['2025-01-15T18:59:00Z', named('first')],
    ['2025-01-15T19:00:00Z', named('second')],
    ['2025-01-15T19:59:59Z', named('second')],
    ['2025-01-15T20:00:00Z', []],
  ])('at %s are %j', (now, due) => {
    expect(abouts({ sessions }, now)).toEqual(due);
  });

  it('come once alone where a clinic wants no second one', () => {
    const once = reminderIntervals({ secondHours: 0 });
    expect(abouts({ sessions }, '2025-01-15T19:30:00Z', once)).toEqual(named('first'));
  });

  it('have another name once the session has another beginning', () => {
    const moved = [{ id: 's', startsAt: at('2025-01-15T21:00:00Z') }];
    expect(abouts({ sessions: moved }, '2025-01-15T16:00:00Z')).not.toEqual(named('first'));
  });
});

describe('reminders of what waits (REMIND-04)', () => {
  const now = '2025-01-14T18:00:00Z';
  const task = (dueOn: string, told = 0) => ({ id: dueOn, told, dueOn: asLocalDate(dueOn) });

  it('name exercises of today and tomorrow, all in one of the day', () => {
    const tasks = ['2025-01-13', '2025-01-14', '2025-01-15', '2025-01-16'].map((day) => task(day));
    expect(dueReminders({ ...nothing, tasks }, intervals, at(now))).toEqual([
      {
        ...{ kind: 'work', about: 'day:2025-01-14' },
        grounds: ['homework:2025-01-14', 'homework:2025-01-15'],
      },
    ]);
  });

  it('name each thing twice at most, the second time on its last day', () => {
    expect(abouts({ tasks: [task('2025-01-15', 1)] }, now)).toEqual([]);
    expect(abouts({ tasks: [task('2025-01-14', 1)] }, now)).toEqual(['day:2025-01-14']);
    expect(abouts({ tasks: [task('2025-01-14', 2)] }, now)).toEqual([]);
  });

  it('name a form from the day after, and once more four days after', () => {
    const form = (day: string, told: number) => ({
      forms: [{ id: 'f', told, givenOn: asLocalDate(day) }],
    });
    expect(abouts(form('2025-01-14', 0), now)).toEqual([]);
    expect(abouts(form('2025-01-13', 0), now)).toEqual(['day:2025-01-14']);
    expect(abouts(form('2025-01-11', 1), now)).toEqual([]);
    expect(abouts(form('2025-01-10', 1), now)).toEqual(['day:2025-01-14']);
    expect(abouts(form('2025-01-01', 2), now)).toEqual([]);
  });

  it('name a rating while its window is open and it was not given', () => {
    const [wednesday, thursday, sunday] = [
      '2025-01-15T18:00:00Z',
      '2025-01-16T18:00:00Z',
      '2025-01-19T18:00:00Z',
    ] as const;
    expect(abouts({}, wednesday)).toEqual([]);
    expect(dueReminders(nothing, intervals, at(thursday))[0]?.grounds).toEqual(['rating:2025-01-19']);
    expect(abouts({ rated: [asLocalDate('2025-01-19')] }, thursday)).toEqual([]);
    expect(abouts({ ratingTold: { '2025-01-19': 1 } }, thursday)).toEqual([]);
    expect(abouts({ ratingTold: { '2025-01-19': 1 } }, sunday)).toEqual(['day:2025-01-19']);
  });

  it('are none at rest, while sessions still have theirs', () => {
    const sessions = [{ id: 's', startsAt: at('2025-01-14T19:00:00Z') }];
    const due = dueReminders(
      { ...nothing, sessions, tasks: [task('2025-01-14')], atRest: true },
      intervals,
      at(now),
    );
    expect(due.map(({ kind }) => kind)).toEqual(['session']);
  });

  it('wait until it is not quiet where the person is', () => {
    const tasks = [task('2025-01-14')];
    expect(abouts({ tasks }, '2025-01-14T14:59:00Z')).toEqual([]);
    expect(abouts({ tasks }, '2025-01-14T15:00:00Z')).toEqual(['day:2025-01-14']);
    const quiet = { ...nothing.quiet, days: [2] };
    expect(abouts({ tasks, quiet }, now)).toEqual([]);
    const abroad = { ...nothing.quiet, zone: 'Europe/Madrid' };
    expect(abouts({ tasks, quiet: abroad }, '2025-01-14T20:30:00Z')).toEqual([]);
  });
});

describe('a reminder that is about to be sent (REMIND-06)', () => {
  const now = at('2025-01-14T18:00:00Z');
  const sessions = [{ id: 's', startsAt: at('2025-01-14T19:00:00Z') }];
  const tasks = [{ id: 't', told: 1, dueOn: asLocalDate('2025-01-15') }];
  const facts = { ...nothing, sessions, tasks };

  it('stands while what it was made for is so', () => {
    const due = dueReminders({ ...facts, tasks: [{ ...tasks[0]!, told: 0 }] }, intervals, now);
    expect(due.map((one) => stillStands(one, facts, now))).toEqual([true, true]);
  });

  it('stands no more once the session moved, the exercise is in, the person rests, or it is quiet', () => {
    const [session, work] = dueReminders({ ...facts, tasks: [{ ...tasks[0]!, told: 0 }] }, intervals, now);
    if (session === undefined || work === undefined) throw new Error('two are due');
    const moved = [{ id: 's', startsAt: at('2025-01-14T20:00:00Z') }];
    expect(stillStands(session, { ...facts, sessions: moved }, now)).toBe(false);
    expect(stillStands(session, { ...facts, sessions: [] }, now)).toBe(false);
    expect(stillStands(session, facts, at('2025-01-14T19:00:01Z'))).toBe(false);
    expect(stillStands(work, { ...facts, tasks: [] }, now)).toBe(false);
    expect(stillStands(work, { ...facts, atRest: true }, now)).toBe(false);
    expect(stillStands(work, facts, at('2025-01-15T04:00:00Z'))).toBe(false);
  });
});

describe('intervals (REMIND-05)', () => {
  it('take their range and nothing outside, and the first before the second', () => {
    expect(reminderIntervals()).toEqual({ firstHours: 24, secondHours: 1, daysBefore: 1 });
    for (const own of [
      { firstHours: 73 },
      { secondHours: 13 },
      { daysBefore: 0.5 },
      { firstHours: 2, secondHours: 2 },
    ])
      expect(() => reminderIntervals(own)).toThrow(RangeError);
  });
});
