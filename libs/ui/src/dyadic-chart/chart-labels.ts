import type { GapMark } from './chart-geometry.js';
import { dayNumber, frame } from './chart-frame.js';
import { shortDate } from './reading-sentence.js';

/** Width of a character of the chart's 12 px type in the units of `frame`, wide enough for every language of the app. */
const CHARACTER = 6.6;
const AIR = 6;
const ROOM_FOR_WORDS = 66;
const ROOM_FOR_INVITATION = 208;
/** Days after which the year says more than the day. */
const LONG = 400;

export interface DateLabel {
  readonly x: number;
  readonly text: string;
  /** The first or the last reading. */
  readonly end: boolean;
}

export interface GapChip extends GapMark {
  readonly text: string;
  readonly width: number;
  readonly left: number;
  readonly middle: number;
  /** No room for its words; its mark is drawn all the same. */
  readonly hidden: boolean;
}

/** Room that a line of words takes, in the units of `frame`. */
export function wordsWidth(text: string): number {
  return text.length * CHARACTER;
}

/** Dates under the axis: the first and the last always, of those between as many as have room. */
export function dateLabels(dates: readonly string[], xs: readonly number[], language: string): DateLabel[] {
  const last = dates.length - 1;
  const long = dayNumber(dates[last] ?? '') - dayNumber(dates[0] ?? '') > LONG;
  const label = (index: number): DateLabel => ({
    x: xs[index] ?? 0,
    text: (long ? monthOfYear : shortDate)(dates[index] ?? '', language),
    end: index === 0 || index === last,
  });
  const kept = [label(0)];
  const ending = label(last);
  for (let index = 1; index < last; index += 1) {
    const one = label(index);
    const before = kept.at(-1) ?? one;
    if (one.text !== before.text && apart(before, one) && apart(one, ending)) kept.push(one);
  }
  if (last === 0) return kept;
  return apart(kept[0] ?? ending, ending) ? [...kept, ending] : [ending];
}

/** Words of the gaps over the chart, the newest first served: one that would touch another stays without words. */
export function gapChips(
  gaps: readonly GapMark[],
  spacing: number,
  words: { readonly viewsDiffer: string; readonly apart: (points: number) => string },
): GapChip[] {
  const kept: { readonly left: number; readonly right: number }[] = [];
  const chips = gaps.toReversed().map((gap): GapChip => {
    const short = spacing < ROOM_FOR_WORDS ? gap.points.toString() : words.apart(gap.points);
    const text = gap.newest ? words.viewsDiffer : short;
    const width = Math.min(gap.newest ? ROOM_FOR_INVITATION : ROOM_FOR_WORDS, wordsWidth(text) + 2 * AIR);
    const middle = Math.min(Math.max(gap.x, width / 2), frame.right - width / 2);
    const [left, right] = [middle - width / 2, middle + width / 2];
    const hidden = kept.some((other) => left < other.right + 2 && other.left - 2 < right);
    if (!hidden) kept.push({ left, right });
    return { ...gap, text, width, left, middle, hidden };
  });
  return chips.toReversed();
}

function apart(one: DateLabel, next: DateLabel): boolean {
  return next.x - one.x >= (wordsWidth(one.text) + wordsWidth(next.text)) / 2 + AIR;
}

/** Month and year for an axis of years: "Jan 2025", "ene 2025". */
function monthOfYear(localDate: string, language: string): string {
  return new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${localDate}T00:00:00Z`),
  );
}
