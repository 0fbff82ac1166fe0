import { describe, expect, it } from '@jest/globals';
import { asLocalDate, instantOf } from '@trellis/domain';
import { therapistDue, therapistWindows } from './therapist-window.js';

const couple = { anchorOn: asLocalDate('2025-01-06'), timeZone: 'America/Chicago' };
const at = (day: string): Date => instantOf(asLocalDate(day), '12:00', couple.timeZone);

describe('the windows a therapist may rate', () => {
  it.each([
    ['before the anchor', '2025-01-05', []],
    ['in the first fortnight', '2025-01-06', ['2025-01-19']],
    ['on its last day', '2025-01-19', ['2025-01-19']],
    ['in the second', '2025-01-20', ['2025-02-02', '2025-01-19']],
  ])('%s', (_when, day, windows) => {
    expect(therapistWindows(couple, at(day))).toEqual(windows);
  });
});

describe('the rating that is due', () => {
  it.each([
    ['not before the first window opens', '2025-01-15', [], null],
    ['from its Thursday', '2025-01-16', [], '2025-01-19'],
    ['of the last fortnight, while the next window is closed', '2025-01-22', [], '2025-01-19'],
    ['of the next one, once that is open', '2025-01-30', [], '2025-02-02'],
    ['not within 28 days of the last one', '2025-02-01', ['2025-01-19'], null],
    ['on the 28th day again', '2025-02-13', ['2025-01-19'], '2025-02-16'],
    ['not when the fortnight after it was rated already', '2025-01-22', ['2025-02-02'], null],
  ])('%s', (_when, day, given, due) => {
    expect(therapistDue(couple, given.map(asLocalDate), at(day))).toBe(due);
  });
});
