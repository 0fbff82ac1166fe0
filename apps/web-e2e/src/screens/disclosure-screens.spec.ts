import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { moveDemoTime } from '../harness/demo.ts';
import { gatherCast } from '../harness/disclosure/cast.ts';
import { chapters } from '../harness/disclosure/story.ts';
import { expect, test } from '../harness/journey.ts';

const FOLDER = path.join(import.meta.dirname, '../../../../docs/screenshots');

/** Takes the page as it stands, in light, at the size it has; whose device it is tells which app it shows. */
async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const width = page.viewportSize()?.width ?? 0;
  const app = width < 600 ? 'homework' : 'portal';
  const slug = name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  const file = `${app}-${slug}-${String(width)}-light.png`;
  await page.screenshot({ path: path.join(FOLDER, file), animations: 'disabled', caret: 'hide' });
  expect(statSync(path.join(FOLDER, file)).size).toBeGreaterThan(5000);
}

test.afterAll(async () => {
  await moveDemoTime(0);
});

test('screens of a disclosure', async ({ devices }) => {
  test.setTimeout(480_000);
  const cast = await gatherCast(devices, shoot);
  for (const [name, tell] of chapters) await test.step(name, () => tell(cast));
});
