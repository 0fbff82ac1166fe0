import { DestroyRef, DOCUMENT, Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { paths } from '@trellis/vocabulary';
import { apiUrl } from './http/api-url';
import { Session } from './session/session';

const ESCAPE_WITHIN_MS = 800;

/**
 * Leaves at once: blanks the page, ends the session at the clinic, and puts a neutral page in place of this
 * one in the history. What was typed and saved stays saved.
 */
@Injectable({ providedIn: 'root' })
export class QuickExit {
  readonly #document = inject(DOCUMENT);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #destroyed = inject(DestroyRef);
  #lastEscape = Number.NEGATIVE_INFINITY;

  /** Two presses of Escape within 0.8 seconds leave, wherever the focus is. */
  watch(): void {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.repeat) return;
      const twice = event.timeStamp - this.#lastEscape <= ESCAPE_WITHIN_MS;
      this.#lastEscape = event.timeStamp;
      if (twice) this.leave();
    };
    this.#document.addEventListener('keydown', listen, { capture: true });
    this.#destroyed.onDestroy(() => {
      this.#document.removeEventListener('keydown', listen, { capture: true });
    });
  }

  leave(): void {
    const view = this.#document.defaultView;
    this.#document.body.hidden = true;
    // A beacon is sent even while the page goes away; the server accepts it from this site only.
    view?.navigator.sendBeacon(apiUrl(paths.home.session, 'exit'));
    this.#session.forget();
    this.#document.title = '';
    // Blanks the history entry first, so that Back does not name the page that was open.
    void this.#router.navigateByUrl('/away', { replaceUrl: true }).finally(() => {
      view?.location.replace('/away');
    });
  }
}
