import { Injectable, inject } from '@angular/core';
import { DeviceStore } from '../device/device-store';
import { LiveTabs } from '../device/live-tabs';
import { type OpenDevice, OwnDevice } from '../device/own-device';
import type { Answers } from '../homework/own-homework';

/** An unsent draft with all that is needed to go on with it: what it was based on and what was sent without an answer. */
export interface DraftCopy {
  readonly answers: Answers;
  readonly base: Answers;
  readonly attempted: readonly Answers[];
  readonly version: number;
}

/** What is kept for one place: a draft, or the wish to hand in. */
export interface KeptThing<T> {
  readonly place: string;
  /** The page of the app that opens it. */
  readonly page: string;
  /** Which page of the browser wrote it. */
  readonly tab: string;
  readonly at: number;
  readonly what: T;
}

/** One that was found, under the name it is kept by. */
export interface Found<T> extends KeptThing<T> {
  readonly name: IDBValidKey;
}

/**
 * Sealed copies of what is not with the clinic yet. They outlive page, lock, crash and update, and open again for their
 * author alone. Each page of the browser keeps its own, so that two of them never write over one another.
 */
@Injectable({ providedIn: 'root' })
export class DeviceCopies {
  readonly #device = inject(OwnDevice);
  readonly #store = inject(DeviceStore);
  readonly #tabs = inject(LiveTabs);
  /** One thing after the other for each place: a copy that is let go must not come back by a slower write. */
  readonly #turns = new Map<string, Promise<unknown>>();

  /** True when the sealed copy is written. */
  keep(place: string, page: string, what: unknown): Promise<boolean> {
    const thing: KeptThing<unknown> = { place, page, tab: this.#tabs.own, at: Date.now(), what };
    return this.#inTurn(place, async () => {
      const device = await this.#device.opened();
      if (device === null) return false;
      const name = await device.seal.nameOf(`${place} ${this.#tabs.own}`);
      return this.#store.put('copies', await device.seal.close(name, JSON.stringify(thing)), name);
    });
  }

  /** Removes what this page keeps for the place. */
  letGo(place: string): Promise<void> {
    return this.#inTurn(place, async () => {
      const device = await this.#device.opened();
      if (device === null) return;
      await this.#store.remove('copies', await device.seal.nameOf(`${place} ${this.#tabs.own}`));
    });
  }

  async remove({ name }: { readonly name: IDBValidKey }): Promise<void> {
    await this.#store.remove('copies', name);
  }

  /** What pages that are closed have left behind, oldest first. */
  async leftBehind(): Promise<readonly Found<unknown>[]> {
    const device = await this.#device.opened();
    if (device === null) return [];
    const live = await this.#tabs.live();
    const all = await this.#all(device);
    return all.filter(({ tab }) => !live(tab)).sort((a, b) => a.at - b.at);
  }

  /** At a sign-out: where nothing of the person is left unsent, the device forgets that they were here. */
  async tidy(): Promise<void> {
    const device = await this.#device.opened();
    if (device === null || (await this.#all(device)).length > 0) return;
    const notes = await this.#store.all('notes');
    if (!notes.some(({ value }) => value.owner === device.owner))
      await this.#store.remove('doors', device.owner);
  }

  async #all({ seal }: OpenDevice): Promise<readonly Found<unknown>[]> {
    const rows = await this.#store.all('copies');
    const read = rows.map(async ({ name, value }) => {
      const text = typeof name === 'string' ? await seal.open(name, value) : null;
      return text === null ? [] : [{ ...(JSON.parse(text) as KeptThing<unknown>), name }];
    });
    return (await Promise.all(read)).flat();
  }

  #inTurn<T>(place: string, act: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(place) ?? Promise.resolve();
    const now = before.then(act, act);
    this.#turns.set(place, now);
    return now;
  }
}
