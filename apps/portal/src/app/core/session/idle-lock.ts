import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../http/api-url';
import { Session } from './session';
import { SignInAgain } from './sign-in-again';

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'scroll'] as const;

/** Locks the portal by button or after the idle time the server names. Unsent text stays in memory. */
@Injectable({ providedIn: 'root' })
export class IdleLock {
  readonly #document = inject(DOCUMENT);
  readonly #session = inject(Session);
  readonly #http = inject(HttpClient);
  readonly #router = inject(Router);
  readonly #signInAgain = inject(SignInAgain);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watching = false;

  /** Starts counting idle time; further calls change nothing. */
  watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    for (const sign of SIGNS_OF_LIFE) {
      this.#document.addEventListener(
        sign,
        () => {
          this.#restart();
        },
        { passive: true, capture: true },
      );
    }
    this.#restart();
  }

  /** Locks now: asks the server first, but blanks the page even when it cannot be reached. */
  async lock(): Promise<void> {
    const asked = firstValueFrom(this.#http.post(apiUrl(paths.clinic.session, 'lock'), {})).catch(
      () => undefined,
    );
    this.#signInAgain.ask();
    await asked;
    this.#session.forget();
  }

  #restart(): void {
    clearTimeout(this.#timer);
    const seconds = this.#session.idleSeconds();
    if (seconds === null || this.#router.url.startsWith('/sign-in')) return;
    this.#timer = setTimeout(() => {
      void this.lock();
    }, seconds * 1000);
  }
}
