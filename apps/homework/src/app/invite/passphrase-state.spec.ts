import { lengthOf, passphraseState } from './passphrase-state';

describe('the length of a passphrase in words', () => {
  it.each([
    ['', 'empty'],
    ['x'.repeat(14), 'short'],
    ['x'.repeat(15), 'enough'],
    ['x'.repeat(22), 'roomy'],
  ])('%p is %s', (passphrase, state) => {
    expect(passphraseState(passphrase)).toBe(state);
  });

  it('counts a letter with its accent, and an emoji, as one', () => {
    expect(lengthOf('e\u0301')).toBe(1);
    expect(lengthOf('🌿')).toBe(1);
  });
});
