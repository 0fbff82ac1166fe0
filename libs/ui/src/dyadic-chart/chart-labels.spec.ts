import { chartGeometry } from './chart-geometry.js';
import { frame } from './chart-frame.js';
import { dateLabels, gapChips, wordsWidth } from './chart-labels.js';
import type { DyadicReading } from './dyadic-reading.js';

const DAY = 86_400_000;
const words = {
  viewsDiffer: 'Views differ, explore together',
  apart: (n: number) => `${n.toString()} apart`,
};

/** A reading every fortnight, every second of which has views that differ. */
function readings(count: number): DyadicReading[] {
  return Array.from({ length: count }, (_, at): DyadicReading => {
    const wide = at % 2 === 0;
    const self = wide ? 70 : 50;
    return {
      readOn: new Date(Date.parse('2025-01-19') + 14 * at * DAY).toISOString().slice(0, 10),
      ...{ self, partner: 40, therapist: 45, therapistCarried: false, behaviour: 60, composite: 50 },
      ...{ partial: false, gap: self - 40, viewsDiffer: wide },
    };
  });
}

/** Width of the drawing on a phone, where it does not shrink below this and scrolls, and on a large screen. */
const widths = { 360: 760, 1440: 1152 } as const;
/** Fortnights in half a year, a year, and three years. */
const spans = [1, 2, 6, 13, 26, 39, 78] as const;
const cases = spans.flatMap((count) =>
  ([360, 1440] as const).flatMap((screen) =>
    (['en', 'es'] as const).map((language) => ({ count, screen, language })),
  ),
);

function drawn(count: number, language: string) {
  const all = readings(count);
  const { xs, spacing, gaps } = chartGeometry(all, null);
  return {
    xs,
    dates: dateLabels(
      all.map(({ readOn }) => readOn),
      xs,
      language,
    ),
    chips: gapChips(gaps, spacing, words),
  };
}

describe('words on a chart', () => {
  it.each(cases)('never touch: $count readings at $screen px in $language', ({ count, screen, language }) => {
    const { dates, chips } = drawn(count, language);
    const scale = widths[screen] / frame.width;
    const boxes = dates.map(({ x, text }) => {
      const half = wordsWidth(text) / 2;
      return [(x - half) * scale, (x + half) * scale] as const;
    });
    for (const [at, [left]] of boxes.entries())
      if (at > 0) expect(left - (boxes[at - 1]?.[1] ?? 0)).toBeGreaterThanOrEqual(3);
    const shown = chips.filter(({ hidden }) => !hidden).sort((a, b) => a.left - b.left);
    for (const [at, chip] of shown.entries()) {
      const before = shown[at - 1];
      if (before !== undefined)
        expect((chip.left - before.left - before.width) * scale).toBeGreaterThanOrEqual(1);
      expect(chip.left).toBeGreaterThanOrEqual(0);
      expect(chip.left + chip.width).toBeLessThanOrEqual(frame.right + 0.1);
      expect(wordsWidth(chip.text)).toBeLessThan(chip.width);
    }
  });

  it.each(spans)('name the first and the last of %i readings, and say the newest gap in words', (count) => {
    const { xs, dates, chips } = drawn(count, 'en');
    expect([dates[0]?.x, dates.at(-1)?.x]).toEqual([xs[0], xs.at(-1)]);
    const newest = chips.find((chip) => chip.newest);
    expect([newest?.hidden, newest?.text]).toEqual([false, words.viewsDiffer]);
  });

  it('keep three years readable: months with their year, each once, and more than a handful of them', () => {
    const { dates } = drawn(78, 'en');
    expect(dates[0]?.text).toBe('Jan 2025');
    expect(dates.length).toBeGreaterThanOrEqual(8);
    expect(new Set(dates.map(({ text }) => text)).size).toBe(dates.length);
  });

  it('name every reading while there is room, by day and month', () => {
    expect(drawn(6, 'en').dates.map(({ text }) => text)).toEqual([
      ...['Jan 19', 'Feb 2', 'Feb 16', 'Mar 2', 'Mar 16', 'Mar 30'],
    ]);
    expect(drawn(13, 'es').dates).toHaveLength(13);
  });
});
