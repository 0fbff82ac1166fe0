/** Draws that are the same for the same seed (mulberry32, public domain, by Tommy Ettinger). */
export interface Draws {
  /** A whole number from 0 up to but not including `limit`. */
  below(limit: number): number;
  of<T>(choices: readonly T[]): T;
}

export function draws(seed: number): Draws {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    of: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('Nothing to draw from');
      return chosen;
    },
  };
}
