import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { violations, wholePage } from './accessible.ts';
import { expect } from './journey.ts';
import { missedByKeyboard } from './keyboard-walk.ts';
import { cutOff, readAtTwice } from './large-text.ts';

const FOLDER = path.join(import.meta.dirname, '../../../../dist/pages-seen');

/** Each language, each width and each scheme once, and no two of them always together. */
const LOOKS = [
  { language: 'en', width: 360, colorScheme: 'light' },
  { language: 'en', width: 1440, colorScheme: 'dark' },
  { language: 'es', width: 360, colorScheme: 'dark' },
  { language: 'es', width: 1440, colorScheme: 'light' },
] as const;

/** A key that has no words, or a name that was not put in. */
const UNSAID = /\{\{\w*\}\}|^[a-z]\w*(?:\.[a-z]\w*){1,4}$/m;

/**
 * Opens pages beside the one that is given, signed in as its reader, in both languages, at 360 and 1440 px, in light
 * and dark. Checks each with axe, for scrolling sideways and for words that are missing, and keeps a picture of all of
 * it below `dist/pages-seen`.
 */
export async function seePages(
  page: Page,
  who: string,
  paths: Readonly<Record<string, string>>,
): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const findings: string[] = [];
  for (const { language, width, colorScheme } of LOOKS) {
    const beside = await page.context().newPage();
    await speak(beside, language);
    const height = width === 360 ? 740 : 900;
    await beside.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const [name, address] of Object.entries(paths)) {
      await beside.setViewportSize({ width, height });
      await beside.goto(address);
      await beside.waitForLoadState('networkidle');
      await expect(beside.locator('h1').first()).toBeVisible();
      await wholePage(beside, width, height);
      const file = `${who}-${name}-${language}-${String(width)}-${colorScheme}`;
      const told = [...(await violations(beside)), ...(await wrongs(beside))];
      findings.push(...told.map((one) => `${file}: ${one}`));
      await beside.screenshot({
        path: path.join(FOLDER, `${file}.png`),
        animations: 'disabled',
      });
    }
    await beside.close();
  }
  // Soft: what one page shows must not hide what those after it do.
  expect.soft(findings).toEqual([]);
}

/** Opens the pages of a phone with text at twice its size, and goes through each with the keyboard alone. */
export async function walkPages(
  page: Page,
  who: string,
  paths: Readonly<Record<string, string>>,
): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const findings: string[] = [];
  const beside = await page.context().newPage();
  await readAtTwice(beside);
  await beside.setViewportSize({ width: 360, height: 740 });
  for (const [name, address] of Object.entries(paths)) {
    await beside.goto(address);
    await beside.waitForLoadState('networkidle');
    await expect(beside.locator('h1').first()).toBeVisible();
    const told = [...(await cutOff(beside)), ...(await missedByKeyboard(beside))];
    findings.push(...told.map((one) => `${who}-${name}, twice: ${one}`));
    await beside.screenshot({ path: path.join(FOLDER, `${who}-${name}-twice.png`), fullPage: true });
  }
  await beside.close();
  expect.soft(findings).toEqual([]);
}

/** The portal asks the browser for its language, the homework app the person's own record. */
async function speak(page: Page, language: 'en' | 'es'): Promise<void> {
  await page.addInitScript((one) => {
    Object.defineProperty(navigator, 'languages', { get: () => [one] });
  }, language);
  await page.route('**/api/home/session', async (route) => {
    const answer = await route.fetch();
    const view = (await answer.json()) as { person?: { language?: string } };
    if (view.person !== undefined) view.person.language = language;
    await route.fulfill({ response: answer, json: view });
  });
}

async function wrongs(page: Page): Promise<string[]> {
  const found: string[] = [];
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (tooWide > 0) found.push(`${String(tooWide)} px too wide`);
  const unsaid = UNSAID.exec(await page.locator('body').innerText());
  if (unsaid !== null) found.push(`no words for ${unsaid[0]}`);
  return found;
}
