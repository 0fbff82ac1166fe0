import type { Page } from '@playwright/test';

/**
 * Everything a browser keeps for the site that a script, and so a curious person, could read as text: the page, its
 * title, the storages, the databases, the caches, and whatever the browser would answer from its own cache.
 */
export async function readableTraces(page: Page, addresses: readonly string[] = []): Promise<string> {
  return page.evaluate(async (asked) => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie, document.title];
    kept.push(document.documentElement.outerHTML);
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(new Error('not opened'));
      });
      for (const store of database.objectStoreNames) {
        const reading = database.transaction(store).objectStore(store).getAll();
        kept.push(await new Promise((resolve) => (reading.onsuccess = () => resolve(reading.result))));
      }
      database.close();
    }
    for (const key of await caches.keys()) {
      for (const request of await (await caches.open(key)).keys()) kept.push(request.url);
    }
    for (const address of asked) {
      const answer = await fetch(address, { cache: 'force-cache' });
      kept.push(await answer.text());
    }
    return JSON.stringify(kept);
  }, addresses);
}
