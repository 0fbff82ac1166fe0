import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../shared/local-date.js';
import {
  attendances,
  holdsHour,
  lostPlaces,
  markAttendance,
  outcomeOf,
  sessionEnd,
  worksWith,
  type Attendance,
  type AttendanceSheet,
} from './attendance.js';
import { countsForBehaviour, kindFits, officeKind, peopleOf, sessionKinds } from './session-kinds.js';

const both = (rp: Attendance, bp: Attendance): AttendanceSheet => ({ RP: rp, BP: bp });
const monday = asLocalDate('2025-01-06');

describe('kinds of session (APPT-01, APPT-02)', () => {
  it.each([
    ['intake', 'RP BP JOINT', 'individual individual couple'],
    ['individual', 'RP BP', 'individual individual'],
    ['couple', 'JOINT', 'couple'],
    ['review', 'JOINT', 'couple'],
    ['aftercare', 'RP BP JOINT', 'individual individual couple'],
    ['disclosure', 'JOINT', 'couple'],
    ['team', 'JOINT', 'team'],
  ] as const)('%s is of %s, and for the office %s', (kind, sides, names) => {
    const fitting = (['RP', 'BP', 'JOINT'] as const).filter((side) => kindFits(kind, side));
    expect(fitting.join(' ')).toBe(sides);
    expect(fitting.map((side) => officeKind(kind, side)).join(' ')).toBe(names);
  });

  it('knows who comes, and which count for behaviour', () => {
    expect([peopleOf('team', 'JOINT'), peopleOf('couple', 'JOINT'), peopleOf('intake', 'BP')]).toEqual([
      [],
      ['RP', 'BP'],
      ['BP'],
    ]);
    expect(sessionKinds.filter(countsForBehaviour)).toEqual([
      ...['intake', 'individual', 'couple', 'review', 'aftercare'],
    ]);
  });

  it('is worked with by the therapists of its side, one of both by any', () => {
    expect([worksWith(['RP'], 'RP'), worksWith(['RP'], 'BP'), worksWith(['RP'], 'JOINT')]).toEqual([
      ...[true, false, true],
    ]);
    expect([worksWith([], 'JOINT'), worksWith(['JOINT'], 'RP')]).toEqual([false, false]);
  });
});

describe('attendance (APPT-03)', () => {
  const marked = (sheet: AttendanceSheet, who: 'RP' | 'BP', mark: Attendance, begun = true) =>
    markAttendance(sheet, who, mark, begun);

  it('is of one person, and an end of the whole session of everybody', () => {
    expect(marked(both('expected', 'expected'), 'RP', 'attended')).toEqual({
      ...{ ok: true, value: both('attended', 'expected') },
    });
    for (const mark of ['clinic_cancelled', 'partner_pause', 'client_moved'] as const) {
      expect(marked(both('late_cancel', 'expected'), 'BP', mark)).toMatchObject({ value: both(mark, mark) });
      expect(marked(both(mark, mark), 'RP', 'expected')).toMatchObject({
        value: both('expected', 'expected'),
      });
    }
    expect(marked(both('no_show', 'expected'), 'BP', 'attended')).toMatchObject({
      value: both('no_show', 'attended'),
    });
  });

  it.each<[string, AttendanceSheet, 'RP' | 'BP', Attendance, boolean]>([
    ['not_of_it', { RP: 'expected' }, 'BP', 'attended', true],
    ['not_begun', { RP: 'expected' }, 'RP', 'attended', false],
    ['not_begun', both('expected', 'expected'), 'BP', 'no_show', false],
    ['pause_is_of_both', { BP: 'expected' }, 'BP', 'partner_pause', true],
  ])('refuses: %s', (refusal, sheet, who, mark, begun) => {
    expect(marked(sheet, who, mark, begun)).toMatchObject({ ok: false, refusal });
  });

  it('lets everything else be said before it begins', () => {
    const before = attendances.filter((mark) => marked(both('expected', 'expected'), 'BP', mark, false).ok);
    expect(before).toEqual(['expected', 'late_cancel', 'clinic_cancelled', 'partner_pause', 'client_moved']);
  });
});

describe('what follows from the places (APPT-04 to APPT-06)', () => {
  it.each<[AttendanceSheet, boolean, string, unknown]>([
    [{}, true, 'open', null],
    [{ RP: 'expected' }, true, 'open', null],
    [{ RP: 'attended' }, true, 'held', { kind: 'attended' }],
    [{ RP: 'late_cancel' }, false, 'not_held', { kind: 'late_cancel' }],
    [{ BP: 'no_show' }, true, 'not_held', { kind: 'no_show' }],
    [{ BP: 'clinic_cancelled' }, false, 'given_back', { kind: 'clinic_cancel' }],
    [{ RP: 'client_moved' }, false, 'given_back', { kind: 'client_moved', movedTo: monday }],
    [both('attended', 'attended'), true, 'held', { kind: 'attended' }],
    [both('attended', 'expected'), true, 'open', null],
    [both('attended', 'no_show'), true, 'one_came', { kind: 'no_show' }],
    [both('late_cancel', 'attended'), true, 'one_came', { kind: 'late_cancel' }],
    [both('late_cancel', 'late_cancel'), true, 'not_held', { kind: 'late_cancel' }],
    [both('no_show', 'late_cancel'), true, 'not_held', { kind: 'no_show' }],
    [both('partner_pause', 'partner_pause'), false, 'given_back', { kind: 'partner_pause' }],
  ])('%j', (sheet, holds, outcome, end) => {
    expect([holdsHour(sheet), outcomeOf(sheet), sessionEnd(sheet, monday)]).toEqual([holds, outcome, end]);
  });

  it('names whose place was lost', () => {
    expect(lostPlaces(both('no_show', 'late_cancel'), monday)).toEqual([
      { on: monday, reason: 'no_show', by: 'RP' },
      { on: monday, reason: 'late_cancel', by: 'BP' },
    ]);
    expect(lostPlaces(both('clinic_cancelled', 'clinic_cancelled'), monday)).toEqual([]);
  });
});
