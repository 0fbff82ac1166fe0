import { eventsOf, type ChartEvent } from './chart-events.js';
import type { DyadicReading, DyadicWords } from './dyadic-reading.js';

/** Day and month for axis and table in the reader's language: "19 Jan", "19 ene". */
export function shortDate(localDate: string, language: string): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${localDate}T00:00:00Z`),
  );
}

/** A score as the portal shows it: at most one decimal, in the reader's language. */
export function score(value: number | null, language: string, none: string): string {
  return value === null ? none : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

/** The question that opens the sum of a reading; null where the words ask none. */
export function whyOf(
  { composite }: Pick<DyadicReading, 'composite'>,
  words: DyadicWords,
  language: string,
): string | null {
  return words.why?.(composite === null ? null : score(composite, language, words.none)) ?? null;
}

/** What took place in the fortnight of a reading: "Session 2, Letter 1"; empty where nothing did. */
export function eventWords(readOn: string, events: readonly ChartEvent[], words: DyadicWords): string {
  return eventsOf(readOn, events)
    .map(([kind, count]) => `${words.events[kind]} ${count.toString()}`)
    .join(', ');
}

/** One reading as a line to be read aloud: date, each source, composite, and what is special about it. */
export function readingSentence(
  reading: DyadicReading,
  words: DyadicWords,
  language: string,
  events: readonly ChartEvent[] = [],
): string {
  const say = (name: string, value: number | null): string => `${name} ${score(value, language, words.none)}`;
  const special = [
    reading.therapistCarried ? words.carried : '',
    reading.partial ? words.partial : '',
    reading.viewsDiffer ? words.viewsDiffer : '',
    eventWords(reading.readOn, events, words),
  ].filter((note) => note !== '');
  return [
    shortDate(reading.readOn, language),
    say(words.self, reading.self),
    say(words.partner, reading.partner),
    say(words.therapist, reading.therapist),
    say(words.behaviour, reading.behaviour),
    say(words.composite, reading.composite),
    ...special,
  ].join(', ');
}
