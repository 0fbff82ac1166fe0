import type { BrowserContext, Page } from '@playwright/test';

/**
 * What a browser keeps of a site beside the page that is open: storages, databases and caches with what is in them,
 * read in every writing a curious person would try, the addresses and titles it has been at and the programs
 * of the site that run in the background.
 */
export async function keptTraces(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const readings = (value: unknown): unknown => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        const bytes =
          value instanceof ArrayBuffer
            ? new Uint8Array(value)
            : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        return ['utf-8', 'utf-16le', 'utf-16be', 'latin1'].map((code) => new TextDecoder(code).decode(bytes));
      }
      if (value instanceof Map) return [...value].map(readings);
      if (value instanceof Set || Array.isArray(value)) return [...value].map(readings);
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readings(inner)]));
      return typeof value === 'bigint' ? String(value) : value;
    };
    const all = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(new Error('not read'));
      });
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie, document.title];
    kept.push(
      location.href,
      history.state,
      window.name,
      performance.getEntries().map((entry) => entry.name),
    );
    for (const { name: called } of await indexedDB.databases()) {
      if (called === undefined) continue;
      const database = await all(indexedDB.open(called));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        kept.push(called, store, readings(await all(rows.getAllKeys())), readings(await all(rows.getAll())));
      }
      database.close();
    }
    for (const key of await caches.keys()) {
      const cache = await caches.open(key);
      for (const request of await cache.keys())
        kept.push(key, request.url, await (await cache.match(request))?.text());
    }
    for (const worker of await navigator.serviceWorker.getRegistrations()) kept.push(worker.scope);
    return JSON.stringify(kept);
  });
}

/** Every address and title that a context goes through from now on, as its history would show them. */
export function watchAddresses(context: BrowserContext): { text(): string } {
  const seen: string[] = [];
  context.on('request', (request) => seen.push(request.url(), ...Object.values(request.headers())));
  const follow = (page: Page): void => {
    page.on('framenavigated', (frame) => {
      seen.push(frame.url());
      void frame.title().then(
        (title) => seen.push(title),
        () => undefined,
      );
    });
  };
  context.pages().forEach(follow);
  context.on('page', follow);
  return { text: () => seen.join('\n') };
}
