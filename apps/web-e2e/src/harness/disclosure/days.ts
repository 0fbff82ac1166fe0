import { demoSignIns, moveDemoTime } from '../demo.ts';

const DAY_MS = 86_400_000;
const state = { now: Date.now() };

/** Reads the clinic's clock anew. */
export async function readClinicClock(): Promise<void> {
  state.now = Date.parse((await demoSignIns()).clinicalTime);
}

/** Lets whole days pass in the clinic. */
export async function passDays(days: number): Promise<void> {
  await moveDemoTime(days);
  await readClinicClock();
}

/** A day on Chicago's calendar, so many days from the clinic's today. */
export function clinicDay(days: number): string {
  const at = new Date(state.now + days * DAY_MS);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(at);
}

/**
 * When a session of that evening starts: after six the demo's weeks are free, and whole days that pass must not lead
 * past its end, at whatever hour the proof runs.
 */
export function eveningStart(): string {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Chicago', hour: '2-digit' }).format(
    state.now,
  );
  return Number(hour) < 20 ? '18:00' : '23:00';
}
