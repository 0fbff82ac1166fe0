import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [360, 1440] as const;
const SCHEMES = ['light', 'dark'] as const;

/**
 * Checks what is on the page now with axe, in light and in dark, at 360 and at 1440 px, and that nothing has to be
 * scrolled sideways. Leaves the page at the size it had, in light.
 * @param name how the page is called in a finding
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  const findings: string[] = [];
  for (const width of WIDTHS) {
    await wholePage(page, width, before.height);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      findings.push(
        ...(await violations(page)).map((one) => `${name}, ${String(width)} px, ${colorScheme}: ${one}`),
      );
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) findings.push(`${name}, ${String(width)} px: ${String(overflow)} px too wide`);
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
  // Soft: one page's finding must not hide those of the pages after it.
  expect.soft(findings).toEqual([]);
}

/** As tall as what is on it: no target lies half under the bars that stay in place while a page moves. */
async function wholePage(page: Page, width: number, least: number): Promise<void> {
  await page.setViewportSize({ width, height: least });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > least) await page.setViewportSize({ width, height });
}

async function violations(page: Page): Promise<string[]> {
  // A colour on its way from one scheme to the other is no colour of the design.
  await page.evaluate(async () => {
    scrollTo(0, 0);
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id} (${help}) at ${target.join(' ')}: ${any[0]?.message ?? ''}`),
  );
}
