import type { Page } from '@playwright/test';
import type { Invitation } from './couple-pages.ts';
import { demoPerson } from './demo.ts';
import { expect } from './journey.ts';

/** Looks at the page as it stands, under a name; the journey decides what is looked at. */
export type Look = (page: Page, name: string) => Promise<void>;

/**
 * Opens an invitation on the person's own phone and walks through the enrolment, agreeing to everything. Ends on
 * Today. @returns the sign-in name that is shown once
 */
export async function enrol(page: Page, invitation: Invitation, name: string, look: Look): Promise<string> {
  await walkToWays(page, invitation, name, look, 'It is mine alone');
  await choosePassphrase(page, look);
  const signInName = await page.locator('.sheet.name').innerText();
  await page.getByRole('link', { name: 'I wrote it down' }).click();
  await expect(page.getByRole('heading', { name: `Hello, ${name}` })).toBeVisible();
  return signInName;
}

/** The same up to the choice of a way in; `whose` is what the person says of the device. */
export async function walkToWays(
  page: Page,
  { link, code }: Invitation,
  name: string,
  look: Look,
  whose: 'It is mine alone' | 'Somebody else uses it too',
): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  await look(page, 'invitation, code');
  await page.getByLabel('Six-digit code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: `Welcome, ${name}` })).toBeVisible();
  await look(page, 'invitation, welcome');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: 'Who can read what' })).toBeVisible();
  await look(page, 'invitation, rooms');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: 'Are you alone right now?' })).toBeVisible();
  await page.getByRole('button', { name: 'Yes, go on' }).click();
  await agreeToAll(page, look);
  await expect(page.getByRole('heading', { name: 'Is this phone or computer yours alone?' })).toBeVisible();
  await look(page, 'invitation, whose device');
  await page.getByRole('button', { name: whose }).click();
  await expect(page.getByRole('heading', { name: 'How do you want to come in?' })).toBeVisible();
}

async function agreeToAll(page: Page, look: Look): Promise<void> {
  await expect(page.getByRole('heading', { name: 'What you agree to' })).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Two agreements are needed to go on.')).toBeVisible();
  await look(page, 'invitation, agreements');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Next' }).click();
}

async function choosePassphrase(page: Page, look: Look): Promise<void> {
  await expect(page.getByRole('heading', { name: 'How do you want to come in?' })).toBeVisible();
  await look(page, 'invitation, ways in');
  await page.getByRole('button', { name: 'With a passphrase' }).click();
  await expect(page.getByRole('heading', { name: 'Choose a passphrase' })).toBeVisible();
  await page.getByLabel('Your passphrase').fill('too short');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('Please choose a longer one: at least 15 characters.')).toBeVisible();
  await look(page, 'invitation, passphrase');
  await page.getByLabel('Your passphrase').fill('kettle orchard velvet ninth');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { name: 'You have joined' })).toBeVisible();
}

/** Signs a person of the demo's worked example in. Ends on Today, or on `place` where one is given. */
export async function signInAtHome(
  page: Page,
  side: 'RP' | 'BP',
  place = '/today',
  couple = 'Ellery',
): Promise<void> {
  const person = await demoPerson(side, couple);
  await page.goto('/sign-in');
  await signInWith(page, person);
  await expect(page.getByRole('heading', { name: `Hello, ${person.name}` })).toBeVisible();
  if (place !== '/today') await page.goto(place);
}

/** Fills in the sign-in page that is open. */
export async function signInWith(
  page: Page,
  { signInName, passphrase }: { readonly signInName: string; readonly passphrase: string },
): Promise<void> {
  await page.getByLabel('Your sign-in name').fill(signInName);
  await page.getByLabel('Your passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Goes from one question of a task to the one with this heading by leaving the others open. */
export async function skipTo(page: Page, question: string): Promise<void> {
  const wanted = page.getByRole('heading', { name: question });
  for (let n = 0; n < 12 && !(await wanted.isVisible()); n += 1) {
    const before = await page.getByText(/^Question \d+ of \d+$/).innerText();
    await page.getByRole('button', { name: 'Skip this one' }).click();
    await expect(page.getByText(before, { exact: true })).toHaveCount(0);
  }
  await expect(wanted).toBeVisible();
}

/** Answers all statements of the page that is open with the same word. */
export async function rateAll(page: Page, word: string): Promise<void> {
  for (const radio of await page.getByRole('radio', { name: word, exact: true }).all())
    await radio.check({ force: true });
}

/** Answers the fortnightly questions from Today; each group gets its own word. */
export async function giveOwnRating(page: Page, words: readonly string[], look: Look): Promise<void> {
  await page.goto('/today');
  await expect(page.getByRole('heading', { name: 'How the last two weeks were' })).toBeVisible();
  await page.getByRole('link', { name: 'Start' }).click();
  await expect(page.getByText('“Cannot say” is an answer like any other.')).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  for (const [index, word] of words.entries()) {
    await expect(page.getByText(`Group ${String(index + 1)} of ${String(words.length)}`)).toBeVisible();
    if (index === 0) await look(page, 'rating');
    await rateAll(page, word);
    await page.getByRole('button', { name: 'Next' }).click();
  }
  await expect(page.getByRole('heading', { name: 'Before you send' })).toBeVisible();
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await expect(page.getByText('Your answers are saved with your clinic.')).toBeVisible();
}
