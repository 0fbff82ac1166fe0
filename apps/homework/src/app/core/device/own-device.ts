import { HttpClient } from '@angular/common/http';
import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import type { DeviceKeyView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../http/api-url';
import { Session } from '../session/session';
import { DeviceSeal, inBytes, inHex } from './device-seal';
import { DeviceStore, type Door } from './device-store';
import { KeepShell } from './keep-shell';
import { newPair } from './note-seal';

/** This device as its signed-in person has opened it. */
export interface OpenDevice {
  readonly owner: string;
  readonly door: Door;
  readonly seal: DeviceSeal;
}

/** How long a page waits for the key before it goes on without what the device keeps. */
const PATIENCE_MS = 4_000;
const PAUSE_MS = 2_000;

/**
 * The device of the person who is signed in. The clinic hands the key out after each sign-in; it lives in memory, and
 * goes when the person does. Whoever said that others use the device gets none, and nothing is kept for them.
 */
@Injectable({ providedIn: 'root' })
export class OwnDevice {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);
  readonly #store = inject(DeviceStore);
  readonly #shell = inject(KeepShell);
  readonly #shared = signal(false);
  /** The person said that somebody else uses this device: it keeps nothing. */
  readonly shared = this.#shared.asReadonly();
  #person: string | null = null;
  #opening: Promise<OpenDevice | null> | null = null;
  #failedAt = Number.NEGATIVE_INFINITY;

  constructor() {
    effect(() => {
      const { id } = this.#session.person() ?? { id: null };
      untracked(() => {
        this.#follow(id);
      });
    });
  }

  /** Null while the key is not here: nobody is signed in, no answer from the clinic yet, or a shared device. */
  async opened(): Promise<OpenDevice | null> {
    const level = this.#session.level();
    const person = this.#session.person()?.id ?? null;
    if (person === null || (level !== 'full' && level !== 'pin')) return null;
    this.#follow(person);
    if (this.#opening === null) {
      if (performance.now() - this.#failedAt < PAUSE_MS) return null;
      this.#opening = this.#open(person);
    }
    const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
    return Promise.race([this.#opening, late]);
  }

  /** The person said it on this page: what was kept is gone from now on, or may be kept again. */
  async sharedSaid(): Promise<void> {
    this.#opening = null;
    this.#failedAt = Number.NEGATIVE_INFINITY;
    await this.opened();
  }

  #follow(person: string | null): void {
    if (person === this.#person) return;
    this.#person = person;
    this.#opening = null;
    this.#failedAt = Number.NEGATIVE_INFINITY;
    this.#shared.set(false);
  }

  async #open(person: string): Promise<OpenDevice | null> {
    try {
      const owner = inHex(await crypto.subtle.digest('SHA-256', inBytes(person)));
      const doors = await this.#store.all('doors');
      const before = doors.find(({ name }) => name === owner)?.value;
      const number = before?.number ?? randomNumber();
      const url = apiUrl(paths.home.devices, 'key');
      const { key } = await firstValueFrom(this.#http.post<DeviceKeyView>(url, { device: number }));
      if (this.#person !== person) return null;
      this.#shared.set(key === null);
      if (key === null) {
        await this.#keepNothing(owner, doors.length - (before === undefined ? 0 : 1));
        return null;
      }
      const seal = await DeviceSeal.of(key);
      const door = before ?? { number, ...(await newPair(owner, seal)) };
      if (before === undefined && !(await this.#store.put('doors', door, owner))) return null;
      this.#shell.keep();
      return { owner, door, seal };
    } catch {
      this.#failedAt = performance.now();
      this.#opening = null;
      return null;
    }
  }

  /** Copies of others on this device stay: nobody can tell whose a copy is, and none opens without its owner. */
  async #keepNothing(owner: string, others: number): Promise<void> {
    await this.#store.remove('doors', owner);
    if (others > 0) return;
    for (const store of ['copies', 'notes'] as const)
      for (const { name } of await this.#store.all(store)) await this.#store.remove(store, name);
    await this.#shell.forget();
  }
}

function randomNumber(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
