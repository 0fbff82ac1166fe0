const DAY_MS = 86_400_000;
const state = { ahead: 0 };

/** Tells how many days the clinic's clock runs ahead of the machine's. */
export function daysAhead(days: number): void {
  state.ahead = days;
}

/** A day on Chicago's calendar, so many days from the clinic's today. */
export function clinicDay(days: number): string {
  const at = new Date(Date.now() + (state.ahead + days) * DAY_MS);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(at);
}
