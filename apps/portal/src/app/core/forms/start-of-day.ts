/**
 * The instant at which a day of a date field begins where the person sits, ISO 8601; undefined, which means "now", for
 * no day and for one that has begun.
 */
export function startOfDay(day: string, now: Date): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const begins = new Date(`${day}T00:00:00`);
  return Number.isNaN(begins.getTime()) || begins <= now ? undefined : begins.toISOString();
}
