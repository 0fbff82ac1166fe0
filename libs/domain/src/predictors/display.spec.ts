import { describe, expect, it } from '@jest/globals';
import { fraction, fractionOfDecimal } from '../shared/fraction.js';
import { languages } from '../shared/localized.js';
import { addDays, asLocalDate } from '../shared/local-date.js';
import { lintWording } from '../wording/wording-lint.js';
import { highestGrade, readingGrade } from '../wording/reading-level.js';
import {
  plainStatements,
  reviewScaleNote,
  shownScore,
  statementFor,
  statementWords,
  viewsDifferWords,
} from './change-words.js';
import { coupleChart } from './couple-chart.js';
import { eventMarkKinds, eventMarkWords, marksFor, type EventMark } from './event-marks.js';
import { groupSummary } from './group-summary.js';
import { predictors } from './predictors.js';
import { changeStatements, type Reading } from './reliable-change.js';
import { predictorSettingValues } from './settings.js';
import { trustEvidence, trustGaps, trustNames, trustTriad } from './trust-triad.js';

const day = asLocalDate;
const start = day('2025-01-19');

describe('words', () => {
  it('has the four statements, for a therapist and in plain words', () => {
    expect(changeStatements.map((each) => statementWords[each].en)).toEqual([
      'improved beyond noise', 'within noise', 'worse beyond noise', 'not enough data yet',
    ]); // prettier-ignore
    for (const each of changeStatements) {
      expect(statementFor(each, 'therapist')).toBe(statementWords[each]);
      expect(statementFor(each, 'client')).toBe(plainStatements[each]);
    }
    expect(reviewScaleNote.en).toBe('Clinic review scale, not a validated test.');
  });

  it.each(languages)('keeps to the vocabulary and the reading level in %s', (language) => {
    const plain = Object.values(plainStatements).map((text) => text[language]);
    const all = [...plain, reviewScaleNote[language], viewsDifferWords[language],
      ...Object.values({ ...statementWords, ...eventMarkWords, ...trustNames }).map((text) => text[language]),
    ]; // prettier-ignore
    expect(all.flatMap((text) => lintWording(text, language))).toEqual([]);
    expect(plain.filter((text) => /\d/.test(text))).toEqual([]);
    expect(readingGrade(plain.join('\n'), language)).toBeLessThanOrEqual(highestGrade);
  });

  it('shows one decimal to a therapist and none to a client', () => {
    const score = fractionOfDecimal(44.25);
    expect([shownScore(score, 'therapist'), shownScore(score, 'client')]).toEqual([44.3, 44]);
    expect(shownScore(fraction(89, 2), 'client')).toBe(45);
  });
});

describe('event marks', () => {
  const told: EventMark = { kind: 'slip', on: day('2025-02-19'), toldOn: day('2025-02-20') };
  const untold: EventMark = { kind: 'slip', on: day('2025-02-10'), toldOn: null };
  const unknown: EventMark = { kind: 'slip', on: day('2025-02-11') };
  const session: EventMark = { kind: 'session', on: day('2025-02-21') };
  const marks = [session, told, unknown, untold];
  const daysFor = (viewer: Parameters<typeof marksFor>[0], today: string): readonly string[] =>
    marksFor(viewer, marks, day(today)).map(({ on }) => on);

  it.each(['BP', 'JOINT', 'COUPLE'] as const)('shows no slip to %s before the partner was told', (viewer) => {
    expect(daysFor(viewer, '2025-02-19')).toEqual(['2025-02-21']);
    expect(daysFor(viewer, '2025-02-20')).toEqual(['2025-02-19', '2025-02-21']);
  });

  it('shows all to the recovering person\'s own therapist, in order', () => {
    expect(daysFor('RP', '2025-02-19')).toEqual(['2025-02-10', '2025-02-11', '2025-02-19', '2025-02-21']);
    expect(marks[0]).toBe(session);
    expect(eventMarkKinds).toEqual(['session', 'slip', 'disclosure', 'letter', 'trigger_date']);
  }); // prettier-ignore
});

