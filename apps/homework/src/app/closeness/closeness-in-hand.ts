import { Injectable, computed, inject, signal } from '@angular/core';
import type { ScaleAnswer } from '@trellis/ui';
import { Session } from '../core/session/session';

type Answers = Readonly<Record<string, ScaleAnswer>>;

/** Answers in memory, so that a lock or a look at Help loses none. Of the person who is signed in alone. */
@Injectable({ providedIn: 'root' })
export class ClosenessInHand {
  readonly #session = inject(Session);
  readonly #sheets = signal<ReadonlyMap<string, Answers>>(new Map());
  readonly answers = computed(() => this.#sheets().get(this.#key()) ?? {});

  keep(answers: Answers): void {
    this.#sheets.update((sheets) => new Map(sheets).set(this.#key(), answers));
  }

  #key(): string {
    return this.#session.person()?.id ?? '';
  }
}
