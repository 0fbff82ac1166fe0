import { describe, expect, it } from '@jest/globals';
import { b14 } from '../homework/library/b14.js';
import { fraction } from '../shared/fraction.js';
import { languages } from '../shared/localized.js';
import { addDays, asLocalDate, type LocalDate } from '../shared/local-date.js';
import { highestGrade, readingGrade } from '../wording/reading-level.js';
import { lintWording } from '../wording/wording-lint.js';
import { attachmentCaption, attachmentItems, attachmentNames, attachmentPeriod } from './attachment-items.js';
import { attachmentDueOn, attachmentState } from './attachment-state.js';
import { daysPractised, daysPractisedWords, maySeeDaysPractised } from './days-practised.js';
import { itemScore } from './item-scale.js';
import {
  reactionAudience,
  reactionCaption,
  reactionItemKeys,
  reactionItemsOf,
  reactionNames,
  reactionScores,
  rollingReaction,
} from './reaction-tracker.js';
import { trackerSettings, trackerSettingValues } from './settings.js';
import { urgeSummary } from './urges.js';

const sunday = asLocalDate('2025-03-16');
const back = (days: number): LocalDate => addDays(sunday, -days);

describe('score of items', () => {
  it.each([
    [{ a: 4, b: 2, c: 0 }, ['a', 'b', 'c'], fraction(50)],
    [{ a: 4, b: 3 }, ['a', 'b', 'c'], fraction(175, 2)],
    [{ a: 4, b: null, c: null }, ['a', 'b', 'c'], null],
    [{ a: 1, b: 1, c: 2, x: 9 }, ['a', 'b', 'c', 'd'], fraction(100, 3)],
    [{ a: 1, b: 1 }, ['a', 'b', 'c', 'd'], null],
    [{ a: 1, b: 1, c: 2 }, ['a', 'b', 'c', 'd', 'e'], null],
    [{ a: 1, b: 1, c: 2, d: 0 }, ['a', 'b', 'c', 'd', 'e'], fraction(25)],
    [{ a: 4 }, ['a', 'b'], null],
    [{ a: 4, b: 0 }, ['a', 'b'], fraction(50)],
    [{ a: 1 }, ['a'], fraction(25)],
    [{}, ['a'], null],
  ])('%j of %j', (answers, keys, score) => {
    expect(itemScore(answers, keys)).toEqual(score);
  });

  it.each([-1, 5, 0.5, '1', true])('refuses %j', (a) => {
    expect(() => itemScore({ a, b: 1 }, ['a', 'b'])).toThrow(new RangeError('a is 0 to 4'));
  });
});

describe('reaction tracker', () => {
  const answers = {
    intrusion: 4, nightmares: 3, body_alarm: 2, avoiding: 1, numb: 0,
    on_guard: 4, anger: 4, self_blame: 3, sleep: 0, concentration: 0, sentence: 'Quiet evenings help.',
  }; // prettier-ignore

  it('asks the items of the exercise, each in one sub-score', () => {
    const scales = b14.fields.filter(({ kind }) => kind === 's04').map(({ key }) => key);
    expect(scales).toEqual([...reactionItemKeys]);
    const used = Object.values(reactionItemsOf).flat();
    expect([...used].sort()).toEqual([...reactionItemKeys].sort());
  });

  it('has four sub-scores', () => {
    expect(reactionScores(answers)).toEqual({
      intrusion: fraction(75), avoidance_numbing: fraction(25, 2), alarm: fraction(50), self_blame: fraction(75),
    });
    expect(reactionAudience).toEqual(['author', 'own_therapist']);
  }); // prettier-ignore

  it('rolls over the four weeks that end on the week', () => {
    const week = (days: number, self_blame: number | null) => ({ on: back(days), answers: { self_blame } });
    const roll = (...weeks: ReturnType<typeof week>[]): unknown => rollingReaction(weeks, 'self_blame', sunday);
    const [a, b, c, d] = [week(0, 4), week(7, 0), week(14, 1), week(21, 3)];
    expect(roll(a, b, c, d)).toEqual(fraction(50));
    expect(roll(a, b, c, week(28, 4))).toEqual(fraction(25));
    expect(roll(a, b, c, week(27, 3))).toEqual(fraction(50));
    expect(roll(a, b, c, week(-7, 4))).toEqual(fraction(25));
    expect(roll(a, b, week(14, null))).toBeNull();
    expect(rollingReaction([a, b, c, d], 'self_blame', sunday, trackerSettingValues({ reactionWeeks: 3 }))).toEqual(
      fraction(25),
    );
  }); // prettier-ignore
});

