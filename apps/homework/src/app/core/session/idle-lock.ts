import { DOCUMENT, Injectable, inject } from '@angular/core';
import { IdleWatch } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from '../http/api-url';
import { Session } from './session';
import { SignInAgain } from './sign-in-again';

/** Closes the page after the idle time the clinic names. What was written stays with its author, in memory. */
@Injectable({ providedIn: 'root' })
export class IdleLock {
  readonly #document = inject(DOCUMENT);
  readonly #idle = inject(IdleWatch);
  readonly #session = inject(Session);
  readonly #signInAgain = inject(SignInAgain);

  /** Starts counting idle time, for as long as the app lives. */
  watch(): void {
    this.#idle.watch(this.#session.idleSeconds, () => {
      // The clinic hears of it where it can be reached; the page closes in any case.
      this.#document.defaultView?.navigator.sendBeacon(apiUrl(paths.home.session, 'exit'));
      this.#signInAgain.ask();
      this.#session.forget();
    });
  }
}
