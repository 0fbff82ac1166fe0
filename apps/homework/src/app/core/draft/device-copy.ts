import { Injectable } from '@angular/core';

const DATABASE = 'trellis';
const STORE = 'sealed-drafts';
const OLDEST_KEPT_MS = 24 * 60 * 60 * 1000;

interface SealedCopy {
  readonly at: number;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/**
 * Sealed copies of unsent drafts in the browser's own store (AES-GCM, 256 bit). The key is made in this tab, cannot
 * be taken out, and lives in memory only: once the page is closed, what is left on the device opens for nobody.
 */
@Injectable({ providedIn: 'root' })
export class DeviceCopy {
  readonly #key = crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  readonly #database = openStore();

  /** True when the sealed copy is written. `place` names the draft without a word of it. */
  async keep(place: string, text: string): Promise<boolean> {
    const database = await this.#database;
    if (database === null) return false;
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: nonce },
      await this.#key,
      new TextEncoder().encode(text),
    );
    const copy: SealedCopy = { at: Date.now(), nonce, sealed };
    return settled(database.transaction(STORE, 'readwrite').objectStore(STORE).put(copy, place));
  }

  async letGo(place: string): Promise<void> {
    const database = await this.#database;
    if (database !== null)
      await settled(database.transaction(STORE, 'readwrite').objectStore(STORE).delete(place));
  }
}

/** Null where the browser keeps nothing, for example in a private window. */
async function openStore(): Promise<IDBDatabase | null> {
  if (!('indexedDB' in globalThis)) return null;
  const opened = await new Promise<IDBDatabase | null>((resolve) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      resolve(null);
    };
  });
  if (opened !== null) removeOld(opened);
  return opened;
}

/** Copies of tabs that are long closed: nobody holds their key any more. */
function removeOld(database: IDBDatabase): void {
  const request = database.transaction(STORE, 'readwrite').objectStore(STORE).openCursor();
  request.onsuccess = () => {
    const cursor = request.result;
    if (cursor === null) return;
    const { at } = cursor.value as SealedCopy;
    if (Date.now() - at > OLDEST_KEPT_MS) cursor.delete();
    cursor.continue();
  };
}

function settled(request: IDBRequest): Promise<boolean> {
  return new Promise((resolve) => {
    const transaction = request.transaction;
    if (transaction === null) {
      resolve(false);
      return;
    }
    transaction.oncomplete = () => {
      resolve(true);
    };
    transaction.onabort = () => {
      resolve(false);
    };
    transaction.onerror = () => {
      resolve(false);
    };
  });
}
