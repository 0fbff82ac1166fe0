import { sparkGeometry } from './sparkline.js';

const full = (value: number | null) => ({ value, partial: false });

describe('a sparkline', () => {
  it('uses the same scale whatever its values, so that rows can be compared', () => {
    const low = sparkGeometry([full(0), full(50)]);
    const high = sparkGeometry([full(50), full(100)]);
    expect(low.last?.y).toBe(high.baseline);
    expect(low.baseline).toBe(20);
    expect(high.last?.y).toBe(4);
  });

  it('ends in the last reading there is, and says when that one is partial', () => {
    expect(sparkGeometry([full(10), { value: 30, partial: true }, full(null)]).last).toMatchObject({
      partial: true,
    });
  });

  it('draws nothing for no reading', () => {
    expect(sparkGeometry([])).toEqual({ path: '', last: null, baseline: null });
  });
});
