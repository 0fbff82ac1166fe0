import { DOCUMENT, Injectable, Injector, type Signal, effect, inject, untracked } from '@angular/core';

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'scroll'] as const;

/** Tells when nobody has touched the page for a while, also when the device has slept meanwhile. */
@Injectable({ providedIn: 'root' })
export class IdleWatch {
  readonly #document = inject(DOCUMENT);
  readonly #injector = inject(Injector);
  #lastSign = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Watches from now on, for as long as the app lives. Call it once.
   * @param limit seconds without a sign of life; null while nobody is signed in, and then nothing is counted
   * @param left called once each time the limit is reached
   */
  watch(limit: Signal<number | null>, left: () => void): void {
    const check = (): void => {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      const seconds = limit();
      if (seconds === null) return;
      const rest = this.#lastSign + seconds * 1000 - Date.now();
      if (rest <= 0) left();
      else this.#timer = setTimeout(check, rest);
    };
    for (const sign of SIGNS_OF_LIFE) {
      this.#document.addEventListener(
        sign,
        () => {
          this.#lastSign = Date.now();
        },
        { passive: true, capture: true },
      );
    }
    // Timers stand still while a device sleeps.
    this.#document.addEventListener('visibilitychange', () => {
      if (this.#document.visibilityState === 'visible') check();
    });
    effect(
      () => {
        limit();
        this.#lastSign = Date.now();
        untracked(check);
      },
      { injector: this.#injector },
    );
  }
}
