import { templateOf } from '@trellis/domain';
import { together } from './together';

const r01 = templateOf('R01')!;

describe('two versions in one', () => {
  it('keeps both texts, mine first, and my answer where both gave one', () => {
    const both = together(
      r01,
      { left_out: 'mine', pull: 2 },
      { left_out: 'theirs', pull: 7, sleep_hours: 6 },
    );
    expect(both).toEqual({ left_out: 'mine\n\ntheirs', pull: 2, sleep_hours: 6 });
  });

  it('does not double a text that holds the other', () => {
    expect(together(r01, { left_out: 'one' }, { left_out: 'one and two' })).toEqual({
      left_out: 'one and two',
    });
    expect(together(r01, { left_out: 'one and two' }, { left_out: 'one' })).toEqual({
      left_out: 'one and two',
    });
  });

  it('keeps the rows of both, those alike once', () => {
    const b06 = templateOf('B06')!;
    const [a, b, c] = ['A', 'B', 'C'].map((name) => ({ name }));
    expect(together(b06, { people: [a, b] }, { people: [b, c] })).toEqual({ people: [a, b, c] });
  });
});
