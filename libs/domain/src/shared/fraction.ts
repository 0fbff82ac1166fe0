/** An exact rational number, always in lowest terms with a positive denominator. Scores are kept in this form. */
export type Fraction = Readonly<{ n: bigint; d: bigint }>;

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

/** n / d. Numbers must be integers; a denominator of zero throws RangeError. */
export function fraction(n: number | bigint, d: number | bigint = 1): Fraction {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('A fraction over zero');
  const sign = bottom < 0n ? -1n : 1n;
  const common = divisor(top, bottom * sign);
  return { n: (top * sign) / common, d: (bottom * sign) / common };
}

export const zero: Fraction = { n: 0n, d: 1n };

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

/** a / b; throws RangeError when b is zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** Negative when a < b, zero when equal, positive when a > b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sumOf(values: readonly Fraction[]): Fraction {
  return values.reduce(add, zero);
}

/** The distance from zero. */
export function absolute(a: Fraction): Fraction {
  return a.n < 0n ? { n: -a.n, d: a.d } : a;
}

/** Rounds half away from zero to `decimals` places, exactly. For display only (PRED-06). */
export function roundHalfAway(a: Fraction, decimals = 1): number {
  const scale = 10n ** BigInt(decimals);
  const size = a.n < 0n ? -a.n : a.n;
  const units = (2n * size * scale + a.d) / (2n * a.d);
  return Number(a.n < 0n ? -units : units) / Number(scale);
}

/** 'n/d', the form in which a score is stored. */
export function fractionText(a: Fraction): string {
  return `${a.n}/${a.d}`;
}

/** Reads 'n/d' or 'n'; throws for anything else. */
export function fractionOfText(text: string): Fraction {
  const parts = /^(-?\d+)(?:\/(\d+))?$/.exec(text);
  if (!parts?.[1]) throw new RangeError('Not a fraction');
  return fraction(BigInt(parts[1]), BigInt(parts[2] ?? '1'));
}

/** The exact value of a decimal with few places, such as 57.1. */
export function fractionOfDecimal(value: number): Fraction {
  const [whole = '0', places = ''] = String(value).split('.');
  return fraction(BigInt(whole + places), 10n ** BigInt(places.length));
}
