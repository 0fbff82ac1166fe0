import type { Page } from '@playwright/test';
import { expect } from './journey.ts';
import type { Look } from './own-pages.ts';

const SAVED = 'Saved with your clinic';

/** Begins the task that Today shows. */
async function begin(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await page.getByRole('link', { name: 'Start' }).click();
  await expect(page.getByText(/^Question 1 of \d+$/)).toBeVisible();
}

async function next(page: Page): Promise<void> {
  const place = page.getByText(/^Question \d+ of \d+$/);
  const before = await place.innerText();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(before, { exact: true })).toHaveCount(0);
}

/** The recovering person's check-in (R01) with words in the box that is for the author alone. */
export async function doRecoveryCheckIn(page: Page, ownWords: string, look: Look): Promise<void> {
  await begin(page, 'Daily recovery check-in');
  await page.getByRole('checkbox', { name: 'calm' }).check({ force: true });
  await look(page, 'task, feelings');
  await next(page);
  await page.getByRole('button', { name: 'More' }).click();
  await look(page, 'task, slider');
  await next(page);
  await page.getByRole('radio', { name: 'No', exact: true }).check({ force: true });
  await next(page);
  await expect(page.getByText('Only you can read this box.')).toBeVisible();
  await page.getByRole('textbox', { name: 'One thing I was tempted to leave out' }).fill(ownWords);
  await expect(page.getByText(SAVED)).toBeVisible();
  await look(page, 'task, box for the author alone');
  await next(page);
  await page.getByRole('checkbox', { name: 'moved my body' }).check({ force: true });
  await next(page);
  await page.getByLabel('Sleep hours').fill('7');
  await next(page);
  await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true });
  await handIn(page, look);
}

/** The partner's check-in (B01). */
export async function doPartnerCheckIn(page: Page, words: string, look: Look): Promise<void> {
  await begin(page, 'Daily check-in');
  await page.getByRole('checkbox', { name: 'hopeful' }).check({ force: true });
  await next(page);
  await page.getByRole('button', { name: 'Less' }).click();
  await next(page);
  await page.getByRole('button', { name: 'More' }).click();
  await next(page);
  await page.getByRole('textbox', { name: 'I cared for myself by' }).fill(words);
  await expect(page.getByText(SAVED)).toBeVisible();
  await next(page);
  for (let question = 0; question < 2; question += 1) {
    await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true });
    await next(page);
  }
  await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true });
  await handIn(page, look);
}

/** An exercise of the clinic: a text, a yes, and the line that is asked only after it. */
export async function handInOwnExercise(
  page: Page,
  title: string,
  words: Readonly<{ shared: string; alone: string }>,
): Promise<void> {
  await begin(page, title);
  await page.getByRole('textbox', { name: 'A kind moment of today' }).fill(words.shared);
  await next(page);
  await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true });
  await next(page);
  await page.getByRole('textbox', { name: 'What made it hard?' }).fill(words.alone);
  await expect(page.getByText(SAVED)).toBeVisible();
  await handIn(page, () => Promise.resolve());
}

async function handIn(page: Page, look: Look): Promise<void> {
  await next(page);
  await expect(page.getByRole('heading', { name: 'Before you hand it in' })).toBeVisible();
  await look(page, 'task, before handing in');
  await page.getByRole('button', { name: /^Hand in to / }).click();
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await look(page, 'task, handed in');
  await page.getByRole('link', { name: 'Back to Today' }).click();
}