describe('urges', () => {
  const urge = (days: number, intensity: number) => ({ on: back(days), intensity });

  it('has mean and strongest of the days asked for', () => {
    const urges = [urge(0, 3), urge(13, 8), urge(14, 10), urge(-1, 10), urge(5, 0)];
    expect(urgeSummary(urges, back(13), sunday)).toEqual({ count: 3, mean: fraction(11, 3), most: 8 });
  });

  it('knows nothing without an entry, and refuses what is off the scale', () => {
    expect(urgeSummary([urge(20, 4)], back(13), sunday)).toEqual({ count: 0, mean: null, most: null });
    expect(urgeSummary([urge(1, 10)], back(13), sunday)).toEqual({ count: 1, mean: fraction(10), most: 10 });
    for (const strength of [-1, 11, 2.5])
      expect(() => urgeSummary([urge(1, strength)], back(13), sunday)).toThrow(RangeError);
  });
});

describe('days practised', () => {
  const long = back(400);

  it('counts each of the last 90 days once; a slip undoes nothing that was practised', () => {
    const practised = [0, 0, 1, 89, 90, -1].map(back);
    expect(daysPractised(practised, [], long, sunday)).toEqual({ practised: 3, withoutSlip: 90, of: 90 });
    const slips = [1, 1, 89, 90].map(back);
    expect(daysPractised(practised, slips, long, sunday)).toEqual({ practised: 3, withoutSlip: 88, of: 90 });
  });

  it('counts from the first day here', () => {
    expect(daysPractised([0, 9, 10].map(back), [], back(9), sunday)).toEqual({ practised: 2, withoutSlip: 10, of: 10 });
    expect(daysPractised([sunday], [], addDays(sunday, 1), sunday)).toEqual({ practised: 0, withoutSlip: 0, of: 0 });
    expect(daysPractised([], [], addDays(sunday, 9), sunday).of).toBe(0);
    expect(daysPractised([], [], back(89), sunday).of).toBe(90);
  }); // prettier-ignore

  it('is said without a run of days, to one side only', () => {
    expect(daysPractisedWords({ practised: 64, withoutSlip: 88, of: 90 })).toEqual({
      en: '64 of the last 90 days with practice',
      es: '64 de los últimos 90 días con práctica',
    });
    const see = (kind: 'client' | 'therapist', side: 'RP' | 'BP' | 'JOINT'): boolean => maySeeDaysPractised({ kind, side });
    expect([see('client', 'RP'), see('therapist', 'RP')]).toEqual([true, true]);
    expect([see('client', 'BP'), see('therapist', 'BP'), see('therapist', 'JOINT')]).toEqual([false, false, false]);
  }); // prettier-ignore
});

describe('attachment state', () => {
  it('has eight items, four a dimension', () => {
    expect(attachmentItems.map(({ key }) => key)).toEqual([
      'anxious_1', 'anxious_2', 'anxious_3', 'anxious_4', 'avoidant_1', 'avoidant_2', 'avoidant_3', 'avoidant_4',
    ]); // prettier-ignore
  });

  it('gives two separate numbers', () => {
    const anxious = { anxious_1: 4, anxious_2: 4, anxious_3: 4 };
    expect(attachmentState({ ...anxious, avoidant_1: 0, avoidant_2: 1 })).toEqual({ anxious: fraction(100), avoidant: null });
    expect(attachmentState({ avoidant_1: 0, avoidant_2: 1, avoidant_3: 2, avoidant_4: 3 })).toEqual({
      anxious: null, avoidant: fraction(75, 2),
    });
  }); // prettier-ignore

  it('comes every four weeks', () => {
    expect([attachmentDueOn(null, sunday), attachmentDueOn(back(28), sunday)]).toEqual([sunday, sunday]);
    const slower = trackerSettingValues({ attachmentDays: 84 });
    expect(attachmentDueOn(sunday, sunday, slower)).toBe(addDays(sunday, 84));
  });
});

describe('words and settings', () => {
  it.each(languages)('keep to the vocabulary and the reading level in %s', (language) => {
    const texts = [reactionCaption, attachmentCaption, attachmentPeriod, ...attachmentItems.map(({ words }) => words),
      ...Object.values({ ...reactionNames, ...attachmentNames }),
    ].map((text) => text[language]); // prettier-ignore
    expect(texts.flatMap((text) => lintWording(text, language))).toEqual([]);
    expect(readingGrade(texts.join('\n'), language)).toBeLessThanOrEqual(highestGrade);
    expect(attachmentCaption[language]).toMatch(language === 'en' ? /accurate/ : /acertada/);
  });

  it.each(Object.entries(trackerSettings))('%s holds its range', (name, { key, standard, from, to }) => {
    for (const value of [from, to]) expect(trackerSettingValues({ [name]: value })).toMatchObject({ [name]: value });
    for (const value of [from - 1, to + 1, from + 0.5])
      expect(() => trackerSettingValues({ [name]: value })).toThrow(new RangeError(`${key} is ${from} to ${to}`));
    expect(trackerSettingValues()).toMatchObject({ [name]: standard });
  }); // prettier-ignore

  it('have these defaults', () => {
    expect(trackerSettingValues()).toEqual({ reactionWeeks: 4, practiceDays: 90, attachmentDays: 28 });
  });
});
