import { describe, expect, it } from '@jest/globals';
import { fraction } from '../shared/fraction.js';
import { addDays, asLocalDate } from '../shared/local-date.js';
import type { Cadence } from './cadence.js';
import { disclosureWeekOf, restOf, restsOn } from './disclosure-week.js';
import { libraryTemplateOf } from './library.js';
import { loadOf, type ActiveExercise } from './load.js';
import { beginsOn, exercisePlanOf, exercisePlans, pairedWith } from './plans.js';
import { homeworkSettingValues } from './settings.js';

const day = asLocalDate;

describe('plans and packs (HW-21)', () => {
  it('hold these exercises', () => {
    const lists = exercisePlans.map(({ key, stage, exercises }) => {
      const side = (of: 'RP' | 'BP' | 'JOINT'): string => exercises[of].map(({ code }) => code).join(' ');
      return `${key} ${stage}: ${side('RP')} / ${side('BP')} / ${side('JOINT')}`;
    });
    expect(lists).toEqual([
      'stage_1_starter 1: R01 R04 R05 R06 R14 / B01 B03 B05 B06 B07 / C05 C06 C01',
      'stage_2 2: R10 R11 R13 R16 / B10 B11 B12 B15 / C01 C02 C03 C08 C09 C11',
      'stage_3 3: R17 / B16 / C13 C14 C15 C16 C19 C20',
      'disclosure null: R07 R08 / B08 B09 / C17 C18',
      'logistics null:  / B09 / C17',
      'aftercare null: R01 / B01 B03 B13 / C17',
      'letters null: R11 / B10 / ',
    ]);
  });

  it('begin the couple check-in last, in its ten-minute form', () => {
    const joint = exercisePlanOf('stage_1_starter')?.exercises.JOINT;
    expect(joint?.[2]).toEqual({ code: 'C01', variant: 'ten_minutes', then: true });
    expect(joint?.slice(0, 2)).toEqual([{ code: 'C05' }, { code: 'C06' }]);
    expect(exercisePlanOf('other')).toBeNull();
    expect(exercisePlanOf('letters')?.title.en).toBe('The letters');
    const begins = joint?.map((exercise) => beginsOn(exercise, day('2025-01-06')));
    expect(begins).toEqual(['2025-01-06', '2025-01-06', '2025-01-13']);
    const sooner = homeworkSettingValues({ onceDueDays: 3 });
    expect(beginsOn({ code: 'C01', then: true }, day('2025-01-06'), sooner)).toBe('2025-01-09');
  });

  it('name exercises, forms and tracks that the library has', () => {
    for (const { exercises } of exercisePlans) {
      for (const [side, list] of Object.entries(exercises)) {
        for (const { code, variant } of list) {
          const template = libraryTemplateOf(code);
          expect(template?.track).toBe({ RP: 'R', BP: 'B', JOINT: 'C' }[side]);
          if (variant !== undefined) expect(template?.variants?.map(({ key }) => key)).toContain(variant);
        }
      }
    }
  });
});

it('pairs the check-ins of both, and what each reflects on in stage 3', () => {
  expect(['R01', 'B01', 'R17', 'B16', 'R04'].map(pairedWith)).toEqual(['B01', 'R01', 'B16', 'R17', null]);
});

describe('the week of the disclosure (HW-22)', () => {
  const session = day('2025-03-28');

  it('is the calendar week of the session', () => {
    expect(disclosureWeekOf(session)).toEqual({ from: '2025-03-24', to: '2025-03-30' });
    expect(disclosureWeekOf(day('2025-03-24'))).toEqual({ from: '2025-03-24', to: '2025-03-30' });
    expect(disclosureWeekOf(day('2025-03-30'))).toEqual({ from: '2025-03-24', to: '2025-03-30' });
  });

  it('rests everything but five, on these days only', () => {
    const all = Array.from({ length: 17 }, (_, index) => String(index + 1).padStart(2, '0'));
    const codes = [...all.map((n) => `R${n}`), ...all.map((n) => `B${n}`), ...all.map((n) => `C${n}`)];
    expect(codes.filter((code) => !restsOn(code, session, session))).toEqual([
      'R01',
      'B01',
      'B03',
      'B13',
      'C17',
    ]);
    const days = [-5, -4, 2, 3].map((step) => restsOn('R04', addDays(session, step), session));
    expect(days).toEqual([false, true, true, false]);
    expect(restsOn('R04', session, null)).toBe(false);
  });

  it('counts against nobody', () => {
    expect(restOf('R04', session)).toEqual({ kind: 'agreed_pause', from: '2025-03-24', to: '2025-03-30' });
    expect(restOf('C17', session)).toBeNull();
  });
});

describe('load (HW-23)', () => {
  const one = (cadence: Cadence, minutes = 7, code = 'X'): ActiveExercise => ({ code, cadence, minutes });
  const daily = one({ kind: 'daily', windowHours: 4 }, 35);

  it.each<[Cadence, number, number]>([
    [{ kind: 'daily', windowHours: 4 }, 7, 1],
    [{ kind: 'weekly', times: 3 }, 3, 1],
    [{ kind: 'every_weeks', weeks: 2 }, 1, 2],
    [{ kind: 'monthly', months: 2 }, 7, 60],
    [{ kind: 'sittings', least: 3, most: 5, mostPerWeek: 2 }, 2, 1],
    [{ kind: 'sittings', least: 3, most: 5 }, 1, 1],
    [{ kind: 'on_event', leastPerWeek: 2 }, 2, 1],
    [{ kind: 'on_event' }, 1, 1],
    [{ kind: 'once' }, 1, 1],
    [{ kind: 'times', times: 2 }, 1, 1],
    [{ kind: 'after', code: 'C15' }, 1, 1],
  ])('seven minutes of %j are %s/%s a day', (cadence, n, d) => {
    expect(loadOf([one(cadence)]).minutesPerDay).toEqual(fraction(n, d));
  });

  it('counts what follows as often as what it follows', () => {
    const touch = one({ kind: 'weekly', times: 2 }, 7, 'C15');
    expect(loadOf([one({ kind: 'after', code: 'C15' }), touch]).minutesPerDay).toEqual(fraction(4));
    const chain = [one({ kind: 'after', code: 'Y' }, 7, 'X'), one({ kind: 'after', code: 'X' }, 7, 'Y')];
    expect(loadOf(chain).minutesPerDay).toEqual(fraction(2));
  });

  it('warns beyond five exercises and beyond 35 minutes a day', () => {
    expect(loadOf([daily])).toEqual({
      active: 1,
      minutesPerDay: fraction(35),
      overActive: false,
      overMinutes: false,
    });
    expect(loadOf([daily, one({ kind: 'monthly', months: 1 }, 1)]).overMinutes).toBe(true);
    const few = Array.from({ length: 5 }, () => one({ kind: 'once' }));
    expect([loadOf(few).overActive, loadOf([...few, daily]).overActive]).toEqual([false, true]);
    expect(loadOf(few, homeworkSettingValues({ mostActivePerPerson: 4 })).overActive).toBe(true);
    expect(loadOf([daily], homeworkSettingValues({ mostMinutesPerDay: 34 })).overMinutes).toBe(true);
    expect(loadOf([])).toEqual({
      active: 0,
      minutesPerDay: fraction(0),
      overActive: false,
      overMinutes: false,
    });
  });
});
