import type { Page } from '@playwright/test';
import type { DisclosureView } from '@trellis/contracts';
import { addCouple, invite } from '../couple-pages.ts';
import { expect, type Devices } from '../journey.ts';
import { enrol, type Look } from '../own-pages.ts';
import { signInAtPortal } from '../staff.ts';
import { voiceOf, type Voice } from '../voice.ts';
import { readClinicClock } from './days.ts';
import type { Watch } from '../watch.ts';

const PHONE = { viewport: { width: 390, height: 844 } };

export const couple = {
  name: 'Sedge',
  recovering: 'Ruben',
  partner: 'Nora',
  team: { recovering: /Mina Castellan/, partner: /Jo Whitlock/, joint: /Priya Raman/ },
} as const;

/** One of the five, at their own device. */
export interface Member {
  readonly page: Page;
  readonly watch: Watch;
  readonly voice: Voice;
}

/** The five people of a disclosure. */
export interface Cast {
  readonly coupleId: string;
  /** Therapist of the recovering person, who leads. */
  readonly mina: Member;
  /** Therapist of the partner. */
  readonly jo: Member;
  /** Couple therapist. */
  readonly priya: Member;
  readonly ruben: Member;
  readonly nora: Member;
  readonly look: Look;
}

const noLook: Look = () => Promise.resolve();

/** Signs three therapists in, adds a couple, and lets both people enrol, each on a phone of their own. */
export async function gatherCast(devices: Devices, look: Look): Promise<Cast> {
  // Another story may have moved the clock before.
  await readClinicClock();
  const staff = async (name: string): Promise<Member> => {
    const { page, watch } = await devices.desk();
    await signInAtPortal(page, name);
    return { page, watch, voice: voiceOf(page, 'clinic') };
  };
  const mina = await staff('Mina Castellan');
  await addCouple(mina.page, couple);
  const coupleId = /couples\/([0-9a-f-]{36})/.exec(mina.page.url())?.[1] ?? '';
  const person = async (name: string): Promise<Member> => {
    const invitation = await invite(mina.page, name);
    const { page, watch } = await devices.phone(PHONE);
    await enrol(page, invitation, name, noLook);
    return { page, watch, voice: voiceOf(page, 'home') };
  };
  return {
    ...{ coupleId, look, mina },
    ...{ ruben: await person(couple.recovering), nora: await person(couple.partner) },
    ...{ jo: await staff('Jo Whitlock'), priya: await staff('Priya Raman') },
  };
}

/** Opens an area of the couple's disclosure at a therapist's desk. */
export async function atDesk({ coupleId }: Cast, { page }: Member, area: string): Promise<Page> {
  await page.goto(`/couples/${coupleId}/${area}`);
  await expect(page.getByRole('navigation', { name: 'Disclosure' })).toBeVisible();
  return page;
}

export function processOf({ coupleId, mina }: Cast): Promise<DisclosureView> {
  return mina.voice.call<DisclosureView>('GET', `disclosure/${coupleId}`);
}

/** Waits until the process stands in a state, also where time alone brings it there. */
export async function expectState(cast: Cast, state: string): Promise<void> {
  await expect.poll(async () => (await processOf(cast)).state, { timeout: 45_000 }).toBe(state);
}

/** Takes a step from the list of what one can do now, on the process page. */
export async function takeStep(cast: Cast, member: Member, name: string): Promise<void> {
  const page = await atDesk(cast, member, 'disclosure');
  const panel = page.locator('tr-acts-panel');
  await panel.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await panel.locator('.chosen').getByRole('button', { name, exact: true }).click();
  await expect(panel.locator('.chosen')).toHaveCount(0);
}

/** A card of a page, by its heading. */
export function card(page: Page, heading: string | RegExp) {
  return page.locator('tr-card').filter({ has: page.getByRole('heading', { name: heading }) });
}

/** Puts a dated fact on record on the readiness page that is open. */
export async function readinessFact(page: Page, kind: string, day: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a dated fact' }).first().click();
  const form = card(page, /^Dated fact about/);
  await form.getByRole('radio', { name: kind }).check({ force: true });
  await form.getByLabel('Day').fill(day);
  await form.getByRole('button', { name: 'Put on record' }).click();
  await expect(form).toHaveCount(0);
}
