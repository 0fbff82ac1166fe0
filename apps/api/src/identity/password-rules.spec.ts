import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { passwordProblem } from './password-rules.js';

const names = ['Mina Castellan', 'North Pier Practice', 'mina.c', 'mina.c@northpier'];

describe('password rules of staff', () => {
  it.each([
    ['eleven char', 'too_short'],
    ['twelve chars', null],
    ['a harbour under quiet clouds', null],
    ['Password1234', 'too_common'],
    ['P@ssw0rd!2026', 'too_common'],
    ['Welcome2024!!', 'too_common'],
    ['Summer Friday 123', 'too_common'],
    ['qwertyuiop12', 'too_common'],
    ['1qaz2wsx3edc', 'too_common'],
    ['Trellis Clinic 4!', 'too_common'],
    ['iloveyou my angel', 'too_common'],
    ['tuliptuliptulip', 'too_common'],
    ['829301746520', 'too_common'],
    ['contraseña secreto 1', 'too_common'],
    ['the castellan gate', 'names_somebody'],
    ['c4st3ll4n runs far', 'names_somebody'],
    ['a NORTHPIER walk', 'names_somebody'],
    ['ｎｏｒｔｈ ｌａｍｐ ｓｏｎｇ', 'names_somebody'],
    ['🌊🌲🌻🪁🛶🌙🍃🌾🐚🪵🧭🔭', null],
    ['(!)#%&/=?*+~[]{}', null],
  ])('A-2 %s: %s', (password, expected) => {
    expect(passwordProblem(password, names)).toBe(expected);
  });

  it('A-2 takes every text of 12 to 128 characters that is neither common nor a name, and no other', () => {
    const letters = fc.array(fc.constantFrom('ä', '字', '🌊', 'k', '7', ' ', 'ß', 'q', 'Ω', 'w'), {
      maxLength: 150,
    });
    fc.assert(
      fc.property(letters, (characters) => {
        const problem = passwordProblem(characters.join(''), names);
        expect(problem === 'too_short').toBe(characters.length < 12);
        expect(problem === 'too_long').toBe(characters.length > 128);
      }),
    );
  });

  it('A-2 finds a name wherever it stands', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[bdfghj ]{12,30}$/), fc.nat({ max: 30 }), (text, at) => {
        expect(passwordProblem(`${text.slice(0, at)}Castellan${text.slice(at)}`, names)).not.toBeNull();
      }),
    );
  });
});
