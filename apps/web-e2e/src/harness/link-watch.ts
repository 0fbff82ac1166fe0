import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';

/** Where the secret of a link may never be seen. */
export interface LinkWatch {
  /** Addresses and headers of every request so far. */
  readonly requests: readonly string[];
}

/** Notes the address and all headers of every request of a context from now on. */
export function watchRequests(context: BrowserContext): LinkWatch {
  const requests: string[] = [];
  context.on('request', (request) => {
    const headers = Object.entries(request.headers()).map(([name, value]) => `${name}: ${value}`);
    requests.push([`${request.method()} ${request.url()}`, ...headers].join('\n'));
  });
  return { requests };
}

/**
 * Everything of an opened link that stays behind in the browser and at the server: the address, the history of the
 * tab, what the browser measured, what a page could hand on, and the log of the server.
 */
export async function whatStaysOfLink(page: Page, logFile: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  const inPage = await page.evaluate(() => ({
    address: document.URL,
    referrer: document.referrer,
    name: window.name,
    state: JSON.stringify(history.state),
    measured: performance.getEntries().map(({ name, entryType }) => `${entryType} ${name}`),
  }));
  const tab = entries.map(({ url, title }) => `${url} ${title}`);
  return JSON.stringify({ inPage, tab, log: readFileSync(logFile, 'utf8') });
}
