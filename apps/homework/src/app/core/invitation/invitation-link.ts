import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const LINK_PATH = '/i';

/**
 * The secret of an invitation link. It is read once and taken out of the address bar and the history before
 * anything else runs; from then on it lives in this memory only.
 */
@Injectable({ providedIn: 'root' })
export class InvitationLink {
  readonly #view = inject(DOCUMENT).defaultView;
  readonly #token = signal<string | null>(null);
  readonly token = this.#token.asReadonly();

  /** Call before the router starts. Later links opened in the same tab are taken up too. */
  watch(): void {
    this.#take();
    this.#view?.addEventListener('hashchange', () => {
      this.#take();
    });
  }

  forget(): void {
    this.#token.set(null);
  }

  #take(): void {
    const view = this.#view;
    if (view === null) return;
    const { pathname, hash } = view.location;
    const token = tokenIn(hash);
    if (token !== null) this.#token.set(token);
    if (token !== null || pathname === LINK_PATH) view.history.replaceState(null, '', '/invite');
  }
}

/** The secret in a pasted link or code, or null when there is none: 43 letters, digits, - or _. */
export function tokenIn(text: string): string | null {
  const last = text.trim().split('#').at(-1) ?? '';
  return TOKEN.test(last) ? last : null;
}
