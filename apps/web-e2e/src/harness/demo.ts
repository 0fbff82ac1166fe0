import type { DemoSignInView } from '@trellis/contracts';
import { portalUrl } from './address.ts';
import { forgetUsedCodes } from './time.ts';

export type DemoStaff = DemoSignInView['staff'][number];
export type DemoPerson = DemoSignInView['people'][number];

/** The demo clinic's sign-ins, each member of staff with the code of this moment. */
export async function demoSignIns(): Promise<DemoSignInView> {
  return readView(await fetch(`${portalUrl()}/api/clinic/demo`));
}

/** Moves the clinical clock ahead by whole days (0: back to the present); sessions keep the real time. */
export async function moveDemoTime(days: number): Promise<DemoSignInView> {
  const answer = await fetch(`${portalUrl()}/api/clinic/demo/time`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: portalUrl() },
    body: JSON.stringify({ days }),
  });
  return readView(answer);
}

async function readView(answer: Response): Promise<DemoSignInView> {
  if (!answer.ok)
    throw new Error(`The demo clinic answered ${String(answer.status)}: ${await answer.text()}`);
  return (await answer.json()) as DemoSignInView;
}

/** One person of a couple of the demo. @throws Error when there is none on that side. */
export async function demoPerson(side: 'RP' | 'BP', couple = 'Ellery'): Promise<DemoPerson> {
  const { people } = await demoSignIns();
  const found = people.find((person) => person.side === side && person.couple === couple);
  if (found === undefined) throw new Error(`The demo clinic has nobody on the side ${side}`);
  return found;
}

/**
 * A member of staff whose second-factor code opens now: each code opens once, so what was used in this half minute is
 * forgotten, as though the journey had waited for the next one.
 * @param name part of the name as the demo shows it
 */
export async function staffWithFreshCode(name: string): Promise<DemoStaff> {
  await forgetUsedCodes();
  const { staff } = await demoSignIns();
  const found = staff.find((member) => member.name.includes(name));
  if (found === undefined) throw new Error(`The demo clinic has nobody called ${name}`);
  return found;
}

/** Days from today to the Sunday that ends the first fortnight of a couple added today, on Chicago's calendar. */
export async function daysUntilRating(): Promise<number> {
  const { clinicalTime } = await demoSignIns();
  const name = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'America/Chicago' }).format(
    new Date(clinicalTime),
  );
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(name) + 1;
  return 14 - weekday;
}