describe('a chart for the couple', () => {
  const reading = (at: number, value: number, partner = true): Reading => {
    const score = fractionOfDecimal(value);
    return { on: addDays(start, at), scores: { R: score, B: partner ? score : null, T: score, D: score } };
  };
  const readings = [reading(28, 65.5), reading(14, 50, false), reading(0, 10.4)];
  const marks: EventMark[] = [
    { kind: 'slip', on: start, toldOn: null },
    { kind: 'letter', on: start },
  ];
  const chart = (release: Parameters<typeof coupleChart>[3]): unknown =>
    coupleChart(predictors.CT, readings, marks, release, addDays(start, 30));

  it('exists only by a therapist\'s release of that chart in a session', () => {
    expect(chart(null)).toBeNull();
    expect(chart({ predictor: 'CT', inSession: false })).toBeNull();
    expect(chart({ predictor: 'PI', inSession: true })).toBeNull();
  }); // prettier-ignore

  it('has whole points, full readings, plain words and marks that hide an untold slip', () => {
    expect(chart({ predictor: 'CT', inSession: true })).toEqual({
      name: predictors.CT.name,
      points: [
        { on: '2025-01-19', score: 10, from: 0, to: 24 },
        { on: '2025-02-16', score: 66, from: 52, to: 79 },
      ],
      statement: plainStatements.improved_beyond_noise,
      marks: [{ kind: 'letter', on: '2025-01-19' }],
    });
  });
});

describe('group export', () => {
  const values = (...list: (number | null)[]): Parameters<typeof groupSummary>[0] =>
    list.map((value) => (value === null ? null : fraction(value)));

  it('suppresses a cell of fewer than five, with no number left in it', () => {
    expect(groupSummary(values(1, 2, 3, 4, null, null))).toEqual({ suppressed: true });
    expect(groupSummary([])).toEqual({ suppressed: true });
  });

  it('gives n, percent missing, median and range', () => {
    const list = values(50, 10, null, 40, 30, 20);
    expect(groupSummary(list)).toEqual({
      suppressed: false,
      n: 5,
      missingPercent: fraction(100, 6),
      median: fraction(30),
      range: { from: fraction(10), to: fraction(50) },
    });
    expect(list[0]).toEqual(fraction(50));
    expect(groupSummary(list, predictorSettingValues({ groupLeast: 6 }))).toEqual({ suppressed: true });
  });
});

describe('trust triad', () => {
  const three = { predictability_1: 4, predictability_2: 2, predictability_3: 0 };

  it('takes 100 x mean / 4 with two of three items', () => {
    expect(trustTriad({ ...three, transparency_1: 3, transparency_3: 4, transparency_2: null,
      shared_values_1: 4, shared_values_2: 'cannot_say', predictability_overall: 9 })).toEqual({
      predictability: fraction(50), transparency: fraction(175, 2), shared_values: null,
    });
    expect(trustTriad({})).toEqual({ predictability: null, transparency: null, shared_values: null });
  }); // prettier-ignore

  it.each([-1, 5, 1.5, '2', true])('refuses the answer %j', (answer) => {
    expect(() => trustTriad({ ...three, transparency_1: answer })).toThrow(new RangeError('transparency_1 is 0 to 4'));
  }); // prettier-ignore

  it('shows the two views as a difference where both are there', () => {
    const other = trustTriad({ ...three, predictability_1: 3, transparency_1: 1, transparency_2: 1 });
    expect(trustGaps(trustTriad(three), other)).toEqual({
      predictability: fraction(25, 3), transparency: null, shared_values: null,
    }); // prettier-ignore
    expect(trustGaps(other, trustTriad(three)).predictability).toEqual(fraction(-25, 3));
  });

  it('maps other evidence', () => {
    expect(trustEvidence).toEqual({
      predictability: { exercises: ['R16', 'C07'], predictors: [] },
      transparency: { exercises: [], predictors: ['CT'] },
      shared_values: { exercises: ['C06', 'C11', 'C14'], predictors: [] },
    });
  });
});
