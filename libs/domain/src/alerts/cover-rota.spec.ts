import { describe, expect, it } from '@jest/globals';
import { mayStandIn } from './cover-rota.js';

const now = new Date('2025-01-20T15:00:00Z');
const hours = (count: number): Date => new Date(now.getTime() + count * 3_600_000);
const entry = { staff: 'mina', coveredBy: 'jo', from: hours(1), to: hours(2) };

describe('an entry of the cover rota (ALERT-20)', () => {
  it.each([
    ['an hour to come', entry, true],
    ['an hour that runs', { ...entry, from: hours(-1) }, true],
    ['an hour that is just over', { ...entry, from: hours(-1), to: now }, false],
    ['no time at all', { ...entry, to: hours(1) }, false],
    ['a time that runs backwards', { ...entry, from: hours(3) }, false],
    ['oneself', { ...entry, coveredBy: 'mina' }, false],
    ['92 days', { ...entry, to: hours(1 + 92 * 24) }, true],
    ['longer than 92 days', { ...entry, to: hours(1.001 + 92 * 24) }, false],
  ])('%s', (_, one, possible) => {
    expect(mayStandIn(one, now)).toBe(possible);
  });
});
