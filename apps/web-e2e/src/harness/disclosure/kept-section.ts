import type { Locator, Page } from '@playwright/test';
import type { OwnDocumentView } from '@trellis/contracts';
import { expect } from '../journey.ts';
import { killApi, waitForNewApi } from '../kill.ts';
import type { Cast } from './cast.ts';

const PLACE = '/disclosure/disclosure-document/a';
const box = (page: Page): Locator => page.getByRole('textbox', { name: 'Why I share this' });
const saved = (page: Page): Locator => page.getByText('Saved with your clinic').first();
const kept = (page: Page): Locator => page.getByText('Kept on this device, not sent yet').first();

/** In the middle of the first section the connection goes, the page is closed, and the server ends: each word is there. */
export async function keepSection({ ruben }: Cast): Promise<void> {
  ruben.watch.expectLostConnections();
  const context = ruben.page.context();
  const before = await box(ruben.page).inputValue();
  const page = await context.newPage();
  await page.goto(PLACE);
  await expect(box(page)).toHaveValue(before);
  await context.setOffline(true);
  await box(page).fill(`${before} Typed without a connection.`);
  await expect(kept(page)).toBeVisible();
  await page.close();
  await context.setOffline(false);
  await ruben.page.goto(PLACE);
  await expect(box(ruben.page)).toHaveValue(`${before} Typed without a connection.`);
  await expect(saved(ruben.page)).toBeVisible();
  killApi({ keepDown: true });
  await box(ruben.page).fill(`${before} Typed while the server was away.`);
  await expect(kept(ruben.page)).toBeVisible();
  await waitForNewApi();
  await expect(saved(ruben.page)).toBeVisible({ timeout: 60_000 });
  const { sections } = await ruben.voice.call<OwnDocumentView>('GET', 'disclosure-document');
  expect(sections.find(({ section }) => section === 'a')?.text).toBe(
    `${before} Typed while the server was away.`,
  );
}
