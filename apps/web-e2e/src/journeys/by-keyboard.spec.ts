import type { Locator, Page } from '@playwright/test';
import { addCouple, assign, invite } from '../harness/couple-pages.ts';
import { expect, test } from '../harness/journey.ts';
import { missedByKeyboard } from '../harness/keyboard-walk.ts';
import { cutOff, readAtTwice } from '../harness/large-text.ts';
import { enrol } from '../harness/own-pages.ts';
import { signInAtPortal } from '../harness/staff.ts';

const team = { recovering: /Mina Castellan/, partner: /Jo Whitlock/, joint: /Mina Castellan/ };
const MOST_STEPS = 60;

/** Presses Tab until the focus is on what is wanted. */
async function reach(wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  const has = (): Promise<boolean> => wanted.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < MOST_STEPS && !(await has()); step += 1)
    await wanted.page().keyboard.press('Tab');
  expect(await has()).toBe(true);
}

/** Answers the question that is open with keys, and goes on. */
async function answer(page: Page, field: Locator, keys: () => Promise<void>): Promise<void> {
  const place = page.getByText(/^Question \d+ of \d+$/);
  const before = await place.innerText();
  await reach(field);
  await keys();
  expect.soft(await cutOff(page)).toEqual([]);
  await reach(page.getByRole('button', { name: 'Next' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(before, { exact: true })).toHaveCount(0);
}

async function sound(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  expect.soft(await cutOff(page)).toEqual([]);
  expect.soft(await missedByKeyboard(page)).toEqual([]);
}

test('a check-in by keyboard alone, with text at twice its size', async ({ devices }) => {
  const { page: mina } = await devices.desk();
  const { page } = await devices.phone({ viewport: { width: 360, height: 740 } });
  const space = (): Promise<void> => page.keyboard.press('Space');

  await test.step('it is given to somebody who came in just now', async () => {
    await signInAtPortal(mina, 'Mina Castellan');
    await addCouple(mina, { name: 'Sedge', recovering: 'Noa', partner: 'Iris', team });
    await enrol(page, await invite(mina, 'Noa'), 'Noa', () => Promise.resolve());
    await mina.reload();
    await assign(mina, 'Daily recovery check-in', 'Noa', 1);
  });

  await test.step('every place of Today can be reached and read', async () => {
    await readAtTwice(page);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Daily recovery check-in' })).toBeVisible();
    await sound(page);
  });

  await test.step('each question is answered with keys', async () => {
    await page.reload();
    await reach(page.getByRole('link', { name: 'Start' }));
    await page.keyboard.press('Enter');
    await answer(page, page.getByRole('checkbox', { name: 'calm' }), space);
    await answer(page, page.getByRole('button', { name: 'More' }), space);
    await answer(page, page.getByRole('radio', { name: 'No', exact: true }), space);
    await answer(page, page.getByRole('textbox', { name: 'One thing I was tempted to leave out' }), () =>
      page.keyboard.type('typed without a mouse'),
    );
    await answer(page, page.getByRole('checkbox', { name: 'moved my body' }), space);
    await answer(page, page.getByLabel('Sleep hours'), () => page.keyboard.type('7'));
    await answer(page, page.getByRole('radio').first(), space);
  });

  await test.step('and handed in', async () => {
    await expect(page.getByRole('heading', { name: 'Before you hand it in' })).toBeVisible();
    await expect(page.getByText('typed without a mouse')).toBeVisible();
    await sound(page);
    await reach(page.getByRole('button', { name: /^Hand in to / }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await sound(page);
  });
});
