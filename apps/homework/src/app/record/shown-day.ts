/** A day of the calendar, YYYY-MM-DD, in the words of a language; no zone can move it. */
export function shownDay(day: string, language: string): string {
  const style = { dateStyle: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, style).format(new Date(`${day}T12:00:00Z`));
}
