import { Injectable, inject, signal } from '@angular/core';
import { Session } from '../core/session/session';
import type { Ratings } from './rating-sheet';

/** Answers of the open window, in memory, so that a lock or a look at Help loses none. By person and window. */
@Injectable({ providedIn: 'root' })
export class RatingsInHand {
  readonly #session = inject(Session);
  readonly #sheets = signal<ReadonlyMap<string, Ratings>>(new Map());

  of(windowEndsOn: string): Ratings {
    return this.#sheets().get(this.#key(windowEndsOn)) ?? {};
  }

  keep(windowEndsOn: string, ratings: Ratings): void {
    this.#sheets.update((sheets) => new Map(sheets).set(this.#key(windowEndsOn), ratings));
  }

  #key(windowEndsOn: string): string {
    return `${this.#session.person()?.id ?? ''}:${windowEndsOn}`;
  }
}
