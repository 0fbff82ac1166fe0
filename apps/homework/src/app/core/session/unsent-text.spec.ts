import { UnsentText } from './unsent-text';

describe('unsent text', () => {
  it('is kept by its place until it is emptied', () => {
    const unsent = new UnsentText();
    unsent.keep('note:1', 'half a sentence');
    unsent.keep('note:2', '');
    expect(unsent.recall('note:1')).toBe('half a sentence');
    expect(unsent.recall('note:2')).toBe('');
    expect(unsent.any()).toBe(true);
    unsent.keep('note:1', '');
    expect(unsent.any()).toBe(false);
  });
});
