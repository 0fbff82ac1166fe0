import { describe, expect, it } from '@jest/globals';
import { readingUntil, type ReadingFacts } from './session-reading.js';
import { arrivalOf } from './session-setting.js';
import { sessionSteps } from './session-steps.js';

const at = (minutes: number): Date => new Date(Date.UTC(2025, 2, 28, 15, minutes));
const facts: ReadingFacts = { running: true, step: 'READING', allowedAt: at(15), pauses: [] };

describe('reading along (FTD-77)', () => {
  it('lasts as long as the part may take, its end not included', () => {
    expect(readingUntil(facts, at(15))).toEqual(at(55));
    expect(readingUntil(facts, new Date(at(55).getTime() - 1))).toEqual(at(55));
    expect(readingUntil(facts, at(55))).toBeNull();
  });

  it('is closed before it is opened, outside of the part and while nothing runs', () => {
    expect(readingUntil(facts, at(14))).toBeNull();
    expect(readingUntil({ ...facts, allowedAt: null }, at(20))).toBeNull();
    expect(readingUntil({ ...facts, running: false }, at(20))).toBeNull();
    expect(readingUntil({ ...facts, step: null }, at(20))).toBeNull();
    const elsewhere = sessionSteps.filter((step) => step !== 'READING');
    expect(elsewhere.every((step) => readingUntil({ ...facts, step }, at(20)) === null)).toBe(true);
  });

  it('is over with a pause, also after the pause, until it is opened anew', () => {
    const pauses = [{ from: at(20), until: at(24) }];
    expect(readingUntil({ ...facts, pauses }, at(25))).toBeNull();
    expect(readingUntil({ ...facts, pauses, allowedAt: at(25) }, at(26))).toEqual(at(65));
    expect(readingUntil({ ...facts, pauses: [{ from: at(15), until: null }] }, at(16))).toBeNull();
  });
});

describe('arriving (FTD-35)', () => {
  it('is twenty minutes ahead for the partner and ten for the recovering person', () => {
    expect(arrivalOf('BP', at(60))).toEqual(at(40));
    expect(arrivalOf('RP', at(60))).toEqual(at(50));
  });
});
