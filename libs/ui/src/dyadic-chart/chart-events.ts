import { dayNumber, frame, tenth } from './chart-frame.js';

export const chartEventKinds = ['session', 'slip', 'disclosure', 'letter', 'trigger_date'] as const;
export type ChartEventKind = (typeof chartEventKinds)[number];

/** Something that took place on a local day. */
export interface ChartEvent {
  readonly kind: ChartEventKind;
  readonly on: string;
}

/** Local days in which scores move more than they mean, both included. */
export interface ChartSpan {
  readonly from: string;
  readonly through: string;
}

export interface EventMark extends ChartEvent {
  readonly x: number;
  /** Its shape, one for each kind, so that no kind is told by its colour. */
  readonly path: string;
}

export interface EventsDrawn {
  readonly marks: readonly EventMark[];
  /** Tinted parts of the drawing, none of which overlap. */
  readonly shades: readonly { readonly x: number; readonly width: number }[];
}

const row = (frame.bottom + frame.behaviourTop) / 2 + 1;

/** The shape of a kind around `x`; also used by the legend. Sessions are short ticks, because there are many. */
export function eventPath(kind: ChartEventKind, x: number, y: number = row): string {
  switch (kind) {
    case 'session':
      return `M${x} ${y - 5}v6`;
    case 'slip':
      return `M${x} ${y - 5}l5 9h-10z`;
    case 'disclosure':
      return `M${x} ${y - 6}l6 6-6 6-6-6z`;
    case 'letter':
      return `M${x - 6} ${y - 4}h12v8h-12zl6 5 6-5`;
    case 'trigger_date':
      return `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z`;
  }
}

/** What is drawn of events and times between the first and the last day of the axis; what lies outside is left out. */
export function eventsDrawn(
  events: readonly ChartEvent[],
  spans: readonly ChartSpan[],
  x: (date: string) => number,
): EventsDrawn {
  const inside = events
    .map((event) => ({ ...event, x: x(event.on) }))
    .filter((event) => event.x >= frame.left && event.x <= frame.right);
  return {
    marks: inside.map((event) => ({ ...event, path: eventPath(event.kind, event.x) })),
    shades: joined(spans).flatMap(({ from, through }) => {
      const left = Math.max(frame.left, x(from));
      const right = Math.min(frame.right, x(through));
      return right <= left ? [] : [{ x: left, width: tenth(right - left) }];
    }),
  };
}

/** Spans that touch or overlap become one, so that a tint is never laid over a tint. */
function joined(spans: readonly ChartSpan[]): ChartSpan[] {
  const all: ChartSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const before = all.at(-1);
    if (before === undefined || dayNumber(span.from) > dayNumber(before.through) + 1) all.push(span);
    else if (span.through > before.through) all[all.length - 1] = { ...before, through: span.through };
  }
  return all;
}

/** Events of the fortnight that a reading ends, by kind and in the order of the kinds: `[['session', 2]]`. */
export function eventsOf(
  readOn: string,
  events: readonly ChartEvent[],
): readonly (readonly [ChartEventKind, number])[] {
  const last = dayNumber(readOn);
  const inside = events.filter(({ on }) => dayNumber(on) <= last && dayNumber(on) > last - 14);
  return chartEventKinds.flatMap((kind) => {
    const count = inside.filter((event) => event.kind === kind).length;
    return count === 0 ? [] : [[kind, count] as const];
  });
}
