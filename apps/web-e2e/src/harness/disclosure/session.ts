import type { Locator, Page } from '@playwright/test';
import { expect } from '../journey.ts';
import { atDesk, couple, expectState, type Cast, type Member } from './cast.ts';
import { passDays } from './days.ts';

const PARTS = 8;

/** The day comes: the partner answers on her phone, both therapists check, and the lead begins. */
export async function checkTheDay(cast: Cast): Promise<void> {
  const { mina, jo, nora, look } = cast;
  await passDays(2);
  await expectState(cast, 'DAY_OF_CHECK');
  const phone = nora.page;
  await phone.goto('/disclosure/disclosure-session');
  await expect(phone.getByRole('link', { name: 'A few questions for today' })).toBeVisible();
  await look(phone, 'disclosure, own appointment');
  await phone.goto('/disclosure/disclosure-session/today');
  await expect(phone.getByRole('button', { name: 'Tell my therapist' })).toBeVisible();
  for (const yes of await phone.getByRole('radio', { name: 'Yes', exact: true }).all())
    await yes.check({ force: true });
  await look(phone, 'disclosure, how is today');
  await phone.getByRole('button', { name: 'Tell my therapist' }).click();
  await expect(phone.getByRole('heading', { name: 'My appointment', level: 1 })).toBeVisible();
  const desk = await atDesk(cast, jo, 'disclosure-session');
  await saveDayCheck(desk, couple.partner);
  const page = await atDesk(cast, mina, 'disclosure-session');
  await saveDayCheck(page, couple.recovering);
  await page.getByRole('radio', { name: 'In one place' }).check();
  await expect(page.getByRole('radio', { name: 'In one place' })).toBeChecked();
  await page.getByRole('button', { name: 'Checked now' }).click();
  await expect(page.getByText(/Emergency contacts and local addresses checked/).first()).toBeVisible();
  await look(page, 'disclosure, the day');
  await page.getByRole('button', { name: 'Begin the session' }).click();
  await expect(page).toHaveURL(/\/session-mode\//);
  await expectState(cast, 'IN_SESSION');
}

async function saveDayCheck(page: Page, name: string): Promise<void> {
  const section: Locator = page
    .locator('tr-day-checks-card section')
    .filter({ has: page.getByRole('heading', { name: new RegExp(name) }) });
  await expect(section.getByRole('button', { name: 'Save this check' })).toBeVisible();
  for (const yes of await section.getByRole('radio', { name: 'Yes', exact: true }).all()) await yes.check();
  await section.getByRole('button', { name: 'Save this check' }).click();
  await expect(section.getByText('Done', { exact: true }).first()).toBeVisible();
}

/** The parts go by, the partner reads along and pauses, the lead goes on and ends; each says that they are home. */
export async function holdSession(cast: Cast): Promise<void> {
  const { mina, nora, ruben, look } = cast;
  const page = mina.page;
  const readAlong = page.getByRole('button', { name: 'Let them read along' });
  for (let part = 0; part < PARTS && !(await readAlong.isVisible()); part += 1) {
    const next = page.getByRole('button', { name: /^Go to: / });
    const name = await next.innerText();
    await next.click();
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  await readAlong.click();
  await expect(page.getByRole('button', { name: 'Close reading along' })).toBeVisible();
  await look(page, 'disclosure, session mode');
  const phone = nora.page;
  await phone.goto('/disclosure/disclosure-session/running');
  await expect(phone.getByRole('link', { name: 'Read along' })).toBeVisible();
  await look(phone, 'disclosure, session running');
  await phone.getByRole('link', { name: 'Read along' }).click();
  await expect(phone.getByText(/right to know what your life was built on/).first()).toBeVisible();
  await look(phone, 'disclosure, reading along');
  await phone.getByRole('link', { name: 'Back to the session' }).click();
  await phone.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(phone.getByText('Paused. Take the time you need.').first()).toBeVisible();
  await expectState(cast, 'SESSION_PAUSED');
  await page.reload();
  await expect(page.getByText('Paused.', { exact: true }).first()).toBeVisible();
  await look(page, 'disclosure, session paused');
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expectState(cast, 'IN_SESSION');
  await page.getByRole('button', { name: 'End the session' }).click();
  const dialog = page.getByRole('dialog', { name: 'End the session' });
  await dialog.getByRole('button', { name: 'The ways home are confirmed' }).click();
  await expect(dialog.getByText(/Ways home confirmed at/).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'End as planned' }).click();
  await expectState(cast, 'AFTERCARE_ACUTE');
  for (const { page: own } of [nora, ruben]) {
    await own.goto('/disclosure/aftercare/safe');
    await expect(own.getByRole('button', { name: 'Home and safe' })).toBeVisible();
    if (own === phone) await look(own, 'disclosure, how are you now');
    await own.getByRole('button', { name: 'Home and safe' }).click();
    await expect(own.getByRole('heading', { name: /^Thank you\. .* knows\.$/ })).toBeVisible();
  }
}

/** After three days both people were reached, each by their own therapist, and the first days are over. */
export async function passFirstDays(cast: Cast): Promise<void> {
  const { mina, jo, nora, look } = cast;
  await passDays(4);
  await nora.page.goto('/disclosure/aftercare');
  await expect(nora.page.getByText('Small steps, one at a time.')).toBeVisible();
  await look(nora.page, 'disclosure, after the session');
  for (const member of [jo, mina]) await reach(cast, member, ['24 hours', '72 hours']);
  await look(mina.page, 'disclosure, aftercare');
  await expectState(cast, 'AFTERCARE');
}

/** Puts contacts with the own side on record, each with one tap. */
export async function reach(cast: Cast, member: Member, contacts: readonly string[]): Promise<void> {
  const page = await atDesk(cast, member, 'aftercare');
  for (const contact of contacts) {
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: contact }) });
    await row.getByRole('button', { name: 'Made now' }).click();
    await expect(row.getByRole('button', { name: 'Made now' })).toHaveCount(0);
  }
}
