import { heightOf, multipleGeometry } from './multiple-geometry';

const reading = (readOn: string, composite: number | null, partial = false) => ({
  readOn,
  composite,
  partial,
});

describe('a small multiple', () => {
  it('draws high scores high, on one scale for all, and never outside the picture', () => {
    expect(heightOf(100)).toBe(6);
    expect(heightOf(0)).toBe(54);
    expect(heightOf(113.7)).toBe(heightOf(100));
  });

  it('keeps partial readings out of line and band', () => {
    const drawn = multipleGeometry([reading('a', 40), reading('b', 90, true), reading('c', 60)], 'a');
    expect(drawn.line).toBe(`M6 ${heightOf(40)}L194 ${heightOf(60)}`);
    expect(drawn.partial).toMatchObject([{ x: 100, y: heightOf(90) }]);
    expect(drawn.band).not.toContain('100 ');
    expect(drawn.baselineY).toBe(heightOf(40));
  });

  it('draws nothing where there is no composite', () => {
    expect(multipleGeometry([reading('a', null)], null)).toEqual({
      line: '',
      band: '',
      partial: [],
      last: null,
      baselineY: null,
    });
  });
});
