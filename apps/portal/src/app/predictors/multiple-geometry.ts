import type { PredictorReadingView } from '@trellis/contracts';
import { BAND } from '@trellis/ui';

/** Drawing units of a small multiple. All five share one scale, 0 to 100 from bottom to top. */
export const multipleFrame = { width: 200, height: 60, edge: 6 } as const;

export interface MultipleDrawn {
  /** Composite of the full readings. */
  readonly line: string;
  readonly band: string;
  readonly partial: readonly Dot[];
  readonly last: Dot | null;
  readonly baselineY: number | null;
}

interface Dot {
  readonly x: number;
  readonly y: number;
}

const { width, height, edge } = multipleFrame;

/** Height on the picture of a score; what lies outside 0 to 100 is drawn at the border. */
export function heightOf(score: number): number {
  const kept = Math.min(100, Math.max(0, score));
  return Math.round((height - edge - (kept / 100) * (height - 2 * edge)) * 10) / 10;
}

/** Line and band through the full readings; partial ones are dots of their own, outside both. */
export function multipleGeometry(
  readings: readonly Pick<PredictorReadingView, 'readOn' | 'composite' | 'partial'>[],
  baselineOn: string | null,
): MultipleDrawn {
  const step = readings.length < 2 ? 0 : (width - 2 * edge) / (readings.length - 1);
  const placed = readings.flatMap(({ readOn, composite, partial }, index) =>
    composite === null
      ? []
      : [
          {
            readOn,
            composite,
            partial,
            x: Math.round((edge + index * step) * 10) / 10,
            y: heightOf(composite),
          },
        ],
  );
  const full = placed.filter(({ partial }) => !partial);
  const above = full.map(({ x, composite }) => `${x} ${heightOf(composite + BAND)}`);
  const below = full.map(({ x, composite }) => `${x} ${heightOf(composite - BAND)}`).toReversed();
  const baseline = full.find(({ readOn }) => readOn === baselineOn);
  return {
    line: path(full.map(({ x, y }) => `${x} ${y}`)),
    band: full.length < 2 ? '' : `${path([...above, ...below])}Z`,
    partial: placed.filter(({ partial }) => partial),
    last: full.at(-1) ?? null,
    baselineY: baseline?.y ?? null,
  };
}

function path(points: readonly string[]): string {
  return points.length === 0 ? '' : `M${points.join('L')}`;
}
