import type { Page } from '@playwright/test';
import { homeworkUrl } from '../harness/address.ts';
import { expectAccessible } from '../harness/accessible.ts';
import { expect, test } from '../harness/journey.ts';
import { signInAtHome } from '../harness/own-pages.ts';
import { readableTraces } from '../harness/traces.ts';

/** The link for keyboards is on every page and says nothing of what the page is about. */
async function expectNothingOnPage(page: Page): Promise<void> {
  await expect(page.locator('body')).toHaveText('Skip to the page');
  await expect(page.getByRole('heading')).toHaveCount(0);
  await expect(page.getByRole('button')).toHaveCount(0);
}

test('S-5 Exit leaves an empty page, and Back shows nothing', async ({ devices }) => {
  const { page } = await devices.phone();
  await signInAtHome(page, 'BP');
  await page.getByRole('link', { name: 'My record' }).click();
  await expect(page.getByRole('heading', { name: 'My record', exact: true })).toBeVisible();
  await expectAccessible(page, 'my record');
  await page.getByRole('button', { name: 'Exit' }).click();
  await expect(page).toHaveURL(`${homeworkUrl()}/away`);
  await expectNothingOnPage(page);
  expect(await page.title()).not.toMatch(/recover|homework|record|therap|couple/i);
  expect((await page.request.get(`${homeworkUrl()}/api/home/session`)).status()).toBe(401);

  await page.goBack();
  await expect(page.getByText(/Sam|Rowan|My record|Today/)).toHaveCount(0);
  await page.goto('/today');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText(/Sam|Rowan/)).toHaveCount(0);
});

test('S-5 W-5 Escape twice leaves a half-written page, and the browser keeps no readable word of it', async ({
  devices,
}) => {
  const words = 'nobody here should read this sentence';
  const { page } = await devices.phone();
  await signInAtHome(page, 'BP');
  await page.getByRole('link', { name: 'Help' }).click();
  await expect(page.getByRole('heading', { name: 'Talk to a person' })).toBeVisible();
  await expectAccessible(page, 'help');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('link', { name: 'Start' }).click();
  await page.getByRole('checkbox', { name: 'tired' }).check({ force: true });
  await page.getByRole('textbox', { name: 'Another word' }).fill(words);
  expect(await readableTraces(page)).not.toContain(words);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${homeworkUrl()}/away`);
  await expectNothingOnPage(page);
  const traces = await readableTraces(page);
  for (const trace of [words, 'Sam', 'Rowan', 'tired', 'B01']) expect(traces).not.toContain(trace);
});
