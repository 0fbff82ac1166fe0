import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';

const OPEN_PAGES = ['/sign-in', '/invite', '/add-device', '/help', '/away'] as const;

/** Sends the person to the sign-in page and back to where they were. Unsent text stays in memory. */
@Injectable({ providedIn: 'root' })
export class SignInAgain {
  readonly #router = inject(Router);

  ask(): void {
    const here = this.#router.url;
    if (!this.#router.navigated || OPEN_PAGES.some((page) => here.startsWith(page))) return;
    void this.#router.navigate(['/sign-in'], { queryParams: { returnUrl: here } });
  }
}

/** The page to return to after sign-in: only a path of this app, never another site. */
export function safeReturnUrl(asked: string | null): string {
  return asked !== null && /^\/(?![/\\])/.test(asked) && !asked.startsWith('/sign-in') ? asked : '/';
}
