import { add, compare, fraction, subtract, zero, type Fraction } from '../shared/fraction.js';
import { bandHalf, noiseScales, type NoiseScale } from './noise-scales.js';

export type Band = Readonly<{ from: Fraction; to: Fraction }>;

/** Score plus and minus 1.96 SEM (13.7 points for a composite), cut at 0 and 100 (PRED-39). */
export function bandAround(score: Fraction, scale: NoiseScale = noiseScales.composite): Band {
  const [half, top] = [bandHalf(scale), fraction(100)];
  const [from, to] = [subtract(score, half), add(score, half)];
  return { from: compare(from, zero) < 0 ? zero : from, to: compare(to, top) > 0 ? top : to };
}
