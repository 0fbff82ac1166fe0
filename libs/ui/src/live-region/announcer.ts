import { Injectable, signal } from '@angular/core';

/** One sentence on the page's toast and in its live region, for example "Saved with the clinic". */
@Injectable({ providedIn: 'root' })
export class Announcer {
  readonly #message = signal<{ readonly text: string } | null>(null);
  readonly message = this.#message.asReadonly();

  /** `text` is already in the reader's language. The same text twice is announced twice. */
  say(text: string): void {
    this.#message.set({ text });
  }

  dismiss(): void {
    this.#message.set(null);
  }
}
