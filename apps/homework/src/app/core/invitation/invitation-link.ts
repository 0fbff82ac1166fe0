import { DestroyRef, DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { secretIn, takeSecret } from '@trellis/ui';

const LINK_PATH = '/i';

/**
 * The secret of an invitation link. It has left the address before the app starts; from then on it lives in this
 * memory only.
 */
@Injectable({ providedIn: 'root' })
export class InvitationLink {
  readonly #view = inject(DOCUMENT).defaultView;
  readonly #destroyed = inject(DestroyRef);
  readonly #token = signal<string | null>(null);
  readonly token = this.#token.asReadonly();

  /** Call before the router starts. Later links opened in the same tab are taken up too. */
  watch(): void {
    const view = this.#view;
    if (view === null) return;
    this.#token.set(takeSecret(view));
    if (view.location.pathname === LINK_PATH) view.history.replaceState(null, '', '/invite');
    const takeUp = (): void => {
      const token = secretIn(view.location.hash);
      if (token === null) return;
      this.#token.set(token);
      view.history.replaceState(null, '', '/invite');
    };
    view.addEventListener('hashchange', takeUp);
    this.#destroyed.onDestroy(() => {
      view.removeEventListener('hashchange', takeUp);
    });
  }

  forget(): void {
    this.#token.set(null);
  }
}
