import { describe, expect, it } from '@jest/globals';
import { demoCouples, northPier } from '@trellis/fixtures';
import { passphraseProblem } from '../identity/passphrase-rules.js';
import { demoPassphrase, demoWords } from './demo-sign-ins.js';

describe('passphrases of the demo', () => {
  it('are never refused, whichever words come together and whoever chooses them', () => {
    const names = [northPier.name, 'Irene', ...demoCouples.map(({ name }) => name)];
    const people = demoCouples.flatMap((couple) => couple.people.map(({ firstName }) => firstName));
    const pairs = demoWords.flatMap((one) => demoWords.filter((two) => two !== one).map((two) => [one, two]));
    const refused = pairs
      .map((pair) => [...pair, ...demoWords.filter((word) => !pair.includes(word))].slice(0, 5).join(' '))
      .filter((phrase) => passphraseProblem(phrase, [...names, ...people]) !== null);
    expect(demoWords.length).toBeGreaterThan(12);
    expect(refused).toEqual([]);
    expect(new Set(demoPassphrase().split(' ')).size).toBe(5);
  });
});
