import { describe, expect, it } from '@jest/globals';
import { coupleStateOf } from './access-resource.js';

describe('what a couple’s status means for sharing (ACCESS-14)', () => {
  it.each([
    ['intake', 'active'],
    ['active', 'active'],
    ['paused', 'active'],
    ['closed', null],
    ['separated', 'separated'],
  ] as const)('%s: %s', (status, state) => {
    expect(coupleStateOf(status)).toBe(state);
  });
});
