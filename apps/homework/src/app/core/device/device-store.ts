import { Injectable } from '@angular/core';

const DATABASE = 'trellis';
const VERSION = 2;
/** What the first version kept: copies under keys that died with their page. */
const FORMER = 'sealed-drafts';

/** Sealed bytes and the number they were sealed with. */
export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** What a device keeps of one of its people: the number it draws its key by, and the pair that notes are sealed to. */
export interface Door {
  readonly number: string;
  readonly toWrite: ArrayBuffer;
  readonly toRead: Sealed;
}

/** A note that was written while nobody was signed in. Only the key of its door opens it. */
export interface SealedNote extends Sealed {
  readonly owner: string;
  readonly once: ArrayBuffer;
}

/** Stores of this device. Names and contents are sealed or random: nothing in them can be read as text. */
interface Stored {
  readonly copies: Sealed;
  readonly doors: Door;
  readonly notes: SealedNote;
}
type StoreName = keyof Stored;

/** One row under its name: of copies and doors a text, of notes their number in order. */
export interface StoredRow<Name extends StoreName> {
  readonly name: IDBValidKey;
  readonly value: Stored[Name];
}

/** The browser's own database, as far as this device keeps anything at all. Every call answers false or nothing where it does not. */
@Injectable({ providedIn: 'root' })
export class DeviceStore {
  readonly #database = openStore();

  /** True when it is written for good. Notes get the next number in order. */
  async put<Name extends StoreName>(store: Name, value: Stored[Name], name?: string): Promise<boolean> {
    return this.#change(store, (rows) => (name === undefined ? rows.add(value) : rows.put(value, name)));
  }

  async remove(store: StoreName, name: IDBValidKey): Promise<boolean> {
    return this.#change(store, (rows) => rows.delete(name));
  }

  /** Everything of one store with its names, in their order. */
  async all<Name extends StoreName>(store: Name): Promise<readonly StoredRow<Name>[]> {
    const database = await this.#database;
    if (database === null) return [];
    const rows = database.transaction(store).objectStore(store);
    const [names, values] = await Promise.all([answered(rows.getAllKeys()), answered(rows.getAll())]);
    return (names ?? []).map((name, at) => ({ name, value: values?.[at] as Stored[Name] }));
  }

  async #change(store: StoreName, act: (rows: IDBObjectStore) => IDBRequest): Promise<boolean> {
    const database = await this.#database;
    if (database === null) return false;
    return new Promise<boolean>((resolve) => {
      // Throws where a page of a newer version has taken the database over: then nothing is kept from here.
      const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => {
        resolve(true);
      };
      transaction.onabort = transaction.onerror = () => {
        resolve(false);
      };
      act(transaction.objectStore(store));
    }).catch(() => false);
  }
}

/** Null where the browser keeps nothing, for example in some private windows. */
async function openStore(): Promise<IDBDatabase | null> {
  if (!('indexedDB' in globalThis)) return null;
  return new Promise((resolve) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      const database = request.result;
      if (database.objectStoreNames.contains(FORMER)) database.deleteObjectStore(FORMER);
      database.createObjectStore('copies');
      database.createObjectStore('doors');
      database.createObjectStore('notes', { autoIncrement: true });
    };
    request.onsuccess = () => {
      // A page of the next version must not have to wait for this one.
      request.result.onversionchange = () => {
        request.result.close();
      };
      resolve(request.result);
    };
    request.onerror = () => {
      resolve(null);
    };
  });
}

function answered<T>(request: IDBRequest<T>): Promise<T | null> {
  return new Promise((resolve) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      resolve(null);
    };
  });
}
