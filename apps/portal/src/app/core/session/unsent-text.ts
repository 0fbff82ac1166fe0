import { Injectable, computed, signal } from '@angular/core';

/** Text a person has typed and not sent. Kept in memory across navigation, lock and sign-in; never stored. */
@Injectable({ providedIn: 'root' })
export class UnsentText {
  readonly #texts = signal<ReadonlyMap<string, string>>(new Map());
  #owner: string | null = null;
  readonly any = computed(() => this.#texts().size > 0);

  /** Whose text this is from now on. Somebody else's is dropped, so that nobody meets another's words. */
  belongTo(owner: string): void {
    if (this.#owner !== null && this.#owner !== owner) this.clear();
    this.#owner = owner;
  }

  clear(): void {
    this.#owner = null;
    this.#texts.set(new Map());
  }

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
