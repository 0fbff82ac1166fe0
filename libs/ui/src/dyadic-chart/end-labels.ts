import { frame } from './chart-frame.js';

const LINE_HEIGHT = 17;

/** A label at the end of a line: where the line ends (`at`) and where its words stand (`y`). */
export interface EndLabel {
  readonly of: 'self' | 'partner' | 'therapist' | 'composite';
  readonly score: number;
  readonly at: number;
  readonly y: number;
}

/** Moves labels apart so that each has a line of its own, keeping their order and staying inside the panel. */
export function spread(labels: readonly Omit<EndLabel, 'y'>[]): EndLabel[] {
  const placed: EndLabel[] = [];
  for (const label of labels.toSorted((a, b) => a.at - b.at)) {
    const above = placed.at(-1);
    placed.push({ ...label, y: above === undefined ? label.at : Math.max(label.at, above.y + LINE_HEIGHT) });
  }
  const overflow = Math.max(0, (placed.at(-1)?.y ?? 0) - frame.bottom);
  return placed.map((label) => ({ ...label, y: label.y - overflow }));
}
