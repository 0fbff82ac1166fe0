import type { Page } from '@playwright/test';
import { homeworkUrl, portalUrl } from '../harness/address.ts';
import { demoPerson } from '../harness/demo.ts';
import { expect, test } from '../harness/journey.ts';
import { signInAtHome, signInWith, skipTo } from '../harness/own-pages.ts';
import { fillSignIn, signInAtPortal } from '../harness/staff.ts';
import { expireSessions } from '../harness/time.ts';
import { readableTraces } from '../harness/traces.ts';

const QUESTION = 'I cared for myself by';
const box = (page: Page) => page.getByRole('textbox', { name: QUESTION });

async function beginWriting(page: Page): Promise<void> {
  await signInAtHome(page, 'BP');
  await page.getByRole('link', { name: /^(Start|Go on)$/ }).click();
  await skipTo(page, QUESTION);
}

async function signInAgain(page: Page): Promise<void> {
  await expect(
    page.getByText('This page was closed to keep it private. What you wrote is kept.'),
  ).toBeVisible();
  await signInWith(page, await demoPerson('BP'));
}

test('a session that ends while somebody writes loses no word', async ({ devices }) => {
  const { page } = await devices.phone();
  await beginWriting(page);
  await box(page).fill('the first half, which the clinic has');
  await expect(page.getByText('Saved with your clinic')).toBeVisible();

  await expireSessions();
  const words = 'the first half, and the second, written after the session had ended';
  await box(page).fill(words);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await readableTraces(page)).not.toContain('the first half');
  expect((await page.request.get(`${homeworkUrl()}/api/home/session`)).status()).toBe(401);

  await signInAgain(page);
  await expect(page.getByText(/^Question \d+ of \d+$/)).toBeVisible();
  await skipTo(page, QUESTION);
  await expect(box(page)).toHaveValue(words);
  await expect(page.getByText('Saved with your clinic')).toBeVisible();
  const { page: other } = await devices.phone();
  await beginWriting(other);
  await expect(box(other)).toHaveValue(words);
});

test('S-5 a page that nobody touches for a quarter of an hour closes, and opens again where it was', async ({
  devices,
}) => {
  const { page } = await devices.phone();
  await page.clock.install();
  await beginWriting(page);
  await box(page).fill('left on the kitchen table');
  await expect(page.getByText('Saved with your clinic')).toBeVisible();
  await page.clock.fastForward('15:00');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await readableTraces(page)).not.toMatch(/left on the kitchen table|Rowan|Sam/);
  expect(await page.title()).toBe('Trellis');
  await expect
    .poll(async () => (await page.request.get(`${homeworkUrl()}/api/home/session`)).status())
    .toBe(401);
  await signInAgain(page);
  await skipTo(page, QUESTION);
  await expect(box(page)).toHaveValue('left on the kitchen table');
});

test('a locked or ended portal keeps what a therapist has typed, and shows it to nobody else', async ({
  devices,
}) => {
  const { page } = await devices.desk();
  await signInAtPortal(page, 'Priya Raman');
  await page.getByRole('link', { name: 'New couple' }).click();
  const name = page.getByLabel('Name of the couple');
  await name.fill('Half a couple');

  await test.step('locked by the button', async () => {
    await page.getByRole('button', { name: 'Lock' }).click();
    await expect(page.getByText('Your draft is kept, and opens where you left it.')).toBeVisible();
    expect(await readableTraces(page)).not.toMatch(/Half a couple|Marlow/);
    expect((await page.request.get(`${portalUrl()}/api/clinic/session`)).status()).toBe(401);
    await fillSignIn(page, 'Priya Raman');
    await expect(name).toHaveValue('Half a couple');
  });

  await test.step('ended by the clinic while typing', async () => {
    await expireSessions();
    await name.fill('Half a couple, and the rest');
    await page.getByRole('link', { name: 'Caseload' }).first().click();
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
    await expect(page.getByText('Half a couple')).toHaveCount(0);
  });

  await test.step('a colleague who signs in on the same page meets an empty form', async () => {
    await fillSignIn(page, 'Jo Whitlock');
    await page.getByRole('link', { name: 'New couple' }).click();
    await expect(name).toHaveValue('');
  });
});
