import type { Page } from '@playwright/test';

/** Sets the reader's text to twice its size, for every page that is opened from here on. */
export async function readAtTwice(page: Page): Promise<void> {
  const style = 'html { font-size: 200% !important; }';
  await page.addInitScript((css) => {
    addEventListener('DOMContentLoaded', () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
  }, style);
}

/** @returns what does not hold at this size: a page that scrolls sideways, and words that are cut off at an edge */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const tooWide = document.documentElement.scrollWidth - innerWidth;
    if (tooWide > 0) found.push(`${String(tooWide)} px too wide`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === 3 && node.nodeValue?.trim() !== '',
      );
      // A box of one pixel is for those who listen; a field scrolls in itself.
      if (!own || element.clientWidth === 1 || element.matches('textarea, select')) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const wide = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const tall = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2;
      const box = element.getBoundingClientRect();
      if (wide || tall || box.right > innerWidth + 1)
        found.push(`cut off: ${element.tagName.toLowerCase()} "${element.innerText.trim().slice(0, 40)}"`);
    }
    return found;
  });
}
