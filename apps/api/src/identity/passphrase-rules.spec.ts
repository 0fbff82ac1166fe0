import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { passphraseProblem } from './passphrase-rules.js';

const names = ['Rowan', 'Iris Bell', 'Ellery', 'North Pier Practice', 'Al'];

describe('passphrase rules', () => {
  it.each([
    ['fourteen chars', 'too_short'],
    ['fifteen letters', null],
    ['ñandú y perejil', null],
    ['🌊🌲🌻🪁🛶🏔️🌙🍃🌾🐚🪵🧭', 'too_short'],
    ['Correct Horse Battery Staple!', 'too_common'],
    ['pass word-PASS word', 'too_common'],
    ['tuliptuliptuliptulip', 'too_common'],
    ['aaaabbbbccccdddd', 'too_common'],
    ['sailing with rowan today', 'names_somebody'],
    ['sailing with r-o-w-a-n today', 'names_somebody'],
    ['a small bell rings twice', 'names_somebody'],
    ['a wide calm sea also sings', null],
  ])('%s: %s', (passphrase, expected) => {
    expect(passphraseProblem(passphrase, names)).toBe(expected);
  });

  it('counts characters and not bytes, for any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ä', '字', '🌊', 'k', '7', ' ', 'ß', 'q', 'Ω'), { maxLength: 30 }),
        (characters) => {
          const short = passphraseProblem(characters.join(''), []) === 'too_short';
          expect(short).toBe(characters.length < 15);
        },
      ),
    );
  });

  it('finds a name wherever it stands', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[bcdfgh ]{12,30}$/), fc.nat({ max: 30 }), (text, at) => {
        const passphrase = `${text.slice(0, at)}rowan${text.slice(at)}`;
        expect(passphraseProblem(passphrase, names)).not.toBeNull();
      }),
    );
  });
});
