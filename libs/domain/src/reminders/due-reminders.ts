import { isOpen, windowAt } from '../predictors/rating-window.js';
import { addDays, type LocalDate } from '../shared/local-date.js';
import { hourMs } from '../shared/durations.js';
import { localDateOf } from '../shared/zoned-time.js';
import { isQuiet, type QuietHours } from './quiet-hours.js';
import type { ReminderIntervals } from './reminder-settings.js';

/** Something that waits for the person, with how many reminders have named it. */
export interface WaitingThing {
  readonly id: string;
  readonly told: number;
}

/** What a reminder may be about: the person's own things alone, as far as they see them. */
export interface ReminderFacts {
  readonly quiet: QuietHours;
  /** Time zone and Monday by which the couple's days and fortnights are counted. */
  readonly zone: string;
  readonly anchorOn: LocalDate;
  readonly sessions: readonly { readonly id: string; readonly startsAt: Date }[];
  readonly tasks: readonly (WaitingThing & { readonly dueOn: LocalDate })[];
  readonly forms: readonly (WaitingThing & { readonly givenOn: LocalDate })[];
  /** Last days of the windows that the person has rated. */
  readonly rated: readonly LocalDate[];
  /** By the last day of a window: how many reminders have named it. */
  readonly ratingTold: Readonly<Record<string, number>>;
  /** No exercise, form or rating is asked for at present. */
  readonly atRest: boolean;
}

/** `about` is given once in a person's life: a second one of the same name is the same reminder. */
export interface DueReminder {
  readonly kind: 'session' | 'work';
  readonly about: string;
  readonly grounds: readonly string[];
}

/**
 * What is to be sent to one person now: nothing in quiet hours (REMIND-02), each session at most twice (REMIND-03),
 * and everything else together at most once a day (REMIND-04).
 */
export function dueReminders(facts: ReminderFacts, settings: ReminderIntervals, now: Date): DueReminder[] {
  if (isQuiet(facts.quiet, now)) return [];
  const sessions = facts.sessions.flatMap(({ id, startsAt }) => {
    const step = sessionStep(startsAt, settings, now);
    if (step === null) return [];
    const about = `session:${id}:${startsAt.toISOString()}:${step}`;
    return [{ kind: 'session' as const, about, grounds: [`session:${id}`] }];
  });
  const grounds = facts.atRest ? [] : workGrounds(facts, settings, now);
  if (grounds.length === 0) return sessions;
  const about = `day:${localDateOf(now, facts.quiet.zone)}`;
  return [...sessions, { kind: 'work', about, grounds }];
}

/** A session that was moved has another beginning, and is reminded of anew (REMIND-03). */
function sessionStep(
  startsAt: Date,
  { firstHours, secondHours }: ReminderIntervals,
  now: Date,
): 'first' | 'second' | null {
  const left = startsAt.getTime() - now.getTime();
  if (left <= 0 || left > firstHours * hourMs) return null;
  return left > secondHours * hourMs ? 'first' : 'second';
}

/** Each thing is named twice at most: early, and once more on its last day (REMIND-04). */
function workGrounds(facts: ReminderFacts, { daysBefore }: ReminderIntervals, now: Date): string[] {
  const today = localDateOf(now, facts.zone);
  const again = (told: number, last: boolean): boolean => told === 0 || (told === 1 && last);
  const tasks = facts.tasks
    .filter(({ dueOn }) => today <= dueOn && dueOn <= addDays(today, daysBefore))
    .filter(({ told, dueOn }) => again(told, dueOn === today))
    .map(({ id }) => `homework:${id}`);
  const forms = facts.forms
    .filter(({ givenOn }) => givenOn < today)
    .filter(({ told, givenOn }) => again(told, addDays(givenOn, 4) <= today))
    .map(({ id }) => `form:${id}`);
  const ratings = openRating(facts, now).filter((name) => {
    const reading = name.slice('rating:'.length);
    return again(facts.ratingTold[reading] ?? 0, reading === today);
  });
  return [...tasks, ...forms, ...ratings];
}

/** Whether what a reminder was made for is still so when it is to be sent (REMIND-06). */
export function stillStands({ kind, about, grounds }: DueReminder, facts: ReminderFacts, now: Date): boolean {
  if (isQuiet(facts.quiet, now)) return false;
  if (kind === 'session')
    return facts.sessions.some(
      ({ id, startsAt }) => startsAt > now && about.startsWith(`session:${id}:${startsAt.toISOString()}:`),
    );
  if (facts.atRest) return false;
  const there = new Set([
    ...facts.tasks.map(({ id }) => `homework:${id}`),
    ...facts.forms.map(({ id }) => `form:${id}`),
    ...openRating(facts, now),
  ]);
  return grounds.some((ground) => there.has(ground));
}

function openRating({ anchorOn, zone, rated }: ReminderFacts, now: Date): string[] {
  const window = windowAt(anchorOn, zone, now);
  const asks = window !== null && isOpen(window, now) && !rated.includes(window.reading);
  return asks ? [`rating:${window.reading}`] : [];
}
