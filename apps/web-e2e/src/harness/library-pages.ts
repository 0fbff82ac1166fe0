import type { Page } from '@playwright/test';
import { expect } from './journey.ts';
import type { Look } from './own-pages.ts';

const save = 'Saved with the clinic';

/** Writes an exercise for the recovering person: a text, a yes or no, and a line after yes for the author alone. */
export async function buildExercise(page: Page, name: string, look: Look): Promise<void> {
  await page.getByRole('link', { name: 'Exercises', exact: true }).click();
  await page.getByRole('link', { name: 'New exercise' }).click();
  await page.getByLabel('What is it called? (English)').fill(name);
  await look(page, 'new exercise');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await page.getByLabel('What it is for (English)').fill('Notice one good thing of the day.');
  await page.getByRole('button', { name: /^1\. not worded yet/ }).click();
  await page.getByLabel('Question (English)').fill('A kind moment of today');
  await addQuestion(page, 2);
  await page.getByLabel('Question (English)').fill('What made it hard?');
  await page.getByLabel('Kind of answer').selectOption('One line');
  await page.getByLabel('Who reads it', { exact: true }).last().selectOption('Only the person who writes it');
  await addQuestion(page, 3);
  await page.getByLabel('Question (English)').fill('Was it hard to notice?');
  await page.getByLabel('Kind of answer').selectOption('Yes or no');
  // By keyboard: the question goes up and the button stays under the finger.
  await page.getByRole('button', { name: 'Move up: 3. Was it hard to notice?' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Move up: 2. Was it hard to notice?' })).toBeFocused();
  await page.getByRole('button', { name: /^3\. What made it hard\?/ }).click();
  await page.getByLabel('When it is asked').selectOption('2. Was it hard to notice?');
  await page.getByRole('checkbox', { name: 'Yes', exact: true }).check({ force: true });
  await expect(page.getByText(save)).toBeVisible();
  await look(page, 'exercise being written');
}

/** Adds a question and waits until it is the one that is open. */
async function addQuestion(page: Page, number: number): Promise<void> {
  await page.getByRole('button', { name: 'Add a question' }).click();
  const added = page.getByRole('button', { name: new RegExp(`^${String(number)}\\. not worded yet`) });
  await expect(added).toHaveAttribute('aria-expanded', 'true');
}

/** Publishes the draft that is open. Ends on the page of the exercise. */
export async function publishExercise(page: Page, reason: string): Promise<void> {
  await page.getByLabel('What is new in it?').fill(reason);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText("The clinic's own: Published")).toBeVisible();
}
