import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from '../harness/accessible.ts';
import { expect, test } from '../harness/journey.ts';

// The program that keeps the shell would answer in the place of the network.
const plain = { serviceWorkers: 'block' as const };

/** Cuts the scripts whose addresses are in the list; @returns a way to let them through again */
async function cut(context: BrowserContext, scripts: readonly string[]): Promise<() => Promise<void>> {
  const isCut = (url: URL): boolean => scripts.includes(url.pathname);
  await context.route(isCut, (route) => route.abort('connectionrefused'));
  return () => context.unroute(isCut);
}

/** The scripts that a page asks for beyond those of the first screen. */
async function scriptsOf(page: Page, address: string): Promise<readonly string[]> {
  const asked = async (path: string): Promise<string[]> => {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.endsWith('.js')),
    );
  };
  const first = new Set(await asked('/sign-in'));
  return (await asked(address)).filter((script) => !first.has(script));
}

test('a page whose script does not come is never blank', async ({ devices }) => {
  const { page: calm } = await devices.phone(plain);
  const scripts = await scriptsOf(calm, '/help');
  expect(scripts.length).toBeGreaterThan(0);
  const { page, watch } = await devices.phone(plain);
  watch.expectLostConnections();
  const heading = page.getByRole('heading', { level: 1 });

  await test.step('lost once: it is asked for again by itself, and there it is', async () => {
    let refused = 0;
    const once = (url: URL): boolean => scripts.includes(url.pathname) && refused === 0;
    await page.context().route(once, (route) => {
      refused += 1;
      return route.abort('connectionrefused');
    });
    await page.goto('/help');
    await expect(heading).toBeVisible();
    await expect(heading).not.toHaveText('This page did not load');
    expect(refused).toBe(1);
  });

  await test.step('lost for longer: the page says so, and leads on', async () => {
    const letThrough = await cut(page.context(), scripts);
    await page.goto('/help');
    await expect(heading).toHaveText('This page did not load');
    expect(new URL(page.url()).pathname).toBe('/help');
    await expectAccessible(page, 'page not loaded');
    await letThrough();
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect(heading).not.toHaveText('This page did not load');
    await expect(heading).toBeVisible();
  });
});

test('so in the portal', async ({ devices }) => {
  const { page: calm } = await devices.desk(plain);
  const scripts = await scriptsOf(calm, '/join');
  expect(scripts.length).toBeGreaterThan(0);
  const { page, watch } = await devices.desk(plain);
  watch.expectLostConnections();
  const letThrough = await cut(page.context(), scripts);
  const heading = page.getByRole('heading', { level: 1 });
  await page.goto('/join');
  await expect(heading).toHaveText('This page did not load');
  await expectAccessible(page, 'page not loaded in the portal');
  await letThrough();
  await page.getByRole('link', { name: 'Try again' }).click();
  await expect(heading).not.toHaveText('This page did not load');
  await expect(heading).toBeVisible();
});
