import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { addCouple, invite } from '../harness/couple-pages.ts';
import { moveDemoTime } from '../harness/demo.ts';
import { expect, test } from '../harness/journey.ts';
import { signInAtHome } from '../harness/own-pages.ts';
import { signInAtPortal } from '../harness/staff.ts';

const FOLDER = path.join(import.meta.dirname, '../../../../docs/screenshots');
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

/** Takes the page as it stands in light and dark, at each size; the name of the file tells which. */
async function shoot(page: Page, name: string, sizes: readonly (typeof DESK)[]): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const before = page.viewportSize() ?? DESK;
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const file = `${name}-${String(size.width)}-${colorScheme}.png`;
      await page.screenshot({ path: path.join(FOLDER, file), animations: 'disabled', caret: 'hide' });
    }
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
}

const atDesk = (page: Page, name: string): Promise<void> => shoot(page, `portal-${name}`, [DESK, PHONE]);
const onPhone = (page: Page, name: string): Promise<void> => shoot(page, `homework-${name}`, [PHONE]);

test('screens of the portal', async ({ devices }) => {
  const { page } = await devices.desk();
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'Demo clinic' })).toBeVisible();
  await atDesk(page, 'sign-in');
  await signInAtPortal(page, 'Mina Castellan');
  await expect(page.getByRole('link', { name: 'Birch' })).toBeVisible();
  await atDesk(page, 'caseload');
  await page.getByRole('link', { name: 'Ellery' }).click();
  await expect(page.getByText('No total.')).toBeVisible();
  await atDesk(page, 'couple');
  await page.getByRole('link', { name: 'Homework', exact: true }).click();
  await page
    .getByRole('button', { name: /^Daily recovery check-in.*To read/ })
    .first()
    .click();
  await expect(page.getByText('Right now my main feelings are')).toBeVisible();
  await atDesk(page, 'homework');
  await page.getByRole('link', { name: 'Predictors', exact: true }).click();
  await expect(page.getByRole('figure').first()).toBeVisible();
  await atDesk(page, 'predictors');
  // The worked example has its disclosure behind it; another couple only begins.
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('link', { name: 'Linden' }).click();
  await page.getByRole('link', { name: 'Disclosure', exact: true }).click();
  await page.getByRole('button', { name: 'Open a disclosure process' }).click();
  await page.getByLabel('Day', { exact: true }).fill('2027-03-01');
  await page.getByLabel('Starts at').fill('10:00');
  await page.getByRole('button', { name: 'Check and schedule' }).click();
  await expect(page.getByRole('heading', { name: /^Not yet/ })).toBeVisible();
  await atDesk(page, 'disclosure-refused');
});

test('screen of the reports', async ({ devices }) => {
  const { page } = await devices.desk();
  await signInAtPortal(page, 'Dale Moss');
  await page.getByRole('link', { name: 'Reports' }).click();
  await page.getByRole('button', { name: /^Export CSV/ }).click();
  await expect(page.getByRole('button', { name: 'Download, 3 left' })).toBeVisible({ timeout: 30_000 });
  await atDesk(page, 'reports');
});

test('screens of the homework app', async ({ devices }) => {
  await moveDemoTime(0);
  const { page } = await devices.phone();
  await signInAtHome(page, 'RP');
  await expect(page.getByText('One box is for you alone.')).toBeVisible();
  await onPhone(page, 'today');
  await page.getByRole('link', { name: /^(Start|Go on)$/ }).click();
  await page.getByRole('checkbox', { name: 'calm' }).check({ force: true });
  await expect(page.getByText('Saved with your clinic')).toBeVisible();
  await onPhone(page, 'saved');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await onPhone(page, 'task');
  await page.getByRole('link', { name: 'Help' }).click();
  await expect(page.getByRole('heading', { name: 'Talk to a person' })).toBeVisible();
  await onPhone(page, 'help');
});

test('screens of an invitation', async ({ devices }) => {
  const { page: desk } = await devices.desk();
  await signInAtPortal(desk, 'Priya Raman');
  const team = { recovering: /Priya Raman/, partner: /Jo Whitlock/, joint: /Priya Raman/ };
  await addCouple(desk, { name: 'Vale', recovering: 'Noel', partner: 'Ida', team });
  const { link, code } = await invite(desk, 'Ida');
  const { page } = await devices.phone();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  await onPhone(page, 'invitation');
  await page.getByLabel('Six-digit code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome, Ida' })).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: 'Who can read what' })).toBeVisible();
  await onPhone(page, 'rooms');
});
