import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { IdleWatch } from '@trellis/ui';
import { paths } from '@trellis/vocabulary';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../http/api-url';
import { Session } from './session';
import { SignInAgain } from './sign-in-again';

/** Locks the portal by button or after the idle time the server names. Unsent text stays in memory. */
@Injectable({ providedIn: 'root' })
export class IdleLock {
  readonly #session = inject(Session);
  readonly #http = inject(HttpClient);
  readonly #idle = inject(IdleWatch);
  readonly #signInAgain = inject(SignInAgain);
  #watching = false;

  /** Starts counting idle time; further calls change nothing. */
  watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    this.#idle.watch(this.#session.idleSeconds, () => void this.lock());
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
}
