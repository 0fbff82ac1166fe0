import { Injectable, inject, signal } from '@angular/core';
import { DeviceStore, type Door } from './device-store';
import { noteReader, sealNote } from './note-seal';
import { OwnDevice } from './own-device';

/** What was written while nobody was signed in, opened for its author. */
export interface OpenNote {
  readonly name: IDBValidKey;
  readonly text: string;
}

/**
 * Notes that are written on a locked device without a connection. They can be put in and not be read, not even by the
 * page that wrote them, until their author is signed in again.
 */
@Injectable({ providedIn: 'root' })
export class LockedNotes {
  readonly #store = inject(DeviceStore);
  readonly #device = inject(OwnDevice);
  readonly #open = signal<readonly OpenNote[]>([]);
  /** The signed-in person's notes, oldest first. */
  readonly all = this.#open.asReadonly();

  /** Only where this device belongs to one person: nobody may come to read somebody else's note. */
  async mayWrite(): Promise<boolean> {
    return (await this.#door()) !== null;
  }

  /** True when the note is kept for good. */
  async write(text: string): Promise<boolean> {
    const door = await this.#door();
    return door !== null && this.#store.put('notes', await sealNote(door.name, door.value, text));
  }

  /** Looks for what the signed-in person has written here. */
  async load(): Promise<void> {
    const device = await this.#device.opened();
    if (device === null) {
      this.#open.set([]);
      return;
    }
    const read = await noteReader(device.owner, device.door.toRead, device.seal);
    const notes = (await this.#store.all('notes')).filter(({ value }) => value.owner === device.owner);
    const texts = await Promise.all(
      notes.map(async ({ name, value }) => ({ name, text: await read(value) })),
    );
    this.#open.set(texts.flatMap(({ name, text }) => (text === null ? [] : [{ name, text }])));
  }

  async remove(notes: readonly OpenNote[]): Promise<void> {
    for (const { name } of notes) await this.#store.remove('notes', name);
    await this.load();
  }

  async #door(): Promise<{ readonly name: string; readonly value: Door } | null> {
    const doors = await this.#store.all('doors');
    const [only] = doors;
    return doors.length === 1 && typeof only?.name === 'string'
      ? { name: only.name, value: only.value }
      : null;
  }
}
