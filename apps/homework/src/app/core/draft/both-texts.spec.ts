import { bothTexts } from './both-texts';

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** The same numbers in every run (a linear congruential generator, numbers of Numerical Recipes). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('two texts in one', () => {
  it('keeps what both have once, and where they differ mine first', () => {
    expect(bothTexts('we sat and talked', 'we sat and were quiet')).toBe('we sat and talked\n\nwere quiet');
    expect(bothTexts('one two four', 'one two three four')).toBe('one two three four');
    expect(bothTexts('first', 'second')).toBe('first\n\nsecond');
    expect(bothTexts('', 'second')).toBe('second');
    expect(bothTexts('a b x c d', 'a b c y d')).toBe('a b x c y d');
  });

  it('never leaves a word out and never doubles one that both had, whatever was put in where', () => {
    const draw = numbers(20250106);
    for (let round = 0; round < 300; round += 1) {
      const base = Array.from({ length: draw(30) }, (_, at) => `base${String(at)}`);
      const grown = (by: string): readonly string[] => {
        const text = [...base];
        for (let n = draw(6); n > 0; n -= 1) text.splice(draw(text.length + 1), 0, `${by}${String(n)}`);
        return text;
      };
      const [mine, other] = [grown('mine'), grown('other')];
      const made = words(bothTexts(mine.join(' '), other.join(draw(2) === 0 ? ' ' : '\n')));
      expect([...made].sort()).toEqual([...new Set([...mine, ...other])].sort());
      expect(made.filter((word) => mine.includes(word))).toEqual(mine);
      expect(made.filter((word) => other.includes(word))).toEqual(other);
    }
  });

  it('puts long texts that have little in common one below the other in no time', () => {
    const long = (by: string): string =>
      Array.from({ length: 9_000 }, (_, at) => `${by}${String(at)}`).join(' ');
    const [mine, other] = [long('m'), long('o')];
    const begun = performance.now();
    expect(bothTexts(mine, other)).toBe(`${mine}\n\n${other}`);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
