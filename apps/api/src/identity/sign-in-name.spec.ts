import { describe, expect, it } from '@jest/globals';
import { newSignInName } from './sign-in-name.js';
import { signInWords } from './sign-in-words.js';

describe('sign-in names', () => {
  it('draws from at least 512 different short words', () => {
    expect(new Set(signInWords).size).toBe(signInWords.length);
    expect(signInWords.length).toBeGreaterThanOrEqual(512);
    for (const word of signInWords) expect(word).toMatch(/^[a-z]{3,8}$/);
  });

  it('makes three words and hardly ever the same again', () => {
    const names = Array.from({ length: 1000 }, newSignInName);
    for (const name of names) expect(name.split('-').every((word) => signInWords.includes(word))).toBe(true);
    expect(new Set(names).size).toBeGreaterThan(990);
  });
});
