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

  it('belongs to one person and is gone when somebody else signs in, or everybody signs out', () => {
    const unsent = new UnsentText();
    unsent.belongTo('mina');
    unsent.keep('note:1', 'half a sentence');
    unsent.belongTo('mina');
    expect(unsent.recall('note:1')).toBe('half a sentence');
    unsent.belongTo('jo');
    expect(unsent.any()).toBe(false);
    unsent.keep('note:1', 'another');
    unsent.clear();
    expect(unsent.any()).toBe(false);
  });
});
