import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DemoSignInView } from '@trellis/contracts';
import { portalUrl, readAddress } from './address.ts';

export type DemoStaff = DemoSignInView['staff'][number];
export type DemoPerson = DemoSignInView['people'][number];

const CODE_LIFE_MS = 35_000;

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

/** One person of the demo's worked example. @throws Error when there is none on that side. */
export async function demoPerson(side: 'RP' | 'BP'): Promise<DemoPerson> {
  const { people } = await demoSignIns();
  const found = people.find((person) => person.side === side);
  if (found === undefined) throw new Error(`The demo clinic has nobody on the side ${side}`);
  return found;
}

/**
 * A member of staff with a second-factor code that nobody has used yet: each code opens once, so a second sign-in
 * within half a minute waits for the next one.
 * @param name part of the name as the demo shows it
 */
export async function staffWithFreshCode(name: string): Promise<DemoStaff> {
  const used = usedCodes();
  const giveUpAt = Date.now() + CODE_LIFE_MS;
  for (;;) {
    const { staff } = await demoSignIns();
    const found = staff.find((member) => member.name.includes(name));
    if (found === undefined) throw new Error(`The demo clinic has nobody called ${name}`);
    if (used[found.email] !== found.code) {
      writeFileSync(usedCodesFile(), JSON.stringify({ ...used, [found.email]: found.code }));
      return found;
    }
    if (Date.now() > giveUpAt) throw new Error(`No new second-factor code for ${name} came up`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

// Kept in a file beside the data: after a failed test the next one runs in a new process.
function usedCodesFile(): string {
  return path.join(path.dirname(readAddress().logFile), 'used-codes.json');
}

function usedCodes(): Readonly<Record<string, string>> {
  const file = usedCodesFile();
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
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
