import type { Cadence } from '@trellis/domain';
import type { Words } from '../../core/i18n/words';

/** How often an exercise comes, as a sentence. */
export function rhythmWords(words: Words, cadence: Cadence): string {
  const once = cadence.kind === 'weekly' && cadence.times === 1;
  return words.say(`homework.assign.rhythm.${once ? 'weekly_one' : cadence.kind}`, { ...cadence });
}

/** A day of the week, 1 Monday to 7 Sunday, as "Mon". */
export function weekdayName(language: string, weekday: number): string {
  const monday = Date.UTC(2025, 0, 6);
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    monday + (weekday - 1) * 86_400_000,
  );
}

/** A wall time 'HH:mm' as the language writes it: "5:00 PM". */
export function timeName(language: string, time: string): string {
  return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    new Date(`2025-01-06T${time}:00Z`),
  );
}
