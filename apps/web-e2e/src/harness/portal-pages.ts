import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect } from './journey.ts';
import { rateAll, type Look } from './own-pages.ts';

/** Rates all five predictors as the therapist of the couple that is open. */
export async function giveTherapistRating(page: Page, word: string, look: Look): Promise<void> {
  await page.getByRole('link', { name: 'Predictors', exact: true }).click();
  await page.getByRole('button', { name: 'Rate now' }).click();
  await expect(page.getByRole('heading', { name: 'Your rating' })).toBeVisible();
  await rateAll(page, word);
  await look(page, "the therapist's rating");
  await page.getByRole('button', { name: 'Save rating' }).click();
  await expect(page.getByRole('button', { name: 'Save rating' })).toHaveCount(0);
}

/** Opens a disclosure process and asks for a session date. Ends with the refusal on the screen. */
export async function askForDisclosureDate(page: Page, day: string): Promise<void> {
  await page.getByRole('link', { name: 'Disclosure', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No disclosure process is open' })).toBeVisible();
  await page.getByRole('button', { name: 'Open a disclosure process' }).click();
  await expect(page.getByRole('heading', { name: 'Ask for a session date' })).toBeVisible();
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('Starts at').fill('10:00');
  await page.getByRole('button', { name: 'Check and schedule' }).click();
  await expect(page.getByRole('heading', { name: /^Not yet\. Still open: \d+$/ })).toBeVisible();
}

/** Exports the caseload and downloads the file. @returns its text */
export async function exportCaseload(page: Page, look: Look): Promise<{ file: string; rows: number }> {
  await page.getByRole('link', { name: 'Reports' }).click();
  await expect(page.getByText('Dates, kinds and states. No words from any record.')).toBeVisible();
  await look(page, 'reports');
  const start = page.getByRole('button', { name: /^Export CSV, \d+ rows$/ });
  const rows = Number(/\d+/.exec(await start.innerText())?.[0]);
  await start.click();
  const button = page.getByRole('button', { name: 'Download, 3 left' });
  await expect(button).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  await expect(
    page.getByText('The file is in your downloads. Delete it there when you are done.'),
  ).toBeVisible();
  return { file: readFileSync(await download.path(), 'utf8'), rows };
}
