import { area, line } from 'd3-shape';
import { chartScales, frame, tenth } from './chart-frame.js';
import { BAND, type DyadicReading } from './dyadic-reading.js';
import { type EndLabel, spread } from './end-labels.js';

export type Source = 'self' | 'partner' | 'therapist';
const SOURCES: readonly Source[] = ['self', 'partner', 'therapist'];

export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly hollow: boolean;
  readonly index: number;
}

export interface GapMark {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly points: number;
  /** The newest gap carries the invitation to talk; earlier ones their number. */
  readonly newest: boolean;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly width: number;
}

export interface ChartGeometry {
  readonly xs: readonly number[];
  readonly spacing: number;
  readonly lines: Readonly<Record<Source, string>>;
  readonly marks: Readonly<Record<Source, readonly Mark[]>>;
  readonly composite: string;
  readonly compositeMarks: readonly Mark[];
  readonly partialLinks: string;
  readonly band: string;
  readonly bars: readonly Bar[];
  readonly gaps: readonly GapMark[];
  readonly labels: readonly EndLabel[];
  readonly grid: readonly { readonly score: number; readonly y: number }[];
  readonly baselineY: number | null;
  /** Where the baseline's words stand: at its line, or under the panel when a label is in the way. */
  readonly baselineWordsY: number;
}

type Scale<T> = (value: T) => number;

/**
 * Where everything of a dyadic chart stands, in the units of `frame`. Readings come oldest first and there is
 * at least one. Lines break where a source is missing; partial composites stay outside line and band.
 */
export function chartGeometry(readings: readonly DyadicReading[], baselineOn: string | null): ChartGeometry {
  const { x, y, barY } = chartScales(readings.map(({ readOn }) => readOn));
  const xs = readings.map(({ readOn }) => x(readOn));
  const steps = xs.slice(1).map((at, before) => at - (xs[before] ?? 0));
  const spacing = steps.length === 0 ? frame.right - frame.left : Math.min(...steps);
  const full = readings.filter(({ composite, partial }) => composite !== null && !partial);
  const baseline = full.find(({ readOn }) => readOn === baselineOn)?.composite ?? null;
  const baselineY = baseline === null ? null : y(baseline);
  const labels = labelsOf(readings, y);
  return {
    xs,
    spacing,
    lines: bySource((source) => pathOf(readings, source, x, y)),
    marks: bySource((source) => marksOf(readings, source, x, y)),
    composite: pathOf(full, 'composite', x, y),
    compositeMarks: compositeMarksOf(readings, x, y),
    partialLinks: partialLinksOf(readings, x, y),
    band: bandOf(full, x, y),
    bars: barsOf(readings, spacing, x, barY),
    gaps: gapsOf(readings, x, y),
    labels,
    grid: [0, 25, 50, 75, 100].map((score) => ({ score, y: y(score) })),
    baselineY,
    baselineWordsY: wordsBeside(baselineY, labels),
  };
}

function bySource<T>(of: (source: Source) => T): Readonly<Record<Source, T>> {
  return { self: of('self'), partner: of('partner'), therapist: of('therapist') };
}

/** The line through the values there are, broken where one is missing. */
function pathOf(
  readings: readonly DyadicReading[],
  of: Source | 'composite',
  x: Scale<string>,
  y: Scale<number>,
): string {
  const path = line<DyadicReading>()
    .defined((reading) => reading[of] !== null)
    .x(({ readOn }) => x(readOn))
    .y((reading) => y(reading[of] ?? 0));
  return path([...readings]) ?? '';
}

/** The uncertainty around the full composites; one reading alone has no band to draw. */
function bandOf(full: readonly DyadicReading[], x: Scale<string>, y: Scale<number>): string {
  if (full.length < 2) return '';
  const band = area<DyadicReading>()
    .x(({ readOn }) => x(readOn))
    .y0(({ composite }) => y((composite ?? 0) - BAND))
    .y1(({ composite }) => y((composite ?? 0) + BAND));
  return band([...full]) ?? '';
}

function barsOf(
  readings: readonly DyadicReading[],
  spacing: number,
  x: Scale<string>,
  barY: Scale<number>,
): Bar[] {
  const width = Math.min(26, tenth(spacing * 0.4));
  return readings.flatMap(({ behaviour, readOn }) => {
    if (behaviour === null) return [];
    const top = barY(behaviour);
    return [{ x: tenth(x(readOn) - width / 2), y: top, height: tenth(frame.behaviourBottom - top), width }];
  });
}

const WORDS_APART = 16;

function wordsBeside(lineY: number | null, labels: readonly EndLabel[]): number {
  const under = frame.bottom + 18;
  if (lineY === null) return under;
  return labels.some((label) => Math.abs(label.y - lineY) < WORDS_APART) ? under : lineY + 4;
}

function marksOf(
  readings: readonly DyadicReading[],
  source: Source,
  x: Scale<string>,
  y: Scale<number>,
): Mark[] {
  return readings.flatMap((reading, index) => {
    const score = reading[source];
    if (score === null) return [];
    return [
      {
        x: x(reading.readOn),
        y: y(score),
        hollow: source === 'therapist' && reading.therapistCarried,
        index,
      },
    ];
  });
}

function compositeMarksOf(readings: readonly DyadicReading[], x: Scale<string>, y: Scale<number>): Mark[] {
  return readings.flatMap(({ composite, partial, readOn }, index) =>
    composite === null ? [] : [{ x: x(readOn), y: y(composite), hollow: partial, index }],
  );
}

/** Thin dotted way from the full reading before a partial one, through it, to the next full reading. */
function partialLinksOf(readings: readonly DyadicReading[], x: Scale<string>, y: Scale<number>): string {
  const scored = readings.filter(({ composite }) => composite !== null);
  return scored
    .flatMap((reading, at) => {
      if (!reading.partial) return [];
      const stretch = scored.slice(Math.max(0, at - 1), at + 2);
      return [
        line<DyadicReading>()
          .x((r) => x(r.readOn))
          .y((r) => y(r.composite ?? 0))(stretch) ?? '',
      ];
    })
    .join('');
}

function gapsOf(readings: readonly DyadicReading[], x: Scale<string>, y: Scale<number>): GapMark[] {
  const newest = readings.findLast(({ viewsDiffer }) => viewsDiffer);
  return readings.flatMap((reading) => {
    const { self, partner, gap } = reading;
    if (!reading.viewsDiffer || self === null || partner === null || gap === null) return [];
    return [
      {
        x: x(reading.readOn),
        from: y(self),
        to: y(partner),
        points: Math.round(Math.abs(gap)),
        newest: reading === newest,
      },
    ];
  });
}

function labelsOf(readings: readonly DyadicReading[], y: Scale<number>): EndLabel[] {
  const composite = readings.findLast((r) => r.composite !== null && !r.partial)?.composite ?? null;
  const latest = [
    ...SOURCES.map((of) => ({ of, score: readings.findLast((r) => r[of] !== null)?.[of] ?? null })),
    { of: 'composite' as const, score: composite },
  ];
  return spread(latest.flatMap(({ of, score }) => (score === null ? [] : [{ of, score, at: y(score) }])));
}
