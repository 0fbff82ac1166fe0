import { Injectable, computed, signal } from '@angular/core';

/** Text a person has typed and not sent. Kept in memory across navigation, lock and sign-in; never stored. */
@Injectable({ providedIn: 'root' })
export class UnsentText {
  readonly #texts = signal<ReadonlyMap<string, string>>(new Map());
  readonly any = computed(() => this.#texts().size > 0);

  /** `place` names the field for good, for example `note:<couple id>`. */
  keep(place: string, text: string): void {
    const texts = new Map(this.#texts());
    if (text === '') texts.delete(place);
    else texts.set(place, text);
    this.#texts.set(texts);
  }

  recall(place: string): string {
    return this.#texts().get(place) ?? '';
  }
}
