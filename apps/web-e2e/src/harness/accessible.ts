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
      const found = await standing(page, () => wholePage(page, width, before.height));
      findings.push(...found.map((one) => `${name}, ${String(width)} px, ${colorScheme}: ${one}`));
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) findings.push(`${name}, ${String(width)} px: ${String(overflow)} px too wide`);
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
  // Soft: one page's finding must not hide those of the pages after it.
  expect.soft(findings).toEqual([]);
}

/** What axe finds twice: a page that still grows, or a button that is just pressed, is looked at again as it then is. */
async function standing(page: Page, fit: () => Promise<void>): Promise<string[]> {
  const first = await violations(page);
  if (first.length === 0) return first;
  await fit();
  return violations(page);
}

/** As tall as what is on it: no target lies half under the bars that stay in place while a page moves. */
export async function wholePage(page: Page, width: number, least: number): Promise<void> {
  await page.setViewportSize({ width, height: least });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > least) await page.setViewportSize({ width, height });
}

/** What axe finds on the page as it stands, one line a place. */
export async function violations(page: Page): Promise<string[]> {
  // A colour on its way from one scheme to the other is no colour of the design. It is put to its end rather than waited
  // for: a page that nobody looks at may never come there.
  await page.evaluate(() => {
    scrollTo(0, 0);
    for (const animation of document.getAnimations())
      if (animation.effect?.getTiming().iterations !== Infinity) animation.finish();
  });
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id} (${help}) at ${target.join(' ')}: ${any[0]?.message ?? ''}`),
  );
}
