import { httpResource } from '@angular/common/http';
import { Injectable, computed, signal } from '@angular/core';
import type { CouplePersonView, CoupleView } from '@trellis/contracts';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../http/api-url';
import { toProblem } from '../http/problem';

export type Side = 'RP' | 'BP' | 'JOINT';

/** The couple whose workspace is open: loaded once by its frame, read by every tab inside. */
@Injectable()
export class CurrentCouple {
  readonly #id = signal<string | null>(null);
  readonly #loaded = httpResource<CoupleView>(() => {
    const id = this.#id();
    return id === null ? undefined : apiUrl(paths.clinic.couples, id);
  });

  /** Null until loaded, and when it could not be. */
  readonly view = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  readonly loading = this.#loaded.isLoading;
  readonly problem = computed(() => {
    const failure = this.#loaded.error();
    return failure === undefined ? null : toProblem(failure);
  });

  open(coupleId: string): void {
    this.#id.set(coupleId);
  }

  /** Asks again, for example after a step that changes the header. What is on screen stays meanwhile. */
  reload(): void {
    this.#loaded.reload();
  }

  person(side: 'RP' | 'BP'): CouplePersonView | null {
    return this.view()?.people.find((person) => person.side === side) ?? null;
  }

  holds(side: Side): boolean {
    return this.view()?.mySides.includes(side) ?? false;
  }

  /** Full names of the therapists of one side, lead first. */
  therapists(side: Side): readonly string[] {
    const team = this.view()?.careTeam ?? [];
    return team
      .filter((entry) => entry.side === side)
      .toSorted((one, other) => Number(other.lead) - Number(one.lead))
      .map(({ name }) => name);
  }
}
