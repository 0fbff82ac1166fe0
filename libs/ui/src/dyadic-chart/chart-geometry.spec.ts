import { chartGeometry } from './chart-geometry.js';
import { frame } from './chart-frame.js';
import type { DyadicReading } from './dyadic-reading.js';

const reading = (readOn: string, change: Partial<DyadicReading> = {}): DyadicReading => ({
  readOn,
  self: 50,
  partner: 40,
  therapist: 45,
  therapistCarried: false,
  behaviour: 60,
  composite: 48,
  partial: false,
  gap: 10,
  viewsDiffer: false,
  ...change,
});

const middle = (frame.top + frame.bottom) / 2;

describe('where a dyadic chart draws its readings', () => {
  it('puts 0 at the foot, 50 in the middle and 100 at the top of the ratings panel', () => {
    const { marks } = chartGeometry(
      [
        reading('2025-01-19', { self: 0 }),
        reading('2025-02-02', { self: 50 }),
        reading('2025-02-16', { self: 100 }),
      ],
      null,
    );
    expect(marks.self.map(({ y }) => y)).toEqual([frame.bottom, middle, frame.top]);
  });

  it('spaces the readings by their dates, so that a skipped fortnight leaves room', () => {
    const { xs } = chartGeometry([reading('2025-01-19'), reading('2025-02-02'), reading('2025-03-02')], null);
    const [first = 0, second = 0, third = 0] = xs;
    expect(third - second).toBeCloseTo(2 * (second - first), 0);
  });

  it('draws a carried therapist value hollow and leaves the own values filled', () => {
    const { marks } = chartGeometry(
      [reading('2025-01-19'), reading('2025-02-02', { therapistCarried: true })],
      null,
    );
    expect(marks.therapist.map(({ hollow }) => hollow)).toEqual([false, true]);
    expect(marks.self.map(({ hollow }) => hollow)).toEqual([false, false]);
  });

  it('keeps a partial composite hollow and outside line and band', () => {
    const full = [reading('2025-01-19'), reading('2025-02-16')];
    const withPartial = [
      full[0],
      reading('2025-02-02', { partner: null, partial: true, composite: 90 }),
      full[1],
    ];
    const drawn = chartGeometry(
      withPartial.filter((r) => r !== undefined),
      null,
    );
    expect(drawn.compositeMarks.map(({ hollow }) => hollow)).toEqual([false, true, false]);
    expect(drawn.composite).toBe(chartGeometry(full, null).composite);
    expect(drawn.band).toBe(chartGeometry(full, null).band);
    expect(drawn.partialLinks).not.toBe('');
  });

  it('breaks a line where its source is missing', () => {
    const { lines } = chartGeometry(
      [reading('2025-01-19'), reading('2025-02-02', { partner: null }), reading('2025-02-16')],
      null,
    );
    expect(lines.partner.match(/M/g)).toHaveLength(2);
    expect(lines.self.match(/M/g)).toHaveLength(1);
  });

  it('marks gaps of 25 points and more between the two views, the newest apart', () => {
    const wide = { self: 65, partner: 40, gap: 25, viewsDiffer: true };
    const { gaps } = chartGeometry(
      [
        reading('2025-01-19', wide),
        reading('2025-02-02'),
        reading('2025-02-16', { ...wide, self: 70, gap: 30 }),
      ],
      null,
    );
    expect(gaps.map(({ points, newest }) => [points, newest])).toEqual([
      [25, false],
      [30, true],
    ]);
  });

  it('keeps the words at the line ends apart and inside the panel', () => {
    const { labels } = chartGeometry(
      [reading('2025-01-19', { self: 1, partner: 1, therapist: 0, composite: 2 })],
      null,
    );
    const ys = labels.map(({ y }) => y);
    expect(ys).toHaveLength(4);
    ys.slice(1).forEach((y, index) => {
      expect(y - (ys[index] ?? 0)).toBeGreaterThanOrEqual(16.9);
    });
    expect(Math.max(...ys)).toBeLessThanOrEqual(frame.bottom);
  });

  it('draws the band 13.7 points to each side of the composite', () => {
    const { band } = chartGeometry(
      [reading('2025-01-19', { composite: 50 }), reading('2025-02-02', { composite: 50 })],
      null,
    );
    const ys = [...band.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
    const half = (Math.max(...ys) - Math.min(...ys)) / 2;
    expect((half / (frame.bottom - frame.top)) * 100).toBeCloseTo(13.7, 1);
  });
});
