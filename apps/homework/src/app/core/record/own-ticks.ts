import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import type { OwnTicksView, SetTickRequest } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { DeviceCopies } from '../draft/device-copy';
import { apiUrl } from '../http/api-url';
import { oneAct } from '../http/idempotency-key';
import { type Problem, toProblem } from '../http/problem';

export type Tick = Readonly<SetTickRequest>;

/** Before the place of a tick that is not with the clinic yet. */
export const TICK = 'tick:';
const LATER: readonly Problem['code'][] = ['unreachable', 'busy', 'too_many_attempts', 'not_signed_in'];

/**
 * Days that the recovering person ticks. A tap shows at once; without a connection the device keeps it, sealed, and
 * brings it to the clinic with the next page or as soon as the network is back. Of two taps on a day the later one holds.
 */
@Injectable({ providedIn: 'root' })
export class OwnTicks {
  readonly #http = inject(HttpClient);
  readonly #copies = inject(DeviceCopies);
  readonly #atClinic = signal<OwnTicksView | null>(null);
  readonly #unsent = signal<ReadonlyMap<string, Tick>>(new Map());
  /** Null until the clinic has answered once. */
  readonly view = computed(() => {
    const view = this.#atClinic();
    return view === null ? null : [...this.#unsent().values()].reduce(ticked, view);
  });
  readonly #onDevice = signal<ReadonlySet<string>>(new Set());
  readonly waiting = computed(() => [...this.#unsent().keys()].some((place) => this.#onDevice().has(place)));
  /** One after the other, so that the later of two taps is the later one at the clinic too. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor() {
    inject(DOCUMENT).defaultView?.addEventListener('online', () => void this.#bring());
  }

  /** Asks the clinic, after bringing it what earlier pages left on the device. @throws Problem. */
  async load(): Promise<void> {
    const left = (await this.#copies.leftBehind()).filter(({ place }) => place.startsWith(TICK));
    for (const found of left) {
      await this.#keep(found.what as Tick);
      await this.#copies.remove(found);
    }
    await this.#bring();
    this.#atClinic.set(await firstValueFrom(this.#http.get<OwnTicksView>(apiUrl(paths.home.ticks))));
  }

  /** @throws Problem where the clinic refuses it, or where it cannot be reached and the device keeps nothing. */
  async set(tick: Tick): Promise<void> {
    this.#put(tick, true);
    try {
      await this.#send(tick);
    } catch (failure) {
      const problem = toProblem(failure);
      if (LATER.includes(problem.code) && (await this.#keep(tick))) return;
      this.#put(tick, false);
      throw problem;
    }
  }

  async #bring(): Promise<void> {
    for (const tick of this.#unsent().values()) {
      try {
        await this.#send(tick);
      } catch (failure) {
        if (LATER.includes(toProblem(failure).code)) return;
        await this.#forget(tick);
      }
    }
  }

  #send(tick: Tick): Promise<void> {
    const now = this.#turn.then(() => this.#sendNow(tick));
    this.#turn = now.catch(() => undefined);
    return now;
  }

  async #sendNow(tick: Tick): Promise<void> {
    const url = apiUrl(paths.home.ticks);
    this.#atClinic.set(await firstValueFrom(this.#http.post<OwnTicksView>(url, tick, { headers: oneAct() })));
    await this.#forget(tick);
  }

  async #keep(tick: Tick): Promise<boolean> {
    this.#put(tick, true);
    const kept = await this.#copies.keep(placeOf(tick), '/today', tick);
    if (kept) this.#onDevice.update((before) => new Set(before).add(placeOf(tick)));
    return kept;
  }

  /** A tap that came meanwhile stays. */
  async #forget(tick: Tick): Promise<void> {
    if (this.#unsent().get(placeOf(tick)) !== tick) return;
    this.#put(tick, false);
    await this.#copies.letGo(placeOf(tick));
  }

  #put(tick: Tick, unsent: boolean): void {
    this.#unsent.update((before) => {
      const after = new Map(before);
      if (unsent) after.set(placeOf(tick), tick);
      else after.delete(placeOf(tick));
      return after;
    });
  }
}

function placeOf({ kind, on }: Tick): string {
  return `${TICK}${kind}:${on}`;
}

function ticked(view: OwnTicksView, { kind, on, kept }: Tick): OwnTicksView {
  const days = (before: readonly string[]): string[] =>
    [...before.filter((day) => day !== on), ...(kept ? [on] : [])].sort();
  return kind === 'update'
    ? { ...view, updates: days(view.updates) }
    : { ...view, activities: days(view.activities) };
}
